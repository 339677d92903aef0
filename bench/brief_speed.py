"""How long the first briefing of a process takes: the two partners that share most, and the busiest one alone.

    python bench/brief_speed.py FOLDER [--rounds N] [--on DAY]

`FOLDER` is the data folder (`POBRATIM_HOME`) of a register, made by `bench/register_speed.py --keep` for instance; it is
read only. Each briefing is made in a process of its own, as `pobratim brief` makes it, `--rounds` times; printed are the
least seconds, by the clock and of the processor, for what is loaded (Django, imports), the briefing, and its DOCX, and the
queries of the briefing. The first round also waits for the disk, if the file has not been read lately.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import subprocess
import sys
import time

WORDS = ("loading", "briefing", "docx")


def main() -> None:
    """Prints a line for the pair and one for the partner alone."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--on", default="2024-06-01")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measured(options.one, datetime.date.fromisoformat(options.on))))
        return
    for what in ("pair", "alone"):
        command = [sys.executable, __file__, options.folder, "--one", what, "--on", options.on]
        environment = {**os.environ, "POBRATIM_HOME": options.folder}
        rounds = [json.loads(subprocess.check_output(command, env=environment)) for _ in range(options.rounds)]
        least = [" · ".join(f"{name} {min(one[name][part] for one in rounds):.2f}" for name in WORDS) for part in (0, 1)]
        print(f"{what}: by the clock {least[0]}; processor {least[1]}; {rounds[0]['queries']} queries", flush=True)


def measured(what: str, on: datetime.date) -> dict[str, object]:
    """Name → seconds by the clock and of the processor; `queries` of the briefing."""
    seconds: dict[str, object] = {}
    clock, cpu = time.perf_counter(), time.process_time()

    def lap(name: str) -> None:
        nonlocal clock, cpu
        seconds[name] = time.perf_counter() - clock, time.process_time() - cpu
        clock, cpu = time.perf_counter(), time.process_time()

    from pobratim.project.ready import django_ready

    django_ready()
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from pobratim.register.models import Actor
    from pobratim.register.selectors.involvement import others_of
    from pobratim.reports.briefing.make import briefing
    from pobratim.reports.write import WRITERS

    lap("loading")
    partner = Actor.objects.order_by("-documents_count").values_list("key", flat=True)[0]
    own = others_of(partner, 1)[0][0].key if what == "pair" else ""
    clock, cpu = time.perf_counter(), time.process_time()
    with CaptureQueriesContext(connection) as asked:
        paper = briefing(partner, own, on)
    lap("briefing")
    WRITERS["docx"](paper)
    lap("docx")
    return {**seconds, "queries": len(asked)}


if __name__ == "__main__":
    main()
