"""Agreement: whether two drafts of one page can speak of one document.

Each check is true of a pair that cannot be one. `CHECKS` hold for every pair, `NAMED_CHECKS` where the later mention
names a document; «документ» and the like only refer. A new check goes into one of these tuples at the bottom.
"""

from __future__ import annotations

from collections.abc import Callable

from pobratim.facts.story import Story
from pobratim.lexicon.documents import group

from .draft import PLAN_KINDS, TO_COME, Draft

_GENERAL = frozenset(("agreement", "contract", "statement", "other"))
_TIE_KINDS = frozenset(("agreement", "memorandum", "protocol", "declaration"))
_ROUGHLY = frozenset(("memorandum", "protocol", "declaration"))
_CLOSER = frozenset(("memorandum", "protocol", "declaration", *PLAN_KINDS))
_EMPTY_TOPIC = group("empty-topic")
_TITLED = frozenset(("signed", "planned", "in_force"))
_REFER_REACH = 4  # sentences


def can_be_one(story: Story, a: Draft, b: Draft) -> bool:
    """Whether draft `b` can speak of the document that `a` began.

    «Готовят соглашение А и Б» and later «А и Б подписали соглашение» can; «ещё одно соглашение» after it cannot.
    """
    if any(check(story, a, b) for check in CHECKS):
        return False
    if b.refer:
        return b.sentence - a.mentions[-1] <= _REFER_REACH and not (b.partnered and _other_parties(story, a, b))
    return not any(check(story, a, b) for check in NAMED_CHECKS)


def shared_parties(story: Story, a: Draft, b: Draft, *, loosely: bool = False) -> int:
    """How many parties of `a` are parties of `b`; loosely, a country stands for what lies in it."""
    same = story.registry.one_in_other if loosely else story.registry.same_side
    return sum(any(same(x, y) for y in b.parties) for x in a.parties)


def _one_mention(story: Story, a: Draft, b: Draft) -> bool:
    """«соглашения с А и Б»: two documents of one mention."""
    return a.start == b.start


def _another_one(story: Story, a: Draft, b: Draft) -> bool:
    """«ещё одно соглашение», unless only the headline told the first; «другой документ»."""
    return b.fresh and (b.refer or not a.headline)


def _new_beside_old(story: Story, a: Draft, b: Draft) -> bool:
    """«новое соглашение» beside an older one; «новый договор предусматривает …» is the one prolonged today."""
    if a.status == "prolonged" and not a.recalled and b.status == "in_force":
        return False
    announced = b.refer and b.status in TO_COME and a.status == "signed" and a.recalled
    return b.renewed and (announced or not b.refer) and (a.recalled or a.status in ("in_force", "terminated", "prolonged"))


def _first_of_history(story: Story, a: Draft, b: Draft) -> bool:
    """«первый договор подписали в 1992 году»."""
    return b.first and b.recalled and (not a.recalled or a.renewed)


def _other_kind(story: Story, a: Draft, b: Draft) -> bool:
    """A memorandum and a protocol; the headline may name another instrument than the body («соглашение» for a protocol)."""
    kinds = {a.kind, b.kind}
    if len(kinds) == 1 or a.refer or b.refer or kinds <= PLAN_KINDS:
        return False
    if (a.implied or b.implied) and kinds <= _TIE_KINDS:
        return False
    if b.kind == "agreement" and kinds <= _TIE_KINDS and _only_named(b) and not (b.explicit or b.topic or b.plural or a.plural):
        return False  # «подписали меморандум. Соглашение предусматривает …»
    if _named_roughly(story, a, b):
        return False
    if names_closer(a, b) and not (b.explicit and shared_parties(story, a, b) < 2):
        return False
    return not ((a.headline or b.headline) and kinds & _GENERAL)


def names_closer(a: Draft, b: Draft) -> bool:
    """«подписали соглашение» and then «Подписанный меморандум …»: one act, which the later words name more closely."""
    news = a.status == "signed" and not (a.recalled or a.nested or a.refer or a.plural)
    return news and b.told_back and not (b.nested or b.fresh or b.plural) and a.kind == "agreement" and b.kind in _CLOSER


