"""Connects to Actionstep and forgets again: settings to registration, a window to a grant, a grant to the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from wisestep_desktop.core.errors import BadSetting, SignInFailed
from wisestep_desktop.core.matters import Person
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import Practice
from wisestep_desktop.ports.sign_in import Authorizer, Registration, SignInWindow
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services import facts, membership

_ENDPOINTS = {
    "production": ("https://go.actionstep.com/api/oauth/authorize", "https://api.actionstep.com/api/oauth/token"),
    "staging": (
        "https://go.actionstepstaging.com/api/oauth/authorize",
        "https://api.actionstepstaging.com/api/oauth/token",
    ),
}
"""API notes, 1.1."""


def registration(settings: Settings) -> Registration:
    """Return what the firm registered, from the settings.

    Raises:
        BadSetting: naming the setting that is missing.
    """
    environment = settings.text("connection.environment")
    known = _ENDPOINTS.get(environment, ("", ""))
    authorize = settings.text("connection.authorize_url") if environment == "custom" else known[0]
    token = settings.text("connection.token_url") if environment == "custom" else known[1]
    relay = settings.text("connection.relay_url")
    token = relay or token
    client = settings.text("connection.client_id")
    for name, value in (("authorize_url", authorize), ("token_url", token), ("client_id", client)):
        if not value:
            raise BadSetting(f"connection.{name}", "required")
    return Registration(
        authorize_url=authorize,
        token_url=token,
        client_id=client,
        client_secret="" if relay else settings.text("connection.client_secret"),
        redirect_uri=settings.text("connection.redirect_uri"),
        scopes=settings.text("connection.scopes"),
        api_hosts=settings.names("connection.allowed_api_hosts"),
        sign_in_hosts=settings.names("connection.allowed_sign_in_hosts"),
        basic=settings.text("connection.client_authentication") == "basic",
        relayed=bool(relay),
        pkce=settings.flag("connection.pkce"),
    )


def sign_in_hosts(registered: Registration) -> tuple[str, ...]:
    """Return the only hosts the sign-in window may show: the authorize host, and the firm's own single sign-on."""
    host = urlsplit(registered.authorize_url).hostname or ""
    own = tuple(
        sibling
        for domain in ("actionstep.com", "actionstepstaging.com")
        if host.endswith(f".{domain}")
        for sibling in (f"go.{domain}", f"api.{domain}", f"auth.{domain}")
    )
    return tuple(dict.fromkeys((host, *own, *registered.sign_in_hosts)))


def connect(
    store: Store, authorizer: Authorizer, window: SignInWindow, announce: Callable[[str], None] = lambda _url: None
) -> str:
    """Let the person sign in; return the organisation's key once the grant is kept.

    Raises:
        BadSetting, SignInFailed, Unavailable: and the connection that was there before is untouched.
    """
    registered = registration(store.read(lambda books: Settings(books.settings.all())))
    redirect_uri = window.prepare(registered.redirect_uri)
    try:
        request = authorizer.begin(registered, redirect_uri)
        redirected = window.ask(request, sign_in_hosts(registered), announce)
    finally:
        window.close()
    grant = authorizer.finish(registered, request, redirected)

    def keep(books: Books) -> None:
        facts.keep_organisation(books, grant.organisation)
        books.settings.put_grant(grant)
        facts.keep_trouble(books, None)

    store.write(keep).result()
    return grant.organisation


def identify(store: Store, practice: Practice) -> Person:
    """Ask who signed in and keep that. Matters are visible person by person, so another one's are forgotten.

    Raises:
        SignInFailed: ``sign_in.other_person`` while entries of the one before wait to be sent: they would become the
            other one's time. The new sign-in is forgotten then.
    """
    found = practice.whoami()
    before = store.write(lambda books: _meet(books, found)).result()
    if before is not None:
        raise SignInFailed("sign_in.other_person", known=before.name, person=found.name)
    return found


@dataclass(frozen=True, slots=True)
class TriedOut:
    """What Actionstep answered to a few questions: who is signed in, how much is there, and how long it took.

    Attributes:
        matters: as many as it says there are; the first page's where it does not say.
        milliseconds: for all questions together, pauses included.
    """

    person: Person
    matters: int
    activity_types: int
    milliseconds: int


def try_out(practice: Practice, clock: Clock) -> TriedOut:
    """Ask for one page of everything that syncing and sending need. Reads only: nothing is changed here or there.

    Raises:
        SignInAgain, Unavailable, Refused, Misunderstood: whichever is the first.
    """
    began = clock.read().awake
    person = practice.whoami()
    types = practice.activity_types()
    page = next(iter(practice.marks()), None)
    matters = 0 if page is None else max(page.left, len(page.rows))
    return TriedOut(person, matters, len(types), clock.read().awake - began)


def _meet(books: Books, found: Person) -> Person | None:
    """Keep who signed in; or forget the sign-in again, and return whose entries wait."""
    known = facts.last_person(books)
    if known is not None and known.participant != found.participant:
        if books.entries.outbox():
            books.settings.put_grant(None)
            return known
        facts.forget_what_was_seen(books)
    facts.keep_person(books, found)
    membership.apply(books)  # a team may say something of this person alone
    return None


def disconnect(store: Store) -> bool:
    """Forget the grant on this computer; tell whether there was one. Actionstep offers no way to revoke it."""

    def forget(books: Books) -> bool:
        had = books.settings.grant() is not None
        books.settings.put_grant(None)
        facts.keep_trouble(books, None)
        return had

    return store.write(forget).result()
