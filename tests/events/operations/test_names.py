"""The History page has words for everything that can be done."""

import re
from pathlib import Path

from events.operations.names import OPERATIONS as OF_EVENTS
from participants.operations.names import OPERATIONS as OF_PARTICIPANTS

ROOT = Path(__file__).resolve().parents[3]


def operations_of(app):
    sources = (path.read_text("utf-8") for path in sorted((ROOT / app / "operations").glob("*.py")))
    return {name for source in sources for name in re.findall(r'operation="(\w+)"', source)}


def test_every_operation_has_a_label():
    used = operations_of("events") | operations_of("participants")
    assert used - set(OF_EVENTS) - set(OF_PARTICIPANTS) == set()
    assert "create_meeting" in used
