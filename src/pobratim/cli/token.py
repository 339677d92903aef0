"""`pobratim token`: with a token a program writes through the API, in the name of an account."""

from __future__ import annotations

import click

from pobratim.words.speech import mark, tr

from .command import Command, LazyGroup, Option
from .deed import deed

HELP = mark("Issue, revoke and list the tokens of the API.")
EXAMPLES = mark("Examples:\n  pobratim token issue --user anna --name crawler\n  pobratim token list\n  pobratim token revoke 3")
COMMANDS = {
    "issue": ("pobratim.cli.token:issue", mark("Issue a token and print its secret, once.")),
    "list": ("pobratim.cli.token:list_", mark("List the tokens: whose they are, when they were last used.")),
    "revoke": ("pobratim.cli.token:revoke", mark("Revoke a token: it is good for nothing from now on.")),
}


@click.group("token", cls=LazyGroup, lazy=COMMANDS, help=HELP, epilog=EXAMPLES)
def token() -> None:
    """Runs one of the commands below."""


@click.command("issue", cls=Command, help=COMMANDS["issue"][1])
@click.option("--user", cls=Option, required=True, metavar="NAME", help=mark("The account in whose name it writes."))
@click.option("--name", cls=Option, required=True, metavar="TEXT", help=mark("What it is for."))
def issue(user: str, name: str) -> None:
    """The secret goes to standard output alone, so that it can be sent on; it is kept nowhere."""
    with deed() as who:
        from pobratim.register.selectors.account import user_named
        from pobratim.register.services import Author, token_issue

        issued = token_issue(user=user_named(user), name=name, author=Author(who))
    click.echo(tr("Token {number}. This is its secret; it is shown only now:").format(number=issued.token.pk), err=True)
    click.echo(issued.secret)


@click.command("list", cls=Command, help=COMMANDS["list"][1])
def list_() -> None:
    """One line a token: number, account, name, issued, last used, whether it is in force; parted by tabs."""
    with deed():
        from pobratim.register.selectors.account import tokens

        found = tokens()
        if not found:
            click.echo(tr("No tokens were issued yet: pobratim token issue --user NAME --name TEXT"), err=True)
        for one in found:
            used = str(one.last_used) if one.last_used else tr("never used")
            state = tr("in force") if one.revoked is None else tr("revoked")
            row = (str(one.pk), one.user.username, " ".join(one.name.split()), f"{one.created:%Y-%m-%d}", used, state)
            click.echo("\t".join(row))


@click.command("revoke", cls=Command, help=COMMANDS["revoke"][1])
@click.argument("number", metavar="NUMBER", type=click.IntRange(1, 2**63 - 1))
def revoke(number: int) -> None:
    """By its number in the list."""
    with deed() as who:
        from pobratim.register.services import Author, token_revoke

        token_revoke(number=number, author=Author(who))
    click.echo(tr("Token {number} is revoked.").format(number=number), err=True)
