"""What all messages of a meeting share, and what each recipient has of its own."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from events.messages.kinds import MESSAGES
from events.messages.message import Recipient, Sender, Shared, rendered
from participants.domain.texts import ISOLATE
from tests import meeting_facts as make

SENDER = Sender(email="desk@x.example", name="The desk", domain="x.example", public_url="https://x.example")


def shared():
    facts = make.meeting(roster=make.roster(make.delegation("MLI"), make.delegation("TCD")))
    return Shared(facts, issued=facts, sender=SENDER)


def test_what_all_share_is_worked_out_once_a_language():
    meeting = shared()
    for language in ("en", "fr"):
        with override(language):
            assert meeting.words(language) is meeting.words(language)
            assert meeting.calendar(language) is meeting.calendar(language)
    assert meeting.calendar("en") is not meeting.calendar("fr")


def test_each_recipient_is_told_by_name_behind_its_own_link():
    meeting, texts = shared(), ("For %(delegation)s", "%(meeting)s: %(link)s")
    told = [
        rendered(
            meeting, Recipient(delegation=one, request=None, link=f"https://x.example/{one.entity}/"),
            kind="invitation", language="en", texts=texts, at=make.AT,
        )
        for one in meeting.facts.roster.delegations
    ]  # fmt: skip
    assert [one.subject for one in told] == ["For MLI", "For TCD"]
    assert [one.text.rpartition(" ")[2] for one in told] == ["https://x.example/MLI/\n", "https://x.example/TCD/\n"]


def test_names_and_changes_of_another_language_are_plain_text_with_their_mark():
    one = make.delegation("MLI", contact_email="m@state.example")
    facts = make.meeting(roster=make.roster(one, entities=(make.entity("MLI", names={"en": "Mali"}),)))
    told = rendered(
        Shared(facts, issued=facts, sender=SENDER),
        Recipient(delegation=one, request=None, link="https://x.example/MLI/"),
        kind="revision", language="fr", texts=MESSAGES["revision"].texts["fr"], at=make.AT,
        data={"changes": {"fr": ["\u2068Talks\u00a0[en]\u2069 à 16 h"]}},
    )  # fmt: skip
    assert "– Talks\u00a0[en] à 16 h" in told.text
    assert "Mali\u00a0[en]" in told.calendar.replace("\r\n ", "")
    assert [part for part in (told.subject, told.text, told.html, told.calendar) if ISOLATE in part] == []


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("invitation", "Votre délégation est invitée à la %s suivante\u00a0:"),
        ("reminder", "à l'invitation à la %s suivante\u00a0:"),
        ("regrets", "ne participera pas à la %s suivante\u00a0:"),
        ("cancelled", "que la %s suivante n'aura pas lieu\u00a0:"),
        ("changed", "La %s a été modifiée."),
    ],
)
def test_french_mail_calls_the_sitting_of_an_organ_its_own_name(kind, told):
    one = make.delegation("MLI")
    for of_meeting, noun in (("organ", "séance"), ("conference", "réunion")):
        facts = replace(make.meeting(roster=make.roster(one)), kind=of_meeting)
        text = rendered(
            Shared(facts, issued=facts, sender=SENDER), Recipient(delegation=one, request=None, link="https://x.example/"),
            kind=kind, language="fr", texts=MESSAGES[kind].texts["fr"], at=make.AT,
        ).text.replace(" :", "\u00a0:")  # fmt: skip
        assert told % noun in text
