"""`pobratim read` on what cannot be read: one clear line each, and nothing else is lost."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import STORY, Invoke, Run

BAD = {
    "empty.txt": b"",
    "blank.html": b"<html><body>\n \n</body></html>",
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20,
    "plan.pdf": b"%PDF-1.7\n" + bytes(range(256)) * 20,
    "archive.gz": gzip.compress(STORY.encode() * 50),
    "broken.txt": bytes(range(128, 160)) * 200,
    "english.txt": b"Two cities signed an agreement on cooperation on Monday.\n\nThe mayors met at the town hall.\n" * 5,
}


@pytest.mark.parametrize("name", BAD)
def test_bad_pages_get_one_line_with_the_address(invoke: Invoke, tmp_path: Path, name: str) -> None:
    page = tmp_path / name
    page.write_bytes(BAD[name])
    done = invoke("read", page)
    assert done.exit_code == 1
    assert not done.stdout
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"pobratim: {page}: ")
    assert len(line) > len(f"pobratim: {page}: ") + 5


def test_the_other_pages_are_still_read(invoke: Invoke, tmp_path: Path, story: Path) -> None:
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    done = invoke("read", "--json", *(tmp_path / name for name in BAD), tmp_path / "absent.txt", story)
    assert done.exit_code == 0
    (facts,) = map(json.loads, done.stdout.splitlines())
    assert facts["page"]["url"] == str(story)
    assert len(done.stderr.splitlines()) == len(BAD) + 1


def test_a_page_of_50_megabytes_is_too_large(invoke: Invoke, tmp_path: Path) -> None:
    page = tmp_path / "large.html"
    with page.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    done = invoke("read", page)
    assert done.exit_code == 1
    assert "too large" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_50_megabytes_on_standard_input_too(run: Run) -> None:
    done = run("read", "-", stdin=STORY.encode() * 60_000)
    assert done.returncode == 1
    assert done.stderr.startswith(b"pobratim: -: too large")


def test_a_file_that_is_not_there(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("read", tmp_path / "absent.txt")
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"pobratim: {tmp_path}/absent.txt: cannot be read: no such file")


def test_an_empty_folder_has_nothing_to_read(invoke: Invoke, tmp_path: Path) -> None:
    done = invoke("read", tmp_path)
    assert done.exit_code == 1
    assert str(tmp_path) in done.stderr


@pytest.mark.parametrize("path", ["/loop", "/absent", "/elsewhere", "/huge"])
def test_bad_addresses(invoke: Invoke, server: str, path: str) -> None:
    done = invoke("read", "--allow-private", server + path)
    assert done.exit_code == 1
    (line,) = done.stderr.splitlines()
    assert server + path in line


def test_an_address_where_nobody_listens(invoke: Invoke) -> None:
    done = invoke("read", "--allow-private", "http://127.0.0.1:9/page")
    assert done.exit_code == 1
    assert done.stderr.startswith("pobratim: http://127.0.0.1:9/page: cannot be had")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://localhost:9/", "http://[::1]:9/", "http://10.0.0.1/"])
def test_private_addresses_are_refused(invoke: Invoke, address: str) -> None:
    done = invoke("read", address)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"pobratim: {address}: refused")


@pytest.mark.parametrize("address", ["ftp://example.org/page", "file:///etc/hostname", "javascript://x/%0a"])
def test_only_http_and_https(invoke: Invoke, address: str) -> None:
    done = invoke("read", address)
    assert done.exit_code == 1
    assert done.stderr.startswith(f"pobratim: {address}: refused")


@pytest.mark.parametrize("arguments", [[], ["--jobs", "0", "x"], ["--no-such-option", "x"], ["--jobs", "many", "x"]])
def test_wrong_usage_is_2(invoke: Invoke, arguments: list[str]) -> None:
    done = invoke("read", *arguments)
    assert done.exit_code == 2
    assert "Error: " in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this machine")
@pytest.mark.parametrize("how", [["--json"], []])
def test_a_full_disk_gets_one_line(story: Path, how: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-c", "from pobratim.cli.main import run; run()", "read", *how, str(story)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [b"pobratim: output: No space left on device"]
