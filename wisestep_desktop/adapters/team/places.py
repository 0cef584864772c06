"""Where profiles are published: a folder of the firm's, or an address that is read over https."""

from __future__ import annotations

from wisestep_desktop.adapters.team.folder import FolderPlace
from wisestep_desktop.adapters.team.web import WebPlace
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.invitation import is_web_place


class Places:
    """Implements ``ports.team.ProfilePlace`` for every kind of place."""

    def __init__(self, program: str) -> None:
        self._folder = FolderPlace()
        self._web = WebPlace(program)

    def fetch(self, place: str, *, most: int) -> bytes:
        """Return the profile that is published there."""
        return self._web.fetch(place, most=most) if is_web_place(place) else self._folder.fetch(place, most=most)

    def publish(self, place: str, edition: tuple[int, int], data: bytes) -> None:
        """Put a profile into a folder; to an address, whoever looks after it uploads it."""
        _writable(place)
        self._folder.publish(place, edition, data)

    def make_current(self, place: str, data: bytes) -> None:
        """Make a profile in a folder the current one."""
        _writable(place)
        self._folder.make_current(place, data)

    def edition(self, place: str, edition: tuple[int, int], *, most: int) -> bytes | None:
        """Return what was published as an edition; an address only has the current profile."""
        return None if is_web_place(place) else self._folder.edition(place, edition, most=most)


def _writable(place: str) -> None:
    if is_web_place(place):
        raise BadInput("team.place.read_only", place=place)
