"""How far a long run is, on stderr and only where that is a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TextIO

from pobratim.sources import Source
from pobratim.sources.folder import Folder, page_paths
from pobratim.words.speech import tr

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

PATIENCE_S = 2.0
REDRAW_S = 0.1


def page_count(source: Source) -> int:
    """How many pages a source will give: the files of a folder, else one."""
    return len(page_paths(Path(source.address))) if isinstance(source, Folder) else 1


class Bar:
    """A progress bar that appears after `PATIENCE_S` where there is more than one page to read."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._total = sum(map(page_count, sources)) if sys.stderr.isatty() else 0
        self._done = 0
        self._began = self._drawn = time.monotonic()
        self._wanted = self._total > 1
        self._what = tr("Reading pages")
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._progress is not None:
            self._progress.stop()

    def advance(self) -> None:
        """One page more is done."""
        self._reach(self._done + 1)

    def _reach(self, done: int) -> None:
        self._done = done
        now = time.monotonic()
        if not self._wanted or now - self._began < PATIENCE_S or now - self._drawn < REDRAW_S:
            return
        self._drawn = now
        if self._progress is None:
            self._appear()
        if self._progress is not None and self._task is not None:
            self._progress.update(self._task, completed=self._done, refresh=True)

    @contextmanager
    def aside(self, stream: TextIO) -> Iterator[None]:
        """Takes the bar off the terminal while something is written to `stream`, where that is a terminal too."""
        if self._progress is None or not stream.isatty():
            yield
            return
        self._progress.stop()
        yield
        self._progress.start()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        console = Console(stderr=True)
        self._progress = Progress(
            *columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False
        )
        self._task = self._progress.add_task(self._what, total=self._total)
        self._progress.start()


class RowBar(Bar):
    """The same over the rows of a table; `what` says what is done with them."""

    def __init__(self, total: int, what: str) -> None:
        super().__init__([])
        self._total = total if sys.stderr.isatty() else 0
        self._wanted, self._what = self._total > 1, what


class ShareBar(Bar):
    """The same over whatever is told to be done of a whole that is not known at the beginning."""

    def __init__(self, what: str) -> None:
        super().__init__([])
        self._wanted, self._what = sys.stderr.isatty(), what

    def told(self, done: int, of: int) -> None:
        """So much is done of so much; the bar has hundredths."""
        self._total = 100
        self._reach(100 * done // max(of, 1))
