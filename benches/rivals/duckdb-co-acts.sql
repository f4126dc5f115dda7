-- Pairs of accounts with at least $least co-acts: acts of both on one object at most $window seconds apart. On a table in which no
-- account acts twice on one object this is the number of objects. The join is on buckets of time as wide as the window, because
-- DuckDB's hash join uses equalities only: written with BETWEEN alone it looks at every pair of acts on an object.
WITH busy AS (
  SELECT a FROM acts GROUP BY a HAVING count(*) >= $least
), b AS (
  SELECT o, t // $window AS w, t, a FROM acts WHERE a IN (SELECT a FROM busy)
), met AS (
  SELECT least(x.a, y.a) AS a, greatest(x.a, y.a) AS b, abs(x.t - y.t) AS gap
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w AND x.a < y.a
  UNION ALL
  SELECT least(x.a, y.a), greatest(x.a, y.a), y.t - x.t
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w - 1 AND y.t - x.t <= $window AND x.a <> y.a
), edges AS (
  SELECT a, b, count(*) AS weight, sum(gap) AS gaps FROM met GROUP BY a, b HAVING count(*) >= $least
)
SELECT count(*) AS edges, coalesce(sum(weight), 0) AS weights, coalesce(sum(gaps), 0) AS gaps,
  coalesce(sum((a % 46337 * (b % 46337) + weight * 7919) % 1000003), 0) AS checksum
FROM edges
