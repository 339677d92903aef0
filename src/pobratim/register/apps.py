"""The register as an app of Django."""

from __future__ import annotations

from django.apps import AppConfig


class RegisterConfig(AppConfig):
    """Its label is `register`: tables begin with it."""

    name = "pobratim.register"
    label = "register"
    verbose_name = "Register"
