"""The sandbox's one web application: sign-in pages, token address, REST calls, and the faults that befall them.

Knows routes, the order of checks and how a fault is carried out. Refuses to know records and tokens themselves.
"""

import base64
import binascii
import hmac
import threading
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl, unquote_plus

from werkzeug.exceptions import HTTPException
from werkzeug.routing import Map, Rule
from werkzeug.wrappers import Request, Response

from wisestep_desktop.sandbox.calls import Call, Session
from wisestep_desktop.sandbox.clock import SandboxClock
from wisestep_desktop.sandbox.faults import Effect, Fault, FaultBox
from wisestep_desktop.sandbox.firm import Firm
from wisestep_desktop.sandbox.grants import Grants, TokenPair, id_token
from wisestep_desktop.sandbox.rest import RestApi
from wisestep_desktop.sandbox.signin import SignIn
from wisestep_desktop.sandbox.strikes import Strikes
from wisestep_desktop.sandbox.switches import Switches
from wisestep_desktop.sandbox.wire import Answer, OAuthError, to_json

_WINDOW = 60.0
_FORM = "application/x-www-form-urlencoded"
_ENDPOINTS = {
    "api_slash": "/api/",
    "api": "/api",
    "bare": "",
    "bare_slash": "/",
    "rest": "/api/rest",
    "rest_slash": "/api/rest/",
}
_ROUTES = Map(
    [
        Rule("/api/oauth/authorize", endpoint="authorize", methods=["GET"]),
        Rule("/api/oauth/signin", endpoint="password", methods=["POST"]),
        Rule("/api/oauth/organisation", endpoint="organisation", methods=["GET", "POST"]),
        Rule("/api/oauth/consent", endpoint="consent", methods=["GET", "POST"]),
        Rule("/api/oauth/token", endpoint="token", methods=["POST"]),
        Rule("/api/rest/<resource>", endpoint="rest"),
        Rule("/api/rest/<resource>/<ids>", endpoint="rest"),
    ],
    strict_slashes=False,
    merge_slashes=False,
)


@dataclass(frozen=True, slots=True)
class Seen:
    """One request that came in; `status` is 0 when the connection was dropped. Never holds a body or a header."""

    at: float
    method: str
    path: str
    query: str
    status: int
    fault: str | None


@dataclass(frozen=True, slots=True)
class Parts:
    """What the application is made of."""

    switches: Switches
    clock: SandboxClock
    faults: FaultBox
    grants: Grants
    signin: SignIn
    firms: dict[str, Firm]
    client_id: str
    client_secret: str


