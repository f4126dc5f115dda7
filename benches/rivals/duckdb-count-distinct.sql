-- The same in the form that is usually written: count(DISTINCT o) over the join on buckets of time, of accounts with at least $least distinct objects.
WITH busy AS (
  SELECT a FROM acts GROUP BY a HAVING count(DISTINCT o) >= $least
), b AS (
  SELECT o, t // $window AS w, t, a FROM acts WHERE a IN (SELECT a FROM busy)
), met AS (
  SELECT least(x.a, y.a) AS a, greatest(x.a, y.a) AS b, x.o
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w AND x.a < y.a
  UNION ALL
  SELECT least(x.a, y.a), greatest(x.a, y.a), x.o
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w - 1 AND y.t - x.t <= $window AND x.a <> y.a
), edges AS (
  SELECT a, b, count(DISTINCT o) AS weight FROM met GROUP BY a, b HAVING count(DISTINCT o) >= $least
)
SELECT count(*) AS edges, coalesce(sum(weight), 0) AS weights, -1 AS gaps,
  coalesce(sum((a % 46337 * (b % 46337) + weight * 7919) % 1000003), 0) AS checksum
FROM edges
