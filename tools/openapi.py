"""Writes the OpenAPI document of the API to where the tests compare it: a change of the API is seen in its diff.

    python -m tools.openapi [--check]

`--check` writes nothing and fails where the file is not what it would write.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from pathlib import Path

SNAPSHOT = Path(__file__).resolve().parent.parent / "tests/api/openapi.json"


def document() -> str:
    """The document as text."""
    from pobratim.project.ready import django_ready

    django_ready()
    from pobratim.api.api import api

    return json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1) + "\n"


def main() -> int:
    """Writes or compares; 1 where the file is another."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    with tempfile.TemporaryDirectory() as home:
        os.environ["POBRATIM_HOME"] = home
        told = document()
    if not check:
        SNAPSHOT.write_text(told, encoding="utf-8")
    elif SNAPSHOT.read_text(encoding="utf-8") != told:
        print("the API has changed: run `python -m tools.openapi` and look at the difference", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
