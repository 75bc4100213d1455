import pytest

from events.documents.pdf.blocks import Run, bold, note
from events.documents.pdf.wording import bound, marked, plain, spoken_parts


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
        ("Son Excellence Monsieur Moussa Faki", "Son Excellence Monsieur~Moussa Faki"),
        ("room. Then", "room. Then"),
        ("« Mali » : oui ; non ? si !", "«~Mali~»~: oui~; non~? si~!"),
        ("de 15 h 30 à 18 h", "de 15~h~30 à~18~h"),
        ("15 minutes, 3 mm", "15~minutes, 3~mm"),
        ("le 1er octobre 2017, 20 September 2017", "le 1er~octobre 2017, 20~September 2017"),
        ("5 % of 30", "5~% of 30"),
        ("under rule 37 and rules 39", "under rule~37 and rules~39"),
        ("l'article 39 ; la mise en œuvre", "l'article~39~; la mise~en~œuvre"),
        ("el 15 de mayo y 5 de las 6 horas", "el 15~de~mayo y 5 de las 6~horas"),
        ("New York, Sierra Leone, El Salvador", "New~York, Sierra~Leone, El Salvador"),
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
        ("о мире и в Мали; А. и Б", "о~мире и~в~Мали; А. и~Б"),
        ("20 сентября 2017 года, 30 минут", "20~сентября 2017~года, 30~минут"),
        ("Организация Объединенных Наций, Буркина-Фасо", "Организация Объединенных~Наций, Буркина‑Фасо"),
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
        ("Jean-Yves LE\u00a0DRIAN先生阁下", "Jean‑Yves LE\u00a0DRIAN先生阁下"),
        ("Mr. Petr V. Iliichev", "Mr.~Petr~V.~Iliichev"),
        ("États-Unis, Royaume-Uni et Guinée-Bissau", "États‑Unis, Royaume‑Uni et Guinée‑Bissau"),
        ("Guinea-Bissau and Timor-Leste", "Guinea-Bissau and Timor-Leste"),
    ],
)
def test_bound_keeps_given_names_and_initials_on_one_line(given, expected):
    assert bound(given.replace("~", "\u00a0")) == expected.replace("~", "\u00a0")


def test_plain_keeps_soft_hyphens_only_where_they_are_asked_for():
    assert plain("a\u00adb\u200b") == "ab"
    assert plain("a\u00adb\u200b", is_for_lines=True) == "a\u00adb"


def test_plain_keeps_isolates_only_where_lines_are_made_of_it():
    assert plain("\u2068Accord\u2069") == "Accord"
    assert plain("\u2068Accord\u2069", is_for_lines=True) == "\u2068Accord\u2069"


def test_text_of_another_language_is_told_apart_from_the_words_around_and_from_its_mark():
    text = f"on “{marked('Accord', 'fr')}”, {marked('Mali', 'fr')}"
    accord, mali = (Run(text=f"\u2068{word}", language="fr") for word in ("Accord", "Mali"))
    mark = note("\u00a0[fr]\u2069")
    assert list(spoken_parts(text)) == [Run(text="on “"), accord, mark, Run(text="”, "), mali, mark]


def test_mark_is_set_as_the_words_are_where_they_have_a_style():
    assert list(spoken_parts((bold(marked("Accord", "fr")), "!"))) == [
        Run(text="\u2068Accord", style="bold", language="fr"),
        bold("\u00a0[fr]\u2069"),
        Run(text="!"),
    ]


def test_isolates_that_somebody_typed_are_no_mark_and_hide_none():
    assert list(spoken_parts("\u2068a\u2069 [fr]")) == [Run(text="\u2068a\u2069 [fr]")]
    assert marked("\u2068a\u2069", "fr") == "\u2068a\u00a0[fr]\u2069"
    assert [one.language for one in spoken_parts(f"\u2068a {marked('b', 'fr')}")] == ["", "fr", ""]
