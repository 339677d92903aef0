"""One's own account: password and tokens."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from pobratim.register.errors import RegisterError, WrongValue
from pobratim.register.models.token import Purpose
from pobratim.register.models.user import Digest
from pobratim.register.selectors.account import tokens
from pobratim.register.services import token_issue, token_revoke, user_mail, user_password
from pobratim.web.acting import author_of, user_of


@login_required
@never_cache
def account(request: HttpRequest) -> HttpResponse:
    """The account of the one who asks; a token's secret is shown once, right after it was issued."""
    secret = request.session.pop("secret", None)
    context = {
        "tokens": tokens(user_of(request)),
        "secret": secret,
        "calendar": request.session.pop("calendar", None),
        "digests": Digest.values,
    }
    return render(request, "web/account.html", context)


@login_required
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """Sets another password; the present one is asked for. This session goes on, all others end."""
    user = user_of(request)
    try:
        if not user.check_password(request.POST.get("present", "")):
            raise WrongValue(gettext("the present password is another"))
        if request.POST.get("wanted", "") != request.POST.get("again", ""):
            raise WrongValue(gettext("the new password was typed in two ways"))
        user_password(user=user, password=request.POST.get("wanted", ""), author=author_of(request))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
    else:
        update_session_auth_hash(request, user)
        messages.success(request, gettext("The password is changed."))
    return redirect("web:account")


@login_required
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    """Issues a token for the API."""
    try:
        issued = token_issue(user=user_of(request), name=request.POST.get("name", ""), author=author_of(request))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
    else:
        request.session["secret"] = issued.secret
    return redirect("web:account")


@login_required
@require_POST
def calendar(request: HttpRequest) -> HttpResponse:
    """Makes a secret address for a calendar of what is due; it is shown once and can be revoked like a token."""
    issued = token_issue(user=user_of(request), name=gettext("calendar"), author=author_of(request), purpose=Purpose.CALENDAR)
    request.session["calendar"] = settings.PUBLIC_ADDRESS + reverse("web:calendar", args=[issued.secret])
    return redirect("web:account")


@login_required
@require_POST
def mails(request: HttpRequest) -> HttpResponse:
    """Where and how often the mail of what is due goes."""
    email, digest = request.POST.get("email", "").strip(), request.POST.get("digest", "")
    try:
        user_mail(user=user_of(request), email=email, digest=digest, author=author_of(request))
    except RegisterError as error:
        messages.error(request, gettext(error.reason))
    else:
        messages.success(request, gettext("Saved."))
    return redirect("web:account")


@login_required
@require_POST
def revoke(request: HttpRequest, number: int) -> HttpResponse:
    """Revokes a token."""
    token_revoke(number=number, author=author_of(request))
    messages.success(request, gettext("The token is revoked."))
    return redirect("web:account")
