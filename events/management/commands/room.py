"""Takes rooms out of the library, or out of a meeting, as files, and takes files in.

manage.py room export CODE, manage.py room import FILE.
"""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.documents.room_sheets import room_sheet
from events.documents.room_words import fault_sentence
from events.domain.seating.faults import RoomRefused
from events.domain.seating.room_file import RoomFile, room_json
from events.models import LibraryRoom
from events.operations.room_files import read_room
from events.operations.room_library import add_room
from events.queries import meeting_facts
from events.room_facts import library_file
from participants.documents.sheets import csv_bytes
from participants.documents.xlsx import xlsx_bytes
from participants.models import Roster

FORMATS = ("json", "csv", "xlsx")


class Command(BaseCommand):
    help = "Take a room out of the library, or out of a meeting, as a file; or take a file into the library."

    def add_arguments(self, parser):
        parts = parser.add_subparsers(dest="what", required=True)
        out = parts.add_parser("export", help="write a room to a file")
        out.add_argument("code", help="the code of a room of the library, or with --meeting the address of a meeting")
        out.add_argument("--meeting", action="store_true", help="the room of that meeting, as it is now")
        out.add_argument("--format", dest="file_format", choices=FORMATS, default="json")
        out.add_argument("--out", type=Path, metavar="FILE", help="where to (default: the screen)")
        into = parts.add_parser("import", help="take a file (JSON, CSV or XLSX) into the library")
        into.add_argument("file", type=Path, help="the file")
        into.add_argument("--code", default="", help="its code in the library (default: that of the file)")
        into.add_argument("--name", default="", help="its name in English (default: that of the file)")

    def handle(self, *, what, **options):
        if what == "export":
            return self.export(**options)
        return self.take_in(**options)

    def export(self, *, code, meeting, file_format, out, **options):
        file = of_meeting(code) if meeting else of_library(code)
        if out is None:
            if file_format == "xlsx":
                raise CommandError("A workbook is not for the screen: say where to with --out.")
            self.stdout.write(content_of(file, file_format).decode("utf-8-sig"))
            return
        try:
            out.write_bytes(content_of(file, file_format))
        except OSError as error:
            raise CommandError(f"{out} cannot be written: {error.strerror}.") from error
        self.stdout.write(f"{out}  {len(file.room.seats)} seats")

    def take_in(self, *, file, code, name, **options):
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from error
        try:
            read = read_room(content, slug=code, names={"en": name} if name else None)
            row = add_room(read, by=None, at=timezone.now())
        except RoomRefused as refused:
            raise CommandError("\n".join(fault_sentence(one) for one in refused.faults)) from refused
        except ValidationError as error:
            words = [f"{name}: {' '.join(messages)}" for name, messages in error.message_dict.items()]
            raise CommandError("\n".join(words)) from error
        self.stdout.write(f"{row.slug}: {len(read.room.seats)} seats, {len(read.room.places)} places\n")


def content_of(file, file_format):
    if file_format == "json":
        return room_json(file).encode()
    sheet = room_sheet(file.room, language="en")
    return csv_bytes(sheet) if file_format == "csv" else xlsx_bytes(sheet, as_of=timezone.now())


def of_library(code):
    row = LibraryRoom.objects.filter(slug=code).first()
    if row is None:
        there = ", ".join(LibraryRoom.objects.values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"The library has no room {code!r}. There are: {there}.")
    return library_file(row)


def of_meeting(slug):
    roster = Roster.objects.filter(slug=slug, event__isnull=False).first()
    room = meeting_facts(roster).room if roster else None
    if room is None:
        raise CommandError(f"There is no meeting {slug!r}, or it has no room.")
    return RoomFile(slug=f"{slug}-room"[:50], source={}, room=room)
