"""Read many pages on one machine: in this process, or in several; outcomes in the order of the sources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from typing import Generic

from pobratim.core.errors import PageError, PobratimError
from pobratim.sources.raw_page import RawPage, Source

from .outcome import Outcome, T, failed
from .worker import Reader, Worker, read_one

#: So many pages a process may be ahead of the slowest one: memory stays small, order stays kept.
AHEAD_PAGES = 8


def scan(sources: Iterable[Source], read: Reader[T], jobs: int = 1) -> Iterator[Outcome[T]]:
    """The outcome of every page of every source, in order; none is lost.

    A page that cannot be had or read, or whose process dies over it, has its error; the others go on.

    Args:
        sources: where the pages come from; asked as their pages are needed.
        read: page → what shall become of it (facts as JSON bytes); None passes the page over. With more than one
            job it must be a thing that another process can unpack: a function of a module, an object of such a class.
        jobs: how many processes; 1 reads in this one.

    Raises:
        ValueError: `jobs` is less than 1.
    """
    if jobs < 1:
        raise ValueError(f"jobs must be at least 1, not {jobs}")
    items: Iterator[RawPage | Outcome[T]] = _items(sources)
    if jobs == 1:
        return (read_one(read, item) if isinstance(item, RawPage) else item for item in items)
    return _Pool(read, jobs).run(items)


def _items(sources: Iterable[Source]) -> Iterator[RawPage | Outcome[T]]:
    """Pages, and outcomes in the place of pages that could not be had; a source that breaks down gives one too."""
    for source in sources:
        try:
            for item in source.pages():
                yield failed(source.address, item) if isinstance(item, PobratimError) else item
        except Exception as error:
            yield failed(source.address, error)


class _Pool(Generic[T]):
    """Some workers, the outcomes that wait for their turn, and the numbers of the next page in and out."""

    def __init__(self, read: Reader[T], jobs: int) -> None:
        self.read = read
        self.jobs = jobs
        self.workers: list[Worker[T]] = []
        self.ready: dict[int, Outcome[T]] = {}
        self.next_in = 0
        self.next_out = 0

    def run(self, items: Iterator[RawPage | Outcome[T]]) -> Iterator[Outcome[T]]:
        """The outcomes in order; the processes live as long as somebody asks for more."""
        more = True
        try:
            while more or self.next_out < self.next_in:
                while more and self._has_room():
                    more = self._feed(items)
                if self.next_out in self.ready:
                    yield self.ready.pop(self.next_out)
                    self.next_out += 1
                elif self.next_out < self.next_in:
                    self._collect()
        finally:
            for worker in self.workers:
                worker.close()

    def _has_room(self) -> bool:
        """Whether another page may be taken: a worker is free, and the order is not too far ahead."""
        free = len(self.workers) < self.jobs or any(worker.busy is None for worker in self.workers)
        return free and self.next_in - self.next_out < AHEAD_PAGES * self.jobs

    def _feed(self, items: Iterator[RawPage | Outcome[T]]) -> bool:
        """Give the next page to a free worker; False when there is none left."""
        item = next(items, None)
        if item is None:
            return False
        number, self.next_in = self.next_in, self.next_in + 1
        if isinstance(item, Outcome):
            self.ready[number] = item
        elif not (self._free_worker().give(number, item) or self._free_worker().give(number, item)):
            self.ready[number] = failed(item.address, PageError("no process could take it"))
        return True

    def _free_worker(self) -> Worker[T]:
        """A worker that waits for a page; dead ones are replaced, and new ones started as they are needed."""
        for worker in [worker for worker in self.workers if worker.dead]:
            worker.close()
            self.workers.remove(worker)
        for worker in self.workers:
            if worker.busy is None:
                return worker
        self.workers.append(Worker(self.read))
        return self.workers[-1]

    def _collect(self) -> None:
        """Wait until a worker is done, or has died, and take what it gives."""
        busy = {worker.line.fileno(): worker for worker in self.workers if worker.busy is not None}
        for line in wait([worker.line for worker in busy.values()]):
            number, outcome = busy[line.fileno()].take()  # type: ignore[union-attr]
            self.ready[number] = outcome
