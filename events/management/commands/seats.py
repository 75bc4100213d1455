"""Proposes the seats of one part of a meeting, and takes a proposal over."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from events.documents.seat_move_words import all_costs, broken_words, move_words, moves_sentence, rule_words
from events.documents.words import entity_name, entity_of
from events.models import Segment
from events.operations.programme import Gone
from events.operations.seat_plans import ProposalChanged, fingerprint, proposed, take_proposal
from events.queries import meeting_facts
from participants.models import User

MODES = {"order": False, "least": True}


class Command(BaseCommand):
    help = "Propose the seats of a part of a meeting: in full order, or with the least change since the last issue."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="the address of the meeting, such as mali-2017")
        parser.add_argument("--part", type=int, default=1, help="the number of the part (default: 1)")
        parser.add_argument("--propose", choices=list(MODES), default="order")
        parser.add_argument("--take", action="store_true", help="take it over; without it nobody is moved")
        parser.add_argument("--by", default="", help="the e-mail address of who takes it over")

    def handle(self, *args, slug, part, propose, take, by, **options):
        segments = Segment.objects.kept().filter(event__roster__slug=slug).select_related("event__roster")
        segments = list(segments.order_by("position", "pk"))
        if not 1 <= part <= len(segments):
            raise CommandError(f"The meeting {slug!r} has no part {part}.")
        user = User.objects.filter(email__iexact=by).first() if by else None
        if by and user is None:
            raise CommandError(f"Nobody has the address {by!r}.")
        segment, is_least_change = segments[part - 1], MODES[propose]
        facts = meeting_facts(segment.event.roster)
        found = proposed(segment, facts, is_least_change=is_least_change)
        for line in lines_of(facts, found):
            self.stdout.write(line)
        if take:
            try:
                shown = fingerprint(found.given)
                take_proposal(segment, is_least_change=is_least_change, shown=shown, by=user, at=timezone.now())
            except (ProposalChanged, Gone) as changed:
                raise CommandError("The meeting was changed meanwhile; nothing was moved.") from changed
            self.stdout.write("Taken over.")


def lines_of(facts, found):
    """A proposal in words: moves, costs, and what it cannot keep."""
    yield moves_sentence(found.moves)
    for one in found.moves:
        name, before, after = move_words(facts, one, "en")
        yield f"  {name}: {before} -> {after}"
    yield f"Costs: {all_costs(found.costs)}; {'proven' if found.is_proven else 'not proven to be the best'}"
    for uuid in found.unseated:
        yield f"Without a place: {entity_name(entity_of(facts, uuid), 'en')}"
    for rules in found.conflicts:
        yield "These rules cannot all hold: " + "; ".join(rule_words(facts, one, "en") for one in rules)
    for words in broken_words(facts, found.broken, "en", sees_confidential=True):
        yield f"Not kept: {words}"
