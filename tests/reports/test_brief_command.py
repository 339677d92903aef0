"""`pobratim brief`, run as a person runs it: names that lead to partners, and that do not."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.commands import Done, Run, alone, here
from tests.register.story import agreement


@pytest.fixture
def run(tmp_path: Path, template: Path) -> Run:
    within = here(tmp_path / "home", template)

    def call(*arguments: str | Path, stdin: bytes = b"") -> Done:
        return within("--lang", "ru", *arguments, stdin=stdin)

    story = agreement("https://a.example/1", signed="2024-04-24", title="соглашение о сотрудничестве")
    story.place("Советский район", kind="district", country="RU", within="pl0")
    story.place("Советский район", kind="district", country="KG", within="pl1")
    assert call("add", "-", stdin=story.line()).returncode == 0
    return call


def test_a_briefing_by_names(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "справка.docx"
    done = run("brief", "чуйская область", "--for", "Ленинградская область", "--on", "2024-05-01", "-o", path)
    assert (done.returncode, done.stderr) == (0, b"")
    told = [one.text for one in Document(str(path)).paragraphs]
    assert told[0] == "Справка к визиту: Чуйская область"
    assert "12. Пробелы и противоречия в данных реестра" in told


def test_as_a_process(run: Run, tmp_path: Path) -> None:
    process = alone(tmp_path / "home")
    for call in (("brief", "Чуйская область", "--for", "Ленинградская область"), ("report", "year", "2024"), ("picture", "ties")):
        path = tmp_path / f"{call[0]}.{'svg' if call[0] == 'picture' else 'docx'}"
        done = process("--lang", "ru", *call, "-o", path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert path.exists()


def test_names_that_lead_to_no_partner_or_to_several(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "справка.pdf"
    several = run("brief", "Советский район", "--for", "Чуйская область", "-o", path)
    assert several.returncode == 1
    keys = [line.split()[0] for line in several.stderr.decode().splitlines()[1:]]
    assert len(keys) == 2
    assert run("brief", keys[0], "--for", "Чуйская область", "-o", path).returncode == 0
    path.unlink()
    nobody = run("brief", "Чуйская область", "--for", "Атлантида", "-o", path)
    assert nobody.stderr.decode() == "pobratim: Атлантида: партнёра с таким названием нет\n"
    alike = run("brief", "Чуйская Атлантида", "-o", path)  # nobody has both words, one partner has one of them
    assert alike.returncode == 1
    first, *rest = alike.stderr.decode().splitlines()
    assert first.startswith("pobratim: Чуйская Атлантида: партнёра с таким названием нет; возможно, одна из этих записей")
    assert "Чуйская область" in rest[0]
    itself = run("brief", "Чуйская область", "--for", "Чуйская область", "-o", path)
    assert itself.returncode == 1
    assert run("brief", "Чуйская область", "--for", "Советский район", "-o", tmp_path / "справка.odt").returncode == 2
    assert not path.exists()


def test_pictures(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "карта.svg"
    done = run("picture", "ties", "чуйская область", "-o", path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Карта связей" in path.read_text(encoding="utf-8")
    assert run("picture", "terms", "Чуйская область", "Ленинградская область", "-o", tmp_path / "сроки.png").returncode == 0
    assert (tmp_path / "сроки.png").read_bytes().startswith(b"\x89PNG")
    nothing = run("picture", "timeline", "Советский район", "-o", tmp_path / "x.svg")
    assert nothing.returncode == 1
    empty = run("picture", "spheres", "Чуйская область", "-o", tmp_path / "x.svg")
    assert empty.stderr.decode() == "pobratim: рисовать здесь нечего\n"
    assert run("picture", "ties", "-o", tmp_path / "x.gif").returncode == 2
    assert run("picture", "chain", "одно", "другое", "-o", tmp_path / "x.svg").returncode == 2
    assert not (tmp_path / "x.svg").exists()


def test_papers_beside_the_briefing(run: Run, tmp_path: Path) -> None:
    calls = (
        ("year", "2024"),
        ("documents", "--on", "2024-05-01", "--partner", "Чуйская область"),
        ("visits", "--from", "2024-01-01", "--to", "2024-12-31"),
    )
    for name, *more in calls:
        path = tmp_path / f"{name}.docx"
        done = run("report", name, *more, "-o", path)
        assert (done.returncode, done.stderr) == (0, b"")
        assert Document(str(path)).paragraphs[0].text
    assert (
        run("report", "plan", "Атлантида", "-o", path).stderr.decode() == "pobratim: Атлантида: документа с таким названием нет\n"
    )
