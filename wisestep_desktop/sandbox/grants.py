"""Codes, access tokens and refresh tokens: who was given what, and until when (actionstep-api.md 1.6 to 1.10).

Knows lifetimes and single use. Refuses to know pages, HTTP and records. Instants are seconds of the sandbox's clock.
"""

import base64
import hashlib
import hmac
import json
import secrets
import threading
from dataclasses import dataclass, replace

from wisestep_desktop.sandbox.clock import SandboxClock
from wisestep_desktop.sandbox.firm import User
from wisestep_desktop.sandbox.switches import Switches
from wisestep_desktop.sandbox.wire import OAuthError


@dataclass(frozen=True, slots=True)
class Consent:
    """What somebody agreed to: their organisation, the scopes, and the request it answers."""

    user: User
    organisation: str
    scopes: frozenset[str]
    redirect_uri: str
    challenge: str | None


@dataclass(frozen=True, slots=True)
class _Access:
    consent: Consent
    family: str
    until: float


@dataclass(frozen=True, slots=True)
class _Refresh:
    consent: Consent
    family: str
    until: float
    used_at: float | None = None


@dataclass(frozen=True, slots=True)
class TokenPair:
    """A fresh access token, its life in seconds, and the refresh token that goes with it."""

    consent: Consent
    access: str
    expires_in: int
    refresh: str


class Grants:
    """Every grant of this run; safe from any thread."""

    def __init__(self, switches: Switches, clock: SandboxClock) -> None:
        self._switches = switches
        self._clock = clock
        self._lock = threading.Lock()
        self._codes: dict[str, tuple[Consent, float]] = {}
        self._access: dict[str, _Access] = {}
        self._refresh: dict[str, _Refresh] = {}
        self._given: list[str] = []

    def given(self) -> list[str]:
        """Every code and token of this run, for tests that look whether one was left lying about."""
        with self._lock:
            return list(self._given)

    def issue_code(self, consent: Consent) -> str:
        """A code of 40 hexadecimal digits for one exchange within `code_life` seconds."""
        code = secrets.token_hex(20)
        with self._lock:
            self._codes[code] = (consent, self._clock.now() + self._switches.number("code_life"))
            self._given.append(code)
        return code

    def redeem(self, code: str, redirect_uri: str, verifier: str | None) -> TokenPair:
        """Exchange a code; it is spent whatever comes of it. Raises OAuthError `invalid_grant`."""
        with self._lock:
            consent, until = self._codes.pop(code, (None, 0.0))
            if consent is None or self._clock.now() > until:
                raise OAuthError(400, "invalid_grant", "Authorization code doesn't exist or is invalid for the client")
            if redirect_uri != consent.redirect_uri:
                raise OAuthError(400, "invalid_grant", "The redirect URI is missing or do not match")
            if not _proves(consent.challenge, verifier):
                raise OAuthError(400, "invalid_grant", "The code_verifier does not match the code_challenge")
            return self._pair(consent, secrets.token_hex(8))

    def renew(self, token: str) -> TokenPair:
        """Exchange a refresh token for a new pair; the old one is dead but for `refresh_reuse`. Raises OAuthError."""
        with self._lock:
            known = self._refresh.get(token)
            now = self._clock.now()
            if known is None or now > known.until:
                raise _bad_refresh()
            if known.used_at is not None:
                self._judge_reuse(known, now)
            else:
                self._refresh[token] = replace(known, used_at=now)
            return self._pair(known.consent, known.family)

    def consent_of(self, access_token: str) -> Consent:
        """Whose access token this is; raises OAuthError `expired_token` or `invalid_token`."""
        with self._lock:
            known = self._access.get(access_token)
        if known is None:
            raise OAuthError(401, "invalid_token", "The access token provided in invalid (2)", "7")
        if self._clock.now() >= known.until:
            text = "The access token provided has expired. Please refresh your token. (4a)"
            raise OAuthError(401, "expired_token", text, "7")
        return known.consent

    def expire_access(self) -> None:
        """Let every access token be past its time; refresh tokens stay good."""
        with self._lock:
            self._access = {token: replace(known, until=0.0) for token, known in self._access.items()}

    def revoke(self) -> None:
        """Forget every code and token, as when somebody withdraws access in Actionstep."""
        with self._lock:
            self._codes.clear()
            self._access.clear()
            self._refresh.clear()

    def _judge_reuse(self, known: _Refresh, now: float) -> None:
        mode = self._switches["refresh_reuse"]
        if mode == "grace" and now - (known.used_at or 0) <= self._switches.number("refresh_grace"):
            return
        if mode == "revoke_family":
            self._access = {key: entry for key, entry in self._access.items() if entry.family != known.family}
            self._refresh = {key: entry for key, entry in self._refresh.items() if entry.family != known.family}
        raise _bad_refresh()

    def _pair(self, consent: Consent, family: str) -> TokenPair:
        now, life = self._clock.now(), self._switches.number("expires_in")
        access, refresh = _access_token(consent, now + life), _refresh_token()
        self._given += [access, refresh]
        self._access[access] = _Access(consent, family, now + life)
        self._refresh[refresh] = _Refresh(consent, family, now + self._switches.number("refresh_life"))
        return TokenPair(consent, access, life, refresh)


def _bad_refresh() -> OAuthError:
    return OAuthError(400, "invalid_grant", "Invalid refresh_token", "4.1.3")


def _proves(challenge: str | None, verifier: str | None) -> bool:
    if challenge is None:
        return True
    digest = hashlib.sha256((verifier or "").encode()).digest()
    return hmac.compare_digest(base64.urlsafe_b64encode(digest).rstrip(b"=").decode(), challenge)


def _part(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _access_token(consent: Consent, until: float) -> str:
    """About a kilobyte that looks like a JWT; clients are to treat it as opaque."""
    claims = {
        "aud": "practice",
        "exp": int(until),
        "jti": secrets.token_hex(40),
        "org": consent.organisation,
        "scopes": sorted(consent.scopes),
    }
    return ".".join(
        (
            _part(json.dumps({"typ": "JWT", "alg": "RS256"}).encode()),
            _part(json.dumps(claims).encode()),
            _part(secrets.token_bytes(512)),
        )
    )


def _refresh_token() -> str:
    return f"def50200{secrets.token_hex(300)}"


def id_token(consent: Consent, issuer: str, client_id: str, client_secret: str, now: float) -> str:
    """An OpenID token signed with the client secret (HS256), as one client of the real service describes it."""
    claims = {
        "iss": issuer,
        "aud": client_id,
        "sub": str(consent.user.id),
        "email": consent.user.email,
        "iat": int(now),
        "exp": int(now) + 3600,
    }
    signed = f"{_part(json.dumps({'typ': 'JWT', 'alg': 'HS256'}).encode())}.{_part(json.dumps(claims).encode())}"
    return f"{signed}.{_part(hmac.new(client_secret.encode(), signed.encode(), hashlib.sha256).digest())}"
