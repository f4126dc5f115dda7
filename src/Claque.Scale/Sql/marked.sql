-- Fills marked: the accounts of pairs that could be named, by their hits or by first minutes. So many sittings need at least so many times,
-- spread over more than so many gaps, with one in the middle that is a gap away from the first and from the last.
INSERT INTO {marked}
SELECT DISTINCT {slice}, arrayJoin([a, b]) FROM (
  SELECT a, b, groupArrayIf(t, hit = 1) AS times, groupArrayIf(origin, launch = 1) AS origins
  FROM {hits} WHERE part = {slice} AND {part_of_pairs}
  GROUP BY a, b
  HAVING count() >= {least}
) WHERE (length(times) >= {least} AND arrayReduce('max', times) - arrayReduce('min', times) > {least_span}
         AND ({least} < 3 OR arrayExists((x, low, high) -> (x - low > {sitting_gap}) AND (high - x > {sitting_gap}),
              times, arrayMap(z -> arrayReduce('min', times), times), arrayMap(z -> arrayReduce('max', times), times))))
     OR (length(origins) >= {least} AND arrayReduce('max', origins) - arrayReduce('min', origins) > {least_span})
