-- Shared acts, in first minutes, and by clock step.
SELECT count(), sum(early), countIf(step = 0), countIf(step = 1), countIf(step = 2), countIf(step = 3), countIf(step = 4), countIf(step = 5) FROM {firsts}
