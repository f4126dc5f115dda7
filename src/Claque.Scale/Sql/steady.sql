-- Fills steady: accounts most of whose delays lie close around their median.
INSERT INTO {steady}
SELECT {slice}, account FROM (
  SELECT account, arraySort(groupArray(delay)) AS sorted, sorted[intDiv(length(sorted), 2) + 1] AS median,
         arraySort(arrayMap(d -> abs(d - median), sorted)) AS apart
  FROM {delays} WHERE part = {slice} AND {part_of_accounts}
  GROUP BY account
) WHERE toInt64(apart[toUInt32(ceil({delay_share} * length(apart)))]) <= greatest({delay_spread}, intDiv(median, {delay_steadiness}))
