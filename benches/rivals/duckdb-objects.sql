-- The same where an account may act on an object again and again: pairs with at least $least distinct objects. The pair and the
-- object are made distinct first and counted then, which DuckDB does faster than count(DISTINCT o).
WITH busy AS (
  SELECT a FROM (SELECT DISTINCT a, o FROM acts) GROUP BY a HAVING count(*) >= $least
), b AS (
  SELECT o, t // $window AS w, t, a FROM acts WHERE a IN (SELECT a FROM busy)
), met AS (
  SELECT least(x.a, y.a) AS a, greatest(x.a, y.a) AS b, x.o
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w AND x.a < y.a
  UNION ALL
  SELECT least(x.a, y.a), greatest(x.a, y.a), x.o
  FROM b x JOIN b y ON x.o = y.o AND x.w = y.w - 1 AND y.t - x.t <= $window AND x.a <> y.a
), edges AS (
  SELECT a, b, count(*) AS weight FROM (SELECT DISTINCT a, b, o FROM met) GROUP BY a, b HAVING count(*) >= $least
)
SELECT count(*) AS edges, coalesce(sum(weight), 0) AS weights, -1 AS gaps,
  coalesce(sum((a % 46337 * (b % 46337) + weight * 7919) % 1000003), 0) AS checksum
FROM edges
