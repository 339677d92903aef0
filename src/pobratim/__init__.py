"""Pobratim: the register of who cooperates with whom, filled from the news."""

__version__ = "0.1.0"
