"""The three pages of the sign-in: e-mail and password, organisation, consent.

Knows the authorize request and the steps of one attempt. Refuses to know tokens beyond the code it hands out.
"""

import secrets
import threading
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from jinja2 import Environment, PackageLoader
from werkzeug.wrappers import Request, Response

from wisestep_desktop.sandbox.firm import RESOURCE_NAMES, User
from wisestep_desktop.sandbox.grants import Consent, Grants
from wisestep_desktop.sandbox.house import USERS
from wisestep_desktop.sandbox.switches import Switches

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
SCOPES = frozenset({*RESOURCE_NAMES, "all", "openid", "profile", "email", "tasks", "filenotes", "actiondocuments"})
_COOKIE = "practice_session"
_OPEN_ATTEMPTS = 200


@dataclass(slots=True)
class Attempt:
    """One sign-in under way, from the authorize request to the answer."""

    redirect_uri: str
    scopes: tuple[str, ...]
    state: str | None
    challenge: str | None
    organisation_hint: str | None
    user: User | None = None
    organisation: str | None = None


class PageError(Exception):
    """Something so wrong with a request that nobody can be sent back; shown as a page."""


class _SendBackError(Exception):
    """An OAuth error that goes back to the client through the redirect address."""

    def __init__(self, redirect_uri: str, state: str | None, error: str) -> None:
        super().__init__(error)
        self.location = answer_url(redirect_uri, {"error": error}, state)


