"""The practice Actionstep of a self-test: signing in to it, syncing from it, sending to it, and what it has then."""

from __future__ import annotations

import json
import re
import threading
import urllib.request
from collections.abc import Callable, Mapping
from contextlib import suppress
from decimal import Decimal
from http.cookiejar import CookieJar
from typing import Any
from urllib.parse import urlencode

from wisestep_desktop.adapters.system.sign_in_windows import LoopbackBrowser
from wisestep_desktop.adapters.system.wine import wine_version
from wisestep_desktop.bootstrap.selftesting.inventory import has_engine
from wisestep_desktop.bootstrap.selftesting.stage import Child, Stage
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import CheckFailed, CheckNotRun, SignInFailed
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.instants import iso, local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.selftest import Facts
from wisestep_desktop.ports.sign_in import SignInWindow
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import connect, preferences, review
from wisestep_desktop.services.sync import sync_alone
from wisestep_desktop.shell.texts import summary_words

MATTER = MatterId(90417)
REFERENCE = "SELFTEST-90417"
_FIRM = {
    "matters": [
        {"id": MATTER, "name": "Harbour lease", "reference": REFERENCE, "status": "Active", "clients": ["Quay, Ada"]},
        {"id": 90522, "name": "Mill Lane sale", "reference": "SELFTEST-90522", "status": "Active", "clients": []},
    ],
    "quickcodes": [{"id": 1, "name": "Drafting"}],
}
_WORKED = 360
_HOURS = "0.10"
_NOT_HERE = {"signin.no_display": "selftest.no_display", "signin.root": "signin.root"}
_STARTING, _WINDOW, _BROWSER = 12.0, 14.0, 8.0
"""Seconds for the practice Actionstep to start, and for signing in through either way."""
_TICKET = re.compile(r'name="ticket" value="([^"]+)"')
_DIRECT = urllib.request.ProxyHandler({})  # a proxy of the network's has nothing to do with this computer


def start_early(stage: Stage) -> None:
    """Let the practice Actionstep begin beside other checks; whether it started is found out when it is needed."""
    with suppress(CheckFailed, OSError):
        _sandbox(stage)


def agree(stage: Stage) -> None:
    """Say in the throw-away timeline what a person says before anything is recorded."""
    clock = stage.program.clock
    told = {
        "privacy.consent": iso(clock.read().wall, clock.zone()),
        "capture.idle_limit_seconds": "3600",
        "notifications.system": "FALSE",
    }
    _settle(stage, told)


def open_office(stage: Stage) -> Facts:
    """Wait for the practice Actionstep, and point the throw-away timeline at it.

    Raises:
        CheckFailed: ``selftest.no_sandbox``, ``selftest.not_started`` or ``selftest.ended``.
    """
    seconds = stage.left(_STARTING)
    stage.facts = _sandbox(stage).hear(lambda line: "authorize_url" in line, seconds, "selftest.no_sandbox")
    names = ("authorize_url", "token_url", "client_id", "client_secret", "redirect_uri")
    told = {f"connection.{name}": str(stage.facts[name]) for name in names}
    _settle(stage, told | {"connection.environment": "custom", "connection.pause_milliseconds": "0"})
    return {}


def sign_in_by_window(stage: Stage) -> Facts:
    """Sign in through the embedded browser, in pages that fill themselves in.

    Raises:
        CheckNotRun: where this build has no browser, or it cannot run here.
        SignInFailed: if it did not end in a connection.
        CheckFailed: ``selftest.no_answer`` if nothing came of it in time.
    """
    if not has_engine():
        raise CheckNotRun("selftest.slim")
    wine = wine_version()
    if wine is not None:
        raise CheckNotRun("selftest.wine", version=wine)
    seconds = stage.left(_WINDOW)
    window = stage.program.sign_in_window("embedded")
    late = threading.Timer(seconds, window.close)
    late.start()
    try:
        _connect(stage, window)
    except SignInFailed as failed:
        if failed.code in _NOT_HERE:
            raise CheckNotRun(_NOT_HERE[failed.code]) from failed
        if failed.code == "signin.cancelled":
            raise CheckFailed("selftest.no_answer", seconds=round(seconds)) from failed
        raise
    finally:
        late.cancel()
        late.join()
    stage.news["signed in by"] = "window"
    return {}


def sign_in(stage: Stage) -> Facts:
    """See who signed in; where the window could not, sign in as with the system's browser.

    Raises:
        SignInFailed, Unavailable: if that does not end in a connection either.
        CheckFailed: ``selftest.unreachable`` if nobody answers at the practice Actionstep's address.
    """
    if "signed in by" not in stage.news:
        _sign_in_by_browser(stage)
        stage.news["signed in by"] = "browser"
    person = connect.identify(stage.program.store, stage.program.practice)
    return {"by": stage.news["signed in by"], "person": person.name}


