-- Pairs of accounts with at least $least distinct objects, with every measure that Claque gives: co-acts, posts of each behind them, gaps and
-- their median, who was first. What gained, of a dozen forms measured: pairs that cannot reach $least are dropped before anything is made
-- distinct, and only the pairs found are measured. A post is new to a pair at its co-act with the partner's first post within the window, so
-- count(DISTINCT post) is not needed: the same account's time before on the object tells. The other half of the join is in buckets one off.
WITH busy AS (
  SELECT a FROM (SELECT DISTINCT a, o FROM acts) GROUP BY a HAVING count(*) >= $least
), b AS MATERIALIZED (
  SELECT o, t // $window AS w, t, a, coalesce(lag(t) OVER (PARTITION BY a, o ORDER BY t), -1000000000) AS before
  FROM acts WHERE a IN (SELECT a FROM busy)
), met AS MATERIALIZED (
  SELECT x.a AS a, y.a AS b, x.o, y.t - x.t AS gap, x.t - y.before > $window AS newa, y.t - x.before > $window AS newb
  FROM b x JOIN (SELECT *, w AS v FROM b UNION ALL SELECT *, w - 1 FROM b UNION ALL SELECT *, w + 1 FROM b) y
    ON x.o = y.o AND x.w = y.v AND x.a < y.a AND y.t - x.t BETWEEN -$window AND $window
), able AS (
  SELECT a, b FROM met WHERE newa AND newb GROUP BY a, b HAVING count(*) >= $least
), kept AS MATERIALIZED (
  SELECT met.* FROM met JOIN able USING (a, b)
), edges AS (
  SELECT a, b, count(*) AS weight FROM (SELECT DISTINCT a, b, o FROM kept) GROUP BY a, b HAVING count(*) >= $least
), pairs AS (
  SELECT a, b, any_value(weight) AS weight, count(*) AS coacts, sum(newa::INT) AS postsa, sum(newb::INT) AS postsb,
    sum(abs(gap)) AS gaps, median(abs(gap)) AS middle, sum((gap > 0)::INT) AS firsta, sum((gap < 0)::INT) AS firstb
  FROM kept JOIN edges USING (a, b) GROUP BY a, b
)
SELECT count(*) AS edges, coalesce(sum(weight), 0) AS weights, coalesce(sum(gaps), 0) AS gaps,
  coalesce(sum((a % 46337 * (b % 46337) + weight * 7919) % 1000003), 0) AS checksum,
  coalesce(sum((a % 46337 * (b % 46337) + coacts * 7919 + postsa * 104729 + postsb * 224737 + gaps * 350377
    + (2 * middle)::BIGINT * 479909 + firsta * 611953 + firstb * 746773) % 1000003), 0) AS measures
FROM pairs
