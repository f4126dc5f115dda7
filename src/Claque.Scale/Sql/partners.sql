-- Fills partners: how many tests each account is part of, in tenths.
INSERT INTO {partners_d} (slice, account, n)
SELECT {slice}, arrayJoin([a, b]) AS account, sum(weight) FROM (
  SELECT a, b, {tenths}[least(sum(n), {most_weighed}) - {least} + 1] AS weight
  FROM {trials} WHERE part = {slice} AND {part_of_pairs}
  GROUP BY a, b HAVING sum(n) >= {least}
) GROUP BY account
