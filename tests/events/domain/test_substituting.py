from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from events.domain.facts import ArrivalFacts, OrderFacts, ScriptLineFacts
from events.domain.findings import Label
from events.domain.substituting import consequences
from events.domain.substitution.change import NotPossible
from events.domain.substitution.kinds import GROUPS, KINDS, Substitution
from tests import facts
from tests.facts import uuid

KEITA, DIOP, AIDE = uuid("MLI Ibrahim Keïta"), uuid("MLI Abdoulaye Diop"), uuid("MLI An Aide")
NEW = facts.delegate("Awa Touré", delegation="MLI", gender="f", rank="ambassador", function={"en": "Ambassador"})
ASKED = datetime(2017, 9, 1, tzinfo=UTC)


def people():
    return facts.roster(
        facts.delegation(
            "MLI",
            facts.delegate("Ibrahim Keïta", delegation="MLI", rank="head_of_state", function={"en": "President"}),
            facts.delegate("Abdoulaye Diop", delegation="MLI", role="alternate", rank="deputy_minister"),
            facts.delegate("An Aide", delegation="MLI", role="adviser", rank="representative"),
            contact_email="mission@mali.example",
        ),
        facts.delegation("DZA", facts.delegate("Ab Messahel", delegation="DZA", rank="head_of_government")),
        facts.delegation("FRA", facts.delegate("Jean Le Drian", delegation="FRA", rank="minister")),
    )


def speeches(*codes):
    names = {"MLI": "Ibrahim Keïta", "DZA": "Ab Messahel", "FRA": "Jean Le Drian"}
    return tuple(
        facts.speech(code, by=names[code], position=n, requested_at=ASKED + timedelta(days=n))
        for n, code in enumerate(codes)
    )


def meeting(*, scheme="working", codes=("MLI", "DZA", "FRA"), title=None, **fields):
    order = OrderFacts(scheme=scheme) if scheme else None
    item = facts.item("Statements", *speeches(*codes), order=order)
    item = replace(item, title=title or item.title)
    who = [("MLI", "Ibrahim Keïta"), ("DZA", "Ab Messahel")]
    return facts.meeting(roster=people(), segments=(facts.segment("Opening", item, chairs=who, podium=who),), **fields)


def by(way, **fields):
    return Substitution(way=way, delegate=KEITA, **fields)


WISHES = {
    "member": by("member", by=DIOP),
    "new": by("new", person=NEW),
    "adviser": by("new", person=NEW, former="adviser"),
    "to follow": by("withdraw"),
    "nobody": by("withdraw", is_to_follow=False),
    "rank": by("rank", person=replace(NEW, uuid=KEITA)),
}


def rows(wish, *kinds, of=None):
    return list(consequences(of or meeting(), WISHES[wish]).of(*kinds))


def kinds(wish, of=None):
    return {row.kind for row in consequences(of or meeting(), WISHES[wish]).rows}


def test_each_kind_stands_in_a_group_and_texts_are_choices():
    assert {kind.group for kind in KINDS.values()} == set(GROUPS)
    assert all(kind.is_choice for kind in KINDS.values() if kind.is_text)


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("member", {"person", "former", "head", "adviser", "address", "speech", "order", "chair", "podium", "plate",
                    "badge", "seat", "entry", "run_of_show", "told", "lower_presides"}),
        ("to follow", {"person", "former", "head", "to_follow", "adviser", "address", "speech", "order", "chair",
                       "podium", "plate", "badge", "seat", "entry", "run_of_show", "told"}),
        ("nobody", {"person", "former", "head", "adviser", "address", "speech", "chair", "podium", "plate", "badge",
                    "seat", "entry", "run_of_show", "told"}),
        ("rank", {"person", "adviser", "address", "order", "plate", "badge", "seat", "run_of_show", "told",
                  "lower_presides"}),
    ],
)  # fmt: skip
def test_everything_that_follows_is_told(wish, found):
    assert kinds(wish) == found


def test_run_of_show_is_made_anew_where_the_person_presides_or_is_yet_to_speak():
    of, en = meeting(), lambda row: row.about["en"]
    assert [en(row) for row in rows("new", "run_of_show", of=of)] == ["Opening", "Statements"]
    segment = of.segments[0]
    given = tuple(replace(one, actual_start=ASKED) for one in segment.items[0].speeches)
    spoken = replace(segment, items=(replace(segment.items[0], speeches=given),), chairs=())
    assert rows("new", "run_of_show", of=replace(of, segments=(spoken,))) == []


@pytest.mark.parametrize(
    ("wish", "codes"),
    [("member", ["DZA", "FRA", "MLI"]), ("new", ["DZA", "FRA", "MLI"]), ("to follow", ["DZA", "FRA", "MLI"]),
     ("rank", ["DZA", "FRA", "MLI"])],
)  # fmt: skip
def test_list_by_rank_is_put_into_order_anew(wish, codes):
    known = {one.uuid: one.delegation for one in meeting().segments[0].items[0].speeches}
    row = rows(wish, "order")[0]
    assert [known[one] for one in row.order] == [uuid(code) for code in codes]
    assert row.before == ("Ibrahim Keïta", "Ab Messahel", "Jean Le Drian")


@pytest.mark.parametrize(
    ("scheme", "codes"), [("hand", "MLI DZA FRA"), ("", "MLI DZA FRA"), ("working", "FRA DZA MLI")]
)
def test_order_that_people_made_is_left_alone_and_said_so(scheme, codes):
    of = meeting(scheme=scheme, codes=codes.split())
    assert (rows("new", "order", of=of), len(rows("new", "order_kept", of=of))) == ([], 1)


