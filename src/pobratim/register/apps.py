"""The register as an app of Django."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, TextIO

from django.apps import AppConfig
from django.db.models.signals import post_migrate

from pobratim.words.speech import mark


class RegisterConfig(AppConfig):
    """Its label is `register`: tables begin with it."""

    name = "pobratim.register"
    label = "register"
    verbose_name = "Register"

    def ready(self) -> None:
        """Whoever brings the tables up to date fills those that follow from others, if the register had none of them."""
        from .sql import days_once

        post_migrate.connect(_fill, sender=self)
        days_once()


def _fill(stdout: TextIO | None = None, verbosity: int = 0, **_: Any) -> None:
    from .derive import fill_plans, fill_promises, fill_silences, fill_states, recount_for_partners
    from .search import refill, refill_names, refill_states

    steps: tuple[tuple[str, Callable[[], None]], ...] = (
        (mark("states of documents"), fill_states),
        (mark("search"), partial(refill, only_if_empty=True)),
        (mark("search by states"), refill_states),
        (mark("names in search"), refill_names),
        (mark("counts for partners"), partial(recount_for_partners, only_if_empty=True)),
        (mark("silences"), fill_silences),
        (mark("promises"), fill_promises),
        (mark("plans"), fill_plans),
    )
    for what, fill in steps:
        if stdout is not None and verbosity:
            stdout.write(f"  Filling {what}\n")
        fill()
