"""Accounts from the command line."""

from __future__ import annotations

from pathlib import Path

from tests.commands import alone, here, in_words, with_tables


def test_the_first_manager_and_another(tmp_path: Path, template: Path) -> None:
    with_tables(tmp_path, template)  # to make a register may take so long that it is told of
    made = in_words(alone(tmp_path))("user", "add", "анна", "--role", "manager", stdin="сорок-два-побратима\n")
    assert made.returncode == 0, made.stderr
    assert made.stderr == "анна may enter now, as manager\n"
    run = in_words(here(tmp_path, template))
    easy = run("user", "add", "борис", stdin="12345678\n")
    assert easy.returncode == 1
    assert easy.stderr.startswith("pobratim: борис: This password is too common.")
    last = run("user", "close", "анна")
    assert last.returncode == 1
    assert "the last manager stays" in last.stderr
    assert run("user", "list").stdout == "анна\tmanager\topen\tnever entered\n"


def test_a_register_without_accounts_says_what_to_do(tmp_path: Path, template: Path) -> None:
    run = in_words(here(tmp_path, template))
    for command, told in (("user", "user add NAME"), ("token", "token issue --user NAME")):
        listed = run(command, "list")
        assert (listed.returncode, listed.stdout) == (0, "")
        assert told in listed.stderr
