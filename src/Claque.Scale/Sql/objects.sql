-- Fills objects. The origin is the publication where known, else the first act of anybody.
INSERT INTO {objects}
SELECT {slice}, object, count(), uniqExact(account), if(any(published) = {unknown}, min(t), any(published)),
       [countIf(step = 0), countIf(step = 1), countIf(step = 2), countIf(step = 3), countIf(step = 4), countIf(step = 5)]
FROM {acts} WHERE slice = {slice} AND {part_of_objects}
GROUP BY object
