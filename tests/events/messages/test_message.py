from datetime import UTC, datetime

from events.messages.kinds import MESSAGES
from events.messages.message import Sender, rendered
from participants.domain.texts import ISOLATE
from tests import facts as make

SENDER = Sender(
    email="desk@meeting.example", name="Desk", domain="meeting.example", public_url="https://meeting.example"
)
AT = datetime(2017, 9, 1, 12, tzinfo=UTC)


def message(facts, *, kind, **given):
    (delegation,) = facts.roster.delegations
    texts = MESSAGES[kind].texts["fr"]
    common = {"language": "fr", "link": "https://meeting.example/r/1", "sender": SENDER, "issued": facts, "at": AT}
    return rendered(facts, delegation, None, kind=kind, texts=texts, **common | given)


def test_names_and_changes_of_another_language_are_plain_text_with_their_mark():
    one = make.delegation("MLI", contact_email="m@state.example")
    facts = make.meeting(roster=make.roster(one, entities=(make.entity("MLI", en="Mali", names={"en": "Mali"}),)))
    told = message(facts, kind="revision", data={"changes": {"fr": ["\u2068Talks\u00a0[en]\u2069 à 16 h"]}})
    assert "– Talks\u00a0[en] à 16 h" in told.text
    assert "Mali\u00a0[en]" in told.calendar.replace("\r\n ", "")
    assert [part for part in (told.subject, told.text, told.html, told.calendar) if ISOLATE in part] == []
