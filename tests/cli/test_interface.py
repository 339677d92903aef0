"""Help, languages, start-up, and the pieces of the sheet."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from babel.messages.pofile import read_po

from pobratim.cli.complaint import KINDS, complaint
from pobratim.cli.main import COMMANDS, main
from pobratim.cli.progress import Bar
from pobratim.cli.quote import QUOTE_CHARS, Quoter
from pobratim.core import errors, facts
from pobratim.core.evidence import Evidence
from pobratim.sources import choose_source
from pobratim.words.codes import DOCUMENT_KINDS, EVENT_KINDS, RELATIONS, STATUSES
from pobratim.words.speech import tr_n
from tests.commands import with_tables
from tools import catalogue

from .conftest import Invoke, Run

HEAVY = ("rich", "httpx", "trafilatura", "numpy", "pymorphy3", "selectolax", "razdel", "msgspec")


def test_help_imports_nothing_heavy() -> None:
    script = "import sys; from pobratim.cli.main import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    assert not {*HEAVY} & {*done.stdout.splitlines()[-1].split()}


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_command_has_help_with_an_example(invoke: Invoke, name: str, language: str) -> None:
    done = invoke("--lang", language, *name.split(), "--help")
    assert done.exit_code == 0
    assert ("Example" if language == "en" else "Пример") in done.stdout
    assert f"  pobratim {name}".rstrip() in done.stdout
    longest = max(map(len, done.stdout.splitlines()))
    assert longest <= 80


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    command = main.get_command(click.Context(main), name)
    assert command is not None
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_the_russian_interface_has_no_english_left(invoke: Invoke) -> None:
    told = invoke("--lang", "ru", "read", "--help").stdout
    for english in ("Usage", "Options", "Show", "default"):
        assert english not in told


def test_the_environment_chooses_the_language(run: Run) -> None:
    assert "Вызов" in run("--help", LANGUAGE="", LANG="ru_RU.UTF-8").stdout.decode()
    assert "Usage" in run("--help", LANGUAGE="", LANG="C.UTF-8").stdout.decode()
    assert "Нет команды" in run("reed", LANGUAGE="ru").stderr.decode()


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    assert run("reed").returncode == 2
    assert run().returncode == 2


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "documents"), "Не указан параметр '-o' / '--output'"),
        (("export", "все", "-o", "x.csv"), "возможны: 'documents', 'events', 'people', 'partners'"),
        (("due", "--on", "вчера"), "это не день: вчера; пишите так: 2024-04-23"),
        (("due", "--ics", "нет-папки/x.ics"), "такой папки нет: нет-папки"),
        (("backup", "нет-папки/b.gz"), "такой папки нет: нет-папки"),
        (("import", "нет.xlsx"), "нет файла 'нет.xlsx'"),
        (("read", "--jobs", "много", "x"), "'много' — не целое число"),
        (("user", "list", "лишнее"), "Лишний аргумент: лишнее"),
    ],
)
def test_wrong_usage_is_told_in_russian(run: Run, arguments: tuple[str, ...], told: str) -> None:
    answer = run(*arguments, LANGUAGE="ru")
    assert answer.returncode == 2
    assert told in answer.stderr.decode()


def test_what_must_be_given_is_marked_in_russian(run: Run) -> None:
    assert "обязательно" in run("export", "--help", LANGUAGE="ru").stdout.decode()


def test_examples_can_be_typed_as_they_are_shown() -> None:
    for message in read_po(io.BytesIO(catalogue.PO.read_bytes())):
        lines = [line for line in str(message.string).splitlines() if line.startswith("  pobratim ")]
        assert all("«" not in line for line in lines), "the shell takes « » for letters"


@pytest.mark.parametrize(
    ("arguments", "told", "address"),
    [
        (("--port", "8123"), None, "http://127.0.0.1:8123"),
        (("--host", "::1", "--port", "8123"), "", "http://[::1]:8123"),
        (("--port", "8123"), "https://register.example.org", "https://register.example.org"),
    ],
)
def test_links_lead_to_where_the_register_answers(
    invoke: Invoke, template: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], told: str | None, address: str
) -> None:
    with_tables(Path(os.environ["POBRATIM_HOME"]), template)

    def server(host: str, port: int, proxy: str | None) -> None:
        raise errors.PobratimError(os.environ["POBRATIM_ADDRESS"])

    monkeypatch.setenv("POBRATIM_ADDRESS", told or "")
    monkeypatch.setattr("pobratim.cli.serve._server", server)
    assert invoke("serve", *arguments).stderr == f"pobratim: {address}\n"


def test_version(invoke: Invoke) -> None:
    from pobratim import __version__

    assert invoke("--version").stdout == f"pobratim, version {__version__}\n"


def test_the_catalogue_is_complete_and_current() -> None:
    assert catalogue.main(["--check"]) == 0


def test_russian_counts() -> None:
    import gettext

    russian = gettext.translation("django", catalogue.PO.parents[2], ["ru"])
    forms = [russian.ngettext("{number} page read", "{number} pages read", number) for number in (1, 2, 5, 11, 21)]
    assert len(set(forms)) == 3
    assert forms[0] == forms[4]
    assert tr_n("{number} page read", "{number} pages read", 2) == "2 pages read"


def test_a_word_that_is_counted_elsewhere_is_found_without_a_number_too() -> None:
    import gettext

    russian = gettext.translation("django", catalogue.PO.parents[2], ["ru"])
    vars(russian)["plural"] = lambda number: -1  # as before Python 3.11.5: counted messages are not looked through
    assert [russian.gettext(word) for word in ("proof", "document", "page")] == ["источник", "документ", "страница"]


def test_every_error_has_a_line() -> None:
    leaves = [getattr(errors, name) for name in errors.__all__ if not getattr(errors, name).__subclasses__()]
    assert set(leaves) - {errors.LexiconError} == set(KINDS)
    assert complaint(errors.EmptyPage("one\nline", address="a\nb")) == "pobratim: a b: nothing to read: one line"
    assert complaint(errors.PageError("", address="a")) == "pobratim: a: cannot be read"


def test_every_code_of_the_contract_has_words() -> None:
    assert set(facts.DocumentKind.__args__) == set(DOCUMENT_KINDS)
    assert set(facts.EventKind.__args__) == set(EVENT_KINDS)
    assert set(facts.RelationKind.__args__) == set(RELATIONS)
    assert {*facts.DocumentStatus.__args__, *facts.EventStatus.__args__} == set(STATUSES)


def test_a_quote_is_the_sentence_with_its_words_marked() -> None:
    text = "Заголовок\n\nСтороны встретились. План подписан в Твери."
    start = text.index("подписан")
    (quote,) = Quoter(text).quotes([Evidence.of(text, start, start + 8)])
    assert quote.text == "План подписан в Твери."
    assert [quote.text[a:b] for a, b in quote.marks] == ["подписан"]


def test_a_long_sentence_is_cut_around_the_words() -> None:
    text = "слово " * 100 + "подписан " + "слово " * 100 + "конец."
    start = text.index("подписан")
    (quote,) = Quoter(text).quotes([Evidence.of(text, start, start + 8)])
    assert quote.text.startswith("… ")
    assert quote.text.endswith(" …")
    assert len(quote.text) <= QUOTE_CHARS + 4
    assert [quote.text[a:b] for a, b in quote.marks] == ["подписан"]


class Terminal:
    """A stderr that says it is a terminal, and keeps what is written."""

    encoding = "utf-8"

    def __init__(self) -> None:
        self.written = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.written += text
        return len(text)

    def flush(self) -> None:
        """Has nothing to flush."""


@pytest.mark.parametrize(("total", "seconds", "shown"), [(5, 3.0, True), (5, 0.0, False), (1, 3.0, False)])
def test_the_bar_shows_after_a_while_and_for_several_pages(
    monkeypatch: pytest.MonkeyPatch, total: int, seconds: float, shown: bool
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    now = [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    monkeypatch.setenv("TERM", "xterm")
    with Bar([choose_source(f"{number}.html") for number in range(total)]) as bar:
        for _ in range(min(total, 2)):
            now[0] += seconds
            bar.advance()
        with bar.aside(sys.stderr):
            terminal.write("…")
    assert ("Reading pages" in terminal.written) == shown


def test_the_sheet_is_coloured_only_on_a_terminal(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    from pobratim.cli.sheet import console

    assert not console().is_terminal
    assert console().width >= 100
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm-256color")
    assert console().color_system is not None