def _named_roughly(story: Story, a: Draft, b: Draft) -> bool:
    """«подписан меморандум А и Б» and then «Соглашение, подписанное главами …»: one act, which the later word names roughly."""
    news = a.status == "signed" and not (a.recalled or a.nested or a.refer or a.plural or a.headline) and a.kind in _ROUGHLY
    later = b.told_back and b.kind == "agreement" and not (b.fresh or b.renewed or b.plural or b.nested or b.recalled)
    return news and later and 0 < b.sentence - a.mentions[-1] <= _REFER_REACH and shared_parties(story, a, b) > 1


def _other_hands(story: Story, a: Draft, b: Draft) -> bool:
    """Signed by X and Y, and signed by X and Z: two documents."""
    x, y = ({person for person, _ in d.signatories} for d in (a, b))
    return len(x) > 1 and len(y) > 1 and bool(x & y) and bool(x - y) and bool(y - x)


def _other_school(story: Story, a: Draft, b: Draft) -> bool:
    """A rector of a third university signs: «ОшГУ и ЮУрГУ подписали соглашение … ректор УрГЭУ подпишет новое»."""
    bodies = story.registry.bodies
    if (a.status, b.status) != ("signed", "planned") or not a.explicit or len(a.parties) < 2:
        return False
    if any(p not in bodies or bodies[p].kind != "university" for p in a.parties):
        return False
    schools = {side for _, side in b.signatories if side in bodies and bodies[side].kind == "university"}
    return any(not any(story.registry.same_side(side, p) for p in a.parties) for side in schools)


def _other_date(story: Story, a: Draft, b: Draft) -> bool:
    """«от 5 мая 2020» and «от 6 мая 2020»; «2020» and «в мае 2020» agree, as do «5 мая» and a full date of that day."""
    x, y = a.signed, b.signed
    if _prolonged_here(a, b) or a.approved != b.approved:
        return False  # «депутаты сегодня утвердили соглашение … Подписи поставили 16 июня»
    if x is None or y is None or x.value.startswith(y.value) or y.value.startswith(x.value):
        return False
    if x.yearless or y.yearless:
        return x.value[-5:] != y.value[-5:] or "year" in (x.precision, y.precision)
    return True


def _prolonged_here(a: Draft, b: Draft) -> bool:
    """«Продлили договор … Впервые его заключили в 2001 году»: the bare noun of the kind is the one prolonged."""
    bare = not (b.first or b.fresh or b.renewed or b.explicit or b.plural or b.topic - _EMPTY_TOPIC)
    return a.status == "prolonged" and not a.recalled and b.status == "signed" and b.recalled and a.kind == b.kind and bare


def _parent_and_child(story: Story, a: Draft, b: Draft) -> bool:
    """A plan and the agreement that it implements."""
    return (a.parent is b and b.nested) or b.parent is a


def _nested_of_other_kind(story: Story, a: Draft, b: Draft) -> bool:
    """«план по реализации соглашения» and «программа»: what is implemented is named by its own noun."""
    return a.nested != b.nested and a.kind != b.kind


def _listed_together(story: Story, a: Draft, b: Draft) -> bool:
    """«соглашение между А и Б и соглашение между А и В» in one sentence."""
    beside = a.sentence == b.sentence and not b.refer and a.kind == b.kind and a.explicit and b.explicit
    return beside and shared_parties(story, a, b) != max(len(a.parties), len(b.parties))


def _two_titles(story: Story, a: Draft, b: Draft) -> bool:
    """«подписали «Соглашение о дружбе» и «Соглашение в сфере туризма»»: two subjects in one sentence."""
    if a.sentence != b.sentence or a.kind != b.kind or a.nested or b.nested or a.refer or a.headline:
        return False
    x, y = a.topic - _EMPTY_TOPIC, b.topic - _EMPTY_TOPIC
    return a.status == b.status and a.status in _TITLED and bool(x and y) and not x & y


