"""What was planned and what the news tells: whether one may be what became of the other. Pure functions."""
