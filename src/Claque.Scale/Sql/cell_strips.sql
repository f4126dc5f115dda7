-- As first_strips, by cells instead of times: those of a cell on the left; on the right they, marked, and those of the cells it reaches.
INSERT INTO {cell_strips}
SELECT {slice}, object, 0, 0, arraySlice(own, 1 + i * size, size), every FROM (
  SELECT object, groupArray(bitOr(bitShiftLeft(toUInt64(account), 1), toUInt64(back = 0))) AS every, arrayFilter(x -> bitAnd(x, 1) = 1, every) AS own,
         greatest(1, intDiv(65536, length(every))) AS size
  FROM (SELECT object, account, cell, back FROM {firsts}
        ARRAY JOIN arrayFilter(k -> (k <= cell) AND (k < {reach}[least(cell - k, {full_cell}) + 1]), range(12)) AS back
        WHERE slice = {slice} AND {part_of_objects} AND {testable}[step + 1] AND account IN (SELECT account FROM {busy}))
  GROUP BY object, cell - back
  HAVING length(every) > 1 AND length(own) > 0
) ARRAY JOIN range(toUInt32(ceil(length(own) / size))) AS i
