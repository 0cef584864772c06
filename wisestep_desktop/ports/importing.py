"""Another tracker's history, as far as we take it over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from wisestep_desktop.core.imported import Attended, Noted


class OtherHistory(Protocol):
    """What another tracker noted, from a file of its own."""

    def events(self) -> Iterator[Noted | Attended]:
        """Return everything it noted, in any order; the file is read along the way.

        Raises:
            BadInput: ``file.unreadable`` or ``import.*``, naming the file and what is wrong with it.
        """
        ...
