"""Makes the accounts to look around with, and says each time how to sign in."""

import os

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from participants.operations.accounts import open_demonstration
from participants.roles import ROLES

FILE = "demonstration-passwords"


class Command(BaseCommand):
    help = "Make a demonstration desk officer and administrator with random passwords, kept in the VAR_DIR folder."

    def add_arguments(self, parser):
        parser.add_argument("--force", action="store_true", help="also on a database other than the embedded one")

    def handle(self, *, force, **options):
        if not (force or is_embedded()):
            raise CommandError(
                "No demonstration accounts on this database: it is not the embedded SQLite file, and whoever can read "
                f"{settings.VAR_DIR / FILE} could sign in. Say --force if that is what you want."
            )
        path = settings.VAR_DIR / FILE
        accounts = open_demonstration(kept_passwords(path))
        keep_passwords(path, accounts)
        self.stdout.write("Accounts of the demonstration, for this machine only:")
        for one in accounts:
            words = one.password if one.is_open else "made earlier; its password is not kept here"
            self.stdout.write(f"  {ROLES[one.role].label:<15}{one.email:<24}{words}")
        self.stdout.write(f"  The passwords are kept in {path}")


def is_embedded():
    database = settings.DATABASES["default"]
    return str(database["NAME"]) == str(settings.VAR_DIR / "meetingplanner.sqlite3")


def kept_passwords(path):
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return dict(line.split(" ", 1) for line in lines if " " in line)


def keep_passwords(path, accounts):
    settings.VAR_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.writelines(f"{one.email} {one.password}\n" for one in accounts if one.is_open)