class SignIn:
    """Serves the pages and remembers the attempts; safe from any thread."""

    def __init__(self, switches: Switches, grants: Grants, client_id: str, titles: dict[str, str]) -> None:
        self._switches = switches
        self._grants = grants
        self._client_id = client_id
        self._titles = titles
        self._lock = threading.Lock()
        self._attempts: dict[str, Attempt] = {}
        self._signed_in: dict[str, User] = {}
        loader = PackageLoader("wisestep_desktop.sandbox", "templates")
        self._pages = Environment(loader=loader, autoescape=True)

    @property
    def redirect_uri(self) -> str:
        """The registered redirect address; port 0 stands for any loopback port."""
        return f"http://127.0.0.1:{8912 if self._switches['redirect_match'] == 'exact' else 0}/callback"

    def authorize(self, request: Request) -> Response:
        """The authorize address: checks the request and shows the first page, or answers at once with prompt=none."""
        try:
            attempt = self._new_attempt(request)
            if request.args.get("prompt") == "none":
                return self._without_pages(request, attempt)
        except PageError as wrong:
            return self._show("problem.html", 400, None, problem=str(wrong))
        except _SendBackError as refused:
            return _see(refused.location, 302)
        ticket = secrets.token_urlsafe(24)
        with self._lock:
            self._attempts[ticket] = attempt
            while len(self._attempts) > _OPEN_ATTEMPTS:
                self._attempts.pop(next(iter(self._attempts)))
        return self._show("signin.html", 200, attempt, ticket=ticket, wrong=False, email="", known=USERS[0])

    def password(self, request: Request) -> Response:
        """The first page sent in."""
        ticket, attempt = self._attempt(request)
        if attempt is None:
            return self._lost()
        email = request.form.get("email", "").strip()
        user = next((user for user in USERS if user.email == email.lower()), None)
        right = secrets.compare_digest(request.form.get("password", "").encode(), (user or USERS[0]).password.encode())
        if user is None or not right:
            return self._show("signin.html", 401, attempt, ticket=ticket, wrong=True, email=email, known=USERS[0])
        attempt.user = user
        session = secrets.token_urlsafe(24)
        with self._lock:
            self._signed_in[session] = user
        response = _see(f"/api/oauth/organisation?ticket={ticket}", 303)
        response.set_cookie(_COOKIE, session, httponly=True, samesite="Lax", path="/api/oauth")
        return response

    def organisation(self, request: Request) -> Response:
        """The second page, shown and sent in."""
        ticket, attempt = self._attempt(request)
        if attempt is None or attempt.user is None:
            return self._lost()
        if request.method == "POST" and request.form.get("org") in attempt.user.organisations:
            attempt.organisation = request.form["org"]
            return _see(f"/api/oauth/consent?ticket={ticket}", 303)
        keys = attempt.user.organisations
        first = attempt.organisation_hint if attempt.organisation_hint in keys else keys[0]
        choices = [(key, self._titles[key], key == first) for key in keys]
        return self._show("organisation.html", 200, attempt, ticket=ticket, choices=choices)

    def consent(self, request: Request) -> Response:
        """The third page, shown and sent in; sends the browser back to the client with a code or a refusal."""
        ticket, attempt = self._attempt(request)
        if attempt is None or attempt.user is None or attempt.organisation is None:
            return self._lost()
        if request.method != "POST":
            title = self._titles[attempt.organisation]
            return self._show("consent.html", 200, attempt, ticket=ticket, title=title, scopes=attempt.scopes)
        with self._lock:
            self._attempts.pop(ticket, None)
        if request.form.get("decision") != "accept":
            return _see(answer_url(attempt.redirect_uri, {"error": "access_denied"}, attempt.state), 302)
        return self._hand_over(attempt, attempt.user, attempt.organisation)

    def _hand_over(self, attempt: Attempt, user: User, organisation: str) -> Response:
        consent = Consent(user, organisation, frozenset(attempt.scopes), attempt.redirect_uri, attempt.challenge)
        code = self._grants.issue_code(consent)
        return _see(answer_url(attempt.redirect_uri, {"code": code}, attempt.state), 302)

    def _without_pages(self, request: Request, attempt: Attempt) -> Response:
        user = self._signed_in.get(request.cookies.get(_COOKIE, ""))
        if user is None:
            raise _SendBackError(attempt.redirect_uri, attempt.state, "login_required")
        hint = attempt.organisation_hint
        return self._hand_over(attempt, user, hint if hint in user.organisations else user.organisations[0])

    def _new_attempt(self, request: Request) -> Attempt:
        args = request.args
        redirect_uri, state = args.get("redirect_uri", ""), args.get("state")
        if args.get("client_id") != self._client_id:
            raise PageError("This application is not known here (client_id).")
        if not self._is_registered(redirect_uri):
            raise PageError("The return address is not the registered one (redirect_uri).")
        if args.get("response_type") != "code":
            raise _SendBackError(redirect_uri, state, "unsupported_response_type")
        scopes = tuple(dict.fromkeys(args.get("scope", "").split()))
        if not scopes or not SCOPES.issuperset(scopes):
            raise _SendBackError(redirect_uri, state, "invalid_scope")
        if self._switches["pkce"] == "refuse" and "code_challenge" in args:
            raise _SendBackError(redirect_uri, state, "invalid_request")
        challenge = args.get("code_challenge") if self._switches["pkce"] == "verify" else None
        if challenge is not None and args.get("code_challenge_method") != "S256":
            raise _SendBackError(redirect_uri, state, "invalid_request")
        return Attempt(redirect_uri, scopes, state, challenge, args.get("orgkey"))

    def _is_registered(self, uri: str) -> bool:
        if self._switches["redirect_match"] == "exact":
            return uri == self.redirect_uri
        try:
            parts = urlsplit(uri)
            port = parts.port
        except ValueError:
            return False
        return parts.scheme == "http" and parts.hostname in LOOPBACK and not parts.fragment and port != 0

    def _attempt(self, request: Request) -> tuple[str, Attempt | None]:
        ticket = request.form.get("ticket", "") or request.args.get("ticket", "")
        with self._lock:
            return ticket, self._attempts.get(ticket)

    def _lost(self) -> Response:
        text = "This sign-in is over or was never begun. Please go back and start again."
        return self._show("problem.html", 400, None, problem=text)

    def _show(self, page: str, status: int, attempt: Attempt | None, **words: object) -> Response:
        nonce = secrets.token_urlsafe(16)
        alone = self._switches["pages"] == "by_themselves"
        html = self._pages.get_template(page).render(nonce=nonce, alone=alone, **words)
        script = f"; script-src 'nonce-{nonce}'" if alone else ""
        # Browsers hold redirects after a form to form-action too, so the way back has to be named.
        back = f" {_origin(attempt.redirect_uri)}" if attempt is not None else ""
        policy = (
            f"default-src 'none'; style-src 'nonce-{nonce}'; form-action 'self'{back};"
            f" base-uri 'none'; frame-ancestors 'none'{script}"
        )
        headers = {
            "Content-Security-Policy": policy,
            "Cache-Control": "no-store",
            "Referrer-Policy": "no-referrer",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(html, status, headers, content_type="text/html; charset=utf-8")


def answer_url(redirect_uri: str, words: dict[str, str], state: str | None) -> str:
    """The redirect address with the answer added to its query, `state` last and only if it was sent."""
    pairs = urlencode({**words, **({} if state is None else {"state": state})})
    return f"{redirect_uri}{'&' if urlsplit(redirect_uri).query else '?'}{pairs}"


def _origin(uri: str) -> str:
    parts = urlsplit(uri)
    return f"{parts.scheme}://{parts.netloc}"


def _see(location: str, status: int) -> Response:
    return Response("", status, {"Location": location, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer"})
