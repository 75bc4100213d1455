"""What languages are called on a screen, whose machine may lack the letters."""

import pytest
from django.utils.translation import override

from meetingplanner.languages import LANGUAGES
from participants.models.language_names import language_label


@pytest.mark.parametrize(
    ("reader", "told"),
    [
        ("en", ["English", "Français", "Español", "Русский (Russian)", "العربية (Arabic)", "中文 (Chinese)"]),
        ("fr", ["English", "Français", "Español", "Русский (russe)", "العربية (arabe)", "中文 (chinois)"]),
    ],
)
def test_name_in_other_letters_has_that_of_the_reader_s_language_beside(reader, told):
    with override(reader):
        assert [str(language_label(code)) for code in LANGUAGES] == told


def test_every_own_name_in_other_than_latin_letters_has_a_name_beside():
    is_latin = {code: row.own_name[0] < "\u0250" for code, row in LANGUAGES.items()}
    assert is_latin == {code: not row.name for code, row in LANGUAGES.items()}
