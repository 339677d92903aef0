"""People of a page and their posts."""

from .find import find_people
from .mention import PeopleFound, PersonMention, PostMention

__all__ = ["PeopleFound", "PersonMention", "PostMention", "find_people"]
