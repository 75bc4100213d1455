"""Answers of delegations: behind their link, applied until the deadline and asked for after it; entered by staff."""

from collections.abc import Iterable
from datetime import datetime

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from participants.domain.answers import Answer, MemberAnswer, digest, from_plain, to_plain
from participants.models import Delegate, Delegation, Reply, User
from participants.operations.acting import Acting, Stale, acting
from participants.operations.observers import give_back_in

OF_DELEGATION = ("contact_name", "contact_email", "on_behalf_of", "wants_floor", "language")
OF_MEMBER = (
    "role",
    "gender",
    "given_names",
    "family_name",
    "is_family_name_first",
    "language",
    "access_needs",
    "email",
)


class Closed(Exception):
    """The delegation was withdrawn, so that there is nothing to answer."""


def present_answer(delegation: Delegation, members: Iterable[Delegate], language: str) -> Answer:
    """Return what stands for a delegation now as the answer that would change nothing; placeholders have no name."""
    return Answer(
        status=delegation.status,
        members=tuple(
            MemberAnswer(
                uuid=str(one.uuid),
                style=one.style,
                function=one.function.get(language, ""),
                **{name: getattr(one, name) for name in OF_MEMBER},
            )
            for one in members
        ),
        **{name: getattr(delegation, name) for name in OF_DELEGATION} | {"language": delegation.language or language},
    )


def members_of(delegation: Delegation) -> list[Delegate]:
    """Return the delegates who are not withdrawn, the head first, then by position. One query."""
    rows = delegation.delegates.filter(withdrawn_at__isnull=True).order_by("position", "pk")
    return sorted(rows, key=lambda one: one.role != "head")


def answer_by_link(
    delegation: Delegation, *, answer: Answer, written_in: str, seen: str, at: datetime, due_at: datetime | None = None
) -> Reply:
    """Record what a delegation answers behind its link, and return it as a Reply.

    Functions are in the language `written_in`. Until `due_at`, the deadline if there is one, it is applied at once,
    later it waits for staff; an observer's status stays as it is.

    Raises:
        Closed: the delegation was withdrawn.
        Stale: `seen`, the digest of the answer that the page showed, is not that of what stands now.
        ValidationError: a text that its field refuses.
    """
    with acting(delegation.roster, operation="answer_by_link", by=None, at=at) as act:
        row = Delegation.objects.get(pk=delegation.pk)
        members = members_of(row)
        if row.status == "withdrawn":
            raise Closed
        if seen != digest(present_answer(row, members, written_in)):
            raise Stale(current=row, wanted=to_plain(answer))
        is_late = due_at is not None and at >= due_at
        reply = Reply(
            delegation=row, received_at=at, recorded_at=at, channel="link", status=answer.status,
            answer=to_plain(answer), written_in=written_in, state="pending" if is_late else "applied",
        )  # fmt: skip
        if not is_late:
            apply_in(act, row, members, answer, written_in=written_in, received_at=at)
        return act.add(reply)


def decide_reply(
    reply: Reply, *, is_accepted: bool, why: str, by: User | None, at: datetime, version: int | None = None
) -> Reply:
    """Accept or decline a change that was asked for after the deadline, and return the reply.

    Raises Stale, also for one that was decided before, and ValidationError: declined without a reason.
    """
    with acting(reply.delegation.roster, operation="decide_reply", by=by, at=at, why=why) as act:
        if not is_accepted and not why.strip():
            raise ValidationError({"why": _("Give the reason; it is kept with the decision.")})
        current = Reply.objects.select_related("delegation").get(pk=reply.pk)
        if current.state != "pending":
            raise Stale(current=current, wanted={})
        if is_accepted:
            row = current.delegation
            answer = from_plain(current.answer)
            received = {"written_in": current.written_in, "received_at": current.received_at}
            apply_in(act, row, members_of(row), answer, **received)
        state = "accepted" if is_accepted else "declined"
        return act.change(current, version=version, state=state, decided_at=at, decided_by=by, why=why)


def apply_in(
    act: Acting,
    row: Delegation,
    members: list[Delegate],
    answer: Answer,
    *,
    written_in: str,
    received_at: datetime,
) -> None:
    """Make an answer what stands, within an operation under way. `members` are those who come now."""
    columns = {name: getattr(answer, name) for name in OF_DELEGATION}
    if row.invitations.exclude(ground="observer").exists():
        columns |= {"status": answer.status, "reply_channel": "link", "received_at": received_at}
        columns["is_name_to_follow"] = answer.status != "regrets" and not any(one.family_name for one in answer.members)
        if answer.status != row.status:
            columns["status_changed_at"] = act.at
    row = act.change(row, **columns)
    _name_members(act, row, members, answer, written_in)
    act.tell("regrets" if columns.get("status") == "regrets" else "received", row)
    if columns.get("status") == "regrets":
        give_back_in(act, row)


def _name_members(act: Acting, row: Delegation, members: list[Delegate], answer: Answer, written_in: str) -> None:
    present = {str(one.uuid): one for one in members}
    named = [one for one in answer.members if one.family_name]
    kept = {one.uuid for one in named} & present.keys()
    for uuid, member in present.items():
        if uuid not in kept and not member.is_placeholder:
            act.change(member, withdrawn_at=act.at)
    # Heads last: nobody is named one while another still is.
    position = max((one.position for one in members), default=-1)
    for one in sorted(named, key=lambda one: one.role == "head"):
        member = present.get(one.uuid)
        columns = _columns(one, member.function if member else {}, written_in)
        if one.role == "head":
            _yield_head(act, row, own=member)
        if member:
            act.change(member, is_placeholder=False, **columns)
        else:
            position += 1
            act.add(Delegate(delegation=row, position=position, **columns))


def _yield_head(act: Acting, row: Delegation, *, own: Delegate | None) -> None:
    """Let a placeholder for the head, whom nobody named, give way to who is head now."""
    for other in row.delegates.filter(role="head", withdrawn_at__isnull=True).exclude(pk=own.pk if own else None):
        act.change(other, **({"withdrawn_at": act.at} if other.is_placeholder else {"role": "alternate"}))


def _columns(one: MemberAnswer, function: dict[str, str], language: str) -> dict:
    columns = {name: getattr(one, name) for name in OF_MEMBER}
    texts = {code: text for code, text in function.items() if code != language}
    columns["function"] = texts | ({language: one.function} if one.function else {})
    return columns | ({"style": one.style} if one.style else {})


def record_answer_in(act: Acting, row: Delegation) -> None:
    """Keep what staff recorded of an answer beside those that came by the link."""
    act.add(
        Reply(
            delegation=row,
            received_at=row.received_at or act.at,
            recorded_at=act.at,
            channel=row.reply_channel,
            status=row.status,
        )  # fmt: skip
    )


def revoke_link(delegation: Delegation, *, shown: int | None = None, by: User | None, at: datetime) -> Delegation:
    """Make every link that was given out for the delegation lead nowhere, and return it with the new generation.

    Raises Stale when `shown`, the generation that the page had, is not the present one.
    """
    with acting(delegation.roster, operation="revoke_link", by=by, at=at) as act:
        row = Delegation.objects.get(pk=delegation.pk)
        if shown is not None and shown != row.link_generation:
            raise Stale(current=row, wanted={})
        return act.change(row, link_generation=row.link_generation + 1)
