-- Acts of pairs that stand: those of their accounts, on objects that two of them touched.
SELECT act FROM {acts}
WHERE slice = {slice} AND {fine_enough}[step + 1] AND account IN (SELECT account FROM {tied_accounts})
  AND object IN (SELECT object FROM {acts} WHERE slice = {slice} AND account IN (SELECT account FROM {tied_accounts}) GROUP BY object HAVING uniqExact(account) >= 2)
  AND object IN (SELECT object FROM {objects} WHERE slice = {slice} AND accounts <= {most_accounts})
