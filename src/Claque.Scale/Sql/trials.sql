-- Fills trials: on how many objects of this slice two accounts could have been together.
INSERT INTO {trials_d} (slice, part, a, b, n)
SELECT {slice}, toUInt16(intDiv(cityHash64(a, b), 65536) % {parts}), a, b, count() FROM (
  SELECT toUInt32(bitShiftRight(least(x, y), 1)) AS a, toUInt32(bitShiftRight(greatest(x, y), 1)) AS b
  FROM (SELECT object, x, right FROM {cell_strips} ARRAY JOIN left AS x WHERE slice = {slice} AND {part_of_objects})
  ARRAY JOIN arrayFilter(y -> (bitAnd(y, 1) = 0) OR (y > x), right) AS y
) GROUP BY a, b
