"""A file of 500 rows with twenty errors, each named by row and column; and files made to harm, answered in words."""

import pytest
from django.urls import reverse

from participants.domain.lists.columns import columns_of
from participants.models import Act, Delegate, ListFile
from tests import factories as make
from tests.list_files import csv_of, newest, page, refusal, repacked, save, told, upload, xlsx_of

pytestmark = pytest.mark.django_db
HEAD = (
    "Identity", "Code", "Delegation", "Role", "Mr. or Ms.", "Given names", "Family name", "Rank", "Form of address",
    "Function (English)", "Language", "Access needs", "E-mail", "Family name first", "Organ",
)  # fmt: skip
AT = {name: index for index, name in enumerate(HEAD)}
STATES, PER_STATE = 50, 10
# Row of the file -> column and what is planted there.
PLANTED = {
    12: ("Delegation", "Lnad 1"),
    27: ("Delegation", "Atlantis"),
    33: ("Code", "ZZZ"),
    58: ("E-mail", "nobody at example"),
    71: ("Role", "captain"),
    96: ("Rank", "archduke"),
    104: ("Form of address", "majesty"),
    119: ("Mr. or Ms.", "Dr."),
    133: ("Family name", ""),
    158: ("Family name", "F" * 121),
    187: ("Access needs", "n" * 251),
    209: ("Function (English)", "=1+1"),
    235: ("Language", "Klingon"),
    256: ("Identity", "17"),
    288: ("Identity", "00000000-0000-4000-8000-000000000000"),
    301: ("Family name", "bell\x07"),
    342: ("Family name first", "perhaps"),
    377: ("Organ", "Commission"),
    # The same person as in the row above, and a second head of the delegation.
    404: ("Family name", "Family 402"),
    450: ("Role", "head of delegation"),
}


@pytest.fixture
def roster():
    return make.event().roster


@pytest.fixture
def desk(client, roster):
    client.force_login(make.user(role="desk_officer", roster=roster))
    client.raise_request_exception = False
    return client


def five_hundred():
    rows = []
    for number in range(STATES * PER_STATE):
        state, place = divmod(number, PER_STATE)
        role = "adviser" if place else "head of delegation"
        row = ["", "", f"Land {state}", role, "Ms.", "Ana", f"Family {number + 1}", "Minister", "H.E."]
        rows.append([*row, "Minister", "French", "", f"p{number}@example.org", "no", ""])
    for number, (column, text) in PLANTED.items():
        rows[number - 2][AT[column]] = text
    # The file writes the character as XML can.
    rows[301 - 2][AT["Family name"]] = "bell_x0007_"
    return rows


def test_twenty_errors_in_five_hundred_rows_are_all_named(desk, roster):
    for number in range(STATES):
        entity = make.entity(en=f"Land {number}")
        make.delegation(roster=roster, entity=entity, places_at_table=1, places_behind=PER_STATE)
    answer = upload(desk, roster, xlsx_of(HEAD, *five_hundred()), kind="delegates", name="people.xlsx")
    assert answer.url == reverse("events:list_file", args=[roster.slug, newest(roster).uuid])
    review = newest(roster).review
    found = told(review)
    assert sorted(found) == sorted(PLANTED)
    text = page(desk, roster)
    assert "20 errors. Nothing of the file can be saved" in text
    letters = "ABCDEFGHIJKLMNO"
    for number, (column, _planted) in PLANTED.items():
        assert (number, text.count(f" {number} ") > 0) == (number, True)
        assert (column, f"In column {letters[AT[column]]}, {column}:" in text) == (column, True)
    assert len([one for one in review["rows"] if one["remarks"]]) == review["errors"] == 20
    assert save(desk, roster).status_code == 302
    assert (Delegate.objects.count(), Act.objects.count()) == (0, 0)


LIST = (("Delegation", "Note"), ("Mali", "x"))
HOSTILE = {
    "ten megabytes": (b"a" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
    "null bytes": (b"Delegation\r\na\x00b\r\n", "null bytes"),
    "300 columns": (lambda: xlsx_of(["h"] * 300, ["x"] * 300), "Row 1 has more than 100 columns"),
    "10,001 rows": (csv_of(("Delegation",), *[("x",)] * 10_001), "more than 10000 rows"),
    "macros": (lambda: repacked(xlsx_of(*LIST), extra=[("xl/vbaProject.bin", b"x")]), "The file has macros"),
    "zip bomb": (lambda: repacked(xlsx_of(*LIST), extra=[("x.xml", b"0" * 110 * 1024 * 1024)]), "more than 100 MB"),
    "no workbook": (b"PK\x03\x04" + b"x" * 500, "no spreadsheet"),
    "old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 500, "of the old kind"),
    "no text": (bytes(range(1, 256)), "neither UTF-8 nor Windows-1252"),
    "open quotation": (b'Delegation\r\n"Mali\r\n', "quotation mark"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_file_made_to_harm_is_refused_in_words_and_not_kept(desk, roster, name):
    content, words = HOSTILE[name]
    answer = upload(desk, roster, content() if callable(content) else content)
    assert words in refusal(answer)
    assert ListFile.objects.count() == 0


PLANTED_EVERYWHERE = ["=1+1", "\u202e<script>alert(1)</script>", "%s%(x)s{{ x }}", "é" * 30_000, "الجزائر", "王毅"]


@pytest.mark.parametrize("kind", ["delegations", "delegates", "observers"])
@pytest.mark.parametrize("planted", PLANTED_EVERYWHERE)
def test_hostile_cells_are_answered_in_words(desk, roster, kind, planted):
    entity = make.entity(en="Mali")
    if kind != "observers":
        make.delegation(roster=roster, entity=entity)
    columns = columns_of(kind)
    rows = [[planted if place == at else "Mali" * (one.code == "delegation") for place, one in enumerate(columns)]
            for at in range(len(columns))]  # fmt: skip
    answer = upload(
        desk, roster, xlsx_of([one.en for one in columns], *rows), kind=kind, name=f"{planted[:50]}\x00.xlsx"
    )
    assert answer.status_code == 302
    answer = desk.get(answer.url)
    assert answer.status_code == 200
    assert b"<script>alert" not in answer.content
    assert save(desk, roster).status_code == 302


def test_file_cannot_be_read_or_saved_through_another_meeting(desk, roster):
    other = make.list_file(roster=make.event().roster)
    for name in ("list_file", "list_columns", "list_review", "list_save"):
        address = reverse(f"events:{name}", args=[roster.slug, other.uuid])
        assert {desk.get(address).status_code, desk.post(address).status_code} <= {404, 405}
