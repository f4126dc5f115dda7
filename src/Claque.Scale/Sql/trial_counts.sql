-- Trials over all pairs: acts of two busy accounts on one object in cells between which a hit is possible. Each act goes to its own cell and to
-- the earlier ones that reach it, so that every trial is counted once: at the cell of its earlier act.
SELECT sum(intDiv(own * (own - 1), 2) + own * (every - own)) FROM (
  SELECT object, cell - back AS at, countIf(back = 0) AS own, count() AS every
  FROM (SELECT object, account, cell, back FROM {firsts}
        ARRAY JOIN arrayFilter(k -> (k <= cell) AND (k < {reach}[least(cell - k, {full_cell}) + 1]), range(12)) AS back
        WHERE slice = {slice} AND {part_of_objects} AND {testable}[step + 1] AND account IN (SELECT account FROM {busy}))
  GROUP BY object, at
)
