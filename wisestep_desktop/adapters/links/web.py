"""Reads what is at a web address: bounded in size and time, proved by the system's certificates. Knows no document.

What is sent is the address and three headers, ``Accept-Encoding``, ``Cache-Control`` and ``User-Agent``: no cookie, no
name, nothing about the computer or the person. Proxies are those of the system.
"""

from __future__ import annotations

import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage, HTTPResponse
from typing import IO, cast

import truststore

_PATIENCE = 20.0
"""Seconds for each step."""
_LONGEST = 60.0
"""Seconds after which no further piece is waited for: who sends a byte at a time must not hold up everything else."""
_PIECE = 64 * 1024


class UnreachableError(Exception):
    """Nothing was read.

    Attributes:
        status: what the server answered; 0 where it did not.
        reason: the status, or the kind of what went wrong.
    """

    def __init__(self, reason: str, status: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.status = status


def read_web(
    address: str, *, agent: str, most: int, allowed: Callable[[str], bool], longest: float = _LONGEST
) -> bytes:
    """Return what is at an address, up to one byte more than ``most``.

    Args:
        address: that was found to be allowed.
        agent: what the program calls itself.
        most: bytes that may be there.
        allowed: tells whether a redirection may be followed.
        longest: seconds for all pieces together.

    Raises:
        UnreachableError: whatever it is that went wrong.
    """
    request = urllib.request.Request(  # noqa: S310  the caller looked at it
        address, headers={"User-Agent": agent, "Cache-Control": "no-cache"}
    )
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    opener = urllib.request.build_opener(urllib.request.HTTPSHandler(context=context), _Careful(allowed))
    try:
        with opener.open(request, timeout=_PATIENCE) as answer:
            return _pieces(cast("HTTPResponse", answer), most + 1, time.monotonic() + longest)
    except urllib.error.HTTPError as error:
        error.close()
        raise UnreachableError(str(error.code), error.code) from error
    except (OSError, HTTPException, ValueError) as error:
        raise UnreachableError(type(error).__name__) from error


def _pieces(answer: HTTPResponse, most: int, deadline: float) -> bytes:
    read = bytearray()
    while len(read) < most:
        if time.monotonic() > deadline:
            raise TimeoutError
        piece = answer.read1(min(_PIECE, most - len(read)))
        if not piece:
            break
        read += piece
    return bytes(read)


class _Careful(urllib.request.HTTPRedirectHandler):
    """Follows no redirection to where nothing is proved."""

    def __init__(self, allowed: Callable[[str], bool]) -> None:
        self._allowed = allowed

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if not self._allowed(newurl):
            raise urllib.error.URLError("redirected to where nothing is proved")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
