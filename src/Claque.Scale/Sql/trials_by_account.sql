-- Fills partners with the trials of each account, where they are too many to be counted pair by pair.
INSERT INTO {partners_d} (slice, account, n)
SELECT {slice}, toUInt32(bitShiftRight(member, 1)), sum(if(bitAnd(member, 1) = 1, toInt64(every) - 1, toInt64(own))) FROM (
  SELECT object, cell - back AS at, countIf(back = 0) AS own, count() AS every, groupArray(bitOr(bitShiftLeft(toUInt64(account), 1), toUInt64(back = 0))) AS members
  FROM (SELECT object, account, cell, back FROM {firsts}
        ARRAY JOIN arrayFilter(k -> (k <= cell) AND (k < {reach}[least(cell - k, {full_cell}) + 1]), range(12)) AS back
        WHERE slice = {slice} AND {part_of_objects} AND {testable}[step + 1] AND account IN (SELECT account FROM {busy}))
  GROUP BY object, at
) ARRAY JOIN members AS member
GROUP BY member
