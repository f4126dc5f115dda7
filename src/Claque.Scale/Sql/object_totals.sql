-- Acts; objects with too many accounts and their acts; acts on objects of one account; objects with shared acts and all acts on them; and,
-- by clock step, acts that are paired: on objects with two acts or more, and not too many accounts.
SELECT sum(acts), countIf(accounts > {most_accounts}), sumIf(acts, accounts > {most_accounts}), sumIf(acts, accounts < 2),
       countIf(accounts >= 2 AND accounts <= {most_accounts}), sumIf(acts, accounts >= 2 AND accounts <= {most_accounts}),
       sumIf(steps[1], acts >= 2 AND accounts <= {most_accounts}), sumIf(steps[2], acts >= 2 AND accounts <= {most_accounts}),
       sumIf(steps[3], acts >= 2 AND accounts <= {most_accounts}), sumIf(steps[4], acts >= 2 AND accounts <= {most_accounts}),
       sumIf(steps[5], acts >= 2 AND accounts <= {most_accounts}), sumIf(steps[6], acts >= 2 AND accounts <= {most_accounts})
FROM {objects}
