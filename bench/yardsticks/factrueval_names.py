"""Names against FactRuEval-2016, track 1, with the official comparator.

    python bench/yardsticks/factrueval_names.py CHECKOUT [--predictor pobratim_whole] [--set devset] [--facility]

The predictors are in predictors.py: `pobratim` gives the names that the reader sees; `pobratim_whole` the network's own,
on the text as one sentence, as Natasha does. The exit status is 1 where `pobratim` falls below its floor (`FLOORS`).
CHECKOUT is a clone of https://github.com/dialogue-evaluation/FactRuEval-2016 with its work tree. Figures of the variant
`-l` are printed, in which a place that acts counts as a place. `book_3954` of the test set has a type that the
comparator rejects at the head of the repository; `--facility` scores with a copy of the scripts that knows the type.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import predictors

FLOORS = {"devset": 0.930, "testset": 0.920}
"""What the overall F1 of `pobratim` may not go under."""

KINDS = {"PER": "per", "LOC": "loc", "ORG": "org"}


def write_answers(predict: predictors.Predictor, gold: Path, folder: Path) -> None:
    """One `.task1` file a text: kind, start, length."""
    for tokens in sorted(gold.glob("*.tokens")):
        text = tokens.with_suffix(".txt").read_text(encoding="utf-8")
        lines = [f"{KINDS[kind]} {start} {end - start}\n" for start, end, kind in predict(text)]
        (folder / f"{tokens.stem}.task1").write_text("".join(lines), encoding="utf-8")


def accept_facilities(scripts: Path, folder: Path) -> Path:
    """A copy of the comparator that knows the type Facility, as a kind of organisation."""
    copy = folder / "scripts"
    shutil.copytree(scripts, copy)
    config = copy / "dialent/config.py"
    text = config.read_text(encoding="utf-8")
    additions = {"('Project' : 'project')": "'Facility' : 'facility'", "('project' : .*?])": "'facility' : ['org', 'locorg']"}
    for known, new in additions.items():
        text, count = re.subn(known, rf"\1, {new}", text)
        if count != 1:
            sys.exit(f"{config.name} of the comparator is not as expected")
    config.write_text(text, encoding="utf-8")
    return copy


def main() -> None:
    """Predicts and calls the comparator."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path)
    parser.add_argument("--predictor", default="pobratim", choices=["pobratim", "pobratim_whole", "slovnet", "natasha"])
    parser.add_argument("--set", default="testset", choices=["testset", "devset"])
    parser.add_argument("--facility", action="store_true")
    args = parser.parse_args()
    gold = (args.checkout / args.set).resolve()
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "answers"
        answers.mkdir()
        write_answers(getattr(predictors, args.predictor)(), gold, answers)
        scripts = (args.checkout / "scripts").resolve()
        if args.facility:
            scripts = accept_facilities(scripts, Path(folder))
        command = [sys.executable, "t1_eval.py", "-s", str(gold), "-t", str(answers), "-l"]
        table = subprocess.run(command, cwd=scripts, check=True, capture_output=True, text=True).stdout
    print(table, end="")
    if args.predictor == "pobratim" and overall(table) < FLOORS[args.set]:
        sys.exit(f"F1 is {overall(table)}, its floor {FLOORS[args.set]}")


def overall(table: str) -> float:
    """The F1 of all kinds in the comparator's table."""
    line = next(line for line in table.splitlines() if line.startswith("overall"))
    return float(line.split()[3])


if __name__ == "__main__":
    main()
