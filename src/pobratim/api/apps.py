"""The API room as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """A template and its style; no tables."""

    name = "pobratim.api"
    label = "api"
