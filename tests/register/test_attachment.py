"""Files at records: kept whole, under names that harm nobody, following their record wherever it goes."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from pobratim.project.database import sqlite
from pobratim.register.backup import backup
from pobratim.register.dump import dump
from pobratim.register.errors import BadBackup, BadFile, NotAllowed, WrongDecision
from pobratim.register.file_kind import NAME_CHARS, TEXT, clean_name
from pobratim.register.filing import chunks_of, path_of
from pobratim.register.models import Attachment, Document, State, User
from pobratim.register.models.user import Role
from pobratim.register.restore import restore
from pobratim.register.selectors.attachment import attachments_of, kept_files, lost_files
from pobratim.register.selectors.history import decisions
from pobratim.register.services import (
    Author,
    attachment_add,
    attachment_remove,
    decision_undo,
    files_clear,
    rebuild,
    records_merge,
)
from tests.registers import use_database

from . import files
from .story import Story, agreement

pytestmark = pytest.mark.usefixtures("register", "folder")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where attached files lie."""
    with override_settings(FILES=tmp_path / "files", UPLOAD_BYTES=10_000):
        yield tmp_path / "files"


@pytest.fixture
def key() -> str:
    """A record."""
    agreement("a", signed="2024-04-24").store()
    return Document.objects.get().key


def attached(key: str, author: Author, data: bytes = files.PDF, name: str = "скан.pdf") -> Attachment:
    return attachment_add(key=key, name=name, chunks=[data], author=author, note="оригинал")


def test_a_file_is_kept_once_and_whole(key: str, author: Author, folder: Path) -> None:
    one, other = attached(key, author), attached(key, author, name="ещё раз.pdf")
    assert b"".join(chunks_of(one.sha256)) == files.PDF
    assert (one.media_type, one.size, one.decision.reason) == ("application/pdf", len(files.PDF), "оригинал")
    assert [found.pk for found in attachments_of(key)] == [other.pk, one.pk]
    assert len([path for path in folder.rglob("*") if path.is_file()]) == 1
    assert path_of(one.sha256).stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("data", "name", "ending"),
    [
        (files.PDF, "a.exe", ".pdf"),
        (files.PNG, "a.PNG", ".png"),
        (files.JPEG, "a.jpeg", ".jpeg"),
        (files.TIFF, "a", ".tif"),
        (files.DOCX, "a.docx", ".docx"),
        (files.XLSX, "a.xls", ".xlsx"),
        (files.ODT, "a.odt", ".odt"),
        ("Текст\n".encode(), "a.html", ".txt"),
        ("Текст\n".encode("cp1251"), "a.csv", ".csv"),
    ],
)
def test_the_kind_is_told_by_the_bytes(key: str, author: Author, data: bytes, name: str, ending: str) -> None:
    assert attached(key, author, data, name).name.endswith(ending)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"MZ\x90\0\3\0\0\0",
        files.WITH_MACROS,
        files.packed(a_txt="x"),
        b"PK\3\4 broken",
        b"a\0b",
        b"GIF89a\0\0",
        b"x" * 10_001,
    ],
)
def test_what_may_not_be_attached_leaves_nothing_behind(key: str, author: Author, folder: Path, data: bytes) -> None:
    before = list(dump())
    with pytest.raises(BadFile):
        attached(key, author, data)
    assert list(dump()) == before
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_refused_file_does_not_take_another_record_s_bytes_away(key: str, author: Author) -> None:
    kept = attached(key, author)
    with pytest.raises(NotAllowed):
        attached(key, Author("вера", User.objects.create(username="v", role=Role.VIEWER)))
    assert path_of(kept.sha256).is_file()


def test_it_follows_its_record_through_a_merge_and_back(key: str, author: Author) -> None:
    agreement("b", signed="2019-04-24").store()
    file = attached(key, author)
    other = Document.objects.exclude(key=key).get().key
    made = records_merge(keys=[key, other], author=author)
    assert [one.pk for one in attachments_of(other)] == [file.pk]
    decision_undo(number=made.pk, author=author)
    assert not attachments_of(other)
    assert [one.pk for one in attachments_of(key)] == [file.pk]


def test_its_record_stays_when_no_page_tells_of_it_any_more(key: str, author: Author) -> None:
    state = Document.objects.get().state
    attached(key, author)
    Story("a").store()
    kept = Document.objects.get()
    assert (kept.key, kept.signed, kept.pages, kept.state, kept.parties.count()) == (key, "2024-04-24", 0, state, 2)


def test_a_record_is_not_reviewed_by_a_file(key: str, author: Author) -> None:
    attached(key, author)
    assert Document.objects.get().state == State.PROPOSED
    before = list(dump())
    rebuild()
    assert list(dump()) == before


