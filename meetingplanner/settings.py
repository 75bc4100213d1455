"""Settings: what differs between installations comes from the environment, and a bad value is refused in words."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

from meetingplanner.languages import INTERFACE_LANGUAGES
from meetingplanner.languages import LANGUAGES as LANGUAGE_TABLE

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

TRUE_WORDS = {"1", "true", "yes", "on"}
FALSE_WORDS = {"", "0", "false", "no", "off"}
DOMAIN_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
LOCAL_HOSTS = ["localhost", "127.0.0.1", "[::1]"]


def secret_key(value):
    if not value.strip():
        raise ImproperlyConfigured(
            "SECRET_KEY is not set. Set it in the environment to a long random text and keep it secret "
            "(`make run` makes one by itself); the Meeting Planner does not start without it."
        )
    return value


def switch(name):
    word = env.str(name, default="").strip().lower()
    if word not in TRUE_WORDS | FALSE_WORDS:
        raise ImproperlyConfigured(f"{name} is {word!r}; it must be one of true, false, yes, no, on, off, 1, 0.")
    return word in TRUE_WORDS


def public_url(value):
    try:
        parts = urlsplit(value)
        is_complete = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_complete = False
    if not is_complete or parts.username or parts.path not in ("", "/") or parts.query or parts.fragment:
        raise ImproperlyConfigured(
            f"PUBLIC_URL is {value!r}; it must be the address people type, scheme and host only, "
            "such as https://meetings.example.org"
        )
    return f"{parts.scheme}://{parts.netloc.lower()}"


def allowed_hosts(values):
    for host in values:
        if not re.fullmatch(r"\*|\.?[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\]", host):
            raise ImproperlyConfigured(
                f"ALLOWED_HOSTS holds {host!r}; it must be a list of host names without scheme or port, "
                "separated by commas."
            )
    return values


def ical_domain(value):
    if len(value) > 253 or not re.fullmatch(rf"({DOMAIN_LABEL}\.)+{DOMAIN_LABEL}", value):
        raise ImproperlyConfigured(
            f"ICAL_DOMAIN is {value!r}; it must be a domain name in small letters, such as meetings.example.org"
        )
    return value


def sqlite(path):
    # Writers take the lock when their transaction begins and wait for one another: a read that later turns into
    # a write would otherwise fail at once with "database is locked". WAL lets readers go on meanwhile.
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
        "TEST": {"NAME": VAR_DIR / "test.sqlite3"},
    }


def database(url):
    if not url:
        return sqlite(VAR_DIR / "meetingplanner.sqlite3")
    scheme, name = url.partition(":")[0], ""
    if scheme in ("sqlite", "postgres", "postgresql"):
        config = env.db_url_config(url)
        name = config["NAME"]
    if not name or name == ":memory:":
        raise ImproperlyConfigured(
            "DATABASE_URL must be postgres://user:password@host:port/name or sqlite:////absolute/path/to/file"
        )
    if scheme == "sqlite":
        return sqlite(name)
    return config | {"ATOMIC_REQUESTS": False, "CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}


def email(url):
    """Mail settings. Without EMAIL_URL letters are files in the outbox folder: nothing leaves the machine unasked."""
    if not url:
        return {
            "EMAIL_BACKEND": "events.outbox.Backend",
            "EMAIL_FILE_PATH": str(VAR_DIR / "outbox"),
        }
    if url.partition(":")[0] not in env.EMAIL_SCHEMES:
        raise ImproperlyConfigured("EMAIL_URL must be such as smtp+tls://user:password@host:587 or consolemail://")
    config = env.email_url_config(url)
    if config["EMAIL_BACKEND"].endswith("filebased.EmailBackend"):
        config["EMAIL_FILE_PATH"] = f"/{config['EMAIL_FILE_PATH']}"
    return {name: value for name, value in config.items() if name != "OPTIONS" and value is not None}


def openid_connect(*, name, server_url, client_id, secret):
    """The identity provider, if one is named; half of one is a mistake that start-up tells."""
    given = {"OIDC_SERVER_URL": server_url, "OIDC_CLIENT_ID": client_id, "OIDC_SECRET": secret}
    lacking = [key for key, value in given.items() if not value]
    if len(lacking) == len(given):
        return {}
    if lacking:
        raise ImproperlyConfigured(f"Signing in by OpenID Connect needs {', '.join(lacking)}, too.")
    app = {
        "provider_id": "oidc",
        "name": name or "OpenID Connect",
        "client_id": client_id,
        "secret": secret,
        "settings": {"server_url": server_url},
    }
    return {"openid_connect": {"APPS": [app], "OAUTH_PKCE_ENABLED": True}}


# Where the installation keeps what it makes: the SQLite file, letters not sent, static files.
VAR_DIR = Path(env.str("VAR_DIR", default="") or BASE_DIR / "var").absolute()

# Read as it stands: env.str() would take a key beginning with "$" for the name of another variable.
SECRET_KEY = secret_key(env.ENVIRON.get("SECRET_KEY", ""))
DEBUG = switch("DEBUG")
PUBLIC_URL = public_url(env.str("PUBLIC_URL", default="") or "http://127.0.0.1:8000")
PUBLIC_HOST = urlsplit(PUBLIC_URL).hostname
IS_SECURE = PUBLIC_URL.startswith("https:")
ALLOWED_HOSTS = allowed_hosts(env.list("ALLOWED_HOSTS", default=[])) or (
    LOCAL_HOSTS if PUBLIC_HOST in ("localhost", "127.0.0.1", "::1") else [PUBLIC_HOST]
)
# Part of the identity of calendar entries, so fixed for good: never the host of a request.
ICAL_DOMAIN = ical_domain(env.str("ICAL_DOMAIN", default="") or "meetingplanner.invalid")
DATABASES = {"default": database(env.str("DATABASE_URL", default=""))}
# A server that says nothing for so long is given up, and what it was given is tried again later.
EMAIL_TIMEOUT = 30
globals().update(email(env.str("EMAIL_URL", default="")))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL", default="") or f"Meeting Planner <noreply@{ICAL_DOMAIN}>"

INSTALLED_APPS = [
    "meetingplanner",
    "events",
    "participants",
    "django.contrib.admin",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "meetingplanner.middleware.SecurityHeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "meetingplanner.middleware.UserLanguageMiddleware",
    "meetingplanner.middleware.SignInRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "meetingplanner.middleware.SecondFactorMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "meetingplanner.urls"
WSGI_APPLICATION = "meetingplanner.wsgi.application"
ASGI_APPLICATION = "meetingplanner.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "meetingplanner.context.meeting",
            ]
        },
    }
]
# Widgets of our own have their templates beside all others.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Work that takes longer than a page may wait: rows of the database, which `manage.py worker` does, on any machine.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Asked when something is saved: which characters of some texts no document can print. Apps below `events` only call it.
MISSING_CHARACTERS = "events.documents.pdf.coverage.missing_characters"

# Shared by all worker processes; its table is made after each `migrate`.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

# People who sign in: by e-mail, made by an administrator, never by themselves.
AUTH_USER_MODEL = "participants.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in (
        ("UserAttributeSimilarityValidator", {"user_attributes": ("email", "name")}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
        ("NumericPasswordValidator", {}),
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "meetingplanner.accounts.AccountAdapter"
ACCOUNT_FORMS = {"login": "participants.forms.signing_in.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Meeting Planner: "
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if IS_SECURE else "http"
# Limits count by address: behind so many proxies, it is what the last of them says.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXIES", default=0)

# A second factor by time-based codes; everybody must have one where the office asks for it.
REQUIRE_SECOND_FACTOR = switch("REQUIRE_SECOND_FACTOR")
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Meeting Planner"

# Signing in by the office's own identity provider: for those who have an account here, known by their verified address.
SOCIALACCOUNT_ADAPTER = "meetingplanner.accounts.ProviderAdapter"
SOCIALACCOUNT_PROVIDERS = openid_connect(
    name=env.str("OIDC_NAME", default=""),
    server_url=env.str("OIDC_SERVER_URL", default=""),
    client_id=env.str("OIDC_CLIENT_ID", default=""),
    secret=env.ENVIRON.get("OIDC_SECRET", ""),
)
SOCIALACCOUNT_ONLY = False
SOCIALACCOUNT_AUTO_SIGNUP = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True

# Security. Behind a proxy gunicorn sets the scheme of a request (FORWARDED_ALLOW_IPS); no header is read here.
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_SECURE
SECURE_REDIRECT_EXEMPT = [r"^health/$"]
SECURE_HSTS_SECONDS = 31_536_000 if IS_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_SECURE
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# A message to 5,000 delegations is a form with a tick for each.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
CONTENT_SECURITY_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # Bootstrap's style sheet carries its arrows and ticks as data: pictures.
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "object-src": "'self'",  # The preview of a PDF.
    "frame-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}

LANGUAGE_CODE = "en"
LANGUAGES = [(code, LANGUAGE_TABLE[code].own_name) for code in INTERFACE_LANGUAGES]
LOCALE_PATHS = [BASE_DIR / "meetingplanner" / "locale"]
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# favicon.ico and robots.txt, which browsers and robots ask for at the root.
WHITENOISE_ROOT = BASE_DIR / "meetingplanner" / "public"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "filters": {"secrets": {"()": "meetingplanner.masking.MaskSecrets"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["secrets"]}},
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # Django gives its own server a handler of its own, which would tell every address.
        "django.server": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        # Says that it is there in each process that prints.
        "pikepdf": {"level": "WARNING"},
    },
}
