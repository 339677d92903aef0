"""`pobratim read` on pages that can be read."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from .conftest import STORY, Invoke, Run

ESCAPE = re.compile(r"\x1b\[")


def lines(output: str | bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in output.splitlines()]


def test_a_sheet_shows_each_record_with_its_quote(invoke: Invoke, story: Path) -> None:
    done = invoke("read", story)
    assert done.exit_code == 0
    told = " ".join(done.stdout.split())
    for expected in ("Documents", "People", "Statements", "Игорь Руденя", "plan", "signed", "15.05.2024", "«Мы рассчитываем"):
        assert expected in told
    assert not ESCAPE.search(done.stdout)
    assert not done.stderr


def test_json_is_one_line_a_page_with_the_path_as_url(invoke: Invoke, story: Path) -> None:
    done = invoke("read", "--json", story)
    (facts,) = lines(done.stdout)
    assert facts["schema"] == "pobratim.facts/1"
    page = facts["page"]
    assert isinstance(page, dict)
    assert page["url"] == str(story)
    assert [document["kind"] for document in facts["documents"]]  # type: ignore[union-attr]
    assert "decisions" not in facts


def test_every_quote_stands_where_it_says(invoke: Invoke, story: Path) -> None:
    (facts,) = lines(invoke("read", "--json", story).stdout)
    text = facts["page"]["text"]  # type: ignore[index]
    pending: list[object] = [facts]
    quotes = 0
    while pending:
        node = pending.pop()
        if isinstance(node, dict):
            if node.keys() == {"start", "end", "quote"}:
                quotes += 1
                assert text[node["start"] : node["end"]] == node["quote"]
            pending.extend(node.values())
        elif isinstance(node, list):
            pending.extend(node)
    assert quotes


def test_standard_input(invoke: Invoke) -> None:
    plain = STORY.translate(str.maketrans({"–": "-", "—": "-", "«": '"', "»": '"'}))
    (facts,) = lines(invoke("read", "--json", "-", stdin=plain.encode("koi8-r")).stdout)
    assert facts["page"]["url"] == "-"  # type: ignore[index]
    assert facts["page"]["title"] == STORY.splitlines()[0]  # type: ignore[index]


def test_a_folder_gives_its_pages_in_order(invoke: Invoke, tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "c/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        text = f"<html><body><h1>Заголовок</h1><p>{STORY}</p></body></html>" if name.endswith("html") else STORY
        (tmp_path / name).write_text(text, encoding="utf-8")
    done = invoke("read", "--json", tmp_path)
    assert [facts["page"]["url"] for facts in lines(done.stdout)] == [  # type: ignore[index]
        str(tmp_path / name) for name in ("a.html", "b.txt", "c/d.txt")
    ]


def test_an_address(invoke: Invoke, server: str) -> None:
    (facts,) = lines(invoke("read", "--json", "--allow-private", f"{server}/story").stdout)
    assert facts["page"]["url"] == f"{server}/story"  # type: ignore[index]


def test_only_relevant_passes_over_what_reports_nothing(invoke: Invoke, story: Path, irrelevant: Path) -> None:
    assert len(lines(invoke("read", "--json", irrelevant, story).stdout)) == 2
    done = invoke("read", "--json", "--only-relevant", irrelevant, story)
    assert [facts["page"]["url"] for facts in lines(done.stdout)] == [str(story)]  # type: ignore[index]
    assert done.exit_code == 0


def test_several_pages_are_counted_on_stderr(invoke: Invoke, story: Path, irrelevant: Path) -> None:
    assert invoke("read", "--only-relevant", irrelevant, story).stderr.strip() == "1 page read, 1 passed over"


def test_explain_names_the_rules(invoke: Invoke, story: Path) -> None:
    assert "Decisions" in invoke("read", "--explain", story).stdout
    (facts,) = lines(invoke("read", "--json", "--explain", story).stdout)
    decisions = facts["decisions"]
    assert isinstance(decisions, list)
    assert decisions
    assert all(decision["record"] and decision["field"] and decision["rule"] for decision in decisions)


@pytest.mark.slow
def test_many_processes_give_what_one_gives(run: Run, tmp_path: Path, story: Path) -> None:
    pages = [tmp_path / f"{number}.txt" for number in range(6)]
    for page in pages:
        page.write_text(STORY.replace("2024–2026", f"2024–203{page.stem}"), encoding="utf-8")
    (tmp_path / "3.txt").write_bytes(b"")
    one, many = run("read", "--json", *pages), run("read", "--json", "--jobs", "2", *pages)
    assert one.stdout == many.stdout
    assert len(lines(many.stdout)) == 5
    assert many.stderr.count(b"\n") == 1


@pytest.mark.slow
def test_output_survives_a_reader_that_leaves(run: Run, story: Path) -> None:
    done = run("read", story, story, LANGUAGE="ru")
    assert done.returncode == 0
    assert "Документы" in done.stdout.decode()
    assert done.stderr.decode().strip() == "прочитаны 2 страницы"