def test_taken_away_it_is_gone_and_the_register_as_it_was(key: str, author: Author) -> None:
    Story("b").store()
    before = [line for line in dump() if not line.startswith(("persondecision", "attachment"))]
    file = attached(key, author)
    attachment_remove(number=file.pk, author=author)
    assert not attachments_of(key)
    assert [line for line in dump() if not line.startswith(("persondecision", "attachment"))] == before
    with pytest.raises(WrongDecision):
        attachment_remove(number=file.pk, author=author)


def test_other_people_s_files_are_a_manager_s_to_take_away(key: str) -> None:
    anna, boris = (User.objects.create(username=name, role=Role.EDITOR) for name in ("анна", "борис"))
    manager = User.objects.create(username="вера", role=Role.MANAGER)
    file = attached(key, Author("анна", anna))
    for attempt in (attachment_remove, decision_undo):
        number = file.pk if attempt is attachment_remove else file.decision_id
        with pytest.raises(NotAllowed):
            attempt(number=number, author=Author("борис", boris))
    attachment_remove(number=file.pk, author=Author("анна", anna))
    again = attached(key, Author("анна", anna))
    attachment_remove(number=again.pk, author=Author("вера", manager))


def test_a_backup_carries_the_bytes(key: str, author: Author, template: Path, tmp_path: Path) -> None:
    big = "строка\n".encode() * 700
    one, other = attached(key, author), attached(key, author, big, "big.txt")
    backup(tmp_path / "b.gz")
    before = list(dump())
    path = tmp_path / "moved.sqlite3"
    path.write_bytes(template.read_bytes())
    use_database(sqlite(path))
    with override_settings(FILES=tmp_path / "elsewhere"):
        restore(tmp_path / "b.gz")
        assert list(dump()) == before
        assert [b"".join(chunks_of(file.sha256)) for file in (one, other)] == [files.PDF, big]
        assert not lost_files()


def test_bytes_that_are_gone_hold_no_backup_up_and_are_named(key: str, author: Author, tmp_path: Path) -> None:
    file = attached(key, author)
    path_of(file.sha256).unlink()
    assert backup(tmp_path / "b.gz")
    assert [one.pk for one in lost_files()] == [file.pk]


def test_bytes_that_were_changed_are_not_backed_up_in_silence(key: str, author: Author, tmp_path: Path) -> None:
    path_of(attached(key, author).sha256).write_bytes(b"%PDF-1.7 forged")
    with pytest.raises((BadFile, BadBackup)):
        backup(tmp_path / "b.gz")
    assert not (tmp_path / "b.gz").exists()


@pytest.mark.parametrize("sum_", ["", "../../etc/passwd", "a" * 63, "A" * 64, "a" * 64 + "\n"])
def test_no_path_but_that_of_a_sum(sum_: str) -> None:
    with pytest.raises(BadFile):
        path_of(sum_)


@given(st.text(max_size=400))
def test_names_are_harmless_and_cleaning_them_again_changes_nothing(name: str) -> None:
    clean = clean_name(name, TEXT)
    assert 0 < len(clean) <= NAME_CHARS
    assert clean.endswith((".txt", ".csv", ".md", ".TXT", ".CSV", ".MD")) or clean.casefold().endswith(TEXT.endings)
    assert not set(clean) & set('/\\:*?"<>|\n\r\t\0\u202e\u200f\u2066\u2028')
    assert not clean.startswith((".", " "))
    assert clean_name(clean, TEXT) == clean


def aged(folder: Path) -> None:
    """All that lies in the folder was written two hours ago."""
    for path in folder.rglob("*"):
        os.utime(path, (time.time() - 7200, time.time() - 7200))


def test_the_bytes_of_what_was_taken_away_are_cleared_and_the_history_stays(key: str, author: Author, folder: Path) -> None:
    one, other = attached(key, author), attached(key, author, files.PNG, "скан.png")
    again = attached(key, author, name="ещё раз.pdf")
    attachment_remove(number=one.pk, author=author)
    attachment_remove(number=other.pk, author=author)
    (folder / ".part-broken").write_bytes(b"half")
    now = timezone.now() + timedelta(seconds=1)
    assert files_clear(removed_before=now, author=author) == (0, 0), "what was written just now may be on its way"
    aged(folder)
    assert files_clear(removed_before=now - timedelta(days=1), author=author) == (1, 4), "only the piece of a broken upload"
    assert kept_files() == (1, len(files.PDF), 2, other.size)
    assert files_clear(removed_before=now, author=author) == (1, other.size)
    assert kept_files() == (1, len(files.PDF), 2, 0)
    assert b"".join(chunks_of(again.sha256)) == files.PDF, "another attachment has the same bytes"
    assert (Attachment.objects.count(), lost_files()) == (3, [])
    assert len(decisions(on=key, action="attach")) == 3


def test_only_managers_clear(key: str, folder: Path) -> None:
    editor = User.objects.create_user("boris", role=Role.EDITOR)
    with pytest.raises(NotAllowed):
        files_clear(removed_before=timezone.now(), author=Author("борис", editor))
