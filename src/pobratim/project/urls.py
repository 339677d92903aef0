"""Where addresses lead; the rooms `web` and `api` add theirs."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
