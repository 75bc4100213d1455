"""What follows from facts alone is computed once for them, however many ask."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

Facts = TypeVar("Facts")
Parts = ParamSpec("Parts")
Answer = TypeVar("Answer")


def once(function: Callable[Concatenate[Facts, Parts], Answer]) -> Callable[Concatenate[Facts, Parts], Answer]:
    """Let `function` of a frozen value, and of parts of it, answer from what it answered before for the same objects.

    The answer, which must be frozen too, is kept with the value and goes with it; comparing, copying by `replace` and
    JSON look at fields only and know nothing of it.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(facts: Facts, *parts: Parts.args) -> Answer:
        kept = vars(facts).setdefault(name, {})
        # The parts are kept beside the answer: as long as they are, nothing else has their identity.
        asked = tuple(map(id, parts))
        if asked not in kept:
            kept[asked] = (parts, function(facts, *parts))
        return kept[asked][1]

    return remembered
