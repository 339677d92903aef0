"""The demonstration: the demo pages read into a fresh register, and the register served to the browser.

    python -m tools.demo [--port 8000]

The pages are the development part of the corpus (those that are set aside are not shown), and invented ones of `corpus/demo` with
a plan of measures that they meet.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sys
from pathlib import Path

from evals.corpus import CORPUS, part_of
from pobratim.cli.main import main as pobratim
from pobratim.project.home import HOME_VARIABLE
from pobratim.words.speech import use_language

HOME = Path(__file__).resolve().parent.parent / "build/demo"
#: Invented news that meet an invented plan of measures, so that the demonstration shows what is proposed then.
DEMO = CORPUS / "demo"
PLAN = (
    *("plan.csv", "--new", "План мероприятий по развитию сотрудничества на 2025–2026 годы"),
    *("--party", "Тверская область", "--party", "Витебская область"),
)


def main() -> None:
    """Reads the pages and serves until it is stopped."""
    parser = argparse.ArgumentParser(prog="python -m tools.demo", description="The register of the demo pages.")
    parser.add_argument("--port", type=int, default=8000)
    port = parser.parse_args().port
    use_language()
    _ask_for(port)
    shutil.rmtree(HOME, ignore_errors=True)
    os.environ[HOME_VARIABLE] = str(HOME)
    os.environ.pop("DATABASE_URL", None)  # the demonstration never touches a real register
    pages = [str(path) for path in sorted((CORPUS / "pages").iterdir()) if part_of(path.name) == "development"]
    pages += [str(path) for path in sorted(DEMO.glob("*.html"))]
    pobratim(["add", *pages], standalone_mode=False)
    plan, *more = PLAN
    pobratim(["plan", "import", str(DEMO / plan), *more, "--author", "demo"], standalone_mode=False)
    pobratim(["serve", "--port", str(port)], standalone_mode=False)


def _ask_for(port: int) -> None:
    """Ends with a word where the port is taken: by another demonstration perhaps, whose register must not go from under it."""
    try:
        socket.create_server(("127.0.0.1", port)).close()
    except OSError as error:
        sys.exit(f"port {port}: {os.strerror(error.errno or 0)} (make demo PORT=… takes another)")


if __name__ == "__main__":
    main()
