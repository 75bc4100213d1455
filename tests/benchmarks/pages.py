"""Queries and processor time of every page of the reference meeting, and of the same meeting grown thirtyfold.

Run: .venv/bin/python tests/benchmarks/pages.py
"""

from django.test import Client
from django.urls import reverse
from ground import TIMES, close, grow, measured, reference, tell

import meetingplanner.wsgi  # noqa: F401 - pages are measured as a server serves them

PAGES = (
    "overview", "programme", "observers", "seating", "documents", "calendar", "open_points", "note", "settings",
    "history",
)  # fmt: skip


def addresses(roster):
    found = {name: reverse(f"events:{name}", args=[roster.slug]) for name in PAGES}
    delegation = roster.delegations.filter(delegates__isnull=False).order_by("pk").first()
    return (
        {"meetings": "/"}
        | found
        | {
            "delegations": reverse("participants:delegations", args=[roster.slug]),
            "delegation": reverse("participants:delegation", args=[roster.slug, delegation.uuid]),
        }
    )


def main():
    from tests import factories

    roster = reference()
    client = Client()
    client.force_login(factories.user(role="administrator"))
    for times in (1, TIMES):
        if times > 1:
            grow(roster)
        for name, address in addresses(roster).items():
            tell(page=name, times=times, **measured(lambda address=address: client.get(address)))
    close()


if __name__ == "__main__":
    main()
