import random
from unicodedata import bidirectional

import pytest
from bidi import get_display

from events.documents.pdf.bidi import levels, paragraph_level, visual_order
from participants.domain.texts import bare

LETTERS = "abאבגابة019٣٤ ()[]<>{}«».,:;-+%/#$!?\u0651\u0301《》「」\u2068\u2069"
STRINGS = 8_000


def shown(text, base):
    """The characters of one line as they stand from left to right, without isolates; brackets are not turned round."""
    found = levels(text, base)
    for index in reversed(range(len(text))):
        if bidirectional(text[index]) not in ("WS", "FSI", "PDI"):
            break
        found[index] = base
    return bare("".join(text[index] for index in visual_order(found)))


def test_order_is_that_of_another_implementation():
    chance = random.Random(20170920)  # noqa: S311 - no secret
    texts = ["".join(chance.choice(LETTERS) for _ in range(chance.randint(1, 24))) for _ in range(STRINGS)]
    different = [
        (text, base)
        for base, direction in ((0, "L"), (1, "R"))
        for text in texts
        if shown(text, base) != bare(get_display(text, base_dir=direction))
    ]
    assert different == []


@pytest.mark.parametrize(
    ("text", "is_rtl", "level"),
    [
        ("Mali", False, 0),
        ("Mali", True, 0),
        ("مالي", False, 1),
        ("مالي", True, 1),
        ("15:30–16:00", False, 0),
        ("15:30–16:00", True, 1),
        ("COP-30 في بيليم", True, 1),
        ("COP-30 في بيليم", False, 0),
        ("", True, 1),
    ],
)
def test_text_runs_as_its_page_unless_all_its_letters_run_the_other_way(text, is_rtl, level):
    assert paragraph_level(text, is_rtl=is_rtl) == level


def test_invisible_characters_follow_what_is_before_them():
    assert levels("a\u00adא\u00adb", 0) == [0, 0, 1, 1, 0]


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("על \u2068(2017) Title\u2069 ב", 1, "ב (2017) Title לע"),
        ("על \u20682030 Agenda (2)\u2069, ב", 1, "ב ,2030 Agenda (2) לע"),
        ("על \u2068Title 5\u2069 6", 1, "6 Title 5 לע"),
        ("on \u2068אב 5\u2069 6", 0, "on 5 בא 6"),
        ("on \u2068אב", 0, "on בא"),
        ("על \u2069a", 1, "a לע"),
        ("ע \u2068a \u2068ב 1\u2069 2\u2069", 1, "a 1 ב 2 ע"),
    ],
)
def test_what_is_isolated_stands_as_if_it_were_alone(text, base, expected):
    assert shown(text, base) == expected
