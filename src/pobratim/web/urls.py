"""Which address leads to which view."""

from __future__ import annotations

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import URLPattern, URLResolver, include, path

from .views import (
    about,
    account,
    document,
    due,
    event,
    evidence,
    export,
    home,
    page,
    pair,
    partner,
    person,
    search,
    statement,
    ties,
    users,
)

pages = [
    path("", home.home, name="home"),
    path("search/", search.search, name="search"),
    path("export/", export.export, name="export"),
    path("map/", ties.ties, name="map"),
    path("due/", due.due, name="due"),
    path("about/", about.about, name="about"),
    path("documents/<str:key>/", document.document, name="document"),
    path("events/<str:key>/", event.event, name="event"),
    path("partners/<str:key>/", partner.partner, name="partner"),
    path("pair/<str:a>/<str:b>/", pair.pair, name="pair"),
    path("people/<str:key>/", person.person, name="person"),
    path("statements/<str:key>/", statement.statement, name="statement"),
    path("evidence/<str:key>/<str:field>/<int:number>/", evidence.evidence, name="evidence"),
    path("pages/<int:number>/", page.page, name="page"),
    path("login/", LoginView.as_view(template_name="web/login.html"), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("account/", account.account, name="account"),
    path("account/password/", account.password, name="password"),
    path("account/tokens/", account.token, name="token"),
    path("account/tokens/<int:number>/revoke/", account.revoke, name="revoke"),
    path("users/", users.users, name="users"),
    path("users/<str:name>/", users.change, name="user"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("", include((pages, "web"))),
    path("language/", include("django.conf.urls.i18n")),
]
