"""manage.py documents: what it writes, what it lists, and how it answers names that are not there."""

from io import StringIO
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from events.documents import DOCUMENTS
from participants.models import Roster
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def event():
    event = factories.event(slug="mali", has_segment=True)
    factories.segment(event=event, position=1)
    factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"))
    return event


def run(*arguments, **options):
    out = StringIO()
    call_command("documents", *arguments, stdout=out, **options)
    return out.getvalue()


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_every_document_is_written_in_each_language_and_for_each_moment(tmp_path):
    said = run("mali", out=tmp_path / "new" / "folder")
    count = sum(2 * (2 if one.has_moments else 1) for one in DOCUMENTS.values())
    written = names(tmp_path / "new" / "folder")
    # Nobody is named, sits on a podium, moved or observes, and the note has no text: these are told of, not written.
    notes = ("concept-note", "concept-note-marked-up", "concept-note-word")
    none = 2 * (len(("podium-plates", "plates-changed", "badges", *notes)) + 2 * len(("seat-moves", "seat-slips")))
    assert (len(written), len(said.splitlines())) == (count - none, count)
    assert said.count("nothing to print, no file") == none
    assert "mali-seating-plan-2-fr.pdf" in written


def test_only_what_is_asked_for_is_written_with_its_path_and_size(tmp_path):
    said = run("mali", only=["table-plates", "programme-xlsx"], language=["fr"], paper="letter", out=tmp_path)
    assert names(tmp_path) == ["mali-programme-xlsx-fr.xlsx", "mali-table-plates-fr.pdf"]
    path = tmp_path / "mali-table-plates-fr.pdf"
    assert said.splitlines()[0] == f"{path}  {path.stat().st_size:,} bytes"


def test_languages_are_those_of_the_meeting_unless_others_are_asked_for(tmp_path):
    Roster.objects.update(document_languages=["en", "fr", "zh"])
    run("mali", only=["programme-xlsx"], out=tmp_path / "own")
    run("mali", only=["programme-xlsx"], language=["ar"], out=tmp_path / "asked")
    assert names(tmp_path / "own") == [
        "mali-programme-xlsx-en.xlsx",
        "mali-programme-xlsx-fr.xlsx",
        "mali-programme-xlsx-zh.xlsx",
    ]
    assert names(tmp_path / "asked") == ["mali-programme-xlsx-ar.xlsx"]


def test_document_is_left_out_in_a_language_that_it_is_not_made_in(tmp_path):
    run("mali", only=["observers-csv", "run-of-show"], language=["es", "fr"], out=tmp_path)
    assert names(tmp_path) == [
        "mali-observers-csv-es.csv",
        "mali-observers-csv-fr.csv",
        "mali-run-of-show-fr.pdf",
    ]


def test_same_meeting_gives_the_same_files(tmp_path):
    for name in ("a", "b"):
        run("mali", only=["seating-plan", "programme"], out=tmp_path / name)
    first = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert first == {path.name: path.read_bytes() for path in (tmp_path / "b").iterdir()}


@pytest.mark.parametrize(
    ("arguments", "options", "words"),
    [
        ((), {}, "Say which meeting. There are: mali."),
        (("bali",), {"out": "x"}, "There is no meeting bali. There are: mali."),
        (("mali",), {}, "Say where to: --out FOLDER or --zip FILE."),
        (("mali",), {"only": ["plan", "x"]}, f"No such document: plan, x. There are: {', '.join(DOCUMENTS)}."),
        (("mali",), {"language": ["de"]}, "No such language: de. There are: en, fr, es, ru, ar, zh."),
        (("mali",), {"paper": "a5"}, "No such paper: a5. There are: a4, letter, a3, a6."),
    ],
)
def test_name_that_is_not_there_is_answered_by_those_that_are(arguments, options, words):
    with pytest.raises(CommandError) as refusal:
        run(*arguments, **options)
    assert str(refusal.value) == words


def test_folder_that_is_a_file_is_refused_in_words(tmp_path):
    path = tmp_path / "file"
    path.write_text("")
    with pytest.raises(CommandError, match="cannot be made a folder"):
        run("mali", out=path)


def test_list_tells_meetings_languages_and_documents():
    lines = run(list=True).splitlines()
    assert lines[:2] == [
        "Meetings: mali",
        "Languages: en (English), fr (Français), es (Español), ru (Русский), ar (العربية), zh (中文)",
    ]
    assert "  seating-plan: Seating plan (a3, a4, letter), one for each moment" in lines
    assert "  run-of-show: Run of show (a4, letter), in en, fr alone" in lines
    assert len(lines) == 3 + len(DOCUMENTS)


def test_facts_are_collected_once(tmp_path, django_assert_max_num_queries):
    with django_assert_max_num_queries(32):
        run("mali", out=tmp_path)


def test_all_of_it_is_written_as_one_zip_file_with_a_list(tmp_path):
    path = tmp_path / "all.zip"
    said = run("mali", only=["podium-plates", "programme-xlsx", "programme"], language=["fr"], zip=path)
    archive = ZipFile(path)
    assert archive.namelist() == ["README.txt", "mali-programme-xlsx-fr.xlsx", "mali-programme-fr.pdf"]
    about = archive.read("README.txt").decode().splitlines()
    assert about[-2:] == ["Left out, since there is nothing to print yet:", "Podium plates (Français)"]
    assert said.splitlines()[-1] == f"{path}  {path.stat().st_size:,} bytes"
    again = tmp_path / "again.zip"
    run("mali", only=["podium-plates", "programme-xlsx", "programme"], language=["fr"], zip=again)
    assert again.read_bytes() == path.read_bytes()


def test_zip_file_that_cannot_be_written_is_told_in_words(tmp_path):
    with pytest.raises(CommandError, match="cannot be written"):
        run("mali", only=["programme-xlsx"], zip=tmp_path / "no" / "all.zip")


def test_second_language_stands_beside_where_a_document_can_be_in_two(tmp_path):
    run("mali", only=["programme", "speakers"], language=["en"], second_language="fr", out=tmp_path)
    assert names(tmp_path) == ["mali-programme-en-fr.pdf", "mali-speakers-en.pdf"]
    with pytest.raises(CommandError, match="No such language: xx"):
        run("mali", second_language="xx", out=tmp_path)
