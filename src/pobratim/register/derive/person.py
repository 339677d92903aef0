"""People: the fullest name, and their posts."""

from __future__ import annotations

from pobratim.register.models import Appointment, Person
from pobratim.resolve.records.content import plain

from .actor import FOLDED_CHARS
from .draft import Draft, Value, canonical, key_in
from .rows import Rows


def person(draft: Draft, rows: Rows) -> None:
    """The row of a person and those of the posts."""
    names = draft.values.get("name", [])
    if "name" not in draft.decided:
        names.sort(key=_fullest)
    best = names[0].value if names else {"name": ""}
    name = best["name"] or ""
    sorted_by = plain(f"{best.get('surname') or ''} {best.get('given') or ''}") or plain(" ".join(reversed(name.split())))
    parts = {part: best.get(part) or "" for part in ("surname", "given", "patronymic")}
    rows.add(Person, **draft.common(), name=name, folded=sorted_by[:FOLDED_CHARS], **parts)
    for post in draft.values.get("post", []):
        _appointment(draft.key, post, rows)


def _fullest(one: Value) -> tuple[object, ...]:
    """Names with more whole words first, then the better supported."""
    words = [word for word in str(one.value["name"] or "").split() if len(word.rstrip(".")) > 1]
    return (-min(len(words), 3), -one.pages, canonical(one.value))


def _appointment(person_key: str, post: Value, rows: Rows) -> None:
    rows.add(
        Appointment,
        person_id=person_key,
        title=post.value["title"],
        office=plain(post.value["title"])[:FOLDED_CHARS],
        of_id=key_in(post.value["of"]),
        acting=bool(post.value["acting"]),
        first_told=post.first,
        last_told=post.last,
        pages=post.pages,
    )
