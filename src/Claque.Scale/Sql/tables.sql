-- The tables of one behaviour. Every table that a step fills is partitioned by the slice the step works on, so that a step that did
-- not end well is undone by dropping one partition and done again. Acts and all that is made per object lie on the node of their
-- object; tables marked "shuffled" are written through a Distributed table of the same name with _d, which sends each row to the
-- node of its pair or its account.

-- One act: who, on what, when (microseconds), with which clock step; its number in the trace; when the object was published.
CREATE TABLE IF NOT EXISTS {acts} (slice UInt16, object UInt32, account UInt32, t Int64, step UInt8, act UInt32, published Int64)
ENGINE = MergeTree PARTITION BY slice ORDER BY (object, t, act);

-- One object: its acts, in all and by clock step, its accounts, and where delays on it begin.
CREATE TABLE IF NOT EXISTS {objects} (slice UInt16, object UInt32, acts UInt64, accounts UInt64, origin Int64, steps Array(UInt64))
ENGINE = MergeTree PARTITION BY slice ORDER BY object;

-- The shared acts: each account's first act on each object that two accounts or more, and not too many, touched.
CREATE TABLE IF NOT EXISTS {firsts} (slice UInt16, object UInt32, account UInt32, t Int64, step UInt8, act UInt32, origin Int64, cell UInt32, early UInt8)
ENGINE = MergeTree PARTITION BY slice ORDER BY (object, t, act);

-- Shuffled: shared acts of each account in one slice of objects, and those in first minutes that others share.
CREATE TABLE IF NOT EXISTS {counts} (slice UInt16, account UInt32, acts UInt64, early UInt64)
ENGINE = MergeTree PARTITION BY slice ORDER BY account;

-- On every node: the accounts with enough shared acts for a test.
CREATE TABLE IF NOT EXISTS {busy} (slice UInt16, account UInt32, acts UInt64)
ENGINE = MergeTree PARTITION BY slice ORDER BY account;

-- Acts that lie near one another, ready to be paired: each of the left with those of the right. A strip makes at most 65,536 pairs, so
-- that the memory of pairing is bounded by the strips read at once, however many acts an object has.
CREATE TABLE IF NOT EXISTS {strips} (slice UInt16, object UInt32, origin Int64, start Int64, left Array(UInt64), right Array(UInt64))
ENGINE = MergeTree PARTITION BY slice ORDER BY object;
CREATE TABLE IF NOT EXISTS {first_strips} AS {strips} ENGINE = MergeTree PARTITION BY slice ORDER BY object;
CREATE TABLE IF NOT EXISTS {cell_strips} AS {strips} ENGINE = MergeTree PARTITION BY slice ORDER BY object;

-- Shuffled: pairs of one slice of objects. The key begins with the slice of pairs, so that each reduction reads its own rows only.
CREATE TABLE IF NOT EXISTS {pairs} (slice UInt16, part UInt16, a UInt32, b UInt32, n UInt32)
ENGINE = MergeTree PARTITION BY slice ORDER BY (part, a, b);
CREATE TABLE IF NOT EXISTS {trials} AS {pairs} ENGINE = MergeTree PARTITION BY slice ORDER BY (part, a, b);
CREATE TABLE IF NOT EXISTS {hits} (slice UInt16, part UInt16, a UInt32, b UInt32, t Int64, origin Int64, hit UInt8, launch UInt8)
ENGINE = MergeTree PARTITION BY slice ORDER BY (part, a, b);

-- What the reductions keep: pairs with the smallest weight; accounts of pairs that the test could name; weights of tests (shuffled).
CREATE TABLE IF NOT EXISTS {tied} (slice UInt16, a UInt32, b UInt32)
ENGINE = MergeTree PARTITION BY slice ORDER BY (a, b);
CREATE TABLE IF NOT EXISTS {marked} (slice UInt16, account UInt32)
ENGINE = MergeTree PARTITION BY slice ORDER BY account;
CREATE TABLE IF NOT EXISTS {partners} (slice UInt16, account UInt32, n UInt64)
ENGINE = MergeTree PARTITION BY slice ORDER BY account;

-- Shuffled: delays of accounts with many shared acts; and the accounts that keep one.
CREATE TABLE IF NOT EXISTS {delays} (slice UInt16, part UInt16, account UInt32, delay Int64)
ENGINE = MergeTree PARTITION BY slice ORDER BY (part, account);
CREATE TABLE IF NOT EXISTS {steady} (slice UInt16, account UInt32)
ENGINE = MergeTree PARTITION BY slice ORDER BY account;

-- On every node: accounts whose acts are fetched, for pairs and for the test.
CREATE TABLE IF NOT EXISTS {tied_accounts} (slice UInt16, account UInt32) ENGINE = MergeTree PARTITION BY slice ORDER BY account;
CREATE TABLE IF NOT EXISTS {kept} (slice UInt16, account UInt32) ENGINE = MergeTree PARTITION BY slice ORDER BY account;
