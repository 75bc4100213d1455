"""The collector of cycles, put off while a document is made: it would go over all of it again and again."""

import gc
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_lock = Lock()
_state = {"making": 0, "was_on": False}


def collected_once(make: Callable[P, R]) -> Callable[P, R]:
    """Return `make` with its cycles collected once, after it returns or raises, not during it.

    Documents made at once in several threads put it off together; each collects what is young when it ends, so
    memory does not grow with the number of documents.
    """

    @wraps(make)
    def made(*args: P.args, **options: P.kwargs) -> R:
        _begin()
        try:
            return make(*args, **options)
        finally:
            _end()

    return made


def _begin() -> None:
    with _lock:
        if not _state["making"]:
            _state["was_on"] = gc.isenabled()
            gc.disable()
        _state["making"] += 1


def _end() -> None:
    gc.collect(0)
    with _lock:
        _state["making"] -= 1
        if not _state["making"] and _state["was_on"]:
            gc.enable()
