-- Fills hits: first acts of two accounts within the window of the test, or both in the first minute, with the time of the earlier.
INSERT INTO {hits_d} (slice, part, a, b, t, origin, hit, launch)
SELECT {slice}, toUInt16(intDiv(cityHash64(a, b), 65536) % {parts}) AS part, a, b, t, origin, hit, launch FROM (
  SELECT toUInt32(least(bitAnd(bitShiftRight(x, 2), {account_mask}), bitAnd(bitShiftRight(y, 2), {account_mask}))) AS a,
         toUInt32(greatest(bitAnd(bitShiftRight(x, 2), {account_mask}), bitAnd(bitShiftRight(y, 2), {account_mask}))) AS b,
         start + toInt64(bitShiftRight(x, {account_bits} + 2)) AS t, origin,
         toUInt8(bitAnd(bitAnd(x, y), 1) AND (bitShiftRight(y, {account_bits} + 2) - bitShiftRight(x, {account_bits} + 2) <= {test_window})) AS hit,
         toUInt8(bitAnd(bitShiftRight(bitAnd(x, y), 1), 1)) AS launch
  FROM (SELECT object, origin, start, x, right FROM {first_strips} ARRAY JOIN left AS x WHERE slice = {slice} AND {part_of_objects})
  ARRAY JOIN arrayFilter(y -> (y > x) AND (bitShiftRight(y, {account_bits} + 2) - bitShiftRight(x, {account_bits} + 2) <= {test_bucket})
                          AND bitAnd(x, y) % 4 != 0, right) AS y
) WHERE hit OR launch
