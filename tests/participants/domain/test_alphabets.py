"""Names filed in the alphabet of each language."""

import pytest

from participants.domain.alphabets import filing_key


@pytest.mark.parametrize(
    ("language", "ordered"),
    [
        ("en", ["Côte d'Ivoire", "Cuba", "Niger", "Nigeria"]),
        ("es", ["España", "Estonia", "Níger", "Nigeria", "Ucrania"]),
        ("ru", ["Иордания", "Испания", "Италия", "Йемен", "Кабо-Верде"]),
        ("ru", ["Берег", "Вьетнам", "Ёлка", "Ель", "Ливан"]),
        ("ru", ["Гвинея", "Гвинея-Бисау", "Гвинея Экваториальная"]),
        ("ar", ["إثيوبيا", "الأردن", "إسبانيا", "ألمانيا", "الإمارات العربية المتحدة", "أوكرانيا"]),
        ("ar", ["البحرين", "البرازيل", "بلجيكا", "تشاد", "الجزائر", "مالي", "النيجر", "نيجيريا", "اليمن"]),
        ("zh", ["阿尔及利亚", "德国", "厄立特里亚", "法国", "马里", "尼日尔", "尼日利亚", "中国"]),
        ("zh", ["贝宁", "秘鲁", "冰岛"]),
        ("zh", ["菲律宾", "斐济", "芬兰"]),
        ("zh", ["南苏丹", "瑙鲁", "尼泊尔"]),
    ],
)
def test_names_are_in_the_order_of_the_alphabet(language, ordered):
    assert sorted(set(ordered), key=lambda name: filing_key(name, language)) == ordered


def test_spelling_that_the_alphabet_does_not_count_makes_no_difference():
    assert filing_key("الأُرْدُنّ", "ar") == filing_key("أردن", "ar") == "اردن"
    assert filing_key("Ё", "ru") == filing_key("е", "ru")
    assert filing_key("老挝人民民主共和国", "zh") == filing_key("老挝 人民民主共和国", "zh")


def test_name_in_other_letters_comes_before_those_in_characters():
    names = ["Benin", "阿富汗", "Zambia", "𠀀"]
    assert sorted(names, key=lambda name: filing_key(name, "zh")) == ["Benin", "Zambia", "阿富汗", "𠀀"]
