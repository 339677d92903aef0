"""What later rules need to know of people: every mention, with its case, its post and the post's organisation."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from pobratim.core.facts import Person

MentionKind = Literal["name", "post", "pronoun"]


class PostMention(Struct):
    """A post as the text says it. Offsets in code points of the page's text, end-exclusive.

    `title` is in the nominative («первый заместитель министра»); `lemma` and `kind` are those of the head noun as
    `lexicon/people/posts.txt` has them; `of_start`, `of_end` is the part that names the organisation or place
    («Тверской области»), None where the post stands bare. `cases` are those of the head noun.
    """

    sentence: int
    start: int
    end: int
    title: str
    lemma: str
    kind: str
    acting: bool
    cases: frozenset[str]
    of_start: int | None = None
    of_end: int | None = None
    of_text: str = ""


class PersonMention(Struct):
    """A person mentioned in a sentence, by name, by post («глава региона») or by pronoun.

    `start`, `end` are the name (or the post words, or the pronoun); `whole_start`, `whole_end` take in the posts
    beside the name. `cases` are those the mention may stand in; `gender` is masc, femn or None.
    """

    person: str
    sentence: int
    start: int
    end: int
    cases: frozenset[str]
    kind: MentionKind = "name"
    whole_start: int = 0
    whole_end: int = 0
    posts: list[PostMention] = []
    gender: str | None = None


class PeopleFound(Struct):
    """The people of a page and all their mentions in order of the text.

    `posts[person]` are the mentions that `Person.posts` were made of, one for one; the actor linker sets
    `Person.posts[i].of` from their `of_start`, `of_end`, and tells `sides[person]`, the actor the person acts for.
    """

    people: list[Person] = []
    mentions: list[PersonMention] = []
    posts: dict[str, list[PostMention]] = {}
    sides: dict[str, str] = {}

    def person(self, person_id: str) -> Person:
        """The person with an id; KeyError where there is none."""
        for person in self.people:
            if person.id == person_id:
                return person
        raise KeyError(person_id)

    def side_of(self, person_id: str) -> str | None:
        """The actor id a person acts for, as far as the linker knows it."""
        return self.sides.get(person_id)

    def of_sentence(self, index: int) -> list[PersonMention]:
        """The mentions in a sentence, in order."""
        return [mention for mention in self.mentions if mention.sentence == index]
