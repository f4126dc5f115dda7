#!/usr/bin/env bash
# sqlite.sh CSV WINDOW LEAST: the same in SQLite, on a table clustered by object and time. Loads first, measures the query alone, and prints
# what it found and took, as JSON.
set -eu
base=$(mktemp "${1}.XXXXXX")
trap 'rm -f "$base" "$base.out"' EXIT
sqlite3 "$base" >/dev/null <<SQL
PRAGMA journal_mode = off; PRAGMA synchronous = off; PRAGMA cache_size = -500000;
CREATE TABLE loaded(t INTEGER, o INTEGER, a INTEGER);
.import --csv --skip 1 $1 loaded
CREATE TABLE acts(o INTEGER, t INTEGER, a INTEGER, n INTEGER, PRIMARY KEY (o, t, a, n)) WITHOUT ROWID;
INSERT INTO acts SELECT o, t, a, rowid FROM loaded WHERE a IN (SELECT a FROM loaded GROUP BY a HAVING count(*) >= $3);
DROP TABLE loaded;
SQL
TIMEFORMAT='%U %S %R'
took=$({ time sqlite3 -separator ' ' "$base" "PRAGMA cache_size = -500000; PRAGMA temp_store = memory;
WITH edges AS (
  SELECT min(x.a, y.a) AS a, max(x.a, y.a) AS b, count(*) AS weight, sum(y.t - x.t) AS gaps
  FROM acts x JOIN acts y ON y.o = x.o AND y.t BETWEEN x.t AND x.t + $2 AND y.a <> x.a AND (y.t > x.t OR y.a > x.a)
  GROUP BY 1, 2 HAVING count(*) >= $3
)
SELECT count(*), coalesce(sum(weight), 0), coalesce(sum(gaps), 0), coalesce(sum((a % 46337 * (b % 46337) + weight * 7919) % 1000003), 0) FROM edges" >"$base.out"; } 2>&1)
read -r edges weights gaps checksum <"$base.out"
read -r user system wall <<<"$took"
echo "{\"CpuS\":$(awk "BEGIN { print $user + $system }"),\"WallS\":$wall,\"InputMb\":0,\"PeakMb\":0,\"Edges\":$edges,\"Weights\":$weights,\"Gaps\":$gaps,\"Checksum\":$checksum}"
