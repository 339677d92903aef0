"""The accounts of the register, for managers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from pobratim.register.errors import RegisterError
from pobratim.register.models.user import Role
from pobratim.register.permission import Permission
from pobratim.register.selectors.account import account_changes, user_named
from pobratim.register.selectors.account import users as all_users
from pobratim.register.services import user_add, user_open, user_password, user_role
from pobratim.web.acting import allowed, author_of

CHANGES = 50


@allowed(Permission.USERS)
@never_cache
def users(request: HttpRequest) -> HttpResponse:
    """All accounts, a form for a new one, what became of them lately; what was typed wrongly is kept."""
    typed = {"name": "", "role": Role.VIEWER.value}
    if request.method == "POST":
        typed = {"name": request.POST.get("name", ""), "role": request.POST.get("role", "")}
        try:
            made = user_add(**typed, password=request.POST.get("password", ""), author=author_of(request))
        except RegisterError as error:
            messages.error(request, gettext(error.reason))
        else:
            messages.success(request, gettext("{name} may enter now.").format(name=made.username))
            return redirect("web:users")
    context = {"users": all_users(), "changes": account_changes()[:CHANGES], "roles": Role.values, "typed": typed}
    return render(request, "web/users.html", context)


@allowed(Permission.USERS)
@require_POST
def change(request: HttpRequest, name: str) -> HttpResponse:
    """Gives an account another role or password, closes or opens it: what the form says."""
    author, user = author_of(request), user_named(name)
    try:
        if "role" in request.POST:
            user_role(user=user, role=request.POST["role"], author=author)
        if "open" in request.POST:
            user_open(user=user, is_open=request.POST["open"] == "1", author=author)
        if request.POST.get("password"):
            user_password(user=user, password=request.POST["password"], author=author)
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
    else:
        messages.success(request, gettext("{name}: changed.").format(name=user.username))
    return redirect("web:users")
