"""A wheel installs into a fresh environment and reads a page outside the checkout."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import STORY
from tests.conftest import ROOT
from tests.test_container import health

pytestmark = pytest.mark.slow
DATA = (".npy", ".npz", ".txt", ".tsv", ".mo", ".bin")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without the network."""
    folder = tmp_path_factory.mktemp("dist")
    pip(sys.executable, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh environment with the wheel; the other packages are lent by the one that runs the tests."""
    folder = tmp_path_factory.mktemp("env")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin/python"
    own = Path(output(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip(str(python), "install", "--no-deps", "--no-index", str(wheel))
    return folder


def pip(python: str, *arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--python", python, *arguments, "--quiet", "--disable-pip-version-check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def output(*command: str, cwd: Path | None = None) -> str:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=cwd, env=plain).stdout


def test_the_wheel_holds_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    source = ROOT / "src"
    files = {str(path.relative_to(source)) for path in source.rglob("*") if path.suffix in DATA}
    assert files <= names
    assert "pobratim/py.typed" in names
    assert not [name for name in names if "__pycache__" in name]
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_it_reads_a_page_outside_the_checkout(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(STORY, encoding="utf-8")
    where = output(str(environment / "bin/python"), "-c", "import pobratim; print(pobratim.__file__)", cwd=tmp_path)
    assert Path(where).is_relative_to(environment)
    facts = json.loads(output(str(environment / "bin/pobratim"), "read", "--json", "page.txt", cwd=tmp_path))
    assert facts["page"]["url"] == "page.txt"
    assert facts["documents"]
    assert any(place["ids"]["iso3166_2"] == "RU-TVE" for place in facts["places"])


def test_its_interface_speaks_russian(environment: Path, tmp_path: Path) -> None:
    assert "Вызов:" in output(str(environment / "bin/pobratim"), "--lang", "ru", "--help", cwd=tmp_path)


def test_it_serves_out_of_a_data_folder_and_the_container_finds_it_alive(environment: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    data.mkdir(mode=0o700)
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")} | {"POBRATIM_HOME": str(data)}
    command = [str(environment / "bin/pobratim"), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=tmp_path, env=plain) as server:
        assert server.stderr is not None
        address = next(found[0] for line in server.stderr if (found := re.search(r"http://[\d.]+:\d+", line)))
        check = health()[2].replace("http://127.0.0.1:8000", address)
        assert subprocess.run([environment / "bin/python", "-c", check], env=plain, check=False).returncode == 0
        server.terminate()
    assert server.returncode == 0, "told to stop it stops in order"
    assert (data / "register.sqlite3").is_file()
