"""The demonstration's accounts: made once, told each time, never on somebody else's database."""

import stat

import pytest
from django.core.management import CommandError, call_command

from participants.management.commands.create_demo_user import FILE
from participants.models import Appointment, User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    return tmp_path


def passwords(folder):
    return dict(line.split() for line in (folder / FILE).read_text().splitlines())


def test_accounts_have_their_roles_and_the_passwords_that_are_kept(folder):
    call_command("create_demo_user", force=True)
    found = list(Appointment.objects.order_by("role").values_list("user__email", "role", "roster", "user__is_staff"))
    assert found == [
        ("admin@meeting.example", "administrator", None, True),
        ("desk@meeting.example", "desk_officer", None, False),
    ]
    assert all(User.objects.get(email=email).check_password(word) for email, word in passwords(folder).items())
    assert stat.S_IMODE((folder / FILE).stat().st_mode) == 0o600


def test_second_run_tells_the_same_passwords(folder, capsys):
    call_command("create_demo_user", force=True)
    before, told = passwords(folder), capsys.readouterr().out
    call_command("create_demo_user", force=True)
    assert (passwords(folder), capsys.readouterr().out, User.objects.count()) == (before, told, 2)
    assert all(word in told for word in before.values())


def test_password_that_was_changed_stays_and_is_no_longer_told(folder, capsys):
    call_command("create_demo_user", force=True)
    desk = User.objects.get(email="desk@meeting.example")
    desk.set_password("chosen by the officer")
    desk.save()
    capsys.readouterr()
    call_command("create_demo_user", force=True)
    assert "desk@meeting.example    made earlier; its password is not kept here" in capsys.readouterr().out
    assert (list(passwords(folder)), User.objects.get(pk=desk.pk).check_password("chosen by the officer")) == (
        ["admin@meeting.example"], True,
    )  # fmt: skip


def test_database_that_is_not_the_embedded_one_is_refused(folder):
    with pytest.raises(CommandError, match="it is not the embedded SQLite file"):
        call_command("create_demo_user")
    assert (User.objects.count(), (folder / FILE).exists()) == (0, False)