def sync(stage: Stage) -> Facts:
    """Let the matters come.

    Raises:
        CheckFailed: ``selftest.matters`` if they are not those that there are.
    """
    program = stage.program
    done = sync_alone(program.syncing_turn, program.store, program.clock, program.practice, program.recogniser)
    if done.matters != len(_FIRM["matters"]) or done.activity_types < 1:
        raise CheckFailed("selftest.matters", found=done.matters, wanted=len(_FIRM["matters"]))
    return {"matters": str(done.matters), "activity types": str(done.activity_types)}


def send(stage: Stage) -> Facts:
    """Send one entry, and look at what the practice Actionstep has.

    Raises:
        CheckFailed: ``selftest.not_sent`` with why, or ``selftest.ledger`` if it has anything else than that entry.
    """
    program = stage.program
    today = local_date(program.clock.read().wall, program.clock.zone())

    def draft(books: Books) -> EntryId:
        wish = review.Wish(MATTER, narrative="WiseStep self-test")
        return review.add_by_hand(books, today, _WORKED, wish, program.clock.zone_name())

    number = program.store.write(draft).result()
    courier = program.courier(summary_words())
    courier.queue(number, summary_words())
    courier.run()

    def settled() -> Entry | None:
        """Return the entry once it is settled: the program that runs beside us may be the one who sends it."""
        entry = next(each for each in program.store.read(lambda books: books.entries.entries()) if each.id == number)
        return entry if entry.state in {EntryState.SENT, EntryState.REFUSED} else None

    entry = stage.until(settled, 8, "selftest.send_waits")
    if entry.state is not EntryState.SENT:
        raise CheckFailed("selftest.not_sent", reason=str(entry.reason))
    ledger = _control(stage, "ledger")
    right = [row for row in ledger if _is_ours(row, entry)]
    if len(ledger) != 1 or len(right) != 1:
        raise CheckFailed("selftest.ledger", found=len(ledger), right=len(right))
    return {"record": str(entry.remote), "hours": _HOURS}


def _is_ours(row: dict[str, Any], entry: Entry) -> bool:
    hours = Decimal(str(row["actualHours"]))
    to = int(row["links"]["action"])
    return hours == Decimal(_HOURS) and to == MATTER and int(row["id"]) == entry.remote


def _sign_in_by_browser(stage: Stage) -> None:
    browser = _Browser(stage.facts["users"][0])
    window = LoopbackBrowser(browser, timeout_seconds=stage.left(_BROWSER))
    browser.gives_up = window.close
    try:
        _connect(stage, window)
    except SignInFailed as failed:
        if failed.code == "signin.cancelled":
            raise CheckFailed("selftest.unreachable") from failed
        raise


def _sandbox(stage: Stage) -> Child:
    data = stage.folder / "firm.json"
    data.write_text(json.dumps(_FIRM), "utf-8")
    words = ("--data", str(data), "--switch", "pages=by_themselves", "--until-stdin-ends")
    return stage.started("sandbox", "sandbox", *words)


def _settle(stage: Stage, told: Mapping[str, str]) -> None:
    def settle(books: Books) -> None:
        for name, text in told.items():
            preferences.change(books, name, text)

    stage.program.store.write(settle).result()


def _connect(stage: Stage, window: SignInWindow) -> None:
    connect.connect(stage.program.store, stage.program.authorizer, window)


def _control(stage: Stage, path: str) -> Any:  # noqa: ANN401  whatever it has
    address = f"{stage.facts['control_url']}/{path}"
    with urllib.request.build_opener(_DIRECT).open(address, timeout=stage.left(5)) as answer:
        return json.loads(answer.read())


class _Browser:
    """Plays the person's own browser: sends the three pages in and follows the way back. Talks to this computer only.

    Args:
        person: whose e-mail address and password are typed.

    Attributes:
        gives_up: called where nobody answers.
    """

    gives_up: Callable[[], None]

    def __init__(self, person: dict[str, str]) -> None:
        self._person = person

    def __call__(self, url: str) -> None:
        """Begin at an address; goes on on a thread of its own, since whoever asks listens for the answer next."""
        threading.Thread(target=self._go, args=(url,), name="browser", daemon=True).start()

    def _go(self, url: str) -> None:
        opener = urllib.request.build_opener(_DIRECT, urllib.request.HTTPCookieProcessor(CookieJar()))
        try:
            with opener.open(url, timeout=5) as page:
                found = _TICKET.search(page.read().decode())
            ticket = found[1] if found else ""
            base = url.partition("/authorize")[0]
            organisation = {"org": "hartleyco"}
            for step, form in (("signin", self._person), ("organisation", organisation), ("consent", _ACCEPT)):
                data = urlencode({"ticket": ticket, **form}).encode()
                with opener.open(f"{base}/{step}", data, timeout=5) as answer:
                    answer.read()
        except OSError:
            self.gives_up()


_ACCEPT = {"decision": "accept"}
