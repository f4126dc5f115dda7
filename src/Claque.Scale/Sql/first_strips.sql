-- As strips, from first acts. Below the account stand two marks: can be tested (1), in a first minute (2).
INSERT INTO {first_strips}
SELECT {slice}, object, origin, bucket_number * {test_bucket} + {epoch}, arraySlice(own, 1 + i * size, size), every FROM (
  SELECT object, any(origin) AS origin, bucket_number, groupArray(packed) AS every, arrayFilter(x -> bitShiftRight(x, {account_bits} + 2) < {test_bucket}, every) AS own,
         greatest(1, intDiv(65536, length(every))) AS size
  FROM (SELECT object, origin, intDiv(t - {epoch}, {test_bucket}) - back AS bucket_number,
               bitOr(bitShiftLeft(bitOr(bitShiftLeft(toUInt64(t - {epoch} - bucket_number * {test_bucket}), {account_bits}), toUInt64(account)), 2),
                     bitOr(toUInt64({testable}[step + 1]), toUInt64(early) * 2)) AS packed
        FROM (SELECT object, account, t, step, origin, early, arrayJoin([0, 1]) AS back FROM {firsts}
              WHERE slice = {slice} AND {part_of_objects} AND ({testable}[step + 1] OR early)))
  GROUP BY object, bucket_number
  HAVING length(every) > 1 AND length(own) > 0
) ARRAY JOIN range(toUInt32(ceil(length(own) / size))) AS i
