"""Tables that are made when they are asked for, of which only the latest are kept: so memory stays within bounds."""

from collections.abc import Callable
from typing import Any

# So many are kept; those who wait at a place and are next in the order are far fewer.
MOST = 100


class Recent(dict[int, Any]):
    """What `make` makes of each key; beyond MOST the one made first is dropped, and made again when asked for."""

    def __init__(self, make: Callable[[int], Any]) -> None:
        super().__init__()
        self.make = make

    def __missing__(self, key: int) -> Any:
        """Make and keep it."""
        if len(self) >= MOST:
            del self[next(iter(self))]
        self[key] = self.make(key)
        return self[key]
