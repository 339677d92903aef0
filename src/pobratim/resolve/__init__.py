"""Which place, which body, which person; which two records are one: pure functions."""
