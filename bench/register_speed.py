"""How fast facts that were read already come into the register, and how that grows with what is there already.

    python bench/register_speed.py [--documents 1000,10000] [--shuffled] [--keep FOLDER] [--pages N] [--command]

Synthetic pages by `bench.synthetic`, three to a document, in the order of the days on which they came out, as news do;
`--shuffled`: in an order in which each batch touches records from all over the register, the worst there is. On SQLite,
in a folder that is thrown away unless `--keep` names one (then it is the data folder, `POBRATIM_HOME`, of what was made).
A folder that has pages already goes on where it was, for `--pages` more: so a large register is measured without making it
anew (copy the folder first).
`--command`: the pages are written to a file first, and `pobratim add FILE` is timed as a whole, with all its processes.
Prints a line for each stretch: pages a second by the clock and by processor time (on a busy machine the latter is the one to
compare), and by the processor time of storing and settling alone: making pages ready (decoding, finding mentions and claims)
is what `pobratim add` has another process do on machines with more than one core, and so is a part of settling here. Then the
size of the files, and memory.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import msgspec

STRETCHES = 10
SEED = 7


def main() -> None:
    """Runs the measurement for each number of documents in a register of its own."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--documents", default="1000,10000", help="how many, parted by commas")
    parser.add_argument("--shuffled", action="store_true", help="not in the order of days")
    parser.add_argument("--keep", type=Path, help="data folder for what is made")
    parser.add_argument("--pages", type=int, help="so many at most; all, if not told")
    parser.add_argument("--command", action="store_true", help="time `pobratim add` as a whole")
    options = parser.parse_args()
    for documents in map(int, options.documents.split(",")):
        if os.fork() == 0:
            with tempfile.TemporaryDirectory(prefix="pobratim-bench-") as folder:
                how = command if options.command else measure
                how(documents, options.keep or Path(folder), shuffled=options.shuffled, pages=options.pages)
            os._exit(0)
        os.wait()


def measure(documents: int, home: Path, *, shuffled: bool, pages: int | None = None) -> None:
    """Stores the pages of so many documents, or those that are not there yet, and prints a line for each tenth of them."""
    os.environ["POBRATIM_HOME"] = str(home)
    from pobratim.project.ready import register_ready

    register_ready()
    from pobratim.cli.intake import SETTLE_PAGES, STORE_PAGES, IntakeStep, ready_for_many
    from pobratim.register.beside import Beside
    from pobratim.register.log import LogBack
    from pobratim.register.models import PageVersion
    from pobratim.register.services import pages_store, settle
    from pobratim.sources import RawPage

    ready_for_many()
    log, beside = LogBack(), Beside()
    beside.begin()
    number = PageVersion.objects.count()
    ready, spent, stretch, unsettled, step = Spent(), Spent(), 0, 0, IntakeStep()
    order = in_order(documents, shuffled=shuffled)[number:]
    if pages is not None:
        order = order[:pages]
    every = max(len(order) // STRETCHES, 1)
    lines, end = lines_of(documents, order), number + len(order)
    while some := list(islice(lines, STORE_PAGES)):
        number, stretch = number + len(some), stretch + len(some)
        with ready:
            readings = [reading for line in some if (reading := step(RawPage("bench", line)))]
        with spent:
            pages_store(readings)
            unsettled += len(some)
            if unsettled >= SETTLE_PAGES or number == end:
                settle(beside, log)
                log.begin()
                unsettled = 0
            if number == end:
                log.empty()
        if stretch >= every and not unsettled or number == end:
            report(number, stretch, ready, spent, home)
            ready, spent, stretch = Spent(), Spent(), 0


def command(documents: int, home: Path, *, shuffled: bool, pages: int | None = None) -> None:
    """Times `pobratim add` over the pages that are not there yet, as a whole."""
    os.environ["POBRATIM_HOME"] = str(home)
    from pobratim.project.ready import register_ready

    register_ready()
    from django.db import connection

    from pobratim.register.models import PageVersion

    number = PageVersion.objects.count()
    connection.close()
    order = in_order(documents, shuffled=shuffled)[number:][:pages]
    with tempfile.NamedTemporaryFile(suffix=".jsonl", dir=home) as file:
        for line in lines_of(documents, order):
            file.write(line + b"\n")
        file.flush()
        begin = time.perf_counter()
        subprocess.run([sys.executable, "-m", "pobratim", "add", file.name], check=True)
        clock = time.perf_counter() - begin
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"{len(order)} pages after {number}: {len(order) / clock:.0f} pages/s by the clock ({clock:.1f} s; processor time of all "
        f"processes {spent.ru_utime + spent.ru_stime:.1f} s, the largest had {spent.ru_maxrss / 2**10:.0f} MiB)",
        flush=True,
    )


class Spent:
    """Seconds by the clock and of the processor within `with`; making the pages is not in them."""

    clock = cpu = 0.0

    def __enter__(self) -> None:
        self._begin = time.perf_counter(), time.process_time()

    def __exit__(self, *error: object) -> None:
        self.clock += time.perf_counter() - self._begin[0]
        self.cpu += time.process_time() - self._begin[1]


def report(number: int, stretch: int, ready: Spent, spent: Spent, home: Path) -> None:
    """One line: the rate of the last stretch, and what the register has grown to."""
    size = sum(path.stat().st_size for path in home.iterdir()) / 2**20
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    print(
        f"{number:>7} pages  {stretch / (ready.clock + spent.clock):6.0f} pages/s "
        f"({stretch / (ready.cpu + spent.cpu):.0f} a second of processor time, {stretch / spent.cpu:.0f} of storing alone)  "
        f"{size:7.0f} MiB on disk  {memory:5.0f} MiB of memory",
        flush=True,
    )


def in_order(documents: int, *, shuffled: bool) -> list[tuple[int, int]]:
    """`(document, telling)` of every page."""
    from bench.synthetic import story, world

    there = world.World(documents, SEED)
    found = [
        (telling.day, number, place) for number in range(documents) for place, telling in enumerate(story.tellings(there, number))
    ]
    if shuffled:
        random.Random(SEED).shuffle(found)
    else:
        found.sort()
    return [(number, place) for _, number, place in found]


def lines_of(documents: int, order: list[tuple[int, int]]) -> Iterator[bytes]:
    """The pages as lines of JSON, made one by one."""
    from bench.synthetic import page, story, world

    there = world.World(documents, SEED)
    for number, place in order:
        one = story.story(there, number)
        yield msgspec.json.encode(page.page(there, one, story.tellings(there, number)[place]))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
