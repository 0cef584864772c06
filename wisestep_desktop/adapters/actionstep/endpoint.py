"""Where a token may be sent. A server names its own address; we believe it only within bounds (API notes, 1.9)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.core.setting_values import is_loopback

_HOST = re.compile(r"[a-z0-9.-]+|[0-9a-f:.]+")
"""Nothing that another library might read as the end of the host."""
_DOMAINS = (".actionstep.com", ".actionstepstaging.com")


def normalise(endpoint: object, allowed: tuple[str, ...]) -> str:
    """Return the base address, ending in ``/api/rest/``, of an ``api_endpoint`` in any of its forms.

    Args:
        endpoint: as the token answer has it.
        allowed: further hosts, with or without a port, that may be trusted.

    Raises:
        SignInFailed: ``sign_in.foreign_endpoint`` if a token must not be sent there.
    """
    if not isinstance(endpoint, str):
        raise SignInFailed("sign_in.no_endpoint")
    try:
        parts = urlsplit(endpoint.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise SignInFailed("sign_in.no_endpoint") from None
    if not _HOST.fullmatch(host) or "\\" in endpoint or parts.username is not None or parts.query or parts.fragment:
        raise SignInFailed("sign_in.no_endpoint")
    if not _may_go(parts.scheme, host, port, allowed):
        raise SignInFailed("sign_in.foreign_endpoint", host=host[:80])
    path = parts.path.rstrip("/")
    path = path.removesuffix("/api/rest").removesuffix("/api")
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{'' if port is None else f':{port}'}{path}/api/rest/"


def _may_go(scheme: str, host: str, port: int | None, allowed: tuple[str, ...]) -> bool:
    if scheme != "https" and not (scheme == "http" and is_loopback(host)):
        return False
    trusted = {name.casefold() for name in allowed}
    if host.casefold() in trusted or f"{host}:{port}".casefold() in trusted:
        return True
    return scheme == "https" and port in (None, 443) and f".{host.casefold()}".endswith(_DOMAINS)
