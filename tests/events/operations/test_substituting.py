import uuid
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError

from events.domain.substituting import consequences
from events.domain.substitution.change import NotPossible
from events.domain.substitution.kinds import Substitution
from events.models import Arrival, ScriptLine, Segment, Speech
from events.operations.programme import change_row, reorder
from events.operations.seating_order import set_interpreters
from events.operations.substituting import ReviewMoved, substitute
from events.queries import meeting_facts
from participants.models import Act, Delegate
from participants.operations.acting import Stale
from participants.operations.delegates import AlreadyAdded, change_delegate
from participants.queries import delegate_facts
from tests import factories
from tests.acts import difference, tables, told

pytestmark = pytest.mark.django_db
WHO = {"by": None, "at": factories.AT}


@pytest.fixture
def event():
    return factories.event()


@pytest.fixture
def old(event):
    """The head of a delegation who speaks first by rank, presides, sits on the podium, arrives and is named."""
    home = factories.delegation(roster=event.roster, entity=factories.entity(en="Mali"), contact_email="m@mali.example")
    row = factories.delegate(delegation=home, rank="head_of_state", position=0)
    factories.delegate(delegation=home, role="adviser", family_name="Diop", rank="minister", position=1)
    other = factories.delegate(delegation=factories.delegation(roster=event.roster), family_name="Messahel")
    segment = factories.segment(event=event, chairs=[row, other], podium=[other, row])
    title = {"en": "Statement by Mr. Keïta", "fr": "Déclaration de M. Keïta"}
    item = factories.item(segment=segment, title=title, order_scheme="working")
    for place, person in enumerate((row, other)):
        factories.speech(item=item, delegation=person.delegation, delegate=person, position=place)
    Arrival.objects.create(event=event, delegate=row, entrance="North")
    ScriptLine.objects.create(
        event=event, subject=item.uuid, place="open", language="en", text="Mr. Keïta has the floor.", made_from="x"
    )
    return row


@pytest.fixture
def new(old):
    """Somebody new, of a lower rank than the other speaker."""
    return replace(
        delegate_facts(old), uuid=str(uuid.uuid4()), given_names="Awa", family_name="Touré", gender="f",
        rank="ambassador", function={"en": "Ambassador"}, style="automatic",
    )  # fmt: skip


def wish(old, way, **fields):
    return Substitution(way=way, delegate=str(old.uuid), **fields)


def seen(old, wanted):
    return consequences(meeting_facts(old.delegation.roster), wanted)


def speakers():
    return [str(row.delegate) for row in Speech.objects.kept().order_by("position")]


def named(event, list_name):
    return [one.delegate.family_name for one in getattr(event.segments.get(), list_name).order_by("position")]


def test_new_person_takes_everything_over_as_one_act(event, old, new):
    before, wanted = tables(), wish(old, "new", person=new)
    row = substitute(old, wish=wanted, seen=seen(old, wanted).seen, **WHO)
    act = Act.objects.get()
    assert (act.operation, told(act)) == ("substitute", difference(before, tables()))
    assert (str(row.uuid), row.role, row.organ) == (new.uuid, "head", old.organ)
    assert speakers() == ["Ibrahim Boubacar Messahel", "Awa Touré"]
    assert (named(event, "chairs"), named(event, "podium")) == (["Touré", "Messahel"], ["Messahel", "Touré"])
    item = event.segments.get().items.get()
    assert item.title["en"].replace("\u00a0", " ") == "Statement by Ms. Touré"
    assert ScriptLine.objects.get().text.replace("\u00a0", " ") == "Ms. Touré has the floor."
    assert Arrival.objects.get().delegate == row
    assert Delegate.objects.get(pk=old.pk).withdrawn_at == factories.AT


WAYS = {
    "new": lambda old, new: wish(old, "new", person=new),
    "adviser": lambda old, new: wish(old, "new", person=new, former="adviser"),
    "member": lambda old, new: wish(old, "member", by=str(Delegate.objects.get(family_name="Diop").uuid)),
    "to follow": lambda old, new: wish(old, "withdraw"),
    "nobody": lambda old, new: wish(old, "withdraw", is_to_follow=False),
    "rank": lambda old, new: wish(old, "rank", person=new),
}


@pytest.mark.parametrize("way", WAYS)
def test_meeting_is_afterwards_what_the_review_said(event, old, new, way):
    wanted = WAYS[way](old, new)
    said = seen(old, wanted)
    substitute(old, wish=wanted, **WHO)
    now = meeting_facts(event.roster).segments[0]
    lists = {"chair": now.chairs, "podium": now.podium, "order": tuple(one.uuid for one in now.items[0].speeches)}
    assert [lists[row.kind] for row in said.of(*lists)] == [row.order for row in said.of(*lists)]
    texts = [(now.items[0].title[row.language],) for row in said.of("title")]
    assert texts == [row.after for row in said.of("title")]
    assert (said.person is None) or meeting_facts(event.roster).delegates[said.person.uuid].rank == said.person.rank


def test_member_takes_the_place_and_the_former_head_stays_as_adviser(event, old):
    diop = Delegate.objects.get(family_name="Diop")
    substitute(old, wish=wish(old, "member", by=str(diop.uuid), former="adviser"), **WHO)
    roles = dict(Delegate.objects.filter(delegation=old.delegation).values_list("family_name", "role"))
    assert roles == {"Keïta": "adviser", "Diop": "head"}
    assert not Delegate.objects.filter(withdrawn_at__isnull=False).exists()
    assert named(event, "chairs") == ["Diop", "Messahel"]


