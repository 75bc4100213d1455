"""The terms of the registration desk at one instant: whether its form is open, what decides, what is due."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from meetingplanner.languages import phrase
from participants.domain.allocation import Rules
from participants.domain.values import DeskFacts

STATES: dict[str, str] = {
    "open": phrase("Requests are received."),
    "open_until": phrase("Requests are received until %(at)s."),
    "closed": phrase("No requests are received at present."),
    "not_yet": phrase("Requests will be received from %(at)s."),
    "over": phrase("The time for requests ended %(at)s."),
}


@dataclass(frozen=True, kw_only=True)
class FormState:
    """How the public form stands: `state` is a key of STATES, `at` the instant that its sentence names, if any."""

    state: str
    at: datetime | None = None

    @property
    def is_open(self) -> bool:
        """Whether requests are taken."""
        return self.state in ("open", "open_until")

    @property
    def template(self) -> str:
        """The sentence to translate, with the place %(at)s."""
        return STATES[self.state]


def form_state(desk: DeskFacts, at: datetime) -> FormState:
    """Return how the public form stands at an instant."""
    if desk.registration != "timed":
        return FormState(state=desk.registration)
    if desk.opens_at and at < desk.opens_at:
        return FormState(state="not_yet", at=desk.opens_at)
    if desk.closes_at and at >= desk.closes_at:
        return FormState(state="over", at=desk.closes_at)
    return FormState(state="open_until", at=desk.closes_at) if desk.closes_at else FormState(state="open")


def terms_digest(desk: DeskFacts) -> str:
    """Return what tells these terms from others: 16 hexadecimal digits."""
    return hashlib.sha256(repr(desk).encode()).hexdigest()[:16]


def rules_at(desk: DeskFacts, *, capacity: int, at: datetime) -> Rules:
    """Return what decides over the places at an instant."""
    is_closed = desk.registration == "timed" and desk.closes_at is not None and at >= desk.closes_at
    return Rules(
        capacity=capacity,
        reserve=desk.reserve_places,
        most_places=desk.most_places,
        has_seconds=is_closed or desk.seconds_released_at is not None,
        is_cut_off=desk.cutoff_at is not None and at >= desk.cutoff_at,
    )


def times_due(desk: DeskFacts, *, since: datetime | None, at: datetime) -> tuple[tuple[datetime, str], ...]:
    """Return the instants after `since` and up to `at` that change something by themselves, in order, with their kind.

    Kinds are "closing" (second places are given), "release" (of places nobody answered for) and "lapse" (of the
    waiting list); at one instant in that order. An opening and a cut-off change nothing that is stored.
    """
    closes_at = desk.closes_at if desk.registration == "timed" else None
    kinds = (("closing", closes_at), ("release", desk.release_at), ("lapse", desk.lapse_at))
    due = [(when, kind) for kind, when in kinds if when and when <= at and (since is None or when > since)]
    return tuple(sorted(due, key=lambda one: one[0]))
