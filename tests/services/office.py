"""An attorney's office for tests: a real encrypted store, a clock set by hand, and a connection to a sandbox."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from pathlib import Path
from typing import Self

from tests.fakes.clock import FakeClock
from tests.fakes.releases import Place
from tests.sandbox.people import RETURN, Person, answer_in, ticket_in
from wisestep_desktop.adapters.actionstep.client import ActionstepPractice
from wisestep_desktop.adapters.actionstep.grants import GrantKeeper
from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import EntryId, MatterId, PostingKey
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.narrative import SummaryWords
from wisestep_desktop.ports.sign_in import AuthorizationRequest, Grant, Registration
from wisestep_desktop.ports.store import Store
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import connect, facts, preferences, review
from wisestep_desktop.services.connect import registration
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.posting import Courier, Sender
from wisestep_desktop.services.sync import Depth, SyncResult, sync

KEY = bytes(range(32))
WORDS = SummaryWords("Total worked time: {worked}", "Total chargeable time: {billed}")


def open_store(folder: Path) -> SqlStore:
    return SqlStore(folder, KEY, "0.0.1")


class PageWalker:
    """A sign-in window in which somebody fills in the real pages."""

    def __init__(self, sandbox: Sandbox, *, org: str = "hartleyco", decision: str = "accept") -> None:
        self._person = Person(sandbox)
        self._org = org
        self._decision = decision
        self.closed = 0
        self.hosts: tuple[str, ...] = ()

    def prepare(self, redirect_uri: str) -> str:
        assert redirect_uri
        return RETURN

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:
        self.hosts = hosts
        announce(request.url)
        one = self._person
        with one.browser:
            ticket = ticket_in(one.browser.get(request.url, allow_redirects=False, timeout=10))
            one.submit("signin", ticket=ticket, email=one.email, password="practice")
            one.submit("organisation", ticket=ticket, org=self._org)
            answer = one.submit("consent", ticket=ticket, decision=self._decision)
        assert answer_in(answer)
        return answer.headers["Location"]

    def close(self) -> None:
        self.closed += 1


class OfficeMemory:
    """Keeps what the connection found out as ``bootstrap`` does."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store

    def recall(self, name: str) -> str | None:
        return self.store.read(lambda books: books.settings.fact(facts.LEARNT + name))

    def keep(self, name: str, value: str | None) -> None:
        self.store.write(lambda books: books.settings.put_fact(facts.LEARNT + name, value)).result()


class Office:
    """Everything wired as ``bootstrap`` wires it, but for the clock, which starts now since the sandbox lives now."""

    def __init__(
        self, folder: Path, sandbox: Sandbox, zone: str = "Australia/Sydney", *, clock: FakeClock | None = None
    ) -> None:
        self.folder = folder
        self.sandbox = sandbox
        self.clock = clock or FakeClock(int(time.time() * 1_000), zone)
        self.store = open_store(folder)
        self.recogniser = Recogniser()
        self.authorizer = ActionstepAuthorizer("0.0.1", lambda: self.clock.read().wall)
        self.pauses: list[float] = []
        self.deleted: list[bool] = []
        self.releases = Place()
        self.keeper = GrantKeeper(
            load=lambda: self.store.read(lambda books: books.settings.grant()),
            store=self.keep_grant,
            registration=self.registration,
            renewer=self.authorizer,
            now=lambda: self.clock.read().wall,
            turn=FileTurn(folder / "renewing.lock"),
        )
        self.least_pause = 0
        self.practice = ActionstepPractice(
            self.keeper,
            "0.0.1",
            self.pause,
            self.clock,
            OfficeMemory(self.store),
            least_pause=lambda: self.least_pause,
            read_seconds=0.5,
        )
        self._keys = itertools.count(1)
        self._prefix = f"ws-{time.time_ns():x}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        self.practice.close()
        self.store.close()

    def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.sleep(int(seconds * 1_000))

    def sleep(self, millis: int) -> None:
        """Let time pass here and there."""
        self.clock.advance(millis)
        if self.sandbox is not None:
            self.sandbox.advance(millis / 1_000)

    def set(self, name: str, text: str) -> None:
        self.store.write(lambda books: preferences.change(books, name, text)).result()

    def registration(self) -> Registration:
        return self.store.read(lambda books: registration(preferences.Settings(books.settings.all())))

    def configure(self) -> None:
        told = self.sandbox.announcement()
        self.set("connection.environment", "custom")
        for name in ("authorize_url", "token_url", "client_id", "client_secret"):
            self.set(f"connection.{name}", told[name])

    def connect(self, walker: PageWalker | None = None) -> str:
        """Sign in through the pages, and keep who that was."""
        self.configure()
        organisation = connect.connect(self.store, self.authorizer, walker or PageWalker(self.sandbox))
        person = self.practice.whoami()
        self.store.write(lambda books: facts.keep_person(books, person)).result()
        return organisation

    def sync(self, depth: Depth = Depth.WALK) -> SyncResult:
        return sync(self.store, self.clock, self.practice, self.recogniser, depth=depth)

    def keep_grant(self, grant: Grant) -> None:
        self.store.write(lambda books: books.settings.put_grant(grant)).result()

    def courier(self, store: Store | None = None) -> Courier:
        return Courier(
            store=store or self.store,
            clock=self.clock,
            practice=lambda: self.practice,
            sender=lambda: Sender(self.store.read(facts.person), WORDS),
            turn=FileTurn(self.folder / "sending.lock"),
            mint=lambda: PostingKey(f"{self._prefix}-{next(self._keys)}"),
            spread=lambda: 0.5,
        )

    def add(self, matter: int, seconds: int = 2_520, narrative: str = "Drafting letter", **wish: object) -> EntryId:
        """Make a draft by hand, today."""
        today = local_date(self.clock.read().wall, self.clock.zone())
        made = review.Wish(MatterId(matter), narrative=narrative, **wish)  # type: ignore[arg-type]
        return self.store.write(
            lambda books: review.add_by_hand(books, today, seconds, made, self.clock.zone_name())
        ).result()

    def entry(self, number: EntryId) -> Entry:
        found = self.store.read(lambda books: books.entries.entry(number))
        assert found is not None
        return found

    def entries(self) -> tuple[Entry, ...]:
        return self.store.read(lambda books: books.entries.entries())

    def ledger(self) -> list[dict[str, object]]:
        """What Actionstep has of this office."""
        return [row for row in self.sandbox.ledger() if str(row["importExternalReference"]).startswith(self._prefix)]

    def drain(self) -> None:
        """Let the courier work until nothing is owed."""
        courier = self.courier()
        for _ in range(60):
            courier.run()
            due = courier.next_due()
            if due is None:
                return
            self.sleep(max(1, due - self.clock.read().wall))
        raise AssertionError("the outbox never became empty")


def migrate_further(file: Path, key: bytes, program: str) -> None:
    """Bring a timeline to a schema that this program does not know yet."""
    from wisestep_desktop.adapters.store.connection import connect as open_file  # noqa: PLC0415
    from wisestep_desktop.adapters.store.migrate import migrate, migrations  # noqa: PLC0415

    connection = open_file(file, key)
    migrate(connection, file, program, (*migrations(), "CREATE TABLE extra (name TEXT) STRICT;"))
    connection.close()
