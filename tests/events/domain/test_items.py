import pytest

from events.domain.items import BLOCKS, ITEM_KINDS, LEVELS, PRESS, SEVERITIES


@pytest.mark.parametrize("kind", ITEM_KINDS.values(), ids=ITEM_KINDS.keys())
def test_kind_is_under_its_code_and_has_sound_minutes(kind):
    assert ITEM_KINDS[kind.code] is kind
    assert kind.label
    assert kind.speech_minutes > 0
    assert kind.default_minutes is None or kind.default_minutes > 0


def test_only_an_open_list_is_offered_no_duration():
    assert {kind.code for kind in ITEM_KINDS.values() if kind.default_minutes is None} == {
        kind.code for kind in ITEM_KINDS.values() if kind.takes_rest
    }


def test_severities_come_worst_first():
    assert list(SEVERITIES) == ["high", "medium", "low"]


@pytest.mark.parametrize("table", [PRESS, LEVELS, SEVERITIES, BLOCKS])
def test_every_label_stands_once(table):
    assert len(set(table.values())) == len(table)
