"""The commands of the register, each run as a person runs it."""

from __future__ import annotations

import csv
import datetime
import io
import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest

from tests.commands import Run, alone, here

from .story import Term, agreement


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def run(home: Path, template: Path) -> Run:
    return here(home, template)


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    path = tmp_path / "facts.jsonl"
    story = agreement("https://a.example/1", signed="2024-04-24", title="=1+1")
    path.write_bytes(story.line() + b"\n\n{broken\n" + agreement("https://a.example/2", signed="2023-01-01").line() + b"\n")
    return path


def test_add_tells_what_became_of_each_page(run: Run, lines: Path) -> None:
    done = run("add", lines, "missing.html")
    assert done.returncode == 0
    told = done.stderr.decode().splitlines()
    assert told[-1] == "2 pages added, 2 not read"
    assert f"pobratim: {lines}:3: cannot be read: no facts by the contract: " in told[0]
    assert run("add", lines).stderr.decode().splitlines()[-1] == "2 known already, 1 not read"


def test_add_by_several_processes(run: Run, lines: Path) -> None:
    """They make the pages ready, this one stores them; what is wrong is told in the same words."""
    told = run("add", "--jobs", "2", lines).stderr.decode().splitlines()
    assert told == [f"pobratim: {lines}:3: {told[0].partition(':3: ')[2]}", "2 pages added, 1 not read"]
    assert told[0].partition(":3: ")[2].startswith("cannot be read: no facts by the contract: ")
    assert run("add", lines).stderr.decode().splitlines()[-1] == "2 known already, 1 not read"


def test_add_leaves_no_log_to_the_next_writer(run: Run, home: Path, lines: Path) -> None:
    """A server has the file open all the while, so that the log is not taken away with the last connection."""
    run("add", lines)
    with closing(sqlite3.connect(home / "register.sqlite3")) as server:
        server.execute("SELECT count(*) FROM sqlite_master").fetchone()
        more = agreement("https://a.example/3", signed="2022-05-05").line()
        assert run("add", "-", stdin=more).stderr.decode().splitlines()[-1] == "1 page added"
        assert (home / "register.sqlite3-wal").stat().st_size == 0


def test_add_from_standard_input(run: Run, root: Path, lines: Path) -> None:
    page = (root / "corpus/pages/023-smolensk-orsha-planned.txt").read_bytes()
    assert run("add", "-", stdin=page).stderr.decode().splitlines()[-1] == "1 page added"
    assert run("add", "-", stdin=page).stderr.decode().splitlines()[-1] == "1 known already"
    assert run("add", "-", stdin=lines.read_bytes()).stderr.decode().splitlines()[-1] == "2 pages added, 1 not read"


def test_a_file_is_one_page_from_wherever_it_is_added(run: Run, root: Path, tmp_path: Path) -> None:
    page = root / "corpus/pages/023-smolensk-orsha-planned.txt"
    run("add", page)
    assert b"known already" in run("add", os.path.relpath(page)).stderr


def test_nothing_read_is_an_error(run: Run) -> None:
    assert run("add", "missing.html").returncode == 1


def test_a_page_gives_its_documents_and_their_ties(run: Run, root: Path) -> None:
    (page,) = (root / "corpus/pages").glob("116-*")
    run("add", page)
    rows = [json.loads(line) for line in run("export", "documents", "--format", "jsonl", "-o", "-").stdout.splitlines()]
    assert any(relation.startswith("implements") for row in rows for relation in row["relations"])
    assert {row["kind"] for row in rows} >= {"roadmap", "agreement"}


def test_the_secret_key_is_for_the_owner_alone(home: Path, lines: Path) -> None:
    run = alone(home)
    assert run("add", lines).stderr.decode().splitlines()[-1] == "2 pages added, 1 not read"
    key = home / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    first = key.read_text()
    run("add", lines)
    assert key.read_text() == first


def test_export_in_all_formats(run: Run, lines: Path, tmp_path: Path) -> None:
    run("add", lines)
    for what in ("statements", "promises"):
        assert run("export", what, "-o", tmp_path / f"{what}.csv").returncode == 0
        assert run("export", what, "-o", tmp_path / f"{what}.jsonld").returncode == 2
    for what in ("documents", "events", "people", "partners"):
        for ending in ("csv", "xlsx", "jsonl", "jsonld"):
            assert run("export", what, "-o", tmp_path / f"{what}.{ending}").returncode == 0
    read = list(csv.DictReader(io.StringIO((tmp_path / "documents.csv").read_text("utf-8-sig"))))
    assert [row["title"] for row in read] == ["'=1+1", ""]
    sheet = openpyxl.load_workbook(tmp_path / "documents.xlsx").active
    assert sheet is not None
    cells = {str(cell.value): cell.data_type for row in sheet.iter_rows() for cell in row}
    assert cells["'=1+1"] == "s"
    rows = [json.loads(line) for line in (tmp_path / "partners.jsonl").read_text().splitlines()]
    assert {(row["name"], row["documents"]) for row in rows} == {("Ленинградская область", 2), ("Чуйская область", 2)}


