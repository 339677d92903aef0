"""How fast Pobratim reads pages, beside trafilatura and Natasha on the same pages in the same run; one process, one thread.

    python bench/read_speed.py [--sections relevant,steady,blocks,mix,startup,memory] [--pages 60] [--json FILE]

relevant  pages that all report cooperation: fresh pages after a warm-up, each read by both sides in turn (goal: 4 times)
steady    the same, but other stories after most of the corpus has been read: what a page of a long run costs
blocks    the same pages as `relevant`, ten by one side and then ten by the other: what a folder of pages costs
mix       5 % of the pages report cooperation, Pobratim takes only those that may (`--only-relevant`; goal: 25 times)
startup   `pobratim read` on one page, a process of its own, beside a process that only loads Natasha's models
memory    the peak of a process that reads all the pages, in MB (goal: below 500)

Absolute times depend on the machine; the ratios are what counts. They are noisy by 10 %.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before numpy is loaded

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE)]

import sides  # noqa: E402  (the path and the threads come first)
from page_maker import Article, PageMaker, everyday_article, read_articles  # noqa: E402

GOALS = {"relevant": 4.0, "steady": 4.0, "blocks": 4.0, "mix": 25.0, "startup": 1.0, "memory": 500.0}
RELEVANT_SHARE = 0.05
WARM_UP_PAGES = 15
LATE_PAGES = 25
"""Stories that `steady` measures, after all the others."""
BLOCK_PAGES = 10


def relevant_pages(count: int) -> list[bytes]:
    """Pages that report cooperation; a story comes back, otherwise dressed, once all have been."""
    articles = read_articles()
    maker = PageMaker([article.title for article in articles])
    return [maker.page(articles[i % len(articles)], seed=i) for i in range(count)]


def mixed_pages(count: int) -> list[bytes]:
    """Everyday pages with RELEVANT_SHARE of pages that report cooperation among them."""
    articles = read_articles()
    maker = PageMaker([article.title for article in articles])
    every = round(1 / RELEVANT_SHARE)

    def article(number: int) -> Article:
        if number % every == every // 2:
            return articles[number // every % len(articles)]
        return everyday_article(random.Random(number))

    return [maker.page(article(i), seed=10_000 + i) for i in range(count)]


def race(
    left: sides.Reader, right: sides.Reader, warm_up: Sequence[bytes], pages: Sequence[bytes], block: int = 1
) -> tuple[float, float]:
    """Seconds a page of either side; both read each page, or each `block` of pages, in turn, so that the machine's moods
    fall on both alike.
    """
    for page in warm_up:
        left(page), right(page)
    spent = [0.0, 0.0]
    for first in range(0, len(pages), block):
        for side, read in enumerate((left, right)):
            start = time.perf_counter()
            for page in pages[first : first + block]:
                read(page)
            spent[side] += time.perf_counter() - start
    return spent[0] / len(pages), spent[1] / len(pages)


def relevant(count: int) -> dict[str, float]:
    """Milliseconds a page of either side where every page has to be read."""
    return _relevant(relevant_pages(WARM_UP_PAGES + count), WARM_UP_PAGES)


def blocks(count: int) -> dict[str, float]:
    """The same where either side reads ten pages before the other's turn."""
    return _relevant(relevant_pages(WARM_UP_PAGES + count), WARM_UP_PAGES, BLOCK_PAGES)


def steady(count: int) -> dict[str, float]:
    """The same of the corpus' last stories, however many pages are asked for, once all the others have been read."""
    pages = relevant_pages(len(read_articles()))
    return _relevant(pages, len(pages) - LATE_PAGES)


def _relevant(pages: Sequence[bytes], warm_up: int, block: int = 1) -> dict[str, float]:
    theirs, ours = race(sides.natasha_reader(), sides.pobratim_reader(), pages[:warm_up], pages[warm_up:], block)
    return {"natasha_ms": theirs * 1000, "pobratim_ms": ours * 1000, "ratio": theirs / ours}


def fresh_process(section: str, count: int) -> dict[str, float]:
    """A section's figures from a process of its own: what one side remembers of words must not come from another section."""
    code = "import json, sys, read_speed as b; print(json.dumps(b.SECTIONS[sys.argv[1]](int(sys.argv[2]))))"
    found: dict[str, float] = json.loads(_python(code, section, str(count)).stdout.splitlines()[-1])
    return found


def mix(count: int) -> dict[str, float]:
    """The same where few pages are worth reading; `passed` is the share that the first glance lets through."""
    from pobratim.pages.triage import may_report

    warm_up, pages = relevant_pages(WARM_UP_PAGES), mixed_pages(4 * count)
    theirs, ours = race(sides.natasha_reader(), sides.pobratim_relevant_reader(), warm_up, pages)
    passed = sum(map(may_report, pages)) / len(pages)
    return {"natasha_ms": theirs * 1000, "pobratim_ms": ours * 1000, "passed": passed, "ratio": theirs / ours}


def startup(count: int) -> dict[str, float]:
    """Milliseconds from nothing: Pobratim to the facts of one page, Natasha to its models; the best of five."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        page.write_bytes(relevant_pages(1)[0])
        ours = _best_run("from pobratim.cli.main import main; main()", "read", str(page))
    theirs = _best_run("import sides; sides.natasha_reader()")
    return {"natasha_ms": theirs * 1000, "pobratim_ms": ours * 1000, "ratio": theirs / ours}


def memory(count: int) -> dict[str, float]:
    """The highest resident size of a process that reads the pages, in MB; the pages themselves are not kept."""
    code = (
        "import sys, read_speed as b; read = getattr(b.sides, sys.argv[1])(); page = None\n"
        "for page in b.relevant_pages(int(sys.argv[2])): read(page)\n"
        "print(next(l for l in open('/proc/self/status') if l.startswith('VmHWM')).split()[1])"
    )
    peak = {side: int(_python(code, f"{side}_reader", str(count)).stdout) / 1024 for side in ("natasha", "pobratim")}
    return {"natasha_mb": peak["natasha"], "pobratim_mb": peak["pobratim"], "ratio": peak["natasha"] / peak["pobratim"]}


def _best_run(code: str, *arguments: str) -> float:
    def run() -> float:
        start = time.perf_counter()
        _python(code, *arguments)
        return time.perf_counter() - start

    return min(run() for _ in range(5))


def _python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    paths = os.pathsep.join([str(HERE.parent / "src"), str(HERE)])
    command = [sys.executable, "-W", "ignore", "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONPATH": paths})


SECTIONS: dict[str, Callable[[int], dict[str, float]]] = {
    "relevant": relevant,
    "steady": steady,
    "blocks": blocks,
    "mix": mix,
    "startup": startup,
    "memory": memory,
}


def reached(section: str, found: dict[str, float]) -> bool:
    """Whether a section's goal is reached."""
    return found["pobratim_mb"] < GOALS[section] if section == "memory" else found["ratio"] >= GOALS[section]


def main() -> None:
    """Runs the sections and prints a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sections", default=",".join(SECTIONS))
    parser.add_argument("--pages", type=int, default=60, help="pages a section reads (the mix: four times as many)")
    parser.add_argument("--json", type=Path, help="also write the figures there")
    args = parser.parse_args()
    figures = {}
    for section in args.sections.split(","):
        figures[section] = found = fresh_process(section, args.pages)
        line = "  ".join(f"{key} {value:.3g}" for key, value in found.items())
        print(f"{section:9} {line}  {'goal reached' if reached(section, found) else 'GOAL MISSED'}", flush=True)
    if args.json:
        args.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
