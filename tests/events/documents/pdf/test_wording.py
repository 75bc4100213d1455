import pytest

from events.documents.pdf.wording import bound, plain


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Mali", "Mali"),
        ("e\u0301lu", "élu"),
        ("a\x00b\x07c\u200bd\u00ade\u202ef\ufe0f", "abcdef"),
        ("one\t two \u2003 three", "one two three"),
        ("one\r\ntwo\u2028three\x0bfour", "one\ntwo\nthree\nfour"),
        ("15\u00a0h\u202f30", "15\u00a0h\u202f30"),
        ("\ud800x", "x"),
        ("", ""),
    ],
)
def test_plain_keeps_letters_and_drops_what_cannot_be_seen(given, expected):
    assert plain(given) == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("H.E. Mr. Moussa Faki", "H.E.~Mr.~Moussa Faki"),
        ("S.E. M. Diop et S.E. Mme Dah", "S.E.~M.~Diop et S.E.~Mme~Dah"),
        ("Ms. ", "Ms.~"),
        ("room. Then", "room. Then"),
        ("« Mali » : oui ; non ? si !", "«~Mali~»~: oui~; non~? si~!"),
        ("de 15 h 30 à 18 h", "de 15~h~30 à 18~h"),
        ("15 minutes, 3 mm", "15 minutes, 3~mm"),
        ("le 1er octobre 2017, 20 September 2017", "le 1er~octobre 2017, 20~September 2017"),
        ("5 % of 30", "5~% of 30"),
    ],
)
def test_bound_forbids_breaks_inside_titles_times_and_french_marks(given, expected):
    assert bound(given) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("Кейта — президент", "Кейта~— президент"),
        ("a – b - c", "a~– b~- c"),
        ("г-н Кейта", "г‑н~Кейта"),
        ("Sra. Núñez", "Sra.~Núñez"),
    ],
)
def test_bound_keeps_dashes_off_the_beginning_of_lines_and_titles_with_names(given, expected):
    assert bound(given) == expected.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("S.E. M. Jean-Yves Le Drian, vice-ministre", "S.E.~M.~Jean‑Yves Le Drian, vice-ministre"),
        ("Г-жа Анна-Мария Иванова", "Г‑жа~Анна‑Мария Иванова"),
        ("слово г-на Кейты, Гвинея-Бисау", "слово г‑на Кейты, Гвинея-Бисау"),
        ("Jean-Pierre Lacroix先生、Jean-Yves女士", "Jean‑Pierre Lacroix先生、Jean‑Yves女士"),
        ("Mr. Petr V. Iliichev", "Mr.~Petr~V.~Iliichev"),
        ("Guinea-Bissau and Timor-Leste", "Guinea-Bissau and Timor-Leste"),
    ],
)
def test_bound_keeps_given_names_and_initials_on_one_line(given, expected):
    assert bound(given.replace("~", "\u00a0")) == expected.replace("~", "\u00a0")


def test_plain_keeps_soft_hyphens_only_where_they_are_asked_for():
    assert plain("a\u00adb\u200b") == "ab"
    assert plain("a\u00adb\u200b", has_soft_hyphens=True) == "a\u00adb"
