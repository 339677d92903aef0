"""Who asks, and whether they may."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from pobratim.register.errors import NotAllowed
from pobratim.register.models import User
from pobratim.register.permission import Permission, require
from pobratim.register.services import Author

from .asked import View


def user_of(request: HttpRequest) -> User:
    """The account of the one who asks.

    Raises:
        NotAllowed: there is none.
    """
    if not isinstance(request.user, User):
        raise NotAllowed("an account is needed for this")
    return request.user


def author_of(request: HttpRequest) -> Author:
    """The one who asks, as services want it."""
    user = user_of(request)
    return Author(user.get_full_name() or user.username, user)


def allowed(permission: Permission) -> Callable[[View], View]:
    """A view for those who may; others get a clear word, and who is not signed in the way to the door."""

    def dressed(view: View) -> View:
        @wraps(view)
        def asked(request: HttpRequest, *arguments: Any, **rest: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            require(request.user, permission)
            return view(request, *arguments, **rest)

        return asked

    return dressed
