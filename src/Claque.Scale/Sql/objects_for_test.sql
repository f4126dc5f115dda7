SELECT object, any(origin), toUInt32(sum(early)) FROM {firsts}
WHERE slice = {slice} AND object IN (SELECT object FROM {firsts} WHERE slice = {slice} AND account IN ({complete}))
GROUP BY object
