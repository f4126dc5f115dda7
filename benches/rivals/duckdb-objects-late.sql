-- The same; pairs with fewer than $least co-acts are dropped before the rest are made distinct by object. Less work than that of duckdb-objects.sql where most
-- pairs meet once or twice, a little more at one million acts.
WITH busy AS (
  SELECT a FROM (SELECT DISTINCT a, o FROM acts) GROUP BY a HAVING count(*) >= $least
), b AS (
  SELECT o, t // $window AS w, t, a FROM acts WHERE a IN (SELECT a FROM busy)
), met AS MATERIALIZED (
  SELECT least(x.a, y.a) AS a, greatest(x.a, y.a) AS b, x.o
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w AND x.a < y.a
  UNION ALL
  SELECT least(x.a, y.a), greatest(x.a, y.a), x.o
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w - 1 AND y.t - x.t <= $window AND x.a <> y.a
), able AS (
  SELECT a, b FROM met GROUP BY a, b HAVING count(*) >= $least
), edges AS (
  SELECT a, b, count(*) AS weight FROM (SELECT DISTINCT a, b, o FROM met JOIN able USING (a, b)) GROUP BY a, b HAVING count(*) >= $least
)
SELECT count(*) AS edges, coalesce(sum(weight), 0) AS weights, -1 AS gaps,
  coalesce(sum((a % 46337 * (b % 46337) + weight * 7919) % 1000003), 0) AS checksum
FROM edges