def _refers_to_others(story: Story, a: Draft, b: Draft) -> bool:
    """«Документ с В» after an agreement of A and B; the body of one of its hands tells no other sides."""
    told = b.partnered or len(b.parties) > 1
    return bool(b.refer and a.parties and told) and not shared_parties(story, a, b, loosely=not b.partnered)


def _other_parties(story: Story, a: Draft, b: Draft) -> bool:
    """Parties that differ: told ones must all be the same, guessed ones must share one, those of a headline need not.

    Fails where one side is told by its region once and by its city another time.
    """
    if not a.parties or not b.parties:
        return False
    shared, fewer = shared_parties(story, a, b), min(len(a.parties), len(b.parties), 2)
    if (a.parental or b.parental) and (a.signed is None or b.signed is None):
        return shared < 1 or shared_parties(story, a, b, loosely=True) < fewer
    of_headline = a.headline or b.headline
    if b.explicit and (a.explicit or b.partnered and len(a.parties) > 1 and not of_headline):
        return shared < fewer
    return shared < 1 and (not of_headline or a.explicit and b.explicit)


def _other_status(story: Story, a: Draft, b: Draft) -> bool:
    """A document recalled as signed once and one planned now are two, when either tells its date."""
    if a.implied or b.implied:
        return False
    statuses = {a.status, b.status}
    if _prolonged_here(a, b) or a.status == "terminated" and b.status == "in_force" and not b.explicit:
        return False  # «расторгли договор. Он действовал с 1987 года»
    if statuses == {"terminated", "signed"}:
        # the ended one may be told with the day of its signature; a new one beside it is another document
        return not (a if a.status == "signed" else b).recalled
    if statuses == {"terminated", "planned"}:
        return True
    if b.told_back and b.signed is None and not (b.explicit or b.nested) and a.status == "signed" and not a.recalled:
        return False  # «Напомним, … Соглашение, подписанное на форуме, станет основой …»
    if b.pointed and b.sentence - a.mentions[-1] <= 1 and a.status != "proposed":
        return False  # «депутаты рассмотрят договор. Данный договор был подписан 20 сентября»
    if _only_named(a) or _only_named(b):
        return False  # «5 мая подписали соглашение. Соглашение предусматривает …»
    return a.recalled != b.recalled and not (a.nested or b.nested) and (a.signed is not None or b.signed is not None)


def _only_named(draft: Draft) -> bool:
    """Whether a mention names a document and says neither what was done to it nor when."""
    return draft.status == "in_force" and draft.signed is None and "status" not in draft.evidence and not draft.nested


def _ended_by_others(story: Story, a: Draft, b: Draft) -> bool:
    """«расторгли договор с А» and «подписали договор с Б»: one is the other only where both sides are the same."""
    return {a.status, b.status} == {"terminated", "signed"} and bool(b.parties) and shared_parties(story, a, b) < 2


def _first_but_ended(story: Story, a: Draft, b: Draft) -> bool:
    """«первое соглашение» after one that was prolonged or ended."""
    return b.first and a.status in ("prolonged", "terminated")


def _other_topic(story: Story, a: Draft, b: Draft) -> bool:
    """«соглашение в сфере туризма» and «соглашение об образовании» of the same two."""
    if not (a.explicit and b.explicit and a.spheres and b.spheres) or set(a.spheres) == set(b.spheres):
        return False
    x, y = a.topic - _EMPTY_TOPIC, b.topic - _EMPTY_TOPIC
    return bool(x and y) and not x & y


Check = Callable[[Story, Draft, Draft], bool]
CHECKS: tuple[Check, ...] = (
    _one_mention,
    _another_one,
    _new_beside_old,
    _first_of_history,
    _other_kind,
    _other_date,
    _parent_and_child,
    _nested_of_other_kind,
    _listed_together,
    _two_titles,
    _refers_to_others,
)
NAMED_CHECKS: tuple[Check, ...] = (
    _other_parties,
    _other_status,
    _ended_by_others,
    _first_but_ended,
    _other_topic,
    _other_hands,
    _other_school,
)
