"""Actors: the places and bodies a page speaks of, from mention to entity."""
