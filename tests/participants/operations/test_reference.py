"""The directory's loader: rows that nobody touched follow the files, what the office did is left and told."""

from importlib import import_module

import pytest
from django.apps import apps

from participants.domain.alphabets import filing_key
from participants.domain.names import sort_key
from participants.models import (
    Entity,
    EntityAlias,
    EntityName,
    EntityStatus,
    GroupMember,
    Person,
    PersonTitle,
    ReferenceRow,
)
from participants.operations.ledger import Loading
from participants.operations.reference import FILES, load_directory
from tests.fixture_files import WORKING_LANGUAGES, table

pytestmark = pytest.mark.django_db
DAYS = {"valid_from": "", "valid_to": ""}


def entity(code, *, kind="state", parent=""):
    return {"code": code, "kind": kind, "parent": parent, "gender_fr": "m", "regional_group": "african"}


def name(code, text, language="en", **fields):
    forms = {"prose": text, "formal": text, "short": text, "abbreviation": "", "sort_key": text.lower()}
    return {"code": code, "language": language, "list_name": text, **forms, **DAYS} | fields


OTHERS = (name("AU", "African Union"), name("AUC", "Commission"))


def tables(**given):
    return {file: given.get(file, []) for file in FILES}


def directory(**changes):
    given = {
        "entities": [entity("AUC", kind="organ", parent="AU"), entity("MLI"), entity("AU", kind="organisation")],
        "entity_names": [name("MLI", "Mali"), *OTHERS],
        "entity_aliases": [{"code": "MLI", "alias": "French Sudan"}],
        "entity_statuses": [{"code": "MLI", "status": "member_state", **DAYS}],
        "groups": [{"code": "g5", "name_en": "G5 Sahel", "name_fr": "", "ground": "", "is_complete": "yes"}],
        "group_members": [{"group": "g5", "code": "MLI", "note": "", **DAYS, "valid_from": "2014-02-16"}],
        "people": [{"code": "keita", "given_names": "I. B.", "family_name": "Keïta", "gender": "m",
                    "family_first": "no"}],
        "person_titles": [{"person": "keita", "entity": "MLI", "organ": "", "rank": "head_of_state",
                           "title_en": "President", "title_fr": "Président", **DAYS}],
        "drawn_states": [{"session": "72", "year": "2017", "code": "MLI", "reference": "A/BUR/72/1"}],
    }  # fmt: skip
    return load_directory(tables(**given | changes))


def in_working_languages(rows):
    """The rows as a release in English and French had them: no names, titles or groups in any other language."""
    others = ("_es", "_ru", "_ar", "_zh")
    kept = [row for row in rows if row.get("language", "en") in WORKING_LANGUAGES]
    return [{column: cell for column, cell in row.items() if not column.endswith(others)} for row in kept]


def test_first_loading_adds_everything_organs_after_what_they_speak_through():
    assert directory() == Loading(added=13)
    assert Entity.objects.get(code="AUC").parent.code == "AU"
    member, title = GroupMember.objects.get(), PersonTitle.objects.get()
    assert (member.valid_from.isoformat(), member.valid_to) == ("2014-02-16", None)
    assert (title.title, title.organ) == ({"en": "President", "fr": "Président"}, None)
    assert Person.objects.get().search_key == "keita i b"
    assert Entity.objects.get(code="MLI").search_key == "mli mali french sudan"


def test_second_loading_changes_nothing():
    directory()
    before = list(ReferenceRow.objects.values_list("key", "fingerprint"))
    assert directory() == Loading(unchanged=13)
    assert list(ReferenceRow.objects.values_list("key", "fingerprint")) == before


FILED = [("ru", ["Индонезия", "Йемен"]), ("ar", ["فرنسا", "الفلبين"]), ("zh", ["秘鲁", "也门"])]


@pytest.mark.parametrize(("language", "ordered"), FILED)
def test_name_is_filed_by_the_alphabet_of_its_language(language, ordered):
    given = [name(code, text, language, sort_key="") for code, text in zip(("MLI", "AU"), ordered, strict=True)]
    directory(entity_names=[name("MLI", "Mali"), *OTHERS, *given])
    found = EntityName.objects.filter(language=language).order_by("sort_key")
    assert [one.list_name for one in found] == ordered


def test_names_filed_without_their_alphabet_are_filed_anew_and_those_of_the_office_are_left():
    texts = {"ru": "Йемен", "ar": "اليمن", "zh": "也门", "es": "Yemen"}
    names = [name("MLI", text, language, sort_key="") for language, text in texts.items()]
    directory(entity_names=[name("MLI", "Mali"), *OTHERS, *names])
    for language, text in texts.items():
        key = "of the office" if language == "zh" else sort_key(text)
        EntityName.objects.filter(language=language).update(sort_key=key)
    import_module("participants.migrations.0008_filing_keys").file_by_alphabet(apps, None)
    found = dict(EntityName.objects.filter(language__in=texts).values_list("language", "sort_key"))
    expected = {language: filing_key(text, language) for language, text in texts.items()}
    assert found == expected | {"zh": "of the office"}


