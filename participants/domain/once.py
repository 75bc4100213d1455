"""What follows from facts alone is computed once for them, however many ask."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Facts = TypeVar("Facts")
Answer = TypeVar("Answer")


def once(function: Callable[[Facts], Answer]) -> Callable[[Facts], Answer]:
    """Let `function` of one frozen value answer from what it answered before for the same object.

    The answer, which must be frozen too, is kept with the value and goes with it; comparing, copying by `replace` and
    JSON look at fields only and know nothing of it.
    """
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def remembered(facts: Facts) -> Answer:
        kept = vars(facts)
        if name not in kept:
            kept[name] = function(facts)
        return kept[name]

    return remembered
