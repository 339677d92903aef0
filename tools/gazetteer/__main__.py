"""`python -m tools.gazetteer [--packages FOLDER] [--index-only]`: builds the tables and the index."""

from __future__ import annotations

import argparse
from pathlib import Path
from types import ModuleType

from . import (
    fetch,
    index,
    make_cities,
    make_countries,
    make_country_names,
    make_districts,
    make_english_names,
    make_points,
    make_regions,
)


def main() -> None:
    """Builds what is asked for and prints the number of rows of each table and the size of the index."""
    parser = argparse.ArgumentParser(prog="python -m tools.gazetteer", description=__doc__)
    parser.add_argument("--packages", type=Path, default=Path("/tmp/pobratim-gazetteer"), help="where packages are kept")
    parser.add_argument("--index-only", action="store_true", help="rebuild the index from the tables as they are")
    options = parser.parse_args()
    if not options.index_only:
        unpacked = fetch.fetch(options.packages)
        for maker in (make_countries, make_country_names, make_regions, make_districts, make_cities):
            _tell(maker, unpacked)
    print(f"{index.INDEX}: {index.write():,} bytes")
    if not options.index_only:
        _tell(make_points, unpacked)
        _tell(make_english_names, unpacked)


def _tell(maker: ModuleType, unpacked: Path) -> None:
    print(f"{maker.__name__.split('.')[-1]}: {maker.make(unpacked)} rows")


if __name__ == "__main__":
    main()
