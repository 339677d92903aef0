"""The rows of a list into the register at one stroke."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone

from pobratim.register import sql
from pobratim.register.derive.draft import MANY, resolved
from pobratim.register.errors import Changed, WrongValue
from pobratim.register.field import refs_in
from pobratim.register.lists.dry import Fate, Plan, RowPlan, nodes_there, plan_again
from pobratim.register.lists.entry import Thing
from pobratim.register.lists.match import Matcher
from pobratim.register.models import ListImport, ListRow
from pobratim.register.models.decision import Action
from pobratim.register.nodes import add_nodes
from pobratim.register.permission import Permission, require
from pobratim.register.settle import settle

from .decision import Author, clean, named_in, write
from .field import checked as checked_value
from .field import cleaned


class ListFile(NamedTuple):
    """Whence a list comes: the name of the file and the SHA-256 of its bytes."""

    name: str
    sha256: str


class Applied(NamedTuple):
    """What an import did; `number` is that of the import, None where there was nothing to do."""

    number: int | None
    added: int
    filled: int


@transaction.atomic
def list_apply(
    *,
    plan: Plan,
    file: ListFile,
    author: Author,
    skip_unreadable: bool = False,
    list_wins: bool = False,
    advance: Callable[[], None] = lambda: None,
) -> Applied:
    """Brings a list into the register as it was planned: all of it or nothing.

    A new document is entered with what it names; of a known one only what is missing is set, unless the list wins.

    Args:
        plan: of the dry run.
        file: whence it comes; file and row stand in the reason of every decision.
        author: who imports it.
        skip_unreadable: rows that cannot be read are left out.
        list_wins: where list and record differ, the record is changed too.
        advance: called after every row.

    Raises:
        WrongValue: some rows cannot be read, and they are not to be left out.
        Changed: the register has changed since the dry run, so that something else would happen.
    """
    require(author.user, Permission.ENTER)
    sql.lock()
    settle()
    if not skip_unreadable and (unreadable := plan.of(Fate.UNREADABLE)):
        raise WrongValue(
            "some rows cannot be read: mend them, or leave them out", address=f"{file.name}:{unreadable[0].row.number}"
        )
    if plan_again(plan) != plan:
        raise Changed("the register has changed since the dry run: look at it again", address=file.name)
    work = _Work(plan, file, author, list_wins)
    if not work.wanted:
        return Applied(None, 0, 0)
    work.enter_named()
    for one in work.wanted:
        work.enter(one)
        advance()
    settle()
    return Applied(work.record_import(), len(plan.of(Fate.ADD)), len(work.wanted) - len(plan.of(Fate.ADD)))


class _Work:
    """One import at work; all its decisions share a moment."""

    def __init__(self, plan: Plan, file: ListFile, author: Author, list_wins: bool) -> None:
        self.plan, self.file, self.author = plan, file, author
        self.now: datetime.datetime = timezone.now()
        self.list_wins = list_wins
        self.wanted = [one for one in plan.rows if one.fate == Fate.ADD or _changes(one, list_wins)]
        self.records: dict[str, str] = {}

    def enter_named(self) -> None:
        """Enters the actors and people whom documents name and nobody knows yet: first those that others are told by."""
        matcher = Matcher()
        things: dict[str, tuple[Thing, int]] = {}
        for one in self.wanted:
            for thing in one.entry.named if one.entry else ():
                things.setdefault(thing.node, (thing, one.row.number))
        for node, (thing, _) in things.items():
            if match := matcher.record_of(thing):
                self.records[node] = match.record
        new = {node: pair for node, pair in things.items() if node not in self.records}
        while new:
            ready = {node: pair for node, pair in new.items() if new.keys().isdisjoint(refs_in(list(pair[0].values.values())))}
            for thing, number in (ready or new).values():
                self._accept(thing, number)
            settle()
            new = {node: pair for node, pair in new.items() if node not in (ready or new)}

    def enter(self, one: RowPlan) -> None:
        """A new document, or what a known one lacks."""
        assert one.entry is not None
        document, number = one.entry.document, one.row.number
        if one.match is None:
            self._accept(document, number)
            told = {field: many if field in MANY else many[0] for field, many in document.values.items()}
            self._edit(document.node, told, number)
        else:
            self._edit(one.match.record, _changes(one, self.list_wins), number)

    def _accept(self, thing: Thing, number: int) -> None:
        add_nodes([(thing.node, thing.kind, thing.content)], known_too=True)
        values = cleaned(self._resolved(thing.values))
        anchors = [(thing.node, 0), *named_in(values)]
        write(Action.ACCEPT, anchors, self.author, self._reason(number), value=values, at=self.now)

    def _edit(self, node: str, told: Mapping[str, Any], number: int) -> None:
        for field, value in sorted(told.items()):
            kept = checked_value(node[0], field, self._resolved(value))
            anchors = [(node, 0), *named_in(kept)]
            write(Action.EDIT, anchors, self.author, self._reason(number), field=field, value=kept, at=self.now)

    def _resolved(self, value: Any) -> Any:
        """The value with what is known referred to by its record."""
        return resolved(value, {node: self.records.get(node, node) for node in refs_in(value)})

    def _reason(self, number: int) -> str:
        return f"{self.file.name} · {self.plan.table.name} · № {number}"

    def record_import(self) -> int:
        """Keeps what was imported, row by row; returns the number of the import."""
        made = ListImport.objects.create(
            file=clean(self.file.name),
            sha256=self.file.sha256,
            sheet=clean(self.plan.table.name),
            own=clean(self.plan.own),
            columns=self.plan.columns,
            author_name=clean(self.author.name),
            made_at=self.now,
        )
        nodes = {one.row.number: _node(one) for one in self.plan.rows if one.entry}
        there = nodes_there(nodes.values())
        rows = [
            ListRow(
                list_import=made,
                number=one.row.number,
                cells=cleaned(one.row.cells),
                node=nodes[one.same_as or one.row.number],
            )
            for one in self.plan.rows
            if one.entry and nodes[one.same_as or one.row.number] in there
        ]
        ListRow.objects.bulk_create(rows, batch_size=500)
        return int(made.pk)


def _node(one: RowPlan) -> str:
    assert one.entry is not None
    return one.match.record if one.match else one.entry.document.node


def _changes(one: RowPlan, list_wins: bool) -> dict[str, Any]:
    """What is to be set on a known record."""
    if one.match is None:
        return {}
    differing = {each.field: each.in_list for each in one.comparison.differing} if list_wins else {}
    return {**one.comparison.missing, **differing}
