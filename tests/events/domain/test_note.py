import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.domain.note import BREAKS, MarkedSpan, Span, broken_sentences, clean, marked_up, numbers, parse

TEXT = "with Mr. Le Drian, [-2|the -]Chairperson of the AU, [-3|—notably the EU— -]Council members."
ALL_KEPT = dict.fromkeys(range(10), "rejected")


def test_text_parses_into_plain_and_struck_spans():
    assert parse("a [-1|b-] c") == (Span(text="a "), Span(text="b", number=1), Span(text=" c"))


@pytest.mark.parametrize("text", ["a [-1|b c", "a [-x|b-] c", "[- 1|b-]"])
def test_mark_that_is_not_one_is_plain_text(text):
    assert parse(text) == (Span(text=text),)


def test_empty_text_has_no_spans():
    assert (parse(""), clean("", {}), broken_sentences("", {})) == ((), "", ())


def test_numbers_come_once_in_order():
    assert numbers("[-3|a-] [-1|b-] [-3|c-]") == (3, 1)


@pytest.mark.parametrize("decision", ["pending", "accepted"])
def test_clean_print_leaves_struck_words_out(decision):
    expected = "with Mr. Le Drian, Chairperson of the AU, Council members."
    assert clean(TEXT, {2: decision, 3: decision}) == expected
    assert clean(TEXT, {}) == expected


def test_clean_print_keeps_the_words_of_a_rejected_deletion():
    expected = "with Mr. Le Drian, the Chairperson of the AU, Council members."
    assert clean(TEXT, {2: "rejected", 3: "accepted"}) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [-1|b-] c", "a c"),
        ("a [-1|b -]c", "a c"),
        ("a[-1| b-] c", "a c"),
        ("a [-1|b-], c", "a, c"),
        ("a [-1|b-] [-2|c-] d", "a d"),
        ("[-1|a-] b", "b"),
        ("a [-1|b-]", "a"),
        ("Mali [-1|et l'Algérie-]\u00a0; puis", "Mali\u00a0; puis"),
        ("a  b [-1|c-] d", "a  b d"),
    ],
)
def test_deletion_takes_the_space_it_leaves_over(text, expected):
    assert clean(text, {}) == expected


def test_marked_up_print_strikes_pending_and_accepted_words():
    assert marked_up("a [-1|b-] [-2|c-] [-3|d-]", {2: "accepted", 3: "rejected"}) == (
        MarkedSpan(text="a "),
        MarkedSpan(text="b", number=1, decision="pending", is_struck=True),
        MarkedSpan(text=" "),
        MarkedSpan(text="c", number=2, decision="accepted", is_struck=True),
        MarkedSpan(text=" "),
        MarkedSpan(text="d", number=3, decision="rejected", is_struck=False),
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Mr. Le Drian, [-1|the -]Chairperson of the AU", "article"),
        ("M. Le Drian, [-1|du -]Président de la Commission", "article"),
        ("[-1|l'-]Algérie et le Mali", "article"),
        ("between Mali [-1|and the Republic of -]Algeria", "capitals"),
        ("members of the [-1|international mediation-], and others", "dangling"),
        ("opened by [-1|the President-].", "dangling"),
        ("Mali and [-1|France-] and Algeria", "repeated"),
        ("Mali, [-1|France-], Algeria", "punctuation"),
        ("It ended. [-1|However, -]the parties agreed.", "sentence_start"),
        ("members [-1|(the mediation-] and others) met", "pair"),
    ],
)
def test_deletion_that_breaks_the_sentence_is_found(text, code):
    assert [(one.number, one.code) for one in broken_sentences(text, {})] == [(1, code)]
    assert code in BREAKS


@pytest.mark.parametrize(
    "text",
    [
        "as Chair of the Comité, [-1|the AU representative and -]the Minister of France",
        "other members of the mediation, [-1|—notably the AU— -]Security Council members",
        "It ended. [-1|So -]We met.",
        "H.E. [-1|Mr. -]Guterres",
        "le Mali [-1|et l'Algérie-]\u00a0; puis la France",
    ],
)
def test_sound_sentence_has_no_break(text):
    assert broken_sentences(text, {}) == ()


def test_rejected_deletion_breaks_nothing():
    text = "Mr. Le Drian, [-1|the -]Chairperson"
    assert [one.code for one in broken_sentences(text, {1: "accepted"})] == ["article"]
    assert broken_sentences(text, {1: "rejected"}) == ()


@given(st.text(alphabet="ab ,.[]-|1é\u00a0"))
def test_text_without_deletions_prints_as_written(text):
    if not numbers(text):
        assert clean(text, {}) == text


@given(st.lists(st.text(alphabet="abc ,", max_size=6), min_size=1, max_size=6))
def test_rejecting_every_deletion_gives_back_all_words(parts):
    text = "".join(part if index % 2 == 0 else f"[-{index}|{part}-]" for index, part in enumerate(parts))
    assert clean(text, ALL_KEPT) == "".join(parts)


@given(st.lists(st.text(alphabet="abc ", max_size=6), min_size=1, max_size=6))
def test_clean_print_never_holds_a_mark_nor_a_new_double_space(parts):
    text = "".join(part if index % 2 == 0 else f"[-{index}|{part}-]" for index, part in enumerate(parts))
    printed = clean(text, {})
    assert "[-" not in printed
    assert "  " not in printed or any("  " in part for part in parts)
