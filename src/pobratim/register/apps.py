"""The register as an app of Django."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


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


def _fill(**_: Any) -> None:
    from .derive import fill_plans, fill_promises, fill_silences, fill_states, recount_for_partners
    from .search import refill, refill_names, refill_states

    fill_states()
    refill(only_if_empty=True)
    refill_states()
    refill_names()
    recount_for_partners(only_if_empty=True)
    fill_silences()
    fill_promises()
    fill_plans()
