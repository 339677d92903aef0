"""`pobratim user`: accounts of the register, for the one who has the machine."""

from __future__ import annotations

import sys

import click

from pobratim.words.speech import mark, tr

from .command import Command, LazyGroup, Option
from .deed import deed

ROLES = ("viewer", "editor", "manager")
HELP = mark("Add and list accounts, change their roles and passwords.")
EXAMPLES = mark("Examples:\n  pobratim user add anna --role manager\n  pobratim user role boris editor\n  pobratim user list")
COMMANDS = {
    "add": ("pobratim.cli.user:add", mark("Make an account; asks for its password.")),
    "close": ("pobratim.cli.user:close", mark("Close an account: nobody enters by it any more.")),
    "list": ("pobratim.cli.user:list_", mark("List the accounts.")),
    "open": ("pobratim.cli.user:open_", mark("Open a closed account again.")),
    "password": ("pobratim.cli.user:password", mark("Give an account another password; asks for it.")),
    "role": ("pobratim.cli.user:role", mark("Give an account another role.")),
}


@click.group("user", cls=LazyGroup, lazy=COMMANDS, help=HELP, epilog=EXAMPLES)
def user() -> None:
    """Runs one of the commands below."""


_name = click.argument("name", metavar="NAME")


@click.command("add", cls=Command, help=COMMANDS["add"][1], epilog=mark("Example:\n  pobratim user add anna --role manager"))
@_name
@click.option("--role", cls=Option, type=click.Choice(ROLES), default="viewer", help=mark("What the account may do."))
def add(name: str, role: str) -> None:
    """The password is asked for twice on a terminal, else it is the first line of standard input."""
    with deed() as who:
        from pobratim.register.services import Author, user_add

        made = user_add(name=name, password=_password(), role=role, author=Author(who))
        click.echo(tr("{name} may enter now, as {role}").format(name=made.username, role=made.role), err=True)


@click.command("list", cls=Command, help=COMMANDS["list"][1], epilog=mark("Example:\n  pobratim user list"))
def list_() -> None:
    """One line an account: name, role, open or closed, last entered; parted by tabs."""
    with deed():
        from pobratim.register.selectors.account import users

        found = users()
        if not found:
            click.echo(tr("There are no accounts yet. The first manager: pobratim user add NAME --role manager"), err=True)
        for one in found:
            entered = f"{one.last_login:%Y-%m-%d}" if one.last_login else tr("never entered")
            click.echo("\t".join((one.username, one.role, tr("open") if one.is_active else tr("closed"), entered)))


@click.command("role", cls=Command, help=COMMANDS["role"][1], epilog=mark("Example:\n  pobratim user role boris editor"))
@_name
@click.argument("role", metavar="ROLE", type=click.Choice(ROLES))
def role(name: str, role: str) -> None:
    """The role holds from the next request on."""
    with deed() as who:
        from pobratim.register.selectors.account import user_named
        from pobratim.register.services import Author, user_role

        user_role(user=user_named(name), role=role, author=Author(who))


@click.command("close", cls=Command, help=COMMANDS["close"][1], epilog=mark("Example:\n  pobratim user close boris"))
@_name
def close(name: str) -> None:
    """What the account did stays."""
    _open(name, is_open=False)


@click.command("open", cls=Command, help=COMMANDS["open"][1], epilog=mark("Example:\n  pobratim user open boris"))
@_name
def open_(name: str) -> None:
    """Its password is the one it had."""
    _open(name, is_open=True)


@click.command("password", cls=Command, help=COMMANDS["password"][1], epilog=mark("Example:\n  pobratim user password anna"))
@_name
def password(name: str) -> None:
    """All sessions of the account end."""
    with deed() as who:
        from pobratim.register.selectors.account import user_named
        from pobratim.register.services import Author, user_password

        user_password(user=user_named(name), password=_password(), author=Author(who))


def _open(name: str, *, is_open: bool) -> None:
    with deed() as who:
        from pobratim.register.selectors.account import user_named
        from pobratim.register.services import Author, user_open

        user_open(user=user_named(name), is_open=is_open, author=Author(who))


def _password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt(tr("Password"), hide_input=True, confirmation_prompt=tr("The same once more")))
    return sys.stdin.readline().rstrip("\n")