def test_nobody_takes_the_place_while_the_name_is_to_follow(event, old):
    assert substitute(old, wish=wish(old, "withdraw"), **WHO) is None
    old.delegation.refresh_from_db()
    assert (old.delegation.is_name_to_follow, speakers()) == (True, ["Ibrahim Boubacar Messahel", "None"])
    assert (named(event, "chairs"), Arrival.objects.count()) == (["Messahel"], 0)


def test_delegation_that_does_not_speak_any_more_is_taken_out_of_the_list(old):
    substitute(old, wish=wish(old, "withdraw", is_to_follow=False), **WHO)
    old.delegation.refresh_from_db()
    assert (old.delegation.is_name_to_follow, speakers()) == (False, ["Ibrahim Boubacar Messahel"])


def test_other_rank_puts_the_speakers_into_order_anew_and_leaves_the_rest(event, old):
    person = replace(delegate_facts(old), rank="ambassador", function={"en": "Ambassador"})
    row = substitute(old, wish=wish(old, "rank", person=person), **WHO)
    assert (row, row.rank, row.given_names) == (old, "ambassador", old.given_names)
    assert speakers() == ["Ibrahim Boubacar Messahel", "Ibrahim Boubacar Keïta"]
    assert named(event, "chairs") == ["Keïta", "Messahel"]


def test_choices_that_are_not_kept_are_left_as_they_are(event, old, new):
    substitute(old, wish=wish(old, "new", person=new), kept=(), **WHO)
    assert speakers() == ["Awa Touré", "Ibrahim Boubacar Messahel"]
    assert event.segments.get().items.get().title["en"] == "Statement by Mr. Keïta"
    assert (named(event, "chairs"), Arrival.objects.count()) == (["Keïta", "Messahel"], 0)


def test_words_that_staff_wrote_stand_in_place_of_those_proposed(event, old, new):
    wanted = wish(old, "new", person=new)
    key = next(row.key for row in seen(old, wanted).of("title") if row.language == "fr")
    substitute(old, wish=wanted, texts={key: "Allocution"}, **WHO)
    assert event.segments.get().items.get().title["fr"] == "Allocution"


def test_who_is_to_be_told_stands_in_the_reason(old, new):
    substitute(old, wish=wish(old, "new", person=new), why="Note verbale 12", **WHO)
    assert Act.objects.get().why.startswith("Note verbale 12 – To be told: Mali, ")


MOVES = {
    "speech": lambda old: change_row(Speech.objects.filter(delegate=old).get(), planned_minutes=9, **WHO),
    "title": lambda old: change_row(item_of(old), title={"en": "Statement by Mr. Keïta today"}, **WHO),
    "order": lambda old: reorder(item_of(old), [str(one.uuid) for one in item_of(old).speeches.order_by("-pk")], **WHO),
    "delegate": lambda old: change_delegate(old, version=1, rank="minister", **WHO),
}


def item_of(old):
    return Speech.objects.filter(delegate=old).get().item


@pytest.mark.parametrize("what", MOVES)
def test_review_overtaken_by_another_change_is_refused_whole(old, new, what):
    wanted = wish(old, "new", person=new)
    shown = seen(old, wanted).seen
    MOVES[what](old)
    before = tables()
    with pytest.raises(ReviewMoved) as moved:
        substitute(old, wish=wanted, seen=shown, **WHO)
    assert moved.value.now.seen == seen(old, wanted).seen != shown
    assert tables() == before


def test_delegate_changed_after_the_form_was_made_is_refused(old, new):
    change_delegate(old, version=1, rank="minister", **WHO)
    before = tables()
    with pytest.raises(Stale):
        substitute(old, wish=wish(old, "new", person=new), version=1, **WHO)
    assert tables() == before


def test_failure_in_the_middle_leaves_nothing(old, new):
    wanted = wish(old, "new", person=new)
    key = next(row.key for row in seen(old, wanted).of("title"))
    before = tables()
    with pytest.raises(ValidationError):
        substitute(old, wish=wanted, texts={key: 7}, **WHO)
    assert (tables(), Act.objects.count()) == (before, 0)


def test_same_form_sent_twice_makes_one_person(old, new):
    wanted = wish(old, "new", person=new)
    substitute(old, wish=wanted, **WHO)
    with pytest.raises(AlreadyAdded):
        substitute(old, wish=wanted, **WHO)
    assert (Act.objects.count(), Delegate.objects.filter(family_name="Touré").count()) == (1, 1)


def test_who_left_meanwhile_cannot_be_replaced(old, new):
    substitute(old, wish=wish(old, "withdraw"), **WHO)
    with pytest.raises(NotPossible):
        substitute(old, wish=wish(old, "new", person=new), **WHO)


def test_interpreter_stays_with_who_takes_the_place_on_the_podium(old, new):
    segment = Segment.objects.get()
    set_interpreters(segment, {str(old.uuid): "left"}, **WHO)
    row = substitute(old, wish=wish(old, "new", person=new), **WHO)
    assert segment.podium.get(delegate=row).interpreter == "left"
