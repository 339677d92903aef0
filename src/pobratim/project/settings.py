"""Django's settings. What differs from place to place comes from the environment; nothing secret stands here.

`POBRATIM_HOME`: the data folder: database, attached files, secret key
`DATABASE_URL`: PostgreSQL instead of the SQLite file in the data folder; `DATABASE_PASSWORD`: its password, if not in there
`POBRATIM_HOSTS`: names under which the register is served
`POBRATIM_READING`: `public` (everyone reads) or `closed` (accounts only)
`POBRATIM_FILES`: `public` (attached files are for whoever reads) or `closed` (for accounts only)
`POBRATIM_HTTPS`: 1 where the register stands behind https: cookies and links keep to it
`POBRATIM_ADDRESS`: how the register is reached, for links in calendars and mails (`https://register.example.org`)
`POBRATIM_SMTP`: the server that sends mails, `smtp://user:password@host:587` (STARTTLS) or `smtps://…:465`
`POBRATIM_MAIL_FROM`: the sender of mails
`POBRATIM_TIME_ZONE`: of days and hours shown; Europe/Moscow unless named
`POBRATIM_SECRET_KEY`: instead of the key file in the data folder
`POBRATIM_UPLOAD_MB`: the largest file that may be attached, in megabytes; 20 unless named
`POBRATIM_PROXY`: the web server in front, as `pobratim serve --proxy`
`POBRATIM_DEBUG`: 1 for developers

`DATABASE_URL`, `DATABASE_PASSWORD`, `POBRATIM_SMTP` and `POBRATIM_SECRET_KEY` may lie in files: `DATABASE_PASSWORD_FILE` …
"""

from __future__ import annotations

import datetime
import os
from importlib.resources import files
from pathlib import Path

from .database import from_url, sqlite
from .environment import flag, number, one_of, time_zone, told, web_address
from .home import home, secret_key
from .mail import mail_settings

HOME = home()
SECRET_KEY = told("POBRATIM_SECRET_KEY") or secret_key(HOME)
DEBUG = flag("POBRATIM_DEBUG")
ALLOWED_HOSTS = os.environ.get("POBRATIM_HOSTS", "127.0.0.1 localhost [::1]").split()
PUBLIC_READING = one_of("POBRATIM_READING", "public", "closed") == "public"
PUBLIC_FILES = one_of("POBRATIM_FILES", "public", "closed") == "public"
HTTPS = flag("POBRATIM_HTTPS")

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "pobratim.register",
    "pobratim.web",
    "pobratim.api",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "pobratim.api.answers.ApiAnswers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pobratim.web.closed.ClosedReading",
    "pobratim.web.errors.ClearErrors",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "pobratim.project.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "pobratim.web.context.frame",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "pobratim.web.templatetags.register"],
        },
    }
]

_url = told("DATABASE_URL")
DATABASES = {"default": from_url(_url, told("DATABASE_PASSWORD")) if _url else sqlite(HOME / "register.sqlite3")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "register.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
LOGIN_URL = "web:login"
LOGIN_REDIRECT_URL = LOGOUT_REDIRECT_URL = "web:home"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
#: Five wrong passwords for one name from one address close that door for a quarter of an hour.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = datetime.timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "web/locked.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
FILES = HOME / "files"  # attached files; no address leads into this folder
UPLOAD_BYTES = number("POBRATIM_UPLOAD_MB", 20) * 2**20
FILE_UPLOAD_HANDLERS = ["pobratim.web.upload.BoundedUpload"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

STATIC_URL = "/static/"
STATICFILES_DIRS = [("web", str(files("pobratim.pictures").joinpath("world")))]  # the outlines under the map
WHITENOISE_ALLOW_ALL_ORIGINS = False  # our pages alone use them
WHITENOISE_USE_FINDERS = True  # files come out of the package itself: nothing to collect, nothing to forget

PUBLIC_ADDRESS = web_address("POBRATIM_ADDRESS", "http://127.0.0.1:8000")
globals().update(mail_settings(told("POBRATIM_SMTP")))
DEFAULT_FROM_EMAIL = os.environ.get("POBRATIM_MAIL_FROM", "pobratim@localhost")

LANGUAGE_CODE = "ru"
LANGUAGES = [("ru", "Русский"), ("en", "English")]
FORMAT_MODULE_PATH = "pobratim.project.formats"
LOCALE_PATHS = [Path(__file__).resolve().parent.parent / "locale"]
USE_TZ = True
TIME_ZONE = time_zone("POBRATIM_TIME_ZONE", "Europe/Moscow")
