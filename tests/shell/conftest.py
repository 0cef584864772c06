"""The windows over a real store and a real sandbox; only the desktop and the clock are played."""

from __future__ import annotations

import gc
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import eight_hours
from tests.fakes.watcher import ReplayWatcher, Show
from tests.services.firm_team import KeysInMemory
from tests.services.office import Office, PageWalker
from tests.services.releasing import office_updates
from wisestep_desktop.adapters.export.json_lines import JsonLines
from wisestep_desktop.adapters.system.autostart_xdg import XdgAutostart
from wisestep_desktop.adapters.system.faults import FaultFiles
from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures
from wisestep_desktop.adapters.team.places import Places
from wisestep_desktop.bootstrap.files import exporter_of
from wisestep_desktop.bootstrap.leaving import packages, premises
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.instants import from_datetime, local_date, to_datetime
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.policy import Policy
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import preferences
from wisestep_desktop.services.membership import TeamTools
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.team_desk import TeamDesk
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.team.team_page import TeamPage
from wisestep_desktop.shell.views.timeline_window import TimelineWindow
from wisestep_desktop.shell.words import resources

MINUTE = 60_000
LISTS = load(resources())


@dataclass
class Room:
    """An open timeline window and everything behind it."""

    qtbot: QtBot
    office: Office
    watcher: ReplayWatcher
    tasks: Tasks
    theme: Theme
    recording: Recording
    actionstep: ActionstepDesk
    discretion: Discretion
    window: TimelineWindow
    displays: list[ReplayWatcher]
    desk: Desk
    teams: TeamDesk

    def until(self, holds: Callable[[], object]) -> None:
        """Wait until something holds, letting Qt work."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)

    def begin(self) -> None:
        """Agree to be recorded, and wait until it is so."""
        self.recording.consent()
        self.until(lambda: self.recording.running)

    def work(self, application: str, title: str, minutes: float) -> None:
        """Spend some minutes in a window, with the keyboard in use."""
        self.watcher.play(Show(Window(application, title)))
        self.watcher.settle()
        left = round(minutes * MINUTE)
        while left > 0:  # a person's inputs are never minutes apart
            step = min(left, 5_000)
            self.office.clock.advance(step)
            left -= step
            self.watcher.play(Show(Window(application, title)))
        self.watcher.settle()

    def leave(self) -> None:
        """Turn to our own window, which closes the visit before."""
        self.watcher.play(Show(Window("WiseStep", "WiseStep")))
        self.watcher.settle()
        self.office.store.write(lambda _books: None).result()
        self.window.refresh()

    def rows(self) -> list[DayRow]:
        """Return the rows as listed."""
        return list(self.window._page._model.rows())

    def row(self, title: str) -> DayRow:
        """Wait for a row and return it."""
        self.until(lambda: [each for each in self.rows() if each.window.title == title])
        return next(each for each in self.rows() if each.window.title == title)

    def select(self, *titles: str) -> None:
        """Select rows by title."""
        self.window._page._select([self.row(title).row.id for title in titles])
        self.until(lambda: self.window._page._panel.subject is not None)

    def sent(self) -> int:
        """Return how many entries are sent."""
        return sum(entry.state is EntryState.SENT for entry in self.office.entries())


def _wait_for_morning(office: Office) -> None:
    """Begin at nine o'clock, on all clocks: rows are cut at each full hour, days at midnight."""
    now = to_datetime(office.clock.read().wall, office.clock.zone())
    nine = (now + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
    wait = from_datetime(nine) - office.clock.read().wall
    office.clock.advance(wait)
    office.sandbox.advance(wait / 1_000)


@pytest.fixture(scope="session")
def _only_new_garbage() -> Iterator[None]:
    """Let collections pass over what was there before the first window: thousands of collected tests."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _swept(_only_new_garbage: None) -> Iterator[None]:
    """Collect garbage between tests and on this thread, as the program does (docs/adr/0022)."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Sandbox() as sandbox, Office(tmp_path, sandbox) as made:
        _wait_for_morning(made)
        made.set("appearance.theme", "light")
        yield made


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """Return the one theme of the program: an application is dressed once."""
    return Theme(qapp, "light")


@pytest.fixture
def make_room(qtbot: QtBot, theme: Theme, office: Office) -> Iterator[Callable[..., Room]]:
    rooms: list[Room] = []
    owners: list[QObject] = []

    def make(walker: object | None = None, obstacles: tuple[str, ...] = ()) -> Room:
        office.configure()
        watcher = ReplayWatcher()
        displays = [watcher]
        ahead = list(obstacles)

        def watch() -> ReplayWatcher:
            if ahead:
                raise CaptureUnavailable(ahead.pop(0))
            return displays[-1]

        tools = TeamTools(office.store, office.clock, Ed25519Signatures(), KeysInMemory(), Places("0"))
        desk = Desk(
            store=office.store,
            clock=office.clock,
            recogniser=office.recogniser,
            courier=office.courier(),
            practice=lambda: office.practice,
            authorizer=lambda: office.authorizer,
            sign_in_window=lambda _kind, _theme: walker or PageWalker(office.sandbox),  # type: ignore[arg-type, return-value]
            watcher=watch,
            lists=LISTS,
            rules=lambda books: preferences.recording_rules(books, LISTS),
            recording_turn=FileTurn(office.folder / "recording.lock"),
            syncing_turn=FileTurn(office.folder / "syncing.lock"),
            hang_up=lambda: None,
            exporter=exporter_of,
            autostart=lambda: XdgAutostart(office.folder / "autostart"),
            own_command=lambda *words: ["wisestep", *words],
            teams=lambda: tools,
            mint=secrets.token_bytes,
            policy=Policy(),
            premises=premises(office.folder),
            archive=JsonLines,
            packages=packages,
            updates=lambda: office_updates(office),
            crashes=FaultFiles(office.folder, office.folder / "wisestep.log", {}),
            delete_at_end=lambda: office.deleted.append(True),
            folder=office.folder,
            version="1.2.9",
            system="linux",
        )
        owner = QObject()
        tasks = Tasks(owner)
        recording = Recording(desk, tasks, owner)
        actionstep = ActionstepDesk(desk, tasks, lambda: "light", owner)
        discretion = Discretion(owner)
        teams = TeamDesk(desk, tasks, owner)
        window = TimelineWindow(desk, tasks, theme, recording, actionstep, discretion)
        window.others.add_page(lambda _values: TeamPage(desk, theme, teams))
        room = Room(
            qtbot, office, watcher, tasks, theme, recording, actionstep, discretion, window, displays, desk, teams
        )
        rooms.append(room)
        owners.append(owner)
        window.show()
        qtbot.waitExposed(window)
        return room

    yield make
    for room in rooms:
        room.recording.close()
        room.actionstep.close()
        room.tasks.close()
        room.window.hide()
        room.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # windows go before what they stand on
    for owner in owners:
        owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def room(make_room: Callable[..., Room]) -> Room:
    """Return a room in which recording runs, not connected."""
    made = make_room()
    made.begin()
    return made


@pytest.fixture
def connected(office: Office, make_room: Callable[..., Room]) -> Room:
    """Return a room in which recording runs, connected and synced."""
    office.connect()
    office.sync()
    office.store.write(lambda books: preferences.change(books, "BILLABLE_TIME_ROUNDING_SEC", "360")).result()
    made = make_room()
    made.begin()
    return made


@pytest.fixture
def evening(connected: Room) -> Room:
    """Return a room that shows yesterday, which was a normal day of eight hours."""
    office = connected.office
    zone = office.clock.zone()
    day = local_date(office.clock.read().wall, zone) - timedelta(days=1)
    office.store.write(lambda books: eight_hours.live(books, office.recogniser, day, zone)).result()
    connected.window.go_to(day)
    connected.until(lambda: len(connected.rows()) > 40 and connected.window._page._model.day.day == day)  # type: ignore[union-attr]
    connected.window.activateWindow()
    connected.window._page.focus_list()
    return connected
