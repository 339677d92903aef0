"""Whether a page reports cooperation at all, or only uses its words (a court settlement, a player's contract)."""

from __future__ import annotations

from collections import Counter

from pobratim.facts.story import Story
from pobratim.lexicon.relevance import domains

_COOPERATION = "cooperation"
# a page is another domain's when its words outnumber those of cooperation so many times
_OUTNUMBERED = 2.0
_FEW = 2
_DELEGATION = "делегация"


def domain_counts(story: Story) -> Counter[str]:
    """How many words of each domain the page has; the headline's count twice."""
    table = domains()
    counts: Counter[str] = Counter()
    for sentence in story.sentences:
        weight = 2 if story.has_headline and sentence.paragraph == 0 else 1
        for at in sentence.uses.get("domain", ()):
            if domain := table.get(sentence.tokens[at].lemma):
                counts[domain] += weight
    return counts


def other_domain(story: Story) -> str | None:
    """The domain a page belongs to where that is not cooperation, else None.

    A page is another domain's when it has at least two words of it and fewer than half as many of cooperation, or
    any and none of cooperation, and no delegation.
    Fails on a page about a sports agreement of two regions that names no more than the sport.

    >>> from pobratim.core.page import Page
    >>> from pobratim.facts.read import build_story
    >>> from pobratim.annotate.tagger import default_tagger
    >>> other_domain(build_story(Page(text="Клуб подписал контракт с нападающим. Тренер доволен."), default_tagger()))
    'sport'
    """
    counts = domain_counts(story)
    cooperation = counts.pop(_COOPERATION, 0)
    if not counts:
        return None
    domain, count = counts.most_common(1)[0]
    few = 1 if not cooperation and all(_DELEGATION not in sentence.lemmas for sentence in story.sentences) else _FEW
    return domain if count >= few and count > cooperation * _OUTNUMBERED else None
