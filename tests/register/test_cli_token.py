"""`pobratim token`, run as a person runs it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from pobratim.cli.main import main
from pobratim.register.models import User
from pobratim.register.services import token_user


@pytest.mark.usefixtures("sqlite_register")
def test_issue_list_and_revoke() -> None:
    anna = User.objects.create(username="анна")
    run = CliRunner().invoke
    issued = run(main, ["token", "issue", "--user", "анна", "--name", "обходчик"])
    assert (issued.exit_code, token_user(issued.stdout.strip())) == (0, anna)
    assert "обходчик" in run(main, ["token", "list"]).stdout
    assert issued.stdout.strip() not in run(main, ["token", "list"]).stdout
    assert run(main, ["token", "revoke", "1"]).exit_code == 0
    assert token_user(issued.stdout.strip()) is None
    assert "revoked" in run(main, ["token", "list"]).stdout


@pytest.mark.usefixtures("sqlite_register")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["issue", "--user", "никто", "--name", "x"], 1),
        (["issue", "--user", "никто"], 2),
        (["revoke", "7"], 1),
        (["revoke", "x"], 2),
        (["revoke", str(2**80)], 2),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(arguments: list[str], code: int) -> None:
    done = CliRunner().invoke(main, ["token", *arguments])
    assert done.exit_code == code
    assert "Traceback" not in done.output
    assert done.stdout == ""


@pytest.mark.usefixtures("sqlite_register")
def test_help_names_the_commands() -> None:
    told = CliRunner().invoke(main, ["token", "--help"]).stdout
    assert all(name in told for name in ("issue", "list", "revoke"))
