-- Fills kept, on every node with all of them: accounts that the test could name, and those that keep a delay.
INSERT INTO {kept} SELECT DISTINCT 0, account FROM (SELECT account FROM {marked_d} UNION ALL SELECT account FROM {steady_d})