def test_untouched_row_takes_the_new_value_and_new_rows_are_added():
    directory()
    names = [
        name("MLI", "Mali (Republic of)"),
        name("AU", "African Union"),
        name("AUC", "Commission"),
        name("MLI", "Mali", "fr"),
    ]
    assert directory(entity_names=names) == Loading(added=1, updated=1, unchanged=12)
    assert EntityName.objects.get(entity__code="MLI", language="en").list_name == "Mali (Republic of)"
    assert Entity.objects.get(code="MLI").search_key == "mli mali republic of mali french sudan"
    assert directory(entity_names=names) == Loading(unchanged=14)


def test_name_without_a_stored_sort_key_is_filed_by_the_rule_and_stays_unchanged():
    names = [name("MLI", "Malí", "es", sort_key=""), *OTHERS, name("MLI", "Mali")]
    directory(entity_names=names)
    assert EntityName.objects.get(language="es").sort_key == "mali"
    assert directory(entity_names=names) == Loading(unchanged=14)


def test_new_languages_reach_a_database_that_has_the_directory_of_two():
    files = {file: table(file) for file in FILES}
    load_directory({file: in_working_languages(rows) for file, rows in files.items()})
    PersonTitle.objects.filter(person__code="faki").update(title={"en": "Our Chairperson"})
    new = [row for row in files["entity_names"] if row["language"] not in WORKING_LANGUAGES]
    loading = load_directory(files)
    assert (loading.added, loading.updated) == (len(new), len(files["groups"]) + len(files["person_titles"]) - 1)
    assert (loading.changed, loading.deleted, loading.incomplete) == (["title:faki:AU:AUC:2017-03-14"], [], [])
    assert PersonTitle.objects.get(person__code="faki").title == {"en": "Our Chairperson"}
    assert PersonTitle.objects.get(person__code="keita").title["ru"] == "Президент Республики Мали"
    assert EntityName.objects.get(entity__code="CIV", language="zh").short == "科特迪瓦"
    assert "кот д ивуар" in Entity.objects.get(code="CIV").search_key
    assert load_directory(files).updated == 0


def test_changed_row_is_left_and_told_whether_or_not_the_file_changes():
    directory()
    EntityName.objects.filter(entity__code="MLI").update(list_name="Our Mali")
    names = [name("MLI", "New Mali"), *OTHERS]
    expected = Loading(unchanged=12, changed=["name:MLI:en:"])
    assert (directory(), directory(entity_names=names)) == (expected, expected)
    assert EntityName.objects.get(entity__code="MLI").list_name == "Our Mali"


def test_row_changed_to_what_the_new_file_says_is_followed_again():
    directory()
    EntityName.objects.filter(entity__code="MLI").update(list_name="New Mali")
    names = [name("MLI", "Mali", list_name="New Mali"), *OTHERS]
    assert directory(entity_names=names) == Loading(unchanged=13)
    later = [name("MLI", "Mali", list_name="Newer Mali"), *names[1:]]
    assert directory(entity_names=later) == Loading(updated=1, unchanged=12)


def test_deleted_row_is_left_out_and_told():
    directory()
    EntityStatus.objects.all().delete()
    assert directory() == Loading(unchanged=12, deleted=["status:MLI:"])
    assert EntityStatus.objects.count() == 0


def test_rows_that_need_a_deleted_one_are_not_added():
    directory(
        entity_names=[], entity_aliases=[], entity_statuses=[], group_members=[], person_titles=[], drawn_states=[]
    )
    Entity.objects.filter(code="MLI").delete()
    loading = directory()
    assert (loading.deleted, loading.incomplete) == (
        ["entity:MLI"],
        [
            "name:MLI:en:",
            "alias:MLI:French Sudan",
            "status:MLI:",
            "member:g5:MLI:2014-02-16",
            "title:keita:MLI::",
            "drawn:2017",
        ],
    )


def test_row_of_the_office_under_the_same_key_is_left():
    Person.objects.create(code="keita", family_name="Keita")
    assert directory() == Loading(added=12, changed=["person:keita"])
    assert Person.objects.get().family_name == "Keita"


def test_row_that_the_files_no_longer_have_stays_and_is_told():
    directory()
    assert directory(drawn_states=[]) == Loading(unchanged=12, dropped=["drawn:2017"])


def test_loading_takes_the_same_queries_for_one_row_and_for_thirty(django_assert_max_num_queries):
    with django_assert_max_num_queries(100):
        load_directory(tables(entities=[entity(f"E{number}") for number in range(300)]))


def test_alias_that_the_office_removed_stays_away_and_its_own_is_kept():
    directory()
    EntityAlias.objects.all().delete()
    EntityAlias.objects.create(entity=Entity.objects.get(code="MLI"), alias="Empire")
    assert directory() == Loading(unchanged=12, deleted=["alias:MLI:French Sudan"])
    assert Entity.objects.get(code="MLI").search_key == "mli mali empire"
