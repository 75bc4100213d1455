"""How far a long document is: whoever draws many sheets goes through them with `each`, whoever waits listens."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Report = Callable[[int, int], None]


def _nobody(done: int, total: int) -> None:
    return None


_listener: ContextVar[Report] = ContextVar("listener", default=_nobody)


class Stopped(Exception):
    """Nobody wants the document any more: raised by who listens, it ends the drawing."""


def each(items: Iterable[T]) -> Iterator[T]:
    """Yield `items` in order, telling before each how many of how many are done.

    Whoever listens may raise Stopped there: nothing drawn so far is of use then.
    """
    sheets = tuple(items)
    for number, item in enumerate(sheets):
        _listener.get()(number, len(sheets))
        yield item


@contextmanager
def reported_to(listener: Report) -> Iterator[None]:
    """Tell `listener` how far documents drawn inside the block are."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
