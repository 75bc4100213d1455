"""COLUMNS against the models they fill, and headings against COLUMNS."""

import pytest

from meetingplanner.languages import INTERFACE_LANGUAGES
from participants.domain.lists.columns import COLUMNS, LISTS, MOST_OF_NOTE, columns_of, guess, lacking
from participants.domain.names import fold
from participants.models import Delegate, Delegation, Entity, Request

MODELS = {"delegations": Delegation, "delegates": Delegate, "observers": Request}
OTHERWISE = {"uuid", "code", "delegation", "grounds", "organ", "place", "position", "mail_language"}


@pytest.mark.parametrize("list_code", LISTS)
def test_headings_of_a_list_differ_and_are_understood_in_both_languages(list_code):
    columns = columns_of(list_code)
    for language in INTERFACE_LANGUAGES:
        headings = [one.heading(language) for one in columns]
        assert len({fold(one) for one in headings}) == len(headings)
        found = guess(list_code, headings)
        assert (list(found.columns.values()), found.unknown) == ([one.code for one in columns], ())


@pytest.mark.parametrize("list_code", LISTS)
def test_limits_are_those_of_the_tables(list_code):
    fields = {one.name: one for one in MODELS[list_code]._meta.concrete_fields}
    for column in columns_of(list_code):
        if column.code in OTHERWISE or column.language:
            continue
        field = fields[column.code]
        most = column.most or MOST_OF_NOTE.get(list_code, 0) if column.kind in ("text", "lines", "email") else 0
        assert (column.code, field.max_length or 0) == (column.code, most or field.max_length or 0)
        if column.kind == "number":
            assert [one.limit_value for one in field.validators if one.code == "max_value"][0] == column.most
    assert COLUMNS["code"].most == Entity._meta.get_field("code").max_length


@pytest.mark.parametrize(
    ("list_code", "headings", "expected"),
    [
        ("observers", ["ETAT", "date de reception", "e-mail"], ["delegation", "received_at", "contact_email"]),
        ("delegates", ["Nom", "Prénom", "Pays", "Fonction"],
         ["family_name", "given_names", "delegation", "function_fr"]),
        ("delegates", ["SURNAME", "First name", "Country", "Position"],
         ["family_name", "given_names", "delegation", "function_en"]),
        ("delegations", ["State or organization", "Level"], ["delegation", "level_announced"]),
    ],
)  # fmt: skip
def test_headings_that_people_write_are_understood(list_code, headings, expected):
    assert list(guess(list_code, headings).columns.values()) == expected


def test_what_was_chosen_before_goes_before_the_table():
    found = guess("observers", ["Note", "Delegation", "Colour"], {"note": "", "colour": "contact_name"})
    assert (found.columns, found.unknown) == ({1: "delegation", 2: "contact_name"}, ())


def test_second_column_of_the_same_meaning_is_asked_about_and_an_empty_heading_is_not():
    found = guess("observers", ["Delegation", "State", ""])
    assert (found.columns, found.unknown) == ({0: "delegation"}, (1,))


def test_list_that_names_nobody_is_lacking():
    assert lacking("observers", {0: "note"}) and not lacking("observers", {0: "uuid"})
