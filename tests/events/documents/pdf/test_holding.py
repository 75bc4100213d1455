"""What lines rather do not end inside: names with their forms of address, Chinese words, Arabic months."""

import pytest

from events.documents.pdf.chinese_words import WORDS
from events.documents.pdf.holding import held
from events.documents.pdf.language import in_language
from events.documents.pdf.style import BODY, CELL, CELL_HEAD, HEADING
from events.documents.pdf.text import Text, width_pt
from events.documents.pdf.wording import HOLD, NO_BREAK, bound

NAMES = ("Jean-Yves Le\u00a0Drian先生阁下", "Marcel Alain de\u00a0Souza先生阁下", "Federica Mogherini女士阁下")
CHINESE = "大不列颠及北爱尔兰联合王国：部队或警察派遣国，西非经共体委员会主席，由主席就座会议桌，国际调解与发展"
ARABIC_NAMES = ("معالي\u00a0السيد\u00a0Jean-Yves Le\u00a0Drian", "معالي\u00a0السيدة\u00a0Federica Mogherini")


def lines(wording, setting, room_pt, language):
    with in_language(language):
        made = Text(wording, setting)
    made.wrap(room_pt, 0)
    return ["".join(word.text + (" " if word.gap_pt else "") for word in line.words).strip() for line in made._lines]


def wide_pt(text, setting, language):
    with in_language(language):
        return width_pt(bound(text), setting.ink)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Federica Mogherini女士阁下", "Federica~ Mogherini~女士阁~下"),
        ("由Abdel-Fattah el-Sisi先生", "由Abdel-Fattah~ el-Sisi~先生"),
        (
            "H.E. Mr. Moussa Faki\u00a0Mahamat, of the United Nations",
            "H.E._Mr._Moussa~ Faki_Mahamat, of the United Nations",
        ),
        ("M. Alain de\u00a0Souza et M. Diop", "M._Alain~ de_Souza et M._Diop"),
        ("Его\u00a0Превосходительство г-н\u00a0Moussa Faki", "Его_Превосходительство г-н_Moussa~ Faki"),
        ("السيد Wu Haitao، الصين", "السيد Wu~ Haitao، الصين"),
        ("20 تشرين الأول/أكتوبر 2017", "20~ تشرين~ الأول/~أكتوبر 2017"),
        ("أدرج اثنا عشر مقعدا", "أدرج اثنا~ عشر مقعدا"),
        ("لم تدع بعد", "لم_تدع بعد"),
        ("部队或警察派遣国", "部~队或警~察派~遣~国"),
        ("赴阿尔及利亚", "赴阿~尔~及~利~亚"),
        ("The United Nations Office", "The United Nations Office"),
        ("From “Opening session” to", "From “Opening~ session” to"),
        ("“开幕会议”", "“~开~幕~会~议~”"),
        ("Security Council; troop contributor", "Security~ Council; troop~ contributor"),
        ("安全理事会；共同主席", "安~全~理~事~会~；共~同~主~席"),
        (f"A clause; {'another that is long ' * 3}", f"A clause; {'another that is long ' * 3}"),
    ],
)
def test_signs_stand_where_a_line_rather_does_not_end(text, shown):
    assert held(bound(text)).replace(HOLD, "~").replace(NO_BREAK, "_").replace("\u2011", "-") == shown


@pytest.mark.parametrize(
    ("setting", "room_pt"), [*((CELL, room_pt) for room_pt in range(150, 400, 11)), (BODY, 350), (BODY, 450)]
)
def test_names_in_a_chinese_list_are_whole_with_their_forms_of_address(setting, room_pt):
    found = lines("；".join(NAMES), setting, room_pt, "zh")
    assert [
        name for name in NAMES if not any(name in line for line in (line.replace("‑", "-") for line in found))
    ] == []


@pytest.mark.parametrize("room_pt", range(150, 400, 11))
def test_names_in_an_arabic_cell_are_whole(room_pt):
    found = lines("؛ ".join(ARABIC_NAMES), CELL, room_pt, "ar")
    assert [name for name in ARABIC_NAMES if not any(name in line for line in found)] == []


@pytest.mark.parametrize("name", NAMES)
def test_name_that_no_line_holds_is_parted_before_the_family_name(name):
    room_pt = wide_pt(name, CELL, "zh") - 1
    given, family = name.rsplit(" ", 1)
    assert lines(name, CELL, room_pt, "zh") == [given, family]


@pytest.mark.parametrize(("setting", "fewest"), [(CELL, 6), (CELL_HEAD, 6), (HEADING[1], 14), (BODY, 14)])
@pytest.mark.parametrize("more", range(14))
def test_chinese_words_are_whole_in_narrow_lines(setting, fewest, more):
    found = lines(CHINESE, setting, (fewest + more) * setting.ink.size_pt, "zh")
    cut = [word for word in WORDS if word in CHINESE and CHINESE.count(word) > sum(line.count(word) for line in found)]
    assert "".join(found) == CHINESE
    assert cut == []


def test_what_is_held_is_parted_in_a_column_narrower_than_it():
    room_pt = 2.2 * CELL.ink.size_pt
    assert lines("派遣国", CELL, room_pt, "zh") == ["派遣", "国"]


@pytest.mark.parametrize("room_pt", range(40, 120, 7))
def test_arabic_particle_and_number_stand_with_what_they_belong_to(room_pt):
    found = lines("لم تدع بعد اثنا عشر وفدا", CELL, room_pt, "ar")
    assert [line for line in found if line.endswith("لم") or line.endswith("اثنا")] == []


@pytest.mark.parametrize("room_pt", range(95, 200, 9))
def test_arabic_month_keeps_both_its_names(room_pt):
    month = "تشرين الأول/أكتوبر"
    assert any(month in line for line in lines(f"الجلسة الافتتاحية، {month} 2017", CELL, room_pt, "ar"))


def test_letters_without_a_space_are_looked_through_once():
    assert held("A" * 200_000 + "中") == "A" * 200_000 + "中"
