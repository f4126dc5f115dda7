-- Fills firsts. The first act is the earliest; of acts at the same moment the one that stands first in the source.
-- Objects are joined with ALL, one row each: what ANY keeps differs between versions.
-- Cells: those with a start at or below the delay are counted; beyond the last start all have the full width.
INSERT INTO {firsts}
SELECT {slice}, object, account, t, step, act, origin,
       arrayCount(start -> t - origin >= start, {cell_starts}) + if(t - origin >= {full_from}, intDiv(t - origin - {full_from}, {full_width}), 0),
       ({early_spans}[step + 1] > 0) AND (t - origin < {early_spans}[step + 1])
FROM (SELECT object, account, t, step, act FROM {acts} WHERE slice = {slice} AND {part_of_objects} ORDER BY object, t, act LIMIT 1 BY object, account) AS mine
ALL INNER JOIN (SELECT object, origin FROM {objects} WHERE slice = {slice} AND accounts >= 2 AND accounts <= {most_accounts}) AS its USING object
