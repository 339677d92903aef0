"""Puts measures and promises into a synthetic register that is there, as people enter them: pages do not tell measures.

    python bench/follow_up.py FOLDER [--share 0.1]

So large a share of the plans gets eight measures each, half of them with a report; as large a share of the documents gets a
promise of one side to the other, half of them with an outcome. FOLDER is the data folder of a register that
`bench/register_speed.py --keep` made (a copy: what is entered stays). It is the same with every run on the same register.
Prints how many there are and the seconds of processor time they took.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

SEED = 7
MEASURES = 8
AT_ONCE = 400
YEAR = datetime.timedelta(days=365)
QUARTERS = (("01-01", "03-31"), ("04-01", "06-30"), ("07-01", "09-30"), ("10-01", "12-31"))
DEEDS = ("Провести выставку № {}", "Принять делегацию № {}", "Открыть класс № {}", "Направить студентов, группа {}")
WORDS = "Мы проведём {} совместных мероприятий"
STATES = ("done", "under_way", "postponed", "not_done")
OUTCOMES = ("kept", "broken", "open")


def main() -> None:
    """Enters the measures, then the promises."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--share", type=float, default=0.1, help="of the plans, and of the documents")
    options = parser.parse_args()
    os.environ["POBRATIM_HOME"] = str(options.home)
    from pobratim.project.ready import register_ready

    register_ready()
    from pobratim.register.services import Author, records_enter

    chance = random.Random(SEED)
    for name, kind, rows in (
        ("measures", "m", measures(chance, options.share)),
        ("promises", "s", promises(chance, options.share)),
    ):
        begin, number = time.process_time(), 0
        while some := list(islice(rows, AT_ONCE)):
            number += len(records_enter(kind=kind, many=some, author=Author("bench")))
        print(f"{number} {name}, {time.process_time() - begin:.0f} s", flush=True)


def measures(chance: random.Random, share: float) -> Iterator[dict[str, Any]]:
    """The fields of measures, plan by plan."""
    from pobratim.register.models import Plan

    plans = list(Plan.objects.order_by("document").values_list("document", "day"))
    for plan, day in chance.sample(plans, int(len(plans) * share)):
        for number in range(1, MEASURES + 1):
            first, last = chance.choice(QUARTERS)
            year = max(day.year, 2000) + chance.randrange(4)
            due = {"wording": f"до {year}-{last}", "first": f"{year}-{first}", "last": f"{year}-{last}"}
            fields: dict[str, Any] = {
                "plan": {"node": plan},
                "number": str(number),
                "text": chance.choice(DEEDS).format(chance.randrange(90_000)),
                "due": due,
                "executor": [{"name": f"Комитет {chance.randrange(40)}", "side": chance.choice("ab")}],
            }
            if chance.random() < 0.5:
                told = {"state": chance.choice(STATES), "first": due["first"], "last": due["last"], "made": due["last"]}
                fields["report"] = [told]
            yield fields


def promises(chance: random.Random, share: float) -> Iterator[dict[str, Any]]:
    """The fields of statements in which the first party of a document promises something to the second."""
    from pobratim.register import sql
    from pobratim.register.models import Document, DocumentParty

    keys = list(Document.objects.filter(signed_first__isnull=False).order_by("key").values_list("key", flat=True))
    for some in sql.chunks(chance.sample(keys, int(len(keys) * share)), AT_ONCE):
        days = dict(Document.objects.filter(key__in=some).values_list("key", "signed_first"))
        sides: dict[str, list[str]] = {}
        for key, actor in (
            DocumentParty.objects.filter(document__in=some).order_by("position").values_list("document", "acts_for")
        ):
            sides.setdefault(key, []).append(actor)
        for key in some:
            by, to = (sides.get(key, []) * 2)[:2] or ("", "")
            if by != to:
                yield _promise(chance, key, days[key], by, to)


def _promise(chance: random.Random, document: str, signed: datetime.date, by: str, to: str) -> dict[str, Any]:
    words = WORDS.format(chance.randrange(2, 90_000))
    due = signed + chance.randrange(1, 4) * YEAR
    promise = {"what": words, "by": {"node": by}, "to": {"node": to}, "due": {"value": due.isoformat(), "precision": "day"}}
    fields: dict[str, Any] = {"text": {"text": words, "direct": True}, "document": [{"node": document}], "promise": promise}
    if chance.random() < 0.5:
        fields["outcome"] = {"state": chance.choice(OUTCOMES), "on": due.isoformat()}
    return fields


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    main()
