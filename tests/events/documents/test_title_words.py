"""A meeting's title as the subject of a sentence, in each language."""

import pytest
from django.utils.translation import override

from events.documents.title_words import Subject, has_topic, subject


@pytest.mark.parametrize(
    ("language", "title", "text", "gender"),
    [
        ("en", "Ministerial Meeting on Mali", "The Ministerial Meeting on Mali", "f"),
        ("fr", "Atelier sur le Mali", "L'atelier sur le Mali", "m"),
        ("fr", "7917e séance", "La 7917e séance", "f"),
        ("es", "Reunión ministerial sobre Malí", "La reunión ministerial sobre Malí", "f"),
        ("es", "Reunión Ministerial sobre Malí", "La Reunión Ministerial sobre Malí", "f"),
        ("es", "Foro de Bamako", "El foro de Bamako", "m"),
        ("es", "7917ª sesión", "La 7917ª sesión", "f"),
        ("es", "Malí, hoy", "La reunión titulada “Malí, hoy”", "f"),
        ("ru", "Министерское совещание по Мали", "Министерское совещание по Мали", "n"),
        ("ru", "7917-е заседание", "7917-е заседание", "n"),
        ("ru", "Встреча министров", "Встреча министров", "f"),
        ("ru", "Форум в Бамако", "Форум в Бамако", "m"),
        ("ru", "Мали сегодня", "Совещание «Мали сегодня»", "n"),
        ("ar", "الاجتماع الوزاري بشأن مالي", "الاجتماع الوزاري بشأن مالي", "m"),
        ("ar", "الجلسة 7917", "الجلسة 7917", "f"),
        ("zh", "马里问题部长级会议", "马里问题部长级会议", "f"),
    ],
)
def test_title_is_the_subject_with_article_and_gender(language, title, text, gender):
    with override(language):
        assert subject({language: title}, language) == Subject(text=text, gender=gender)


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("es", "La reunión titulada \u2068“Meeting”\u00a0[en]\u2069", "f"),
        ("ru", "Совещание \u2068«Meeting»\u00a0[en]\u2069", "n"),
        ("ar", "الاجتماع المعنون \u2068«Meeting»\u00a0[en]\u2069", "m"),
        ("zh", "题为\u2068“Meeting”\u00a0[en]\u2069的会议", "f"),
    ],
)
def test_title_of_another_language_is_quoted_with_its_mark(language, text, gender):
    with override(language):
        assert subject({"en": "Meeting"}, language) == Subject(text=text, gender=gender)


@pytest.mark.parametrize(("title", "found"), [("第7917次会议：马里", True), ("第7917次会议", False)])
def test_topic_after_a_colon_is_seen_in_chinese_too(title, found):
    assert has_topic({"zh": title}, "zh") is found
