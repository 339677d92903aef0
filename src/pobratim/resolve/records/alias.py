"""Contents in which merged actors stand under one key."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from .content import Content, Document, Event, Person


def renamed(content: Content, alias: Mapping[str, str]) -> Content:
    """The content with every actor under the key that `alias` gives it; the same object where none is concerned."""
    if isinstance(content, (Document, Event)):
        if alias.keys().isdisjoint(content.parties):
            return content
        return msgspec.structs.replace(content, parties=_sorted(alias.get(one, one) for one in content.parties))
    if isinstance(content, Person):
        actors = {*content.places, *(actor for _, actor in content.posts)}
        if alias.keys().isdisjoint(actors):
            return content
        posts = tuple(sorted({(title, alias.get(actor, actor)) for title, actor in content.posts}))
        return msgspec.structs.replace(content, posts=posts, places=_sorted(alias.get(one, one) for one in content.places))
    return content


def _sorted(keys: object) -> tuple[str, ...]:
    return tuple(sorted(set(keys)))  # type: ignore[call-overload]
