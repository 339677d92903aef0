"""Read many pages on one machine: in this process, or in several; outcomes in the order of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait

from pobratim.core.errors import PobratimError
from pobratim.sources.raw_page import RawPage, Source

from .outcome import Outcome
from .worker import Reader, Worker, read_one

#: So many pages a process may lie ready before the slowest is done: memory stays small, order stays kept.
AHEAD_PAGES = 8


def scan(sources: Iterable[Source], read: Reader, jobs: int = 1) -> Iterator[Outcome]:
    """The outcome of every page of every source, in order; none is lost.

    A page that cannot be had or read, or whose process dies, has its reason; the others go on.

    Args:
        sources: where the pages come from; asked as they are needed.
        read: page → facts as JSON; must be a function that another process can import when `jobs` > 1.
        jobs: how many processes; 1 reads in this one.

    Raises:
        ValueError: `jobs` is less than 1.
    """
    if jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    items = _items(sources)
    if jobs == 1:
        return (read_one(read, item) if isinstance(item, RawPage) else item for item in items)
    return _Pool(read, jobs).run(items)


def _items(sources: Iterable[Source]) -> Iterator[RawPage | Outcome]:
    """Pages, and outcomes in the place of pages that could not be had; a source that breaks down gives one too."""
    for source in sources:
        try:
            for item in source.pages():
                yield Outcome.of_error(item, source.address) if isinstance(item, PobratimError) else item
        except Exception as error:
            yield Outcome.of_error(error, source.address)


class _Pool:
    """Some workers, the outcomes that wait for their turn, and the numbers of the next page in and out."""

    def __init__(self, read: Reader, jobs: int) -> None:
        self.read = read
        self.workers = [Worker(read) for _ in range(jobs)]
        self.ready: dict[int, Outcome] = {}
        self.next_in = 0
        self.next_out = 0

    def run(self, items: Iterator[RawPage | Outcome]) -> Iterator[Outcome]:
        """The outcomes in order."""
        more = True
        try:
            while more or self.next_out < self.next_in:
                while more and self._room():
                    more = self._feed(items)
                while self.next_out in self.ready:
                    yield self.ready.pop(self.next_out)
                    self.next_out += 1
                if self.next_out < self.next_in and self.next_out not in self.ready and not (more and self._room()):
                    self._collect()
        finally:
            for worker in self.workers:
                worker.close()

    def _room(self) -> bool:
        """Whether another page may be taken: a worker is free, and the order is not too far ahead."""
        ahead = self.next_in - self.next_out < AHEAD_PAGES * len(self.workers)
        return ahead and any(worker.busy is None for worker in self.workers)

    def _feed(self, items: Iterator[RawPage | Outcome]) -> bool:
        """Give the next page to a free worker; False when there is none left."""
        item = next(items, None)
        if item is None:
            return False
        number, self.next_in = self.next_in, self.next_in + 1
        if isinstance(item, Outcome):
            self.ready[number] = item
            return True
        place = next(n for n, worker in enumerate(self.workers) if worker.busy is None)
        if not self.workers[place].give(number, item):
            self._replace(place)
            if not self.workers[place].give(number, item):
                self.ready[number] = Outcome(item.address, error="WorkerDied", reason="no process could take it")
        return True

    def _collect(self) -> None:
        """Wait until a worker is done, or has died, and take what it gives."""
        busy = {worker.line: n for n, worker in enumerate(self.workers) if worker.busy is not None}
        for line in wait(list(busy)):
            place = busy[line]  # type: ignore[index]
            number, outcome = self.workers[place].take()
            self.ready[number] = outcome
            if outcome.error == "WorkerDied":
                self._replace(place)

    def _replace(self, place: int) -> None:
        """A new process for one that died."""
        self.workers[place].close()
        self.workers[place] = Worker(self.read)
