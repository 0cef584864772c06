"""A profile at a web address: read over https with the system's certificates, and bounded."""

from __future__ import annotations

import ssl
import urllib.error
import urllib.request
from http.client import HTTPException, HTTPMessage
from typing import IO

import truststore

from wisestep_desktop.core.errors import Unavailable
from wisestep_desktop.core.invitation import is_web_place

_PATIENCE = 20.0
"""Seconds."""


class WebPlace:
    """Reads what is at a web address."""

    def __init__(self, program: str) -> None:
        self._program = program

    def fetch(self, place: str, *, most: int) -> bytes:
        """Return the profile at the address; a redirection must lead to https again."""
        request = urllib.request.Request(  # noqa: S310  checked by is_web_place
            place, headers={"User-Agent": f"WiseStep/{self._program}", "Cache-Control": "no-cache"}
        )
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _Careful())
        try:
            with opener.open(request, timeout=_PATIENCE) as answer:
                return bytes(answer.read(most + 1))
        except urllib.error.HTTPError as error:
            error.close()
            code = "nothing_there" if error.code in {404, 410} else "not_allowed" if error.code in {401, 403} else ""
            raise Unavailable(f"team.place.{code or 'unreachable'}", place=place, reason=str(error.code)) from error
        except (OSError, HTTPException, ValueError) as error:
            raise Unavailable("team.place.unreachable", place=place, reason=type(error).__name__) from error


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows no redirection to where nothing is proved."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if not is_web_place(newurl):
            raise urllib.error.URLError("redirected to no https address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
