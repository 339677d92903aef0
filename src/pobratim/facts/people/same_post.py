"""Whether two wordings are one post: «губернатор», «губернатор Тверской области», «глава региона»."""

from __future__ import annotations

import re

from pobratim.core.memo import remembered
from pobratim.text.morph import lemma

from .mention import PostMention

_WORD = re.compile(r"(?:[^\W_]|-)+")
_HEADS = frozenset(("state_head", "government_head", "region_head", "city_head", "village_head", "head", "monarch"))
_GENERIC_OF = frozenset(
    """регион область край республика округ район город страна государство субъект муниципалитет ведомство министерство
    администрация организация вуз университет компания предприятие палата комитет федерация община автономия штат
    провинция столица облисполком горисполком райисполком учреждение правительство кабмин мэрия россия рф российский""".split()
)
_PLACE_WORD = {
    "region_head": frozenset("регион область край республика субъект округ автономия провинция штат федерация".split()),
    "city_head": frozenset(("город", "столица", "муниципалитет", "мэрия", "администрация", "центр")),
    "state_head": frozenset(("государство", "страна", "республика")),
    "minister": frozenset(("ведомство", "министерство", "минздрав")),
    "government_head": frozenset(("правительство", "кабинет", "кабмин")),
}
_BODIES = frozenset(
    """администрация правительство комитет совет собрание аппарат палата дума представительство департамент управление
    министерство отдел агентство служба компания университет фракция партия делегация избирком""".split()
)


def merged_posts(posts: list[PostMention]) -> list[list[PostMention]]:
    """Groups of wordings of one post; the first of each group is the fullest; groups in order of first mention.

    Honours («Герой Советского Союза») are no posts; a degree («профессор») is one for want of another.
    """
    groups: list[list[PostMention]] = []
    for post in sorted(posts, key=lambda p: p.start):
        group = next((g for g in groups if any(same_post(post, other) for other in g)), None)
        if group is None:
            groups.append([post])
        else:
            group.append(post)
    groups = [group for group in groups if group[0].kind != "honour"]
    if any(group[0].kind != "degree" for group in groups):
        groups = [group for group in groups if group[0].kind != "degree"]
    return [sorted(group, key=_fullness) for group in groups]


def _fullness(post: PostMention) -> tuple[bool, bool, int, int]:
    vague = post.lemma in ("глава", "руководитель", "лидер") and is_generic(post)
    return (vague, not post.of_text, -len(of_words(post)), post.start)


def same_post(a: PostMention, b: PostMention) -> bool:
    """Whether two posts told of one person are one.

    Fails where somebody heads two bodies of one kind and one is named by its kind only.
    """
    words_a, words_b = of_words(a), of_words(b)
    if a.acting != b.acting and a.lemma == b.lemma:
        return not (words_b if a.acting else words_a)
    if a.lemma == b.lemma or _base(a.lemma) == _base(b.lemma):
        return _tails_agree(words_a, words_b)
    for generic, other in ((a, b), (b, a)):
        if generic.lemma in ("глава", "руководитель", "лидер") and other.kind in _PLACE_WORD:
            words = of_words(generic)
            foreign = words & _BODIES - _PLACE_WORD[other.kind]
            if not foreign and (not words or words & _PLACE_WORD[other.kind]) and _tails_agree(words, of_words(other)):
                return True
    return a.kind == b.kind and a.kind in ("region_head", "city_head", "state_head") and _tails_agree(words_a, words_b)


def _base(word: str) -> str:
    return word.removeprefix("экс-").removeprefix("ген")  # «генконсул» is a «консул» with an adjective


def of_words(post: PostMention) -> frozenset[str]:
    """The lemmas of the words that name the post's organisation or place."""
    return _lemmas_of(post.of_text) if post.of_text else frozenset()


def own_words(post: PostMention) -> frozenset[str]:
    """Those of them that name something by themselves («регион», «Россия» do not)."""
    return of_words(post) - _GENERIC_OF


@remembered(5_000)
def _lemmas_of(text: str) -> frozenset[str]:
    return frozenset([lemma(word) for word in _WORD.findall(text.lower()) if len(word) > 1])


def _tails_agree(a: frozenset[str], b: frozenset[str]) -> bool:
    if not a or not b or a <= b or b <= a:
        return True
    own_a, own_b = a - _GENERIC_OF, b - _GENERIC_OF
    return not own_a or not own_b or bool(own_a & own_b)


def is_generic(post: PostMention) -> bool:
    """Whether the tail names nothing by itself («глава региона», «глава 47 региона»)."""
    return all(word in _GENERIC_OF or word.isdigit() for word in of_words(post))
