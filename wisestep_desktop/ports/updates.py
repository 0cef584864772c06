"""Where it is published which versions there are."""

from __future__ import annotations

from typing import Protocol


class ReleasePlace(Protocol):
    """Reads the document that tells of later versions. May block."""

    def fetch(self, address: str, *, most: int) -> bytes:
        """Return what is at an https address, up to one byte more than ``most``.

        What is asked says nothing about the computer, the person or the program's version.

        Raises:
            Unavailable: ``release.unreachable``, if it cannot be read now.
        """
        ...
