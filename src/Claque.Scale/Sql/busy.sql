-- Fills busy, on every node with all accounts.
INSERT INTO {busy} SELECT 0, account, sum(acts) AS n FROM {counts_d} GROUP BY account HAVING n >= {least}
