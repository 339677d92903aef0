"""`python -m pobratim` is `pobratim`."""

from __future__ import annotations

from pobratim.cli.main import run

if __name__ == "__main__":
    run()
