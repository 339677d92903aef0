"""Builds the gazetteer: `python -m tools.gazetteer` (see README.md here)."""
