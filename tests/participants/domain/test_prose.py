"""Names and lists inside sentences."""

import pytest

from meetingplanner.languages import DOCUMENT_LANGUAGES
from participants.domain import prose


@pytest.mark.parametrize(
    ("parts", "english", "french"),
    [
        ([], "", ""),
        (["Mali"], "Mali", "Mali"),
        (["Mali", "", "Niger"], "Mali and Niger", "Mali et Niger"),
        (["A", "B", "C"], "A, B and C", "A, B et C"),
        (["A, b", "C", "D"], "A, b; C; and D", "A, b\u00a0; C\u00a0; et D"),
    ],
)
def test_list_is_joined_in_the_order_given(parts, english, french):
    assert (prose.joined(parts, "en"), prose.joined(parts, "fr")) == (english, french)


def test_prepositions_follow_the_language():
    assert (prose.of("the Niger", "en"), prose.of("le Niger", "fr")) == ("of the Niger", "du Niger")
    assert (prose.to("the Niger", "en"), prose.to("le Niger", "fr")) == ("to the Niger", "au Niger")
    assert (prose.of("", "en"), prose.to("", "en")) == ("", "")


def test_spacing_follows_the_language():
    assert (prose.spaced("a : b", "en"), prose.spaced("a : b", "fr")) == ("a : b", "a\u00a0: b")


def test_every_document_language_has_a_grammar():
    assert [language for language in DOCUMENT_LANGUAGES if language not in prose.GRAMMARS] == []
