"""The readable output of one page: a head, and tables of documents, people, events and statements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import HORIZONTALS
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from pobratim.core.date import PartialDate
from pobratim.core.evidence import Evidence
from pobratim.core.facts import Document, Event, Facts, Person, Statement, Term
from pobratim.words.codes import DOCUMENT_KINDS, EVENT_KINDS, RELATIONS, SPHERES, STATUSES
from pobratim.words.speech import tr, tr_n

from .quote import Quote, Quoter, in_quotes

WIDTH_OFF_TERMINAL = 120
DOCUMENT_WIDTHS = (None, 9, 7, 4, 10)
PERSON_WIDTHS = (6, 10, 14)
EVENT_WIDTHS = (4, 10, 6, 10)
STATEMENT_WIDTHS = (6, 24)
DAY_CHARS = 10
MARKED = "bold"
FAINT = "dim"


class Sheet:
    """One page's facts as something rich can print."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._quoter = Quoter(facts.page.text)
        self._names = {place.id: place.name for place in facts.places} | {body.id: body.name for body in facts.bodies}
        self._names |= {person.id: person.name for person in facts.people}
        self._numbers = {document.id: str(n) for n, document in enumerate(facts.documents, 1)}

    def parts(self) -> list[RenderableType]:
        """The head and the tables that have rows, in the order of the contract."""
        facts = self._facts
        tables = [
            _table(tr("Documents"), ["№", tr("Document"), tr("Who"), tr("When, where")], DOCUMENT_WIDTHS),
            _table(tr("People"), [tr("Full name"), tr("Posts")], PERSON_WIDTHS),
            _table(tr("Events"), [tr("Event"), tr("Who"), tr("When, where")], EVENT_WIDTHS),
            _table(tr("Statements"), [tr("Speaker")], STATEMENT_WIDTHS),
        ]
        rows = (
            map(self._document, facts.documents),
            map(self._person, facts.people),
            map(self._event, facts.events),
            map(self._statement, facts.statements),
        )
        for table, own in zip(tables, rows, strict=True):
            for row in own:
                table.add_row(*row)
        shown: list[RenderableType] = [table for table in tables if table.row_count]
        return [self._head(), *(shown or [Text(tr("Nothing on this page reports cooperation."), style=FAINT)]), Text()]

    def _head(self) -> Text:
        page = self._facts.page
        head = Text((page.title or tr("(no headline)")) + "\n", style=MARKED)
        told = [page.url, page.site, _day(page.published), ", ".join(page.authors)]
        return head.append(" · ".join(filter(None, told)), style="not bold dim")

    def _document(self, document: Document) -> list[RenderableType]:
        what = Text(tr(DOCUMENT_KINDS[document.kind]), style=MARKED)
        if document.title:
            what.append(f"\n{document.title}", style="not bold italic")
        for line in (_spheres(document), _term(document.term), *self._relations(document)):
            what.append(f"\n{line}" if line else "", style="not bold dim")
        who = _lines(self._named(document.parties))
        for signatory in document.signatories:
            who.append(f"\n✍ {self._name(signatory.person)}")
        recalled = tr("recalled") if document.background else ""
        where = _stack(tr(STATUSES[document.status]), recalled, _day(document.signed), self._name(document.place))
        said = [piece for name in ("kind", "status", "parties", "signed") for piece in document.evidence.get(name, [])]
        return [Text(self._numbers[document.id]), what, who, where, self._said(said or _flat(document.evidence))]

    def _relations(self, document: Document) -> list[str]:
        return [f"{tr(RELATIONS[r.kind])} № {self._numbers.get(r.to, '?')}" for r in document.relations]

    def _person(self, person: Person) -> list[RenderableType]:
        posts = _lines([post.title for post in person.posts])
        pieces = [piece for post in person.posts for piece in post.evidence]
        return [Text(person.name, style=MARKED), posts, self._said(pieces or person.evidence[:1])]

    def _event(self, event: Event) -> list[RenderableType]:
        what = Text(tr(EVENT_KINDS[event.kind]), style=MARKED)
        what.append(f"\n{tr(STATUSES[event.status])}", style="not bold dim")
        who = _lines(self._named(event.parties))
        for attendee in event.people:
            who.append(f"\n• {self._name(attendee.person)}" if who else f"• {self._name(attendee.person)}")
        return [what, who, _stack(_day(event.date), self._name(event.place)), self._said(_flat(event.evidence))]

    def _statement(self, statement: Statement) -> list[RenderableType]:
        speaker = Text(self._name(statement.speaker) or "—", style=MARKED)
        manner = tr("direct speech") if statement.direct else tr("reported")
        speaker.append(f"\n{manner}", style="not bold dim")
        return [speaker, Text(in_quotes(statement.text))]

    def _said(self, evidence: Iterable[Evidence]) -> Text:
        return Text("\n").join(_quoted(quote) for quote in self._quoter.quotes(evidence))

    def _named(self, ids: Sequence[str]) -> list[str]:
        return [self._names[i] for i in ids if i in self._names]

    def _name(self, one: str | None) -> str:
        return self._names.get(one or "", "")


def console() -> Console:
    """The console of stdout: coloured only where that is a terminal."""
    found = Console(highlight=False, soft_wrap=False)
    if not found.is_terminal:
        found.width = WIDTH_OFF_TERMINAL
    return found


def readable(facts: Facts) -> RenderableType:
    """The page's facts as one thing to print."""
    return Group(*Sheet(facts).parts())


def _table(title: str, columns: Sequence[str], widths: Sequence[int | None]) -> Table:
    """An empty table whose last column is the evidence; `widths` are shares of the line, None what the cells need."""
    table = Table(title=title, title_justify="left", title_style=MARKED, expand=True, show_lines=True, box=HORIZONTALS)
    for name, width in zip([*columns, tr("The page says")], widths, strict=True):
        table.add_column(name, ratio=width, min_width=DAY_CHARS if width else None, overflow="fold")
    return table


def _quoted(quote: Quote) -> Text:
    quoted = in_quotes(quote.text)
    shift = quoted.index(quote.text)
    text = Text(quoted, style=FAINT)
    for start, end in quote.marks:
        text.stylize("not dim bold", start + shift, end + shift)
    return text


def _flat(evidence: dict[str, list[Evidence]]) -> list[Evidence]:
    return [piece for pieces in evidence.values() for piece in pieces]


def _lines(lines: Sequence[str]) -> Text:
    return Text("\n".join(lines))


def _stack(*lines: str) -> Text:
    return _lines([line for line in lines if line])


def _day(date: PartialDate | None) -> str:
    """A date as Russian papers write it: 24.04.2024, 06.2023, 2021, 23.04."""
    return ".".join(reversed(date.value.removeprefix("--").split("-"))) if date else ""


def _spheres(document: Document) -> str:
    return ", ".join(tr(SPHERES.get(code, code)) for code in document.spheres)


def _term(term: Term | None) -> str:
    if term is None:
        return ""
    days = [_day(date) or "…" for date in (term.from_, term.to)]
    ends = "–".join(dict.fromkeys(days)) if term.from_ or term.to else ""
    years = tr_n("for {number} year", "for {number} years", term.years) if term.years else ""
    told = [ends, years, tr("open-ended") if term.open_ended else "", term.renewal or ""]
    return ", ".join(filter(None, told))
