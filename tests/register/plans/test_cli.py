"""`pobratim plan` as a person runs it."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pobratim.cli.plan import day_of
from tests.commands import Told, alone, here, in_words, with_tables
from tests.tables import files

from .offices import letter, region

Run = Callable[..., Told]
WIDE = "200"
NEW = ("--new", "План действий на 2025 год", "--party", "Псковская область", "--party", "Витебская область")


@pytest.fixture
def run(tmp_path: Path, template: Path) -> Run:
    call = in_words(here(tmp_path / "home", template))
    return lambda *arguments, **more: call("plan", *arguments, COLUMNS=WIDE, **more)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / letter().name
    path.write_bytes(letter().raw)
    return path


def test_from_a_file_to_a_report_and_back(run: Run, file: Path) -> None:
    dry = run("import", file, *NEW, "--dry-run")
    assert (dry.returncode, dry.stderr) == (0, "11 measures would be added\n")
    assert "D=executor_a" in dry.stdout
    assert run("show", "План действий").returncode == 2
    done = run("import", file, *NEW, "--author", "Анна")
    assert done.returncode == 0
    assert "11 measures added" in done.stderr
    again = run("import", file, "--plan", "план Псковская область")
    assert "11 known already" in again.stderr
    assert "0 measures added" in again.stderr
    shown = run("show", "план Псковская область", "--on", "2025-06-02", "--by", "state")
    assert shown.returncode == 0
    assert "Турнир по самбо" in shown.stdout
    assert run("plan", "show", "план Луна").returncode == 2  # though all plans have one of the words
    assert "overdue: 4" in shown.stderr
    period = ("--from", "2025-05-15", "--to", "2025-05-17")
    told = run("report", "план Псковская область", "8", "done", "--fact", "Сыграно", "--side", "a", *period)
    assert (told.returncode, told.stderr) == (0, "reported: 8 done\n")
    assert "done: 1" in run("show", "план Псковская область", LANGUAGE="en").stderr
    assert run("import", "--undo", "1").returncode == 0
    assert run("show", "План действий").returncode == 2


def test_as_a_process(tmp_path: Path, template: Path, file: Path) -> None:
    with_tables(tmp_path, template)
    run = in_words(alone(tmp_path))
    assert "11 measures added" in run("plan", "import", file, *NEW).stderr
    assert "overdue: 4" in run("plan", "show", "план Псковская область", "--on", "2025-06-02").stderr


def test_what_is_marked_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / region().name
    path.write_bytes(region().raw)
    told = run("import", path, *NEW, LANGUAGE="ru")
    assert told.returncode == 0
    assert "31.02.2025" in told.stdout
    assert "такого дня нет" in told.stdout


def test_wrong_usage(run: Run, file: Path) -> None:
    assert run("import").returncode == 2
    assert run("import", file).returncode == 2
    assert run("import", file, *NEW[:2], "--party", "Псковская область").returncode == 2
    assert run("import", file, "--plan", "нет такого").returncode == 2
    assert run("import", file, *NEW, "--map", "Ю=due").returncode == 1
    assert run("show", "нет такого", "--on", "вчера").returncode == 2


def bomb() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<w>" + b" " * 50_000_000)
    return file.getvalue()


def endless() -> bytes:
    """A workbook that says 200,000 rows."""
    row = b'<row r="%d"><c r="A%d" t="inlineStr"><is><t>x</t></is></c></row>'
    sheet = b"<worksheet><sheetData>" + b"".join(row % (one, one) for one in range(1, 200_001)) + b"</sheetData></worksheet>"
    main = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    sheet = sheet.replace(b"<worksheet>", main)
    raw = files.xlsx([["№", "Мероприятие"], ["1", "Семинар"]])
    return files.with_part(raw, "xl/worksheets/sheet1.xml", sheet)


def test_files_that_are_refused(run: Run, tmp_path: Path) -> None:
    for name, raw, word in (
        ("бомба.docx", bomb(), "file too large"),
        ("двести тысяч.xlsx", endless(), "file too large"),
        ("план.pdf", b"%PDF-1.7", "not a table"),
    ):
        path = tmp_path / name
        path.write_bytes(raw)
        refused = run("import", path, *NEW)
        assert refused.returncode == 1
        assert refused.stderr.startswith(f"pobratim: {name}: {word}"), refused.stderr
        assert refused.stderr.count("\n") == 1


def test_macros_are_told_and_not_run(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "план.docm"
    path.write_bytes(files.with_part(letter().raw, "word/vbaProject.bin", b"program"))
    told = run("import", path, *NEW, "--dry-run")
    assert told.returncode == 0
    assert "(macros): it was not run" in told.stderr


def test_today_is_that_of_the_register_and_not_of_the_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    late = datetime.datetime(2028, 2, 29, 22, 30, tzinfo=datetime.UTC)
    monkeypatch.setattr("django.utils.timezone.now", lambda: late)
    assert day_of(None) == datetime.date(2028, 3, 1), "it is half past one in Moscow"