def test_substitute_who_presides_already_stands_once():
    of = meeting()
    segment = replace(of.segments[0], chairs=(KEITA, uuid("DZA Ab Messahel"), DIOP))
    chairs = rows("member", "chair", of=replace(of, segments=(segment,)))
    assert chairs[0].order == (DIOP, uuid("DZA Ab Messahel"))


@pytest.mark.parametrize("language", ["en", "fr"])
def test_title_that_names_the_person_is_proposed_anew_in_its_language(language):
    title = {"en": "Statement by Mr. Keïta", "fr": "Déclaration de M. Keïta"}
    after = {"en": "Statement by Ms. Touré", "fr": "Déclaration de Mme Touré"}
    found = {row.language: row for row in rows("new", "title", of=meeting(title=title))}
    assert found[language].after[0].replace("\u00a0", " ") == after[language]
    assert found[language].is_wanted


def test_title_alone_where_the_person_does_not_speak_is_not_ticked():
    of = meeting(codes=("DZA", "FRA"), title={"en": "Message of the President"})
    assert [(row.after, row.is_wanted) for row in rows("new", "title", of=of)] == [
        (("Message of the Ambassador",), False)
    ]


def test_title_that_nobody_wrote_in_the_language_is_shown_and_not_ticked():
    of = meeting(title={"fr": "Message du Président"})
    old = replace(of.delegates[KEITA], function={"en": "President", "fr": "Président"})
    delegations = tuple(
        replace(one, delegates=(old, *one.delegates[1:])) if one.entity == "MLI" else one
        for one in of.roster.delegations
    )
    found = rows("new", "title", of=facts.with_roster(of, delegations=delegations))
    assert [(row.before == row.after, row.is_wanted, bool(row.remark)) for row in found] == [(True, False, True)]


@pytest.mark.parametrize(("gender", "warned"), [("", True), ("f", False)])
def test_unknown_gender_is_warned_of(gender, warned):
    wish = by("new", person=replace(NEW, gender=gender))
    assert bool(list(consequences(meeting(), wish).of("no_form"))) == warned


def test_member_who_speaks_in_the_item_already_is_warned_of():
    of = meeting()
    item = of.segments[0].items[0]
    both = replace(item, speeches=(*item.speeches, facts.speech("MLI", by="Abdoulaye Diop", position=3)))
    segment = replace(of.segments[0], items=(both,))
    assert [row.subject for row in rows("member", "speaks_twice", of=replace(of, segments=(segment,)))] == [item.uuid]


def test_line_of_the_script_that_names_the_person_is_proposed_anew():
    line = ScriptLineFacts(
        uuid="line", version=3, subject=meeting().segments[0].uuid, place="open", language="en",
        text="I give the floor to Ibrahim Keïta.", made_from="",
    )  # fmt: skip
    found = rows("new", "script", of=meeting(script_lines=(line,)))
    assert [(row.version, row.after) for row in found] == [(3, ("I give the floor to Awa Touré.",))]


def arrival(of_whom=KEITA):
    return ArrivalFacts(uuid=f"arrival {of_whom}", version=1, delegate=of_whom, entrance="North")


@pytest.mark.parametrize(
    ("wish", "arrivals", "found"),
    [
        ("new", [arrival()], ["arrival"]),
        ("member", [arrival(), arrival(DIOP)], ["arrival_cleared"]),
        ("to follow", [arrival()], ["arrival_cleared"]),
        ("rank", [arrival()], []),
        ("new", [], []),
    ],
)
def test_arrival_is_taken_over_or_removed(wish, arrivals, found):
    of = meeting(arrivals=tuple(arrivals))
    assert [row.kind for row in rows(wish, "arrival", "arrival_cleared", of=of)] == found


def test_speech_given_already_stays_with_who_gave_it():
    of = meeting()
    first, *others = of.segments[0].items[0].speeches
    given = replace(first, actual_start=datetime(2017, 9, 20, 15, 30))
    item = replace(of.segments[0].items[0], speeches=(given, *others))
    after = replace(of, segments=(replace(of.segments[0], items=(item,)),))
    assert (rows("new", "speech", of=after), len(rows("new", "speech_given", of=after))) == ([], 1)


def test_delegations_that_preside_too_are_told_and_missing_addresses_said():
    told = [(row.subject, row.email, bool(row.remark)) for row in rows("new", "told")]
    assert told == [(uuid("MLI"), "mission@mali.example", True), (uuid("DZA"), "", True)]


def test_speeches_of_nobody_are_taken_out_or_wait_for_a_name():
    after = {wish: rows(wish, "speech")[0].after for wish in ("to follow", "nobody")}
    assert after == {
        "to follow": (Label(text="name to follow"),), "nobody": (Label(text="taken out of the programme"),)
    }  # fmt: skip


def test_advisers_stay_and_are_listed():
    assert [row.subject for row in rows("new", "adviser")] == [DIOP, AIDE]


def test_fingerprints_are_the_same_until_something_moves():
    of = meeting()
    assert consequences(of, WISHES["new"]).seen == consequences(meeting(), WISHES["new"]).seen
    segment = replace(of.segments[0], version=2)
    now = consequences(replace(of, segments=(segment,)), WISHES["new"]).seen
    before = consequences(of, WISHES["new"]).seen
    assert {key.split("-")[0] for key in before if now[key] != before[key]} == {"chair", "podium"}


@pytest.mark.parametrize("wish", [by("member", by=uuid("FRA Jean Le Drian")), by("member", by=KEITA), by("member"),
                                  Substitution(way="withdraw", delegate="nobody")])  # fmt: skip
def test_who_is_not_in_the_delegation_can_neither_leave_nor_follow(wish):
    with pytest.raises(NotPossible):
        consequences(meeting(), wish)
