"""A profile at a web address: read over https with the system's certificates, and bounded."""

from __future__ import annotations

from wisestep_desktop.adapters.links.web import UnreachableError, read_web
from wisestep_desktop.core.errors import Unavailable
from wisestep_desktop.core.invitation import is_web_place

_CODES = {404: "nothing_there", 410: "nothing_there", 401: "not_allowed", 403: "not_allowed"}


class WebPlace:
    """Reads what is at a web address."""

    def __init__(self, program: str) -> None:
        self._program = program

    def fetch(self, place: str, *, most: int) -> bytes:
        """Return the profile at the address; a redirection must lead to https again."""
        try:
            return read_web(place, agent=f"WiseStep/{self._program}", most=most, allowed=is_web_place)
        except UnreachableError as error:
            code = _CODES.get(error.status, "unreachable")
            raise Unavailable(f"team.place.{code}", place=place, reason=error.reason) from error
