"""What `pobratim add` does with each page: make it ready in any process, store it in this one."""

from __future__ import annotations

import hashlib
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pobratim.core.errors import PobratimError
from pobratim.core.garbage import there_for_good
from pobratim.register.beside import Beside
from pobratim.register.check import facts_of
from pobratim.register.log import LogBack, roomy_cache
from pobratim.register.services import Incoming, Reading, incoming_facts, pages_store, reading_of, settle
from pobratim.scan import Outcome
from pobratim.scan.outcome import failed
from pobratim.sources import RawPage, Source, choose_source
from pobratim.sources.file import STDIN
from pobratim.sources.web import is_web
from pobratim.words.speech import tr, tr_n

from .complaint import complaint
from .facts_lines import SUFFIXES, FactsLines, is_facts, stdin_has_facts
from .progress import Bar, page_count
from .step import Step

if TYPE_CHECKING:
    from rich.progress import ProgressColumn

#: Pages go in together, so many or what came within so many seconds: a transaction has its price.
STORE_PAGES, STORE_S = 2000, 5.0
#: Records are brought up to date as often as is of use and as seldom as is cheap: who is in the news every day is made
#: anew each time from all that was ever told of them.
SETTLE_PAGES, SETTLE_S = 24_000, 60.0


def ready_for_many() -> None:
    """Sets this process up to store many pages."""
    there_for_good()
    roomy_cache()


def choose_intake(argument: str, *, allow_private: bool = False) -> Source:
    """The source that an argument means; nothing is read yet, but the beginning of standard input is looked at."""
    if argument == STDIN and stdin_has_facts():
        return FactsLines(argument)
    if not is_web(argument) and argument.lower().endswith(SUFFIXES):
        return FactsLines(argument)
    return choose_source(argument, allow_private=allow_private)


@dataclass(frozen=True)
class IntakeStep:
    """Page → what it will put into the register: all that needs no register is done here; a page may have been read already."""

    only_relevant: bool = False

    def __call__(self, page: RawPage) -> Reading | None:
        """The page, ready to be stored; None where it is not worth reading.

        Raises:
            PageError: the bytes are no page that can be read, or no facts by the contract.
        """
        if is_facts(page.raw):
            return reading_of(incoming_facts(page.raw))
        line = Step(only_relevant=self.only_relevant)(page)
        return None if line is None else reading_of(_incoming(page, line))


def _incoming(page: RawPage, line: bytes) -> Incoming:
    """A page and its facts as JSON.

    Its address is that of the facts; a file's is made absolute, so that it is one page from wherever it is added;
    a page from standard input, which has none, is known by its bytes.
    """
    facts, snapshot = facts_of(line), hashlib.sha256(page.raw).hexdigest()
    own = facts.page.url or ""
    where = own if own and own != page.address else page.address
    known = f"stdin:{snapshot[:16]}" if where == STDIN else where if is_web(where) else str(Path(where).resolve())
    facts.page.url = known
    return Incoming(facts, known, snapshot)


class IntakeBar(Bar):
    """The bar with the rate, and with the lines of facts counted."""

    def __init__(self, sources: Sequence[Source]) -> None:
        super().__init__(sources)
        if self._total:
            self._total = sum(one.count() if isinstance(one, FactsLines) else page_count(one) for one in sources)
            self._wanted = self._total > 1

    def _appear(self) -> None:
        super()._appear()
        if self._progress is not None:
            self._progress.columns = (*self._progress.columns, _rate_column(self._began))


def _rate_column(began: float) -> ProgressColumn:
    from rich.progress import ProgressColumn as Column
    from rich.progress import Task
    from rich.text import Text

    class Rate(Column):
        """Pages a second since the beginning."""

        def render(self, task: Task) -> Text:
            rate = task.completed / max(time.monotonic() - began, 0.001)
            return Text(tr("{rate} a second").format(rate=f"{rate:.1f}"))

    return Rate()


class Intake:
    """Stores outcomes some at a time and counts what became of them."""

    def __init__(self, bar: Bar) -> None:
        self.counts: Counter[str] = Counter()
        self._bar = bar
        self._waiting: list[Reading] = []
        self._unsettled = 0
        ready_for_many()
        self._log = LogBack()
        self._beside = Beside()
        settle()  # what a run that was killed left
        self._stored_at = self._settled_at = time.monotonic()

    def take(self, outcome: Outcome[Reading]) -> None:
        """One page: taken to be stored with others, passed over, or one line on stderr."""
        self._bar.advance()
        if outcome.error is not None:
            self._complain(outcome.address, outcome.error)
        elif outcome.facts is None:
            self.counts["passed over"] += 1
            return
        else:
            self._waiting.append(outcome.facts)
        now = time.monotonic()
        if len(self._waiting) >= STORE_PAGES or now - self._stored_at >= STORE_S:
            self._store()
        if self._unsettled >= SETTLE_PAGES or now - self._settled_at >= SETTLE_S:
            self._settle()
            self._log.begin()

    def finish(self) -> None:
        """Stores what waits, brings the records up to date, and leaves no long log behind."""
        self._store()
        self._settle()
        self._beside.close()
        self._log.empty()

    def _store(self) -> None:
        """All that wait in one transaction; where that fails, each in its own, to find the one at fault."""
        pages, self._waiting = self._waiting, []
        if len(pages) >= STORE_PAGES:
            self._beside.begin()
        try:
            self.counts.update(pages_store(pages))
        except Exception:
            for page in pages:
                try:
                    self.counts.update(pages_store([page]))
                except Exception as error:
                    self._complain(page.address, error)
        self._unsettled += len(pages)
        self._stored_at = time.monotonic()

    def _settle(self) -> None:
        if self._unsettled:
            settle(self._beside, self._log if self._unsettled >= STORE_PAGES else None)  # a short one is soon looked through
        self._unsettled = 0
        self._settled_at = self._stored_at = time.monotonic()

    @property
    def any_read(self) -> bool:
        """Whether there was a page that could be read."""
        return any(number for what, number in self.counts.items() if what != "failed")

    def summary(self) -> str:
        """How many pages were added, had changed, were there already, were passed over, could not be read."""
        count = self.counts
        told = (
            (count["new"], tr_n("{number} page added", "{number} pages added", count["new"])),
            (count["changed"], tr_n("{number} changed", "{number} changed", count["changed"])),
            (count["same"], tr_n("{number} known already", "{number} known already", count["same"])),
            (count["passed over"], tr_n("{number} passed over", "{number} passed over", count["passed over"])),
            (count["failed"], tr_n("{number} not read", "{number} not read", count["failed"])),
        )
        return ", ".join(words for number, words in told if number) or tr("nothing to add")

    def _complain(self, address: str, error: Exception) -> None:
        self.counts["failed"] += 1
        known = error if isinstance(error, PobratimError) else None
        told = failed(address, known or error).error
        with self._bar.aside(sys.stderr):
            click.echo(complaint(told or PobratimError("", address=address)), err=True)
