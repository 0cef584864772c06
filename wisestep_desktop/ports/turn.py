"""Whose turn it is, across processes: only one sender, one refresher, one recorder at a time."""

from __future__ import annotations

from contextlib import AbstractContextManager
from typing import Protocol


class Turn(Protocol):
    """A lock that ends with its holder, however that ends."""

    def take(self, *, patience: float = 0.0) -> AbstractContextManager[bool]:
        """Hold the turn for the block; gives False, and holds nothing, if somebody else does.

        Args:
            patience: seconds to wait for it to come free; 0 asks once.
        """
        ...
