"""The list of participants with 5,000 delegates: first page, a search, a filter, last page; queries and processor time.

Run: .venv/bin/python tests/benchmarks/delegates.py
"""

from django.test import Client
from ground import close, connection, measured, tell

import meetingplanner.wsgi  # noqa: F401 - pages are measured as a server serves them

DELEGATIONS, MEMBERS = 250, 20


def filled():
    """A meeting of 250 delegations with twenty members each."""
    from events.models import Event
    from participants.models import Delegate, Delegation, Entity, EntityName, EntityStatus, Invitation
    from tests import factories

    event: Event = factories.event(slug="large")
    entities = Entity.objects.bulk_create(
        Entity(code=f"L{n:04}", kind="state", search_key=f"l{n:04} land {n}") for n in range(DELEGATIONS)
    )
    EntityName.objects.bulk_create(
        EntityName(entity=one, language=language, list_name=f"Land {n}", sort_key=f"land {n:04}")
        for n, one in enumerate(entities)
        for language in ("en", "fr")
    )
    EntityStatus.objects.bulk_create(EntityStatus(entity=one, status="member_state") for one in entities)
    rows = Delegation.objects.bulk_create(
        Delegation(roster=event.roster, entity=one, status="accepted") for one in entities
    )
    Invitation.objects.bulk_create(Invitation(delegation=one, ground="mediation") for one in rows)
    people = [
        Delegate(
            delegation=one, position=n, role="head" if n == 0 else "adviser", rank="minister", gender="f",
            given_names="Aïcha", family_name=f"Traoré {one.pk}-{n}", function={"en": "Minister", "fr": "Ministre"},
        )
        for one in rows
        for n in range(MEMBERS)
    ]  # fmt: skip
    for one in people:
        one.derive()
    Delegate.objects.bulk_create(people, batch_size=500)
    return event


def main():
    connection.creation.create_test_db(verbosity=0)
    from tests import factories

    filled()
    client = Client()
    client.force_login(factories.user(role="desk_officer"))
    for what, query in (
        ("first page", ""), ("last page", "?page=3"), ("search a person", "?q=Traoré 9"),
        ("filter", "?status=accepted&ground=mediation"),
    ):  # fmt: skip
        address = f"/meetings/large/participants/{query}"
        tell(page=what, delegates=DELEGATIONS * MEMBERS, **measured(lambda address=address: client.get(address)))
    close()


if __name__ == "__main__":
    main()
