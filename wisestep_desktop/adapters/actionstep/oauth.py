"""The authorization code flow with Authlib: state always, PKCE unless it is switched off; answers are checked."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session

from wisestep_desktop.adapters.actionstep import endpoint, wire
from wisestep_desktop.adapters.actionstep.http import outfit, translate_read
from wisestep_desktop.core.errors import SignInAgain, SignInFailed, Unavailable, WiseStepError
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import AuthorizationRequest, Grant, Registration

_SHORTEST_LIFE = 30
_LONGEST_LIFE = 7 * 86_400
"""Seconds an access token may claim to live; beyond that the answer is taken for a slip."""
_TOKEN_READ_SECONDS = 30
_UNREADABLE = frozenset({"sign_in.no_json", "sign_in.no_token"})
"""Answers of the token endpoint that are no answer."""


class ActionstepAuthorizer:
    """Implements ``ports.sign_in.Authorizer`` and renews grants.

    Args:
        version: of the program, for the user agent.
        now: the wall clock.
    """

    def __init__(self, version: str, now: Callable[[], Instant]) -> None:
        self._version = version
        self._now = now

    def begin(self, registration: Registration, redirect_uri: str) -> AuthorizationRequest:
        """Return a fresh attempt with 256 bits of state and, unless the firm switched it off, a PKCE challenge."""
        verifier, state = secrets.token_urlsafe(64) if registration.pkce else "", secrets.token_urlsafe(32)
        proof = {"code_verifier": verifier} if verifier else {}
        with self._session(registration, redirect_uri) as session:
            url, _ = session.create_authorization_url(registration.authorize_url, state=state, **proof)
        return AuthorizationRequest(url, redirect_uri, state, verifier)

    def finish(self, registration: Registration, request: AuthorizationRequest, redirected: str) -> Grant:
        """Turn the address the browser was sent back to into a grant."""
        code = _code(request, redirected)
        proof = {"code_verifier": request.verifier} if request.verifier else {}
        with self._session(registration, request.redirect_uri) as session:
            told = _asked(
                lambda: session.fetch_token(
                    registration.token_url,
                    grant_type="authorization_code",
                    code=code,
                    redirect_uri=request.redirect_uri,
                    **proof,
                )
            )
        return _grant(told, registration, self._now())

    def renew(self, registration: Registration, grant: Grant) -> Grant:
        """Return a new pair for an old one; the old refresh token is dead afterwards.

        Raises:
            SignInAgain: if Actionstep no longer accepts the refresh token.
            Unavailable: if nobody knows; the old pair may still be good.
        """
        with self._session(registration, registration.redirect_uri) as session:
            try:
                told = _asked(lambda: session.refresh_token(registration.token_url, refresh_token=grant.refresh_token))
                return _renewed(grant, told, registration, self._now())
            except SignInFailed as refused:
                if refused.code == "sign_in.wrong_client":
                    raise SignInAgain(refused.code) from None
                if refused.code in _UNREADABLE:  # a gateway's page, most likely: it says nothing about the grant
                    raise Unavailable("answer.no_json") from None
                raise SignInAgain("sign_in.again", reason=str(refused.params.get("error", refused.code))) from None

    def _session(self, registration: Registration, redirect_uri: str) -> Any:  # noqa: ANN401  Authlib ships no types
        method = "client_secret_basic" if registration.basic else "client_secret_post"
        session = OAuth2Session(
            registration.client_id,
            registration.client_secret or None,
            token_endpoint_auth_method=method if registration.client_secret else "none",
            scope=registration.scopes,
            redirect_uri=redirect_uri,
            code_challenge_method="S256",
        )
        outfit(session, self._version, read_seconds=_TOKEN_READ_SECONDS)
        return session


def _code(request: AuthorizationRequest, redirected: str) -> str:
    """Return the code out of the redirected address.

    Raises:
        SignInFailed: declined, or not an answer to this request.
    """
    try:
        told = parse_qs(urlsplit(redirected).query, keep_blank_values=True)
    except ValueError:
        raise SignInFailed("sign_in.wrong_state") from None
    if not hmac.compare_digest(told.get("state", [""])[0].encode("utf-8", "replace"), request.state.encode()):
        raise SignInFailed("sign_in.wrong_state")
    if "error" in told:
        error = wire.text(told["error"][0], 64)
        raise SignInFailed("sign_in.declined" if error == "access_denied" else "sign_in.refused", error=error)
    code = told.get("code", [""])[0]
    if not code or len(code) > 4_096:
        raise SignInFailed("sign_in.no_code")
    return code


def _asked(ask: Callable[[], Mapping[str, Any]]) -> Mapping[str, Any]:
    """Ask the token endpoint; the border where Authlib's and requests' errors become ours."""
    try:
        return ask()
    except AuthlibBaseError as error:
        raise _refusal(wire.text(error.error, 64)) from None
    except requests.HTTPError as error:
        raise Unavailable("net.server_error", status=error.response.status_code) from None
    except requests.exceptions.JSONDecodeError:
        raise SignInFailed("sign_in.no_json") from None
    except requests.RequestException as error:
        raise translate_read(error) from None
    except (ValueError, TypeError, AttributeError, KeyError):
        raise SignInFailed("sign_in.no_json") from None  # Authlib trips over answers that are no token object


def _refusal(error: str) -> WiseStepError:
    match error:
        case "invalid_client" | "unauthorized_client":
            return SignInFailed("sign_in.wrong_client", error=error)
        case "invalid_grant":
            return SignInFailed("sign_in.code_refused", error=error)
        case "temporarily_unavailable" | "server_error":
            return Unavailable("net.server_error", status=503)
        case _:
            return SignInFailed("sign_in.refused", error=error)


def _renewed(grant: Grant, told: Mapping[str, Any], registration: Registration, now: Instant) -> Grant:
    """Return the pair that follows a grant. It is the only good one now, so it is kept even where the rest is odd.

    Raises:
        SignInAgain: ``sign_in.moved`` if the new pair belongs to another organisation.
    """
    merged: dict[str, Any] = {"refresh_token": grant.refresh_token, "orgkey": grant.organisation, **told}
    try:
        endpoint.normalise(merged.get("api_endpoint"), _trusted(registration))
    except SignInFailed:
        merged["api_endpoint"] = grant.api_endpoint  # a token never goes where it must not; where it went is still good
    renewed = _grant(merged, registration, now)
    if renewed.organisation != grant.organisation:
        raise SignInAgain("sign_in.moved", organisation=renewed.organisation)
    return renewed


def _trusted(registration: Registration) -> tuple[str, ...]:
    """Return the hosts a token may go to besides Actionstep's own: those allowed, and the one that issues it.

    A relay is no place for access tokens: it only issues them.
    """
    own_host = () if registration.relayed else (urlsplit(registration.token_url).hostname or "",)
    return (*registration.api_hosts, *own_host)


def _grant(told: Mapping[str, Any], registration: Registration, now: Instant) -> Grant:
    access, refresh = told.get("access_token"), told.get("refresh_token")
    if not (isinstance(access, str) and access and isinstance(refresh, str) and refresh):
        raise SignInFailed("sign_in.no_token")
    if not (access.isascii() and access.isprintable()):
        raise SignInFailed("sign_in.no_token")
    life = wire.decimal(told.get("expires_in"))
    seconds = min(max(int(life), 0), _LONGEST_LIFE) if life is not None else _SHORTEST_LIFE
    return Grant(
        access_token=access,
        refresh_token=refresh,
        expires=Instant(now + seconds * 1_000),
        api_endpoint=endpoint.normalise(told.get("api_endpoint"), _trusted(registration)),
        organisation=wire.text(told.get("orgkey"), 128),
        scopes=registration.scopes,
        renewed=now,
    )
