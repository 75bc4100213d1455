"""The catalogues are complete, and what would make them incomplete is found."""

from babel.messages import Catalog

from meetingplanner import catalogue


def french(text, translation, **flags):
    stored = Catalog(locale="fr", charset="utf-8", fuzzy=False)
    return stored, stored.add(text, translation, **flags)


def faults(text, translation, **flags):
    stored, message = french(text, translation, **flags)
    return [fault.split(" than ")[0] for fault in catalogue.faults_of(message, stored)]


def test_catalogues_are_complete():
    assert catalogue.findings() == []


def test_template_phrases_are_found_on_their_lines():
    template = (
        "<p>\n  {% translate 'Seats' %}\n {% blocktranslate count n=seats %}{{ n }} seat{% plural %}{{ n }} seats"
    )
    source = catalogue.python_source_of(
        template + "{% endblocktranslate %}</p>\n{{ _('Name') }}{{ x|default:_('None') }}"
    )
    lines = source.split("\n")
    assert ("'Seats'" in lines[1], "'%(n)s seats'" in lines[2], "'Name'" in lines[3]) == (True, True, True)


def test_phrases_of_source_are_collected_with_context_and_plural():
    source = 'phrase("Opening"); pgettext_lazy("seat", "Row"); ngettext("%(n)s day", "%(n)s days", n); other("No")'
    found = {(context, phrase) for _, phrase, _, context in catalogue.phrases_in(source)}
    assert found == {(None, "Opening"), ("seat", "Row"), (None, ("%(n)s day", "%(n)s days"))}


def test_missing_fuzzy_and_deformed_translations_are_faults():
    assert faults("Seats", "Places") == []
    assert faults("Seats", "") == ["is not translated"]
    assert faults("Seats", "Places", flags=["fuzzy"]) == ["is marked fuzzy"]
    assert faults("%(name)s sits", "%(nom)s siège")[0] == "has other placeholders"


def test_singular_may_leave_the_number_out_but_plural_may_not():
    day = ("%(n)s day", "%(n)s days")
    assert faults(day, ("un jour", "%(n)s jours")) == []
    assert faults(day, ("un jour", "des jours")) == ["has other placeholders"]
