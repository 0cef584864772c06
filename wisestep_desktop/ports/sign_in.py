"""Signing in: an authorization to ask for, a window in which a person answers, a grant to keep."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from wisestep_desktop.core.spans import Instant


@dataclass(frozen=True, slots=True)
class Registration:
    """What the firm registered with Actionstep, from the settings.

    Attributes:
        authorize_url, token_url: the two endpoints of the environment.
        client_id, client_secret: an empty secret means a relay holds it.
        redirect_uri: as registered; port 0 means any free loopback port.
        scopes: separated by spaces.
        api_hosts: hosts a token may be sent to, besides Actionstep's own domains.
        basic: whether id and secret go as HTTP Basic rather than in the form.
        relayed: whether the token URL is a relay of the firm's own, which holds the secret and issues tokens for us.
        sign_in_hosts: further hosts the sign-in window may show (a firm's own single sign-on).
        pkce: whether a code challenge goes along; Actionstep does not say whether it minds (API notes, 1.2).
    """

    authorize_url: str
    token_url: str
    client_id: str
    client_secret: str = field(repr=False)
    redirect_uri: str
    scopes: str
    api_hosts: tuple[str, ...] = ()
    sign_in_hosts: tuple[str, ...] = ()
    basic: bool = False
    relayed: bool = False
    pkce: bool = True


@dataclass(frozen=True, slots=True)
class AuthorizationRequest:
    """One attempt to sign in, good for one answer.

    Attributes:
        url: what the browser opens.
        redirect_uri: where the answer will arrive, with a real port.
        state: 256 random bits that the answer must repeat.
        verifier: the PKCE secret behind the challenge in ``url``; empty where none was sent.
    """

    url: str = field(repr=False)
    redirect_uri: str
    state: str = field(repr=False)
    verifier: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Grant:
    """What Actionstep granted; as secret as a password.

    Attributes:
        access_token, refresh_token: opaque.
        expires: when the access token ends.
        api_endpoint: checked and normalised base address ending in ``/api/rest/``.
        organisation: the org key.
        scopes: as asked for; the answer does not repeat them.
        renewed: when this pair was issued.
    """

    access_token: str = field(repr=False)
    refresh_token: str = field(repr=False)
    expires: Instant
    api_endpoint: str
    organisation: str
    scopes: str
    renewed: Instant


class Authorizer(Protocol):
    """Speaks OAuth with the authorization server."""

    def begin(self, registration: Registration, redirect_uri: str) -> AuthorizationRequest:
        """Return a fresh attempt; nothing is sent yet."""
        ...

    def finish(self, registration: Registration, request: AuthorizationRequest, redirected: str) -> Grant:
        """Turn the address the browser was sent back to into a grant.

        Raises:
            SignInFailed: declined, wrong state, refused client, or an answer that makes no sense.
            Unavailable: the token endpoint cannot be reached.
        """
        ...


class SignInWindow(Protocol):
    """Shows the authorize page to the person and comes back with where the browser was redirected."""

    def prepare(self, redirect_uri: str) -> str:
        """Return the redirect address with its real port, ready to receive."""
        ...

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:
        """Block until the person answered; return the redirected address.

        Args:
            request: what to open.
            hosts: the only hosts that may be shown.
            announce: told the address to open, once everything is ready for the answer.

        Raises:
            SignInFailed: ``cancelled``, ``timed_out`` or ``no_browser``.
        """
        ...

    def answer(self, redirected: str) -> bool:
        """Take the redirected address by hand, from any thread; False where this window takes none, or no more."""
        ...

    def close(self) -> None:
        """Give up waiting, from any thread; ``ask`` then raises ``SignInFailed`` with ``cancelled``."""
        ...
