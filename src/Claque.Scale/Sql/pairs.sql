-- Fills pairs: on how many objects of this slice two accounts acted within the window.
INSERT INTO {pairs_d} (slice, part, a, b, n)
SELECT {slice}, toUInt16(intDiv(cityHash64(a, b), 65536) % {parts}), a, b, count() FROM (
  SELECT object, toUInt32(least(bitAnd(x, {account_mask}), bitAnd(y, {account_mask}))) AS a, toUInt32(greatest(bitAnd(x, {account_mask}), bitAnd(y, {account_mask}))) AS b
  FROM (SELECT object, x, right FROM {strips} ARRAY JOIN left AS x WHERE slice = {slice} AND {part_of_objects})
  ARRAY JOIN arrayFilter(y -> (y > x) AND (bitShiftRight(y, {account_bits}) - bitShiftRight(x, {account_bits}) <= {window})
                          AND (bitAnd(y, {account_mask}) != bitAnd(x, {account_mask})), right) AS y
  GROUP BY object, a, b
) GROUP BY a, b
