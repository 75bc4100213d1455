"""Marks of deletions that somebody typed."""

import pytest

from events.domain.note_marks import MARK_PROBLEMS, mark_problems, struck_words, taken_numbers


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Nothing [is] marked - here.", []),
        ("One [-1|the-] and [-2|two-].", []),
        ("Never closed [-1|the words.", ["unbalanced"]),
        ("Never opened the-] words.", ["unbalanced"]),
        ("No number [-|the-] words.", ["unbalanced", "unbalanced"]),
        ("One [-1|in [-2|another-]-].", ["unbalanced", "nested"]),
        ("Nothing [-1| -] in it.", ["empty"]),
        ("The [-1|same-] number [-1|twice-].", ["twice"]),
    ],
)
def test_wrong_marks_are_told(text, codes):
    assert [code for code, _near in mark_problems(text)] == codes
    assert set(codes) <= set(MARK_PROBLEMS)


def test_numbers_of_other_paragraphs_are_taken():
    texts = {"en": "[-1|a-] [-3|b-]", "fr": "[-1|a-]"}
    assert taken_numbers(texts, [{"en": "[-2|x-]"}, {"fr": "[-3|x-]"}]) == (3,)


def test_struck_words_are_those_of_each_language_that_marks_them():
    texts = {"en": "Of [-1|the -]Chair and [-2|x-]", "fr": "rien"}
    assert struck_words(texts, 1) == {"en": "the "}