def test_a_workbook_is_for_people(run: Run, lines: Path, tmp_path: Path) -> None:
    """In words, with days that can be put in order; the other formats keep the codes."""
    run("add", lines)
    path = tmp_path / "документы.xlsx"
    assert run("--lang", "ru", "export", "documents", "-o", path).returncode == 0
    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert sheet.title == "Документы"
    heading, *rows = sheet.iter_rows(values_only=True)
    assert heading[:3] == ("Вид", "Название", "Состояние, как сообщалось")
    assert heading[-1] == "Ключи сторон"
    told = [dict(zip(heading, row, strict=True)) for row in rows]
    assert {one["Вид"] for one in told} == {"соглашение"}
    assert {one["Проверка"] for one in told} == {"предложено"}
    assert {type(one["Подписано"]) for one in told} == {datetime.datetime}
    assert not {one for row in rows for one in row if isinstance(one, str)} & {"agreement", "signed", "proposed"}


def test_export_asks_for_a_format(run: Run, tmp_path: Path) -> None:
    assert run("export", "documents", "-o", tmp_path / "list").returncode == 2
    assert run("export", "songs", "-o", tmp_path / "list.csv").returncode == 2


def test_backup_and_restore(run: Run, home: Path, lines: Path, tmp_path: Path) -> None:
    run("add", lines)
    run = alone(home)
    assert run("backup", tmp_path / "b.gz").returncode == 0
    other = {"POBRATIM_HOME": str(tmp_path / "other")}
    assert run("restore", tmp_path / "b.gz", **other).returncode == 0
    again = run("restore", tmp_path / "b.gz", **other)
    assert (again.returncode, again.stderr.count(b"\n")) == (1, 1)
    assert run("export", "documents", "--format", "csv", "-o", "-", **other).stdout.count(b"\n") == 3


def test_export_of_what_was_in_force_on_a_day(run: Run, tmp_path: Path) -> None:
    told = [
        agreement("https://a.example/1", "2015-04-25", signed="2015-04-24", term=Term(years=5)),
        agreement("https://a.example/2", "2021-05-02", signed="2021-05-01", kind="memorandum", term=Term(years=5)),
        agreement("https://a.example/3", "2024-05-02", signed="2024-05-01", kind="protocol"),
    ]
    (tmp_path / "facts.jsonl").write_bytes(b"\n".join(one.line() for one in told))
    run("add", tmp_path / "facts.jsonl")

    def listed(*arguments: str) -> dict[str, str]:
        lines = run("export", "documents", "--format", "jsonl", "-o", "-", *arguments).stdout.splitlines()
        return {row["signed"][:4]: f"{row['lifecycle']} {row['on']}" for row in map(json.loads, lines)}

    assert listed("--on", "2022-03-01") == {"2021": "in_force 2022-03-01", "2015": "lapsed 2022-03-01"}
    assert listed("--on", "2022-03-01", "--state", "in_force") == {"2021": "in_force 2022-03-01"}
    assert set(listed("--on", "2022-03-01", "--state", "in_force", "--state", "lapsed")) == {"2015", "2021"}
    assert set(listed()) == {"2015", "2021", "2024"}
    graph = json.loads(run("export", "documents", "--format", "jsonld", "-o", "-", "--on", "2016-01-01").stdout)["@graph"]
    assert [one["signed"]["@value"] for one in graph] == ["2015-04-24"]
    for wrong in (("--state", "asleep"), ("--on", "31.02.2025")):
        assert run("export", "documents", "-o", tmp_path / "x.csv", *wrong).returncode == 2
    assert b"--state goes with these" in run("export", "people", "-o", tmp_path / "x.csv", "--state", "lapsed").stderr
    assert b"no such state" in run("export", "promises", "-o", tmp_path / "x.csv", "--state", "lapsed").stderr
    assert not (tmp_path / "x.csv").exists()


def test_files_taken_away_are_told_and_cleared(run: Run) -> None:
    done = run("files", "--clear", "--after", "0")
    assert (done.returncode, done.stderr) == (0, b"0 files deleted, 0.0 MB\n")
    assert done.stdout == b"attached\t0\t0.0 MB\ntaken away\t0\t0.0 MB\n"


def test_what_is_no_file_is_written_to_and_not_replaced(run: Run, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        done = run("export", "documents", "--format", "csv", "-o", pipe)
        assert done.returncode == 0, done.stderr
        assert os.read(reader, 65536).startswith("\ufeffkey,kind,title".encode())
    finally:
        os.close(reader)
    assert run("backup", pipe).returncode == 2
    assert pipe.is_fifo()


def test_a_backup_is_for_its_owner_alone(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "register.jsonl.gz"
    assert run("backup", target).returncode == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
