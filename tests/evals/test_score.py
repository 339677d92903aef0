"""The scorer's counts, the two parts, and the floors."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import __main__ as command
from evals import floors
from evals.corpus import cases, part_of
from evals.figures import Figure, pooled, table
from evals.score import score_story
from evals.story import Deed, Story, story_of
from evals.story import Figure as Person
from pobratim.core.date import PartialDate
from pobratim.core.facts import Document, Facts, Place, PlaceIds, Relation, Statement, Term
from pobratim.core.page import Page

DEED = Deed("agreement", "signed", ("Минск", "Тула"), ("Иван Петров",), "2024-05-01", "Тула", spheres=("culture",))
PETROV = Person("Иван Петров", "мэр Тулы", "Тула")
GOLD = Story((DEED,), (Deed("signing", "held", ("Минск", "Тула"), (), "2024-05-01", "Тула"),), (PETROV,), ("Иван Петров",), ())
EMPTY = Story((), (), (), (), ())


def test_a_page_scored_against_itself_is_right_throughout() -> None:
    score = score_story(GOLD, GOLD)
    assert not score.errors
    assert all(right == gold == found for right, gold, found in score.counts.values())
    assert score.counts["documents strict"] == (1, 1, 1)
    assert score.counts["signatories"] == (1, 1, 1)


def test_what_is_missed_and_what_is_spurious_is_counted_and_named() -> None:
    score = score_story(GOLD, EMPTY)
    assert score.counts["documents"] == (0, 1, 0)
    assert score.counts["statements"] == (0, 1, 0)
    assert any(error.startswith("missed document") for error in score.errors)
    assert any(error.startswith("spurious person") for error in score_story(Story((DEED,), (), (), (), ()), GOLD).errors)


def test_a_wrong_date_costs_strictness_but_not_the_document() -> None:
    found = Story((Deed("agreement", "signed", ("Минск", "Тула"), (), "2024-05-02", None),), (), (), (), ())
    score = score_story(GOLD, found)
    assert score.counts["documents"] == (1, 1, 1)
    assert score.counts["documents strict"] == (0, 1, 1)
    assert score.counts["date"] == (0, 1, 1)
    assert score.counts["signatories"] == (0, 1, 0)
    assert "date 2024-05-01 -> 2024-05-02" in "".join(score.errors)


def test_on_a_negative_page_only_false_alarms_count() -> None:
    quiet = Story((), (), (PETROV,), (), ())
    assert score_story(quiet, EMPTY).counts["false alarms"] == (0, 1, 1)
    assert score_story(quiet, GOLD).counts["false alarms"] == (1, 1, 1)
    assert "people" not in score_story(quiet, GOLD).counts


def test_a_contract_becomes_a_story() -> None:
    facts = Facts(
        page=Page(text="…"),
        places=[Place(id="p1", name="Тула", ids=PlaceIds(iso3166_2="RU-TUL"))],
        documents=[
            Document(id="d1", kind="plan", parties=["p1", "p9"], relations=[Relation(kind="implements", to="d2")],
                     term=Term(from_=PartialDate("2024", "year", "explicit"), years=3)),
        ],
        statements=[Statement(id="s1", speaker="h1", text="…", direct=True)],
    )  # fmt: skip
    story = story_of(facts)
    assert story.documents[0].parties == ("Тула",)
    assert story.documents[0].years == (2024, None, 3)
    assert story.documents[0].implements
    assert story.speakers == ()
    assert story.links == (("Тула", "RU-TUL"),)


def test_figures_pool_counts_and_the_interval_holds_them() -> None:
    figures = pooled([{"documents": (1, 2, 1)}, {"documents": (3, 3, 4)}])
    documents = figures["documents"]
    assert documents.value == pytest.approx(8 / 10)
    assert documents.low is not None
    assert documents.low <= 0.8 <= (documents.high or 0)
    assert figures["posts"].value is None
    assert "documents strict" in table(figures)


def test_every_third_story_is_set_aside() -> None:
    assert part_of("072-x") == "held"
    assert part_of("071-x") == "development"


@pytest.mark.parametrize("arguments", ["--part held --errors", "--gate --errors", "--part held --only 003"])
def test_errors_of_the_held_part_are_shown_to_nobody(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        command.main(arguments.split())
    assert stop.value.code == 2
    assert "held" in capsys.readouterr().err


def test_a_corpus_that_is_not_built_says_so(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="make corpus"):
        list(cases("development", tmp_path))


def measured(value: float) -> Figure:
    return Figure(int(value * 1000), 1000, 1000, None, None)


def test_a_figure_may_fall_by_the_tolerance_and_no_further() -> None:
    pinned = {"held": {"documents": 0.9, "false alarms": 0.1}}
    assert not floors.breaches("held", {"documents": measured(0.896), "false alarms": measured(0.104)}, pinned)
    assert len(floors.breaches("held", {"documents": measured(0.89), "false alarms": measured(0.2)}, pinned)) == 2
    assert not floors.breaches("development", {}, pinned)


def test_pinning_raises_floors_and_lowers_them_only_when_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(floors, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(floors, "RECORD", tmp_path / "FLOORS.md")
    (tmp_path / "FLOORS.md").write_text("")
    assert len(floors.pin("held", {"documents": measured(0.9)}, "first")) == 1
    assert not floors.pin("held", {"documents": measured(0.8)}, "worse")
    assert floors.pin("held", {"documents": measured(0.8)}, "gold mended", lower=True)[0].endswith("| 0.800 | gold mended |")
    assert json.loads((tmp_path / "floors.json").read_text()) == floors.recorded(tmp_path / "FLOORS.md")


def test_a_floor_lowered_without_a_reason_is_refused(tmp_path: Path) -> None:
    record = tmp_path / "FLOORS.md"
    record.write_text("| 2026-01-01 | held | documents | 0.900 | |\n| 2026-01-02 | held | documents | 0.800 | |\n")
    with pytest.raises(ValueError, match="without a reason"):
        floors.recorded(record)


def test_the_floors_in_force_are_the_recorded_ones() -> None:
    assert floors.read_floors() == floors.recorded()


@pytest.mark.parametrize("part", ["development", "held"])
def test_every_figure_that_matters_has_a_floor(part: str) -> None:
    pinned = floors.read_floors().get(part, {})
    asked = {"documents", "documents strict", "parties", "status", "background", "date", "term", "spheres", "signatories"}
    assert asked | {"people", "posts", "events", "statements", "false alarms"} <= pinned.keys()
