"""Which tagger finds the names."""

from __future__ import annotations

from functools import cache

from .name import NameTagger


@cache
def default_tagger() -> NameTagger:
    """The fast tagger with its names mended, loaded once a process."""
    from .fast_names import FastNames
    from .mend.page import MendedNames
    from .stretch import stretches

    return MendedNames(FastNames(cut=stretches))
