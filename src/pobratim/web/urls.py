"""Which address leads to which view."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, include, path

from .views import home

app_name = "web"
pages = [
    path("", home.home, name="home"),
    path("login/", LoginView.as_view(template_name="web/login.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, app_name))),
    path("language/", include("django.conf.urls.i18n")),
]
