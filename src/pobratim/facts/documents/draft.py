"""Drafts: what one place of the text says of one document, before drafts of the same document are joined."""

from __future__ import annotations

from collections.abc import Sequence

from pobratim.core.date import PartialDate
from pobratim.core.facts import Term
from pobratim.facts.proof import Proven

# how much a status says when several mentions of one document disagree
STATUS_RANK = {"in_force": 1, "proposed": 2, "planned": 3, "signed": 4, "prolonged": 5, "terminated": 6}
# kinds that carry out another document
PLAN_KINDS = frozenset(("plan", "roadmap", "programme"))
# statuses of a document, and moods of an act, that are not done yet
TO_COME = ("planned", "proposed")


class Draft(Proven, eq=False):
    """One document as one or more mentions tell it.

    `parties` are actor ids in order; `explicit` says the text names them with the document (not guessed from the
    signatories or the page). `refer` marks a mention that names no document of its own («документ»).
    `ownerless` is true where its words name those with whom it was made and not by whom («соглашение с А, Б и В»).
    `told_back` is true of a mention that recalls a signing as known («подписанный меморандум предусматривает …»).
    `pointed` is true of a mention that points at the document named right before («данный договор был подписан …»).
    `approved` is true where the act is a vote or an approval («утвердили соглашение»), whose day gives way to that of the hands.
    `aside` is true where a participle or a relative clause tells its signing («по меморандуму, который заключили в октябре»).
    `renewing` is true of one that is to be prolonged: what is then signed prolongs it.
    `mentions` are the sentences that speak of it, `foreign_days` where dates begin that are of other acts.
    """

    kind: str
    sentence: int
    start: int
    end: int
    title: str | None = None
    parties: list[str] = []
    explicit: bool = False
    signatories: list[tuple[str, str | None]] = []
    witnesses: list[str] = []
    signed: PartialDate | None = None
    place: str | None = None
    term: Term | None = None
    spheres: list[str] = []
    status: str = "in_force"
    recalled: bool = False
    scene: int = 0
    nested: bool = False
    parental: bool = False
    refer: bool = False
    partnered: bool = False
    ownerless: bool = False
    unsure: bool = False
    lent_parties: bool = False
    headline: bool = False
    fresh: bool = False
    renewed: bool = False
    first: bool = False
    former: bool = False
    implied: bool = False
    plural: bool = False
    told_back: bool = False
    pointed: bool = False
    approved: bool = False
    renewing: bool = False
    aside: bool = False
    parent: Draft | None = None
    relation: str = "implements"
    topic: frozenset[str] = frozenset()
    mentions: list[int] = []
    foreign_days: set[int] = set()

    def __post_init__(self) -> None:
        self.mentions = self.mentions or [self.sentence]


def told_last(drafts: Sequence[Draft]) -> Draft | None:
    """The document told last, no parent of one that was told before it: what «он», «его», «подписание» mean."""
    return next((d for d in reversed(drafts) if not d.parental), None)


def named_last(drafts: Sequence[Draft]) -> Draft | None:
    """The document named last, none that stands in another one's words."""
    return next((d for d in reversed(drafts) if not d.nested), None)
