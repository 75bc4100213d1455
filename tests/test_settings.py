"""The environment: what is refused and in which words, and what https turns on."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command

from meetingplanner import settings

ROOT = Path(__file__).resolve().parent.parent
SECRET_KEY = "0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def manage(*arguments, **environment):
    surroundings = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=surroundings | environment,
        capture_output=True,
        text=True,
    )


def printed(source, **environment):
    """What a line of Python prints under the settings of that environment, before any application is loaded."""
    surroundings = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "meetingplanner.settings"} | environment
    source = f"from django.conf import settings; {source}"
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, env=surroundings, capture_output=True, text=True)
    return done.stdout.strip()


def production():
    lines = (ROOT / "docs" / "production.env").read_text().splitlines()
    pairs = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    return {name: value.strip('"') for name, value in pairs.items()} | {"SECRET_KEY": SECRET_KEY}


@pytest.mark.parametrize("environment", [{}, {"DEBUG": "1"}, {"SECRET_KEY": "  "}])
def test_without_secret_key_start_is_refused_in_words(environment):
    result = manage("check", **environment)
    assert result.returncode == 1
    assert result.stderr.startswith("SECRET_KEY is not set. Set it in the environment to a long random text")
    assert "Traceback" not in result.stderr


def test_secret_key_beginning_with_a_dollar_is_taken_as_it_stands():
    assert printed("print(settings.SECRET_KEY)", SECRET_KEY="$" + SECRET_KEY) == "$" + SECRET_KEY


def test_check_is_clean():
    call_command("check", fail_level="WARNING")


def test_deployment_check_is_clean_under_the_documented_environment():
    result = manage("check", "--deploy", "--fail-level", "WARNING", **production())
    assert (result.returncode, result.stdout) == (0, "System check identified no issues (0 silenced).\n")


@pytest.mark.parametrize(("url", "is_secure"), [("https://meetings.example.org", True), ("http://intranet:81", False)])
def test_https_turns_on_secure_cookies_redirect_and_hsts(url, is_secure):
    names = ("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "LANGUAGE_COOKIE_SECURE", "SECURE_SSL_REDIRECT")
    source = f"s = settings; import json; print(json.dumps([s.{', s.'.join(names)}, "
    source += "s.SECURE_HSTS_SECONDS > 0, s.ALLOWED_HOSTS, s.CSRF_TRUSTED_ORIGINS, s.DEBUG]))"
    found = json.loads(printed(source, SECRET_KEY=SECRET_KEY, PUBLIC_URL=url))
    host = "meetings.example.org" if is_secure else "intranet"
    assert found == [is_secure] * 5 + [[host], [url], False]


@pytest.mark.parametrize(
    "value",
    ["meetings.example.org", "ftp://example.org", "https://", "https://example.org/planner", "https://example.org?x=1"]
    + ["https://example.org:port", "https://user@example.org", "http://[::1"],
)
def test_public_url_that_is_no_plain_address_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="PUBLIC_URL is .* it must be the address people type"):
        settings.public_url(value)


def test_public_url_loses_its_last_slash():
    assert settings.public_url("https://Meetings.example.org/") == "https://meetings.example.org"


@pytest.mark.parametrize(
    "value", ["localhost", "Example.org", "https://example.org", "a b.org", "-a.org", "a" * 64 + ".org"]
)
def test_calendar_domain_that_is_no_domain_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="ICAL_DOMAIN is .* it must be a domain name"):
        settings.ical_domain(value)


@pytest.mark.parametrize(
    "value", ["mysql://a/b", "sqlite://", "postgres://host", "planner.sqlite3", "sqlite://:memory:"]
)
def test_database_url_of_another_kind_or_without_a_name_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL must be postgres://"):
        settings.database(value)


def test_database_url_of_a_file_has_the_settings_of_the_default():
    assert settings.database("sqlite:////srv/planner.sqlite3") == settings.sqlite("/srv/planner.sqlite3")
    assert settings.database("") == settings.sqlite(settings.VAR_DIR / "meetingplanner.sqlite3")


def test_database_url_of_a_socket_reaches_the_server_by_it():
    config = settings.database("postgresql://postgres:@/planner?host=/run/pg")
    assert (config["NAME"], config["USER"], config["OPTIONS"]) == ("planner", "postgres", {"host": "/run/pg"})


@pytest.mark.parametrize("value", ["https://example.org", "example.org:8000", "a b"])
def test_allowed_host_with_scheme_port_or_blank_is_refused(value):
    with pytest.raises(ImproperlyConfigured, match="ALLOWED_HOSTS holds .* without scheme or port"):
        settings.allowed_hosts(["example.org", value])


def test_switch_with_an_unknown_word_is_refused(monkeypatch):
    monkeypatch.setenv("DEBUG", "perhaps")
    with pytest.raises(ImproperlyConfigured, match="DEBUG is 'perhaps'; it must be one of true, false"):
        settings.switch("DEBUG")


def test_letters_are_files_in_the_outbox_unless_asked_otherwise():
    assert settings.email("")["EMAIL_FILE_PATH"] == str(settings.VAR_DIR / "outbox")
    assert settings.email("filemail:///srv/letters")["EMAIL_FILE_PATH"] == "/srv/letters"
    assert settings.email("smtp+tls://a:b@mail.example.org:587")["EMAIL_HOST"] == "mail.example.org"


def test_mail_url_of_an_unknown_kind_is_refused():
    with pytest.raises(ImproperlyConfigured, match="EMAIL_URL must be such as"):
        settings.email("pigeon://example.org")
