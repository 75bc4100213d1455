import io
from collections import Counter
from datetime import timedelta

import pdfplumber

from tests import facts as make
from tests.events.documents.pdf.reading import pages
from tests.events.documents.prints import AS_OF, file, mali, sheet_rows, words

HOUR = timedelta(hours=1)


def replied(code, status, *, hours=48, **fields):
    return make.delegation(code, grounds=fields.pop("grounds", ("mediation",)), status=status,
                           received_at=AS_OF - hours * HOUR, **fields)  # fmt: skip


def state(*delegations):
    return make.meeting(roster=make.roster(*delegations), segments=())


def test_each_ground_counts_its_delegations_and_the_total_each_once():
    text = words("replies", mali())
    assert "Security Council 15 – – – 15 – 14" in text
    assert "Troop or police contributor 50 – – – 11 39 49" in text
    assert text.count("Distinct delegations 65 – – – 26 39 58") == 1


def test_counts_of_a_state_end_below_one_another_whatever_they_are_counted_by():
    facts = state(replied("FRA", "accepted", level_announced="minister"))
    for language in ("en", "fr", "ar"):
        with pdfplumber.open(io.BytesIO(file("replies", facts, language=language).content)) as print_:
            counts = [word for word in print_.pages[0].extract_words() if word["text"] == "1"]
        ends = Counter(round(word["x1"], 1) for word in counts)
        assert sorted(ends.values()) == [3, 3, 3]


def test_replies_are_counted_by_state_and_level():
    head = make.delegate("A B", delegation="FRA", rank="foreign_minister")
    facts = state(
        make.delegation("FRA", head, grounds=("mediation", "security_council")),
        replied("ITA", "tentative", level_announced="foreign_minister"),
        replied("SEN", "regrets"),
        replied("GHA", "invited"),
        replied("NER", "withdrawn"),
    )
    text = words("replies", facts)
    assert "International mediation 4 1 1 1 1 – 2" in text
    assert "Security Council 1 1 – – – – –" in text
    assert "Minister for Foreign Affairs 2 1 1 – – – 1" in text
    assert "1 delegation whose invitation was withdrawn is left out." in text


def test_changes_are_those_of_the_last_day_before_the_instant_of_the_facts():
    facts = state(
        replied("FRA", "accepted", hours=23),
        replied("ITA", "accepted", hours=25),
        replied("SEN", "regrets", hours=30, status_changed_at=AS_OF - HOUR),
    )
    text = words("replies", facts)
    changes = text[text.index("Changes since 19 September 2017, 09:00") :]
    assert "accepted – FRA regrets – SEN" in changes
    assert "ITA" not in changes


def test_state_of_a_large_meeting_stays_on_one_page():
    grounds = ("host", "opening", "brief_remarks", "co_chair", "mediation", "security_council", "contributor", "guest")
    ranks = ("head_of_state", "head_of_government", "foreign_minister", "minister", "deputy_minister", "ambassador")
    statuses = ("accepted", "tentative", "regrets", "invited", "proposed")
    facts = state(
        *(
            replied(f"S{n:03}", statuses[n % 5], hours=1, grounds=(grounds[n % 8],), level_announced=ranks[n % 6])
            for n in range(193)
        )
    )
    assert len(pages(file("replies", facts).content)) == 1
    assert "and 19 more" in words("replies", facts)


def test_sheet_has_a_row_for_each_delegation_with_its_reply():
    facts = state(replied("FRA", "accepted", reply_channel="note"), replied("ITA", "withdrawn"))
    header, first, second = sheet_rows(file("replies-xlsx", facts).content)
    assert header[:4] == ("Code", "Delegation", "Ground of invitation", "Status")
    assert first[0] == "FRA" and first[3] == "accepted" and first[5] == "note verbale" and first[9] == "yes"
    assert str(first[4]) == "2017-09-18 09:00:00"
    assert second[3] == "withdrawn"


def test_level_not_known_tells_the_silent_from_those_not_invited_yet():
    text = words("replies", state(
        replied("FRA", "accepted"), replied("ITA", "invited"), replied("SEN", "proposed"), replied("GHA", "cleared")
    ))  # fmt: skip
    assert "Level not stated in the reply 1 1 – – – – 1" in text
    assert "Level not known: no reply yet 1 – – – 1 – 1" in text
    assert "Level not known: not invited yet 2 – – – – 2 2" in text
