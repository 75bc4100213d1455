"""A finding in the words of the reader's language."""

from django.utils import translation

from events.documents.finding_words import sentence
from events.domain.findings import Cure, Finding

FINDING = Finding(
    kind="no_chair",
    values={"part": {"en": "Opening", "fr": "Ouverture"}},
    cure=Cure(page="events:programme", arguments=("mali",)),
)


def test_sentence_takes_the_texts_of_the_active_language():
    with translation.override("en"):
        assert sentence(FINDING, "conference") == "Nobody is named to preside over “Opening”."
    with translation.override("fr"):
        assert "Ouverture" in sentence(FINDING, "conference")


def test_language_that_the_product_does_not_speak_is_told_in_english():
    with translation.override("de"):
        assert sentence(FINDING, "conference") == "Nobody is named to preside over “Opening”."
