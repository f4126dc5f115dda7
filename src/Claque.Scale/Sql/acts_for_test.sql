-- First acts that the test needs: all of the accounts that it could name in any behaviour, and all on the objects where two of them meet that it
-- could name in this one, because everybody there bears witness.
SELECT act FROM {firsts}
WHERE slice = {slice} AND (account IN ({complete})
   OR object IN (SELECT object FROM {firsts} WHERE slice = {slice} AND account IN (SELECT account FROM {kept}) GROUP BY object HAVING count() >= 2))
