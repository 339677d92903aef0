"""The project keeps its promises: the map is true, the documents name what exists, nothing leaks from where it was made."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from pobratim import __version__
from pobratim.cli.command import LazyGroup
from pobratim.cli.main import COMMANDS, main
from pobratim.core import errors
from tests.conftest import ROOT

SOURCE = ROOT / "src/pobratim"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("corpus/*.md"), *ROOT.glob("evals/*.md")])
READMES = [ROOT / "README.md", ROOT / "README.ru.md"]
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
#: Each word is broken in two, so that this file does not name it either.
FORBIDDEN = [
    word.replace("|", "")
    for word in "/wo|rk/ /ro|ot/ /opt/py|pi an|thropic cla|ude chat|gpt py|pi.org python|hosted deb.|debian".split()
]
BINARY = {".npy", ".npz", ".mo", ".bin", ".gz", ".html", ".lock"}


def rooms() -> set[str]:
    """The packages of `src/pobratim/`."""
    return {path.parent.name for path in SOURCE.glob("*/__init__.py")}


def tracked() -> list[Path]:
    """The project's files: those git knows, or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


def test_all_errors_are_listed_and_stand_in_the_tree() -> None:
    classes = {name for name, one in vars(errors).items() if inspect.isclass(one) and one.__module__ == errors.__name__}
    assert set(errors.__all__) == classes
    assert all(name in (errors.__doc__ or "") for name in classes)


@pytest.mark.parametrize("path", sorted(SOURCE.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCE)))
def test_what_a_module_offers_exists(path: Path) -> None:
    module = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(module)
    bound = {alias.asname or alias.name for node in module.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    bound |= {node.name for node in module.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    assigned = {ast.unparse(node.targets[0]): node.value for node in module.body if isinstance(node, ast.Assign)}
    assigned |= {ast.unparse(node.target): node.value for node in module.body if isinstance(node, ast.AnnAssign) and node.value}
    if "__all__" in assigned:
        assert set(ast.literal_eval(assigned["__all__"])) <= bound | assigned.keys()


def test_the_map_names_every_room_and_the_layers_are_the_same() -> None:
    listed = re.findall(r"^\| `(\w+)/`", (ROOT / "MAP.md").read_text(encoding="utf-8"), re.MULTILINE)
    own = [name for name in listed if (SOURCE / name).is_dir()]
    assert set(own) == rooms()
    (contract,) = PROJECT["tool"]["importlinter"]["contracts"]
    assert own == [room for layer in reversed(contract["layers"]) for room in layer.split(" | ")]


def test_the_map_names_every_folder() -> None:
    told = (ROOT / "MAP.md").read_text(encoding="utf-8")
    folders = {path.relative_to(ROOT).parts[0] for path in tracked() if path.parent != ROOT} - {"src", ".ci"}
    assert not {folder for folder in folders if f"`{folder}/`" not in told}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert not [target for target in targets if not (document.parent / target).exists()]


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.name)
def test_the_readme_names_what_exists(readme: Path) -> None:
    text = readme.read_text(encoding="utf-8")
    targets = set(re.findall(r"\bmake ([a-z]+)\b(?=[`\s])", text))
    rules = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert {"demo", "test"} <= targets <= rules
    commands = [line.split("#")[0] for line in text.splitlines() if re.match(r"(.*\| )?pobratim ", line)]
    assert len(commands) >= 6
    known = {option for name in COMMANDS for option in _options(name)} | {"--help", "--lang"}
    assert not {word for line in commands for word in line.split() if word.startswith("--")} - known


def _options(name: str) -> set[str]:
    command = main.get_command(main.make_context("pobratim", [name, "--help"], resilient_parsing=True), name)
    assert command is not None
    context = main.make_context("pobratim", [], resilient_parsing=True)
    inner = [command.get_command(context, one) for one in command.lazy] if isinstance(command, LazyGroup) else []
    return {option for one in (command, *filter(None, inner)) for parameter in one.params for option in parameter.opts}


def test_both_readmes_have_the_same_parts() -> None:
    english, russian = (path.read_text(encoding="utf-8") for path in READMES)
    assert english.count("\n## ") == russian.count("\n## ")
    assert re.findall(r"<!-- \w+:\w+ -->", english) == re.findall(r"<!-- \w+:\w+ -->", russian)


def test_the_readmes_python_runs() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", READMES[0].read_text(encoding="utf-8"), re.DOTALL)
    assert code in READMES[1].read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            module = __import__(node.module or "", fromlist=["x"])
            assert all(hasattr(module, alias.name) for alias in node.names)


def test_the_changelog_knows_this_version() -> None:
    assert f"\n## [{__version__}] - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("lock", "group"), [("requirements.lock", "build"), ("requirements-dev.lock", "dev")])
def test_lock_files_hold_what_the_project_asks_for(lock: str, group: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", text, re.MULTILINE))
    asked = [one for one in PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"][group] if isinstance(one, str)]
    names = {re.match(r"[\w.-]+", one)[0].lower().replace("_", "-") for one in asked}  # type: ignore[index]
    assert names <= locked
    assert text.count("--hash=sha256:") >= len(locked)


def test_every_module_imported_is_a_dependency() -> None:
    asked = {re.split(r"[<>=!~ \[]", one)[0] for one in PROJECT["project"]["dependencies"]}
    known = {"pobratim"} | {module for module, of in packages_distributions().items() if asked & {one.lower() for one in of}}
    optional = {"navec", "slovnet"}  # the yardstick's backend
    imported = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                imported.add((node.module or "").partition(".")[0])
    assert imported - set(sys.stdlib_module_names) <= known | optional


def test_nothing_tells_where_it_was_made() -> None:
    told = []
    for path in tracked():
        if path.suffix not in BINARY:
            text = path.read_text(encoding="utf-8", errors="ignore").lower()
            told += [f"{path.relative_to(ROOT)}: {word}" for word in FORBIDDEN if word in text]
    assert not told


def test_scripts_can_be_run() -> None:
    for name in (".ci/run", "tools/make_venv.sh", "tools/lock.sh"):
        path = ROOT / name
        assert path.read_text(encoding="utf-8").startswith("#!/usr/bin/env ")
        assert path.stat().st_mode & 0o111
