-- Fills tied: the pairs that pairing keeps.
INSERT INTO {tied} SELECT {slice}, a, b FROM {pairs} WHERE part = {slice} AND {part_of_pairs} GROUP BY a, b HAVING sum(n) >= {min_weight}