class SandboxApp:
    """A WSGI application; safe for many threads. `closing` ends waits early when the server goes down."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._rest = RestApi(parts.switches, parts.clock)
        self._seen: deque[Seen] = deque(maxlen=100_000)
        self._budget_lock = threading.Lock()
        self._calls: dict[str, deque[float]] = {}
        self.closing = threading.Event()
        self._busy = 0
        self._idle = threading.Condition()
        self.strikes = Strikes(parts.switches, parts.clock, self.closing)

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:  # noqa: ANN401
        """The WSGI entry."""
        request = Request(environ)
        if request.host.partition(":")[0] not in ("127.0.0.1", "localhost"):
            return Response("", 421)(environ, start_response)
        with self._idle:
            self._busy += 1
        try:
            self.strikes.catch_up()
            response = self._routed(request)
        finally:
            with self._idle:
                self._busy -= 1
                self._idle.notify_all()
        response.date = datetime.fromtimestamp(self._parts.clock.now(), UTC)
        return response(environ, start_response)

    def wait_until_idle(self, seconds: float) -> bool:
        """Wait until no request is being worked on, also none whose caller is gone; False once the time is up."""
        with self._idle:
            return self._idle.wait_for(lambda: not self._busy, seconds)

    def forget(self) -> None:
        """Forget which requests came in and how much of a budget they used."""
        self._seen.clear()
        self.strikes.forget()
        with self._budget_lock:
            self._calls.clear()

    def seen(self) -> list[dict[str, Any]]:
        """All requests so far, oldest first."""
        return [asdict(one) for one in list(self._seen)]

    def endpoint(self, base_url: str) -> str:
        """The `api_endpoint` of the token answer, in the form the switch asks for."""
        return base_url + _ENDPOINTS[self._parts.switches["api_endpoint_form"]]

    def _routed(self, request: Request) -> Response:
        try:
            name, values = _ROUTES.bind_to_environ(request.environ).match()
        except HTTPException as wrong:
            self._note(request, wrong.code or 404, None)
            return Response("", wrong.code or 404)
        if name in ("rest", "token"):
            return self._befallen(request, "token" if name == "token" else values["resource"], values)
        response: Response = getattr(self._parts.signin, name)(request)
        self._note(request, response.status_code, None)
        return response

    def _befallen(self, request: Request, place: str, values: Mapping[str, Any]) -> Response:
        """Answer a token or REST request, unless a fault is due before or after."""
        before = self._parts.faults.take(request.method, place, afterwards=False)
        if before is not None and before.kind.effect not in (Effect.WAIT, Effect.EXPIRE):
            return self._struck(request, before, place, values)
        body = request.get_data()
        match before.kind.effect if before is not None else None:
            case Effect.WAIT if before is not None:
                self.closing.wait(before.seconds)
            case Effect.EXPIRE:
                self._parts.grants.expire_access()
        answer = self._carried_out(request, body, place, values)
        response = Response(answer.body, answer.status, answer.headers)
        response.headers["Content-Type"] = answer.content_type
        if not answer.body:
            del response.headers["Content-Type"]
        after = None
        if answer.status < 300:
            after = self._parts.faults.take(request.method, place, afterwards=True)
        if after is not None and after.kind.effect in (Effect.CLOSE, Effect.VANISH):
            self._befall_matter(after.kind.effect, values)
        elif after is not None:
            return self.strikes.afterwards(
                after, request.environ, response, lambda status: self._note(request, status, after)
            )
        self._note(request, answer.status, before)
        return response

    def _carried_out(self, request: Request, body: bytes, place: str, values: Mapping[str, Any]) -> Answer:
        return self._token(request) if place == "token" else self._call(request, body, values)

    def _struck(self, request: Request, fault: Fault, place: str, values: Mapping[str, Any]) -> Response:
        if fault.kind.effect is not Effect.UNREAD:
            body = request.get_data()
            if fault.kind.effect in (Effect.LATE, Effect.STALL):
                self.strikes.put_off(fault.seconds, lambda: self._carried_out(request, body, place, values))
        return self.strikes.instead(fault, request.environ, lambda status: self._note(request, status, fault))

    def _befall_matter(self, effect: Effect, values: Mapping[str, Any]) -> None:
        """Close or hide the one matter that was asked for, behind the asker's back."""
        ident = str(values.get("ids", ""))
        for firm in self._parts.firms.values():
            with firm.lock:
                if ident.isdigit() and firm.find("actions", int(ident)) is not None:
                    change: dict[str, Any] = (
                        {"status": "Closed"} if effect is Effect.CLOSE else {"only_for": frozenset()}
                    )
                    firm.change_matter(int(ident), self._parts.clock.now(), **change)

    # -- REST -------------------------------------------------------------------------------------------------

    def _call(self, request: Request, body: bytes, values: Mapping[str, Any]) -> Answer:
        if self._parts.switches["maintenance"] == "on":
            return _answer(self.strikes.trouble(503, None))
        try:
            session, token = self._session(request)
        except OAuthError as refused:
            return refused.answer()
        wait = self._over_budget(request, session, token)
        if wait is not None:
            return _answer(self.strikes.trouble(429, None, wait))
        query = request.query_string.decode("utf-8", "replace")
        call = Call(
            session=session,
            method=request.method,
            resource=values["resource"],
            ids=values.get("ids"),
            raw_query=query,
            parameters=tuple(parse_qsl(query, keep_blank_values=True)),
            body=body,
            accept=request.headers.get("Accept", ""),
            content_type=request.headers.get("Content-Type", ""),
            base_url=request.host_url.rstrip("/"),
        )
        if request.method not in ("GET", "POST", "PUT", "DELETE", "OPTIONS"):
            return Answer(405)
        return self._rest.answer(call)

    def _session(self, request: Request) -> tuple[Session, str]:
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        consent = self._parts.grants.consent_of(token.strip() if kind.lower() == "bearer" else "")
        return Session(consent.user, self._parts.firms[consent.organisation], consent.scopes), token

    def _over_budget(self, request: Request, session: Session, token: str) -> float | None:
        """Seconds until the next call is allowed, None when this one is."""
        limits = {
            "budget_session": f"session {token}",
            "budget_org": f"org {session.firm.key}",
            "budget_ip": f"ip {request.remote_addr}",
        }
        now = self._parts.clock.now()
        with self._budget_lock:
            for switch, key in limits.items():
                allowed = self._parts.switches.number(switch)
                if allowed == 0:
                    continue
                recent = self._calls.setdefault(key, deque())
                while recent and recent[0] <= now - _WINDOW:
                    recent.popleft()
                if len(recent) >= allowed:
                    return recent[0] + _WINDOW - now
                recent.append(now)
        return None

    # -- tokens -----------------------------------------------------------------------------------------------

    def _token(self, request: Request) -> Answer:
        try:
            self._check_client(request)
            pair = self._exchange(request)
        except OAuthError as refused:
            basic = refused.status == 401 and "Authorization" in request.headers
            headers = {"Cache-Control": "no-store", **({"WWW-Authenticate": "Basic"} if basic else {})}
            return refused.answer(headers)
        return Answer(200, to_json(self._token_body(request, pair)), "application/json", {"Cache-Control": "no-store"})

    def _check_client(self, request: Request) -> None:
        if request.mimetype != _FORM:
            raise OAuthError(400, "invalid_request", f"The body must be {_FORM}")
        ident, secret = request.form.get("client_id", ""), request.form.get("client_secret", "")
        kind, _, coded = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() == "basic":
            try:
                pair = base64.b64decode(coded, validate=True).decode()
            except (binascii.Error, UnicodeDecodeError):
                pair = ":"
            ident, _, secret = pair.partition(":")
            ident, secret = unquote_plus(ident), unquote_plus(secret)
        known = hmac.compare_digest(ident.encode(), self._parts.client_id.encode())
        right = hmac.compare_digest(secret.encode(), self._parts.client_secret.encode())
        if not (known and right):
            raise OAuthError(401, "invalid_client", "The client credentials are invalid")

    def _exchange(self, request: Request) -> TokenPair:
        form = request.form
        match form.get("grant_type"):
            case "authorization_code":
                return self._parts.grants.redeem(
                    form.get("code", ""), form.get("redirect_uri", ""), form.get("code_verifier")
                )
            case "refresh_token":
                return self._parts.grants.renew(form.get("refresh_token", ""))
            case None:
                raise OAuthError(400, "invalid_request", "grant_type is missing")
            case _:
                raise OAuthError(400, "unsupported_grant_type", "Only authorization_code and refresh_token")

    def _token_body(self, request: Request, pair: TokenPair) -> dict[str, object]:
        base = request.host_url.rstrip("/")
        body: dict[str, object] = {
            "access_token": pair.access,
            "token_type": "bearer",
            "expires_in": pair.expires_in,
            "api_endpoint": self.endpoint(base),
            "orgkey": pair.consent.organisation,
            "refresh_token": pair.refresh,
        }
        if "openid" in pair.consent.scopes:
            now = self._parts.clock.now()
            body["id_token"] = id_token(pair.consent, base, self._parts.client_id, self._parts.client_secret, now)
        return body

    def _note(self, request: Request, status: int, fault: Fault | None) -> None:
        api = request.path.startswith("/api/rest/")
        query = request.query_string.decode("utf-8", "replace") if api else ""
        name = None if fault is None else fault.kind.name
        self._seen.append(Seen(self._parts.clock.now(), request.method, request.path, query, status, name))


def _answer(response: Response) -> Answer:
    headers = {
        name: value for name, value in response.headers if name.lower() not in ("content-type", "content-length")
    }
    return Answer(response.status_code, response.get_data(), response.headers.get("Content-Type", ""), headers)
