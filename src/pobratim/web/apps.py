"""The web room as Django knows it."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Templates, static files; no tables."""

    name = "pobratim.web"
    label = "web"
