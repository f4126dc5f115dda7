-- Fills delays, of accounts with as many shared acts as a regular delay needs.
INSERT INTO {delays_d} (slice, part, account, delay)
SELECT {slice}, toUInt16(intDiv(intHash64(account), 65536) % {parts}), account, t - origin
FROM {firsts} WHERE slice = {slice} AND {part_of_objects} AND account IN (SELECT account FROM {busy} WHERE acts >= {delay_objects})
