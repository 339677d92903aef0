"""What a command does in the register: made ready first, and an error that is meant ends it with one clear line."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager

import click

from pobratim.core.errors import PobratimError
from pobratim.words.speech import language

from .complaint import complaint


@contextmanager
def deed() -> Iterator[str]:
    """Gives the name of the person who does it; models may be imported inside. Exit code 1 for an error that is meant."""
    from pobratim.project.ready import register_ready

    register_ready()
    from django.utils import translation

    try:
        with translation.override(language()):
            yield getpass.getuser()
    except PobratimError as error:
        click.echo(complaint(error), err=True)
        raise SystemExit(1) from None
