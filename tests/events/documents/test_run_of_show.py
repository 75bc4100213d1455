"""The run of show on paper, read back."""

from dataclasses import replace

import pdfplumber
import pytest

from events.documents import DOCUMENTS
from events.documents.script_words import lines_of
from events.domain.edition import Edition
from events.domain.facts import ScriptLineFacts
from events.domain.script import script
from tests import facts as make
from tests.events.documents.pdf.reading import pages
from tests.events.documents.prints import AS_OF, STATES, file, mali, words

EDITION = Edition(number=2, standing="provisional", issued_at=AS_OF, supersedes_at=AS_OF, token="secret-token")


def written(facts, *, text, made_from=None, place="opening"):
    """The meeting with the line of its first part written by staff."""
    part = script(facts)[0]
    line = next(one for one in lines_of(facts, part, "en") if one.cue.place == place)
    made = ScriptLineFacts(
        uuid="line", version=1, subject=line.cue.subject, place=place, language="en", text=text,
        made_from=line.generated if made_from is None else made_from,
    )  # fmt: skip
    return replace(facts, script_lines=(made,))


def test_each_officer_has_a_part_from_a_new_page():
    found = pages(file("run-of-show", mali()).content)
    heads = [page.removeprefix("Ministerial Meeting on Mali ") for page in found]
    starts = [n for n, page in enumerate(heads) if page.startswith(("Chair: to be announced", "His Excellency Mr. Ab"))]
    assert (len(starts), starts[0]) == (3, 0)
    assert heads[starts[1]].startswith(
        "His Excellency Mr. Abdoulaye Diop, Minister of Foreign Affairs and International"
    )


def test_script_is_headed_by_the_capacity_in_which_somebody_presides():
    head = pages(file("run-of-show", STATES["council"]()).content)[0]
    assert "America to the United Nations, President of the Security Council for April 2017 The situation" in head


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_line_is_printed_once_for_each_officer(language):
    facts = mali()
    text = words("run-of-show", facts, language).replace("\u2019", "'")
    for part in script(facts):
        for line in lines_of(facts, part, language):
            assert " ".join(line.said.split()) in text


def test_face_carries_no_mark_reference_code_or_edition():
    facts = replace(mali(), reference="REF/2017/1")
    first = file("run-of-show", facts, edition=EDITION, public_url="https://meetings.example.org").content
    assert first == file("run-of-show", mali()).content
    text = " ".join(pages(first))
    assert [
        word for word in ("DRAFT", "PROVISIONAL", "Rev.", "REF/2017/1", "secret-token", "as of") if word in text
    ] == []
    assert [page[-4:].strip() for page in pages(first)] == [
        f"{n}/{len(pages(first))}" for n in range(1, len(pages(first)) + 1)
    ]


def test_what_is_said_is_large_and_what_is_not_is_small_and_in_italics(tmp_path):
    path = tmp_path / "script.pdf"
    path.write_bytes(file("run-of-show", mali()).content)
    with pdfplumber.open(path) as pdf:
        found = [(one["text"], one["size"], one["fontname"]) for page in pdf.pages
                 for one in page.extract_words(extra_attrs=["size", "fontname"])]  # fmt: skip
    sizes = {word: (size, "Italic" in name or "It" in name.split("+")[-1].split("-")[-1]) for word, size, name in found}
    assert (sizes["Excellencies,"], sizes["limit:"]) == ((18, False), (12, True))


def test_words_of_staff_are_printed_in_place_of_the_generated():
    text = words("run-of-show", written(mali(), text="Dear friends."))
    assert "Dear friends." in text and "I declare open" not in text


def test_line_left_out_is_not_printed():
    assert "I declare open" not in words("run-of-show", written(mali(), text=""))


def test_line_in_conflict_is_printed_as_generated_with_the_words_of_staff_as_a_direction():
    text = words("run-of-show", written(mali(), text="Dear friends.", made_from="Other"))
    assert "I declare open" in text
    assert "The programme has changed. Written before: “Dear friends.”" in text


def test_no_breath_goes_over_a_page():
    found = pages(file("run-of-show", STATES["council"](), "fr").content)
    assert len(found) > 8
    for page in found[1:]:
        assert not page.startswith(("Je donne maintenant", "La parole sera ensuite"))


def test_breath_longer_than_a_page_is_printed_whole():
    facts = written(mali(), text="lecture " * 2000)
    assert words("run-of-show", facts).count("lecture") == 2000


def test_meeting_without_parts_says_so():
    assert "The programme is empty." in words("run-of-show", make.meeting(segments=()))


def test_it_is_made_in_english_and_french_alone():
    assert {slug: one.languages for slug, one in DOCUMENTS.items() if len(one.languages) < 6} == {
        "run-of-show": ("en", "fr")
    }
