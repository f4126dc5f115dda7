-- Fills counts: how many shared acts each account has in this slice of objects, and in how many first minutes it is not alone.
INSERT INTO {counts_d} (slice, account, acts, early)
SELECT {slice}, account, count(), sum(early AND crowd)
FROM (SELECT object, account, early FROM {firsts} WHERE slice = {slice} AND {part_of_objects}) AS mine
ALL LEFT JOIN (SELECT object, toUInt8(count() >= 2) AS crowd FROM {firsts} WHERE slice = {slice} AND early = 1 GROUP BY object) AS its USING object
GROUP BY account
