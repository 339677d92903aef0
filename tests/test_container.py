"""What the container's files copy is there, what they set is read, their check tells alive from dead."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest
import yaml

from pobratim.cli.main import main
from tests.conftest import ROOT
from tests.local_server import serving

LINES = re.sub(r"\\\n\s*", " ", (ROOT / "Dockerfile").read_text(encoding="utf-8")).splitlines()
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))["services"]
SETTINGS = (ROOT / "src/pobratim/project/settings.py").read_text(encoding="utf-8")


def told(word: str) -> list[str]:
    """What follows an instruction of the Dockerfile, wherever it stands."""
    return [line.split(maxsplit=1)[1] for line in LINES if line.startswith(word + " ")]


def health() -> list[str]:
    """The command that tells whether the server in the container lives."""
    found: list[str] = json.loads(told("HEALTHCHECK")[0].split("CMD", 1)[1])
    return found


def test_what_is_copied_is_there_and_is_sent() -> None:
    ignored = {line.rstrip("/") for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").split()}
    for line in told("COPY"):
        for source in line.split()[:-1] if "--from" not in line else []:
            assert (ROOT / source).exists(), source
            assert source not in ignored


def test_it_runs_as_nobody_much_and_keeps_its_data_in_a_volume() -> None:
    last = len(LINES) - LINES[::-1].index(next(line for line in LINES[::-1] if line.startswith("FROM")))
    after = LINES[last:]
    assert "USER 1000:1000" in after
    assert "--uid 1000 " in next(line for line in after if "useradd" in line)
    assert after.index("USER 1000:1000") > next(place for place, line in enumerate(after) if "useradd" in line)
    assert told("VOLUME") == ["/data"]
    assert "POBRATIM_HOME=/data" in told("ENV")[-1]
    assert COMPOSE["register"]["volumes"] == ["data:/data"]


def test_what_it_starts_is_a_command_of_ours() -> None:
    (program,), arguments = json.loads(told("ENTRYPOINT")[0]), json.loads(told("CMD")[0])
    assert program == "pobratim"
    main([*arguments, "--help"], standalone_mode=False)


def test_every_setting_is_one_that_is_read() -> None:
    for name in COMPOSE["register"]["environment"]:
        assert name.removesuffix("_FILE") in SETTINGS, name
    assert COMPOSE["register"]["depends_on"]["database"]["condition"] == "service_healthy"


def test_no_secret_stands_in_an_environment() -> None:
    for service in COMPOSE.values():
        assert not [value for value in service["environment"].values() if "PASSWORD" in value]
        path = next(value for name, value in service["environment"].items() if name.endswith("_PASSWORD_FILE"))
        assert path.removeprefix("/run/secrets/") in service["secrets"]
    assert "secrets" in (ROOT / ".dockerignore").read_text(encoding="utf-8").split()


class Strict(BaseHTTPRequestHandler):
    """Answers only where it is called by its own name, as the register does."""

    def do_GET(self) -> None:
        self.send_response(200 if self.headers["Host"] == self.name and self.path == "/login/" else 400)
        self.end_headers()

    name = "localhost"

    def log_message(self, *arguments: object) -> None:
        """Says nothing."""


class Named(Strict):
    """One that is served under another name."""

    name = "register.example.org"


@pytest.mark.parametrize(
    ("hosts", "server", "alive"),
    [
        (None, Strict, True),
        ("*", Strict, True),
        ("register.example.org localhost", Named, True),
        (".example.org", Strict, False),
        ("localhost", Named, False),
    ],
)
def test_the_check_tells_alive_from_dead(hosts: str | None, server: type[Strict], alive: bool, tmp_path: Path) -> None:
    program, option, code = health()
    assert (program, option) == ("python", "-c")
    environment = {name: value for name, value in os.environ.items() if name != "POBRATIM_HOSTS"}
    with serving(server) as address:
        ran = subprocess.run(
            [sys.executable, "-c", code.replace("http://127.0.0.1:8000", address)],
            env={**environment, **({"POBRATIM_HOSTS": hosts} if hosts else {})},
            cwd=tmp_path,
            capture_output=True,
            check=False,
        )
    assert (ran.returncode == 0) is alive
