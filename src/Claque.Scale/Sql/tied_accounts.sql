-- Fills tied_accounts, on every node with all of them.
INSERT INTO {tied_accounts} SELECT DISTINCT 0, arrayJoin([a, b]) FROM {tied_d}
