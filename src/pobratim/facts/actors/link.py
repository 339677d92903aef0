"""Linking of actor mentions to the gazetteer, with the page's countries and regions as context."""

from __future__ import annotations

from .mention import ActorMention


def link_actors(actors: list[list[ActorMention]]) -> None:
    """Sets `entry` on every place mention the gazetteer knows."""
    return None
