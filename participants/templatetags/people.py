"""People's names in templates, as lists and as sentences have them, in the reader's language."""

from django import template
from django.utils.translation import get_language

from meetingplanner.languages import LANGUAGES
from participants.domain import names

register = template.Library()


def reader_language():
    language = (get_language() or "en").partition("-")[0]
    return language if language in LANGUAGES else "en"


@register.filter
def listed(delegate):
    return names.listed_name(delegate, reader_language())


@register.filter
def printed(delegate):
    return names.printed_name(delegate, reader_language())


@register.filter
def function_of(delegate):
    return names.function_with_capacity(delegate, reader_language())
