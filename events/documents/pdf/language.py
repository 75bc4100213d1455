"""The language of the document being made: it decides faces, leading and hyphens of all texts that name no other."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_CURRENT: ContextVar[str] = ContextVar("document_language", default="")


def current_language() -> str:
    """Return the code of the language texts are made in, "" outside a document."""
    return _CURRENT.get()


@contextmanager
def in_language(code: str) -> Iterator[None]:
    """Make texts in the language `code` ("fr") until the block ends, in this thread alone; blocks may stand in one."""
    token = _CURRENT.set(code)
    try:
        yield
    finally:
        _CURRENT.reset(token)
