"""The document that tells of later versions, read over https. Looks into nothing it reads."""

from __future__ import annotations

from wisestep_desktop.adapters.links.web import UnreachableError, read_web
from wisestep_desktop.core.errors import BadSetting, Unavailable
from wisestep_desktop.core.setting_values import WebAddress

AGENT = "WiseStep"
"""Without a version and without a system: whoever counts requests learns that somebody asked, and no more."""
_HTTPS = WebAddress(only_https=True)


class WebReleases:
    """Implements ``ports.updates.ReleasePlace``; redirections are followed to https only."""

    def fetch(self, address: str, *, most: int) -> bytes:
        """Return the document. The request holds the address, and nothing about this computer or its person."""
        if not _is_https(address):
            raise Unavailable("release.unreachable", place=address, reason="http")
        try:
            return read_web(address, agent=AGENT, most=most, allowed=_is_https)
        except UnreachableError as error:
            raise Unavailable("release.unreachable", place=address, reason=error.reason) from error


def _is_https(address: str) -> bool:
    try:
        return bool(_HTTPS("address", address))
    except BadSetting:
        return False
