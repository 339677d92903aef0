"""`pobratim serve`: the register for browsers and programs, by a server made for daily use."""

from __future__ import annotations

import ipaddress
import logging
import os
import shlex
import shutil
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from pobratim.words.speech import mark, tr

from .command import Command, Option
from .deed import deed

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer, MultiSocketServer

THREADS = 6
_PORT = click.IntRange(0, 65535)
NO_MANAGER = mark(
    "Nobody keeps this register yet. Make the first manager in another terminal:\n  {command} user add NAME --role manager"
)
HELP = mark(
    "Serve the register to browsers.\n\n"
    "It answers on this machine alone unless --host says otherwise; for others put it behind a web server that speaks "
    "https, name the register's addresses in POBRATIM_HOSTS and set POBRATIM_HTTPS=1."
)
EXAMPLES = mark(
    "Examples:\n"
    "  pobratim serve\n"
    "  POBRATIM_HOSTS=register.example.org POBRATIM_HTTPS=1 \\\n"
    "    pobratim serve --host 0.0.0.0 --proxy 10.0.0.1"
)


@click.command("serve", cls=Command, help=HELP, epilog=EXAMPLES)
@click.option("--host", cls=Option, default="127.0.0.1", show_default=True, help=mark("Address to answer on."))
@click.option("--port", cls=Option, type=_PORT, default=8000, show_default=True, help=mark("Port to answer on."))
@click.option(
    "--proxy",
    cls=Option,
    metavar="ADDRESS",
    envvar="POBRATIM_PROXY",
    help=mark("The web server in front, which tells who a visitor is (* for whoever asks); POBRATIM_PROXY says it too."),
)
def serve(host: str, port: int, proxy: str | None) -> None:
    """Serves until it is stopped."""
    if proxy and proxy != "*" and not _is_number(proxy):
        told = tr("--proxy needs the number of the web server in front, as 10.0.0.1, or *: {given}")
        raise click.UsageError(told.format(given=proxy))
    if port and not os.environ.get("POBRATIM_ADDRESS"):
        os.environ["POBRATIM_ADDRESS"] = f"http://{_name(host)}:{port}"  # links in papers and calendars lead here
    with deed():
        from pobratim.register.selectors.account import managers

        server = _server(host, port, proxy)
        if managers() == 0:
            click.echo(tr(NO_MANAGER).format(command=_command()), err=True)
        address = f"http://{_name(host)}:{_port(server)}/"
        click.echo(tr("The register: {address} (Ctrl+C stops it)").format(address=address), err=True)
    signal.signal(signal.SIGTERM, _stop)
    server.run()


def _is_number(address: str) -> bool:
    """Whether it is a network address as visitors' are told: a name would be no one's."""
    try:
        ipaddress.ip_address(address)
    except ValueError:
        return False
    return True


def _stop(*_: object) -> NoReturn:
    """Ends as Ctrl+C does, what is being answered first: the first process of a container gets no default from the system."""
    raise SystemExit(0)


def _server(host: str, port: int, proxy: str | None) -> BaseWSGIServer | MultiSocketServer:
    """A server that holds its port already.

    Raises:
        RegisterError: the address cannot be answered on; why.
    """
    from waitress.server import create_server

    from pobratim.project.wsgi import application
    from pobratim.register.errors import RegisterError

    logging.getLogger("waitress").setLevel(logging.ERROR)
    options: dict[str, Any] = {"host": host, "port": port, "threads": THREADS, "ident": None}
    if proxy:
        options |= {"trusted_proxy": proxy, "trusted_proxy_headers": "x-forwarded-for x-forwarded-proto"}
    try:
        return create_server(application, clear_untrusted_proxy_headers=True, **options)
    except (OSError, ValueError) as error:
        why = error.strerror if isinstance(error, OSError) else tr("this machine has no such address")
        raise RegisterError(tr("cannot answer here: {why}").format(why=why), address=f"{host}:{port}") from None


def _command() -> str:
    """How this register's command is called from another terminal."""
    own = Path(sys.executable).parent / "pobratim"
    program = own if own.exists() else Path(shutil.which("pobratim") or own)
    program = program.relative_to(Path.cwd()) if program.is_relative_to(Path.cwd()) else program
    home = os.environ.get("POBRATIM_HOME")
    return f"POBRATIM_HOME={shlex.quote(home)} {shlex.quote(str(program))}" if home else shlex.quote(str(program))


def _port(server: BaseWSGIServer | MultiSocketServer) -> int:
    """The port that it holds: one chosen by the system where 0 was asked for."""
    listens = getattr(server, "effective_listen", None)
    return int(listens[0][1] if listens else getattr(server, "effective_port"))  # noqa: B009 - set by its subclass


def _name(host: str) -> str:
    """How a browser on this machine names the address."""
    if host in ("0.0.0.0", "::"):
        return "127.0.0.1"
    return f"[{host}]" if ":" in host else host
