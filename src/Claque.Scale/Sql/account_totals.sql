-- Accounts with shared acts, and with enough of them; acts in first minutes with others, and accounts with enough of those.
SELECT count(), countIf(acts >= {least}), sum(early), countIf(early >= {least})
FROM (SELECT account, sum(acts) AS acts, sum(early) AS early FROM {counts} GROUP BY account)
