"""How fast facts that were read already come into the register, and how that grows.

    python bench/register_speed.py [PAGES …]

Synthetic pages by `bench.fact_maker`, three to a document, in an order that is shuffled; on SQLite in a folder that is
thrown away. Prints, for each number of pages, pages a second (storing and settling together; on a busy machine the rate
by processor time is the one to compare), the size of the file, and memory (the pages themselves are in it).
"""

from __future__ import annotations

import os
import random
import resource
import sys
import tempfile
import time
from pathlib import Path

DEFAULT_PAGES = (3_000, 30_000)
SETTLE_PAGES = 500


def main(arguments: list[str]) -> None:
    """Runs the measurement for each number of pages in a register of its own."""
    for pages in [int(one) for one in arguments] or DEFAULT_PAGES:
        if os.fork() == 0:
            measure(pages)
            os._exit(0)
        os.wait()


def measure(pages: int) -> None:
    """Stores so many pages and prints a line."""
    with tempfile.TemporaryDirectory(prefix="pobratim-bench-") as home:
        os.environ["POBRATIM_HOME"] = home
        from pobratim.project.ready import register_ready

        register_ready()
        from bench.fact_maker import fact_lines
        from pobratim.cli.intake import NO_SNAPSHOT, incoming
        from pobratim.register.models import Document, PageVersion
        from pobratim.register.services import page_store, settle

        lines = fact_lines(pages)
        random.Random(1).shuffle(lines)
        begin, begin_cpu = time.perf_counter(), time.process_time()
        for number, line in enumerate(lines, 1):
            page_store(incoming("bench", NO_SNAPSHOT + line))
            if number % SETTLE_PAGES == 0:
                settle()
        settle()
        seconds, cpu = time.perf_counter() - begin, time.process_time() - begin_cpu
        size = sum(path.stat().st_size for path in Path(home).iterdir()) / 2**20
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
        print(
            f"{PageVersion.objects.count():>7} pages  {Document.objects.count():>7} documents  {pages / seconds:7.0f} pages/s "
            f"({pages / cpu:.0f} a second of processor time)  "
            f"{size:7.0f} MiB on disk  {memory:5.0f} MiB of memory",
            flush=True,
        )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main(sys.argv[1:])
