-- Fills strips from all acts with a clock fine enough. Each act goes to its time bucket and to the one before, so that every pair within
-- the window is made exactly once: in the bucket of its earlier act. An act is packed into one number, its time within the
-- two buckets above its account: numbers sort by time, and take half the room and time of tuples.
INSERT INTO {strips}
SELECT {slice}, object, 0, 0, arraySlice(own, 1 + i * size, size), every FROM (
  SELECT object, groupUniqArray(packed) AS every, arrayFilter(x -> bitShiftRight(x, {account_bits}) < {bucket}, every) AS own,
         greatest(1, intDiv(65536, length(every))) AS size
  FROM (SELECT object, intDiv(t - {epoch}, {bucket}) - back AS bucket_number,
               bitOr(bitShiftLeft(toUInt64(t - {epoch} - bucket_number * {bucket}), {account_bits}), toUInt64(account)) AS packed
        FROM (SELECT object, account, t, arrayJoin([0, 1]) AS back FROM {acts}
              WHERE slice = {slice} AND {part_of_objects} AND {fine_enough}[step + 1]
                AND object IN (SELECT object FROM {objects} WHERE slice = {slice} AND accounts >= 2 AND accounts <= {most_accounts})))
  GROUP BY object, bucket_number
  HAVING length(every) > 1 AND length(own) > 0
) ARRAY JOIN range(toUInt32(ceil(length(own) / size))) AS i
