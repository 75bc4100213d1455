"""Issuing by command, and the schema of what is frozen."""

import json

import jsonschema
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from events.domain.snapshot import from_json, to_json
from events.domain.snapshot_schema import schema
from events.issued import current_revision
from events.models import IssuedPrint, Revision
from tests import factories
from tests.reference_facts import reference_facts

SCHEMA_FILE = settings.BASE_DIR / "docs" / "snapshot.schema.json"
SNAPSHOT = settings.BASE_DIR / "tests" / "data" / "snapshot-1.json"


@pytest.mark.django_db
def test_meeting_is_issued_with_all_its_prints(capsys):
    event = factories.event(slug="mali", has_segment=True)
    call_command("issue", "mali", language=["en"], note="By night")
    revision = current_revision(event.roster)
    assert (revision.note, IssuedPrint.objects.filter(made_at__isnull=True).count()) == ("By night", 0)
    assert "mali: Base, provisional" in capsys.readouterr().out


@pytest.mark.django_db
def test_final_is_refused_with_its_reasons():
    event = factories.event(slug="mali")
    factories.open_point(event=event, blocks=["time"], finding={"en": "Two hours are given."})
    with pytest.raises(CommandError, match="Two hours are given"):
        call_command("issue", "mali", standing="final")
    assert not Revision.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("arguments", [{"slug": "none"}, {"slug": "mali", "by": "nobody@x.example"}])
def test_what_there_is_not_is_told_in_words(arguments):
    factories.event(slug="mali")
    with pytest.raises(CommandError):
        call_command("issue", arguments.pop("slug"), **arguments)


def test_schema_in_the_docs_is_that_of_the_facts():
    assert json.loads(SCHEMA_FILE.read_text("utf-8")) == schema()


@pytest.mark.parametrize("slug", ["mali-2017", "sc-7917"])
def test_snapshot_keeps_to_its_schema(slug):
    data = json.loads(to_json(reference_facts(slug)))
    jsonschema.validate(data, schema())
    broken = data | {"meeting": data["meeting"] | {"start": "tomorrow"}}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(broken, schema())


def test_snapshot_that_an_earlier_version_wrote_is_still_read():
    facts = from_json(SNAPSHOT.read_text("utf-8"))
    assert (facts.roster.slug, facts.interpretation_end, facts.arrivals) == ("mali-2017", None, ())
