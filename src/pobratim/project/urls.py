"""Where addresses lead: one line a room."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("pobratim.api.urls")),
    path("", include("pobratim.web.urls")),
]

handler404, handler500 = "pobratim.web.errors.not_found", "pobratim.web.errors.failed"
