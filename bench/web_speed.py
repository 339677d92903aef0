"""How long the pages for people take, how many queries they ask, and how that grows with the register.

    python bench/web_speed.py FOLDER [FOLDER …] [--sample 40] [--most 1000] [--kinds document,partner] [--worst]

Each FOLDER is the data folder of a register (`bench/register_speed.py --keep`), the smaller first. Every kind of page, list,
file and answer of the API (`web_pages.py`, `web_lists.py`, `web_others.py`, `web_far.py`) is asked by Django's test client in
one process: for records that are told of often, for records that are not, and for the worst cases there are (the busiest
partner, the document most told of …). Nothing is left changed in the register. Milliseconds are of processor time: on a
machine that does nothing else the clock tells the same. `worst` prints, for every kind, the addresses that took longest.
`DATABASE_URL` may name a PostgreSQL into which a backup of a register was restored (FOLDER is the data folder beside it): the
processor time of its process counts too, if it is on this machine (`PGOPTIONS='-c max_parallel_workers_per_gather=0'` keeps it
to one); else the clock tells.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

P95 = 0.95
WORST = 3


def main() -> None:
    """Measures each register in a process of its own and prints one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("homes", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=40, help="addresses of a kind")
    parser.add_argument("--most", type=int, default=1000, help="addresses of a kind that has more of them")
    parser.add_argument("--kinds", default="", help="only these, parted by commas")
    parser.add_argument("--worst", action="store_true", help="print the slowest addresses of each kind")
    options = parser.parse_args()
    kinds = set(filter(None, options.kinds.split(",")))
    found = [measured_apart(home, options.sample, kinds, options.most) for home in options.homes]
    print_table(found, worst=options.worst)


def measured_apart(home: Path, sample: int, kinds: set[str], most: int) -> dict[str, Any]:
    """What `measure` finds, in a process that ends with it."""
    there, here = os.pipe()
    if os.fork() == 0:
        os.close(there)
        with os.fdopen(here, "w") as out:
            json.dump(measure(home, sample, kinds, most), out)
        os._exit(0)
    os.close(here)
    with os.fdopen(there) as answer:
        found: dict[str, Any] = json.load(answer)
    os.wait()
    return found


def measure(home: Path, sample: int, kinds: set[str], most: int) -> dict[str, Any]:
    """Kind of page → milliseconds, queries; and the peak of memory."""
    os.environ["POBRATIM_HOME"] = str(home)
    from pobratim.project.ready import register_ready

    register_ready()
    from django.db import transaction

    from bench import web_far, web_lists, web_others, web_pages

    pages: dict[str, Any] = {}
    with transaction.atomic():  # whoever is signed in for the measurement is forgotten with it
        clients = {who: web_pages.client_of(who) for who in ("nobody", "manager")}
        every = web_pages.addresses(sample, kinds) | web_lists.addresses(kinds) | web_others.addresses(sample, kinds)
        every |= web_far.addresses(sample, kinds)
        for kind, (who, found) in every.items():
            pages[kind] = [asked(clients[who], address) for address in evenly(found, most)]
            slowest = max(pages[kind])
            print(f"{kind}: {slowest[0]:.0f} ms at most, {unquote(slowest[2])}", file=sys.stderr, flush=True)
        transaction.set_rollback(True)
    return {"home": home.name, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10, "pages": pages}


def evenly(found: list[str], most: int) -> list[str]:
    """So many of them at most, from the beginning to the end."""
    step = max(1, -(-len(found) // most))
    return found[::step]


def asked(client: Any, address: str) -> tuple[float, int, str]:
    """Milliseconds to the first byte, number of queries, and the address; asked three times, the first to count the queries,
    the better of the others to tell the time.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        begin_of(client, address)
        many = len(queries)
    now = clock(connection)
    times = []
    for _ in range(2):
        begin = now()
        begin_of(client, address)
        times.append(now() - begin)
    return min(times) * 1000, many, address


def clock(connection: Any) -> Callable[[], float]:
    """Seconds of processor time, of PostgreSQL's process that answers this one too; by the clock, where it is elsewhere."""
    if connection.vendor == "sqlite":
        return time.process_time
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        server = Path(f"/proc/{cursor.fetchone()[0]}/schedstat")
    if not server.exists():
        return time.perf_counter
    return lambda: time.process_time() + int(server.read_text().split()[0]) / 1e9


def begin_of(client: Any, address: str) -> None:
    """Asks for a page, or for the first piece of a file that is sent as it is made."""
    answer = client.get(address)
    if answer.status_code >= 400:
        raise SystemExit(f"{address}: {answer.status_code}")
    if answer.streaming:
        next(iter(answer.streaming_content), b"")


def print_table(found: list[dict[str, Any]], *, worst: bool) -> None:
    """A line for each kind of page: p50, p95, the worst and the most queries, for every register; the growth of p95."""
    heads = "".join(f"  {one['home']:>12}: p50   p95   max  queries" for one in found)
    print(f"{'kind':<12}{heads}  growth of p95")
    for kind in found[0]["pages"]:
        rows = [one["pages"][kind] for one in found]
        times = [sorted(row[0] for row in some) for some in rows]
        told = [(some[len(some) // 2], some[int(len(some) * P95)], some[-1]) for some in times]
        cells = "".join(
            f"  {'':>8}{p50:9.0f} {p95:5.0f} {top:5.0f}  {max(row[1] for row in some):7}"
            for (p50, p95, top), some in zip(told, rows, strict=True)
        )
        print(f"{kind:<12}{cells}  {told[-1][1] / told[0][1]:5.1f}")
        if worst:
            for milliseconds, _, address in sorted(rows[-1], reverse=True)[:WORST]:
                print(f"{'':<14}{milliseconds:4.0f}  {unquote(address)}")
    print("memory, MiB: " + ", ".join(f"{one['home']} {one['memory']:.0f}" for one in found))


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
