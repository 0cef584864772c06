"""The connection as the windows see it: connect, sync, send, and how each of them goes."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import NotConnected, SignInFailed, WiseStepError
from wisestep_desktop.core.ids import EntryId
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.sign_in import SignInWindow
from wisestep_desktop.services import connect, facts
from wisestep_desktop.services.connect import TriedOut
from wisestep_desktop.services.facts import Connection, ConnectionState
from wisestep_desktop.services.sync import Depth, Progress, SyncResult, next_sync, sync_alone
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.tasks import Tasks

_SOON = 200
_MOST_WAIT = 3_600_000
_A_SLEEP = 60_000
_START_SPREAD = 5_000


class ActionstepDesk(QObject):
    """Everything between the windows and Actionstep. Signals come on the Qt thread."""

    changed = Signal()
    synced = Signal()
    sent = Signal(object)
    trouble = Signal(object)
    connected = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, theme: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._window: SignInWindow | None = None
        self._kind = ""
        self._syncing = False
        self._begun = False
        self._pace = 0
        self._sending = False
        self._progress: Progress | None = None
        self._state = desk.store.read(facts.read_connection)
        self._sync_timer = self._timer(self.sync_by_itself)
        self._send_timer = self._timer(self.deliver)
        self._asleep = 0
        self._wake_timer = QTimer(self)
        self._wake_timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._wake_timer.setInterval(60_000)
        self._wake_timer.timeout.connect(self._look_at_clocks)

    @property
    def state(self) -> Connection:
        """Return the connection as last read."""
        return self._state

    @property
    def signing_in(self) -> bool:
        """Tell whether the sign-in window is open."""
        return self._window is not None

    @property
    def takes_pasted(self) -> bool:
        """Tell whether the sign-in goes on in the person's own browser, so that its address can be pasted."""
        return self._window is not None and self._kind == "system"

    def paste(self, redirected: str) -> bool:
        """Hand in the address the browser ended at; tell whether it was taken."""
        return self._window is not None and self._window.answer(redirected)

    @property
    def ends_soon(self) -> bool:
        """Tell whether the sign-in is about to end because Actionstep was not reached for long."""
        return self._state.ends_soon(self._desk.clock.read().wall)

    @property
    def progress(self) -> Progress | None:
        """Return how far a running sync is; None while nothing syncs or before the first page."""
        return self._progress

    @property
    def syncing(self) -> bool:
        """Tell whether a sync runs."""
        return self._syncing

    def begin(self) -> None:
        """Start what goes on by itself: syncing and sending what is owed."""
        if self._state.state is not ConnectionState.DISCONNECTED:
            # Many desks are switched on at nine behind one address: each begins at a moment of its own.
            self._sync_timer.start(_SOON + round(_START_SPREAD * SystemRandom().random()))
            self._send_timer.start(_SOON)

        self._asleep = self._sleeps()
        self._wake_timer.start()

    def _sleeps(self) -> int:
        """Return how far the clock on the wall is ahead of the one that stands still while the computer sleeps."""
        now = self._desk.clock.read()
        return now.wall - now.awake

    def _look_at_clocks(self) -> None:
        """Do at once, after a sleep, what fell due meanwhile: timers slept too."""
        before, self._asleep = self._asleep, self._sleeps()
        woke = self._asleep - before > _A_SLEEP
        if woke and self._state.state is not ConnectionState.DISCONNECTED and not self._syncing:
            self._plan_sync()
            self._send_timer.start(_SOON)

    def connect_to_actionstep(self, browser: str | None = None) -> None:
        """Open the sign-in window; a second call while it is open does nothing."""
        if self._window is not None:
            return
        kind = browser or self._settings().text("connection.browser")
        self._kind = kind
        self._window = self._desk.sign_in_window(kind, self._theme())
        self.changed.emit()
        window = self._window

        def work() -> str:
            organisation = connect.connect(self._desk.store, self._desk.authorizer(), window)
            connect.identify(self._desk.store, self._desk.practice())
            return organisation

        self._tasks.run(work, self._connected, self._not_connected, network=True)

    def cancel_sign_in(self) -> None:
        """Give up the sign-in that goes on, if one does; the connection there was before stays."""
        if self._window is not None:
            self._window.close()

    def try_out(self, done: Callable[[TriedOut], None], failed: Callable[[WiseStepError], None]) -> None:
        """Ask Actionstep a few questions that change nothing."""
        desk = self._desk
        self._tasks.run(lambda: connect.try_out(desk.practice(), desk.clock), done, failed, network=True)

    @property
    def pace(self) -> int:
        """Return the pause between two requests as it was after the last sync, in milliseconds; 0 before the first."""
        return self._pace

    def replan(self) -> None:
        """Take in that the intervals of syncing may be others now."""
        if self._state.state is not ConnectionState.DISCONNECTED and not self._syncing:
            self._plan_sync()
            self.reread()

    def disconnect_from_actionstep(self) -> None:
        """Forget the sign-in on this computer."""
        self._sync_timer.stop()
        self._send_timer.stop()
        self._tasks.run(lambda: connect.disconnect(self._desk.store), lambda _had: self.reread(), self._failed)

    def sync(self) -> None:
        """Bring the cache up to date, what was deleted there included."""
        self._sync(Depth.WALK)

    def full_sync(self) -> None:
        """Read every matter again, also what Actionstep may change without saying so."""
        self._sync(Depth.FULL)

    def sync_by_itself(self) -> None:
        """Bring the cache up to date with as little asking as will do: after the start all of it, then what is due."""
        self._sync(Depth.DUE if self._begun else Depth.CHANGES)

    def _sync(self, depth: Depth) -> None:
        """Sync; a second call while it runs does nothing."""
        if self._syncing:
            return
        self._begun = True
        self._syncing, self._progress = True, None
        self.changed.emit()
        desk = self._desk
        self._tasks.run(
            lambda: sync_alone(
                desk.syncing_turn,
                desk.store,
                desk.clock,
                desk.practice(),
                desk.recogniser,
                self._on_network_thread,
                depth,
            ),
            self._synced,
            self._sync_failed,
            network=True,
        )

    def send(self, entry: EntryId, *, closed_too: bool, refused: Callable[[WiseStepError], None]) -> None:
        """Queue an entry and deliver it; ``refused`` hears why it cannot be queued."""
        self._tasks.run(
            lambda: self._desk.courier.queue(entry, texts.summary_words(), closed_too=closed_too),
            lambda _queued: self.deliver(),
            refused,
        )

    def deliver(self) -> None:
        """Send what is due."""
        if self._sending or self._state.state is ConnectionState.DISCONNECTED:
            return
        self._sending = True
        self._tasks.run(self._desk.courier.run, self._delivered, self._delivery_failed, network=True)

    def reread(self) -> None:
        """Read the connection anew."""
        self._tasks.run(lambda: self._desk.store.read(facts.read_connection), self._read, self._failed)

    def close(self) -> None:
        """Close the sign-in window if it is open; nothing starts any more."""
        self._sync_timer.stop()
        self._send_timer.stop()
        self._wake_timer.stop()
        self._desk.hang_up()
        if self._window is not None:
            self._window.close()

    def _timer(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer

    def _settings(self) -> Settings:
        return self._desk.store.read(lambda books: Settings(books.settings.all()))

    def _connected(self, _organisation: str) -> None:
        self._window = None
        self._state = self._desk.store.read(facts.read_connection)
        self.connected.emit()
        self.sync()
        self._send_timer.start(_SOON)

    def _not_connected(self, error: WiseStepError) -> None:
        self._window = None
        self.changed.emit()
        if isinstance(error, SignInFailed) and error.code == "signin.switch_to_system":
            self.connect_to_actionstep("system")
        else:
            self.trouble.emit(error)

    def _on_network_thread(self, progress: Progress) -> None:
        self._tasks.tell(lambda: self._progressed(progress))

    def _progressed(self, progress: Progress) -> None:
        self._progress = progress
        self.changed.emit()

    def _synced(self, _result: SyncResult) -> None:
        self._syncing, self._progress = False, None
        self._pace = self._desk.practice().pace()
        self._plan_sync()
        self.reread()
        self.synced.emit()
        if self._state.outbox:
            self._send_timer.start(_SOON)  # Actionstep answers, so what rests need not rest any longer

    def _plan_sync(self) -> None:
        """Set the timer to when matters or activity types are due, whichever is sooner."""
        now = self._desk.clock.read().wall
        wait = max(0, self._desk.store.read(lambda books: next_sync(books, now)) - now)
        spread = 0.9 + 0.2 * SystemRandom().random()  # many desks behind one address must not ask in step
        self._sync_timer.start(min(_MOST_WAIT * 24, max(_SOON, round(wait * spread))))

    def _sync_failed(self, error: WiseStepError) -> None:
        self._syncing, self._progress = False, None
        if error.code == "net.sync_running":
            self._sync_timer.start(_MOST_WAIT // 60)  # another program of ours does it; look at its result then
            self.reread()
            return
        if isinstance(error, NotConnected):
            self.reread()
            self.trouble.emit(error)
            return
        self._sync_timer.start(round(60_000 * (1 + SystemRandom().random())))

        def kept(now: Connection) -> None:
            self._read(now)
            self.trouble.emit(error)

        # Told once it is kept: a reading that came before would say that all is well.
        self._tasks.run(lambda: self._kept_trouble(error), kept, self._failed)

    def _kept_trouble(self, error: WiseStepError) -> Connection:
        self._desk.store.write(lambda books: facts.keep_trouble(books, error)).result()
        return self._desk.store.read(facts.read_connection)

    def _delivered(self, touched: tuple[Entry, ...]) -> None:
        self._sending = False
        self.reread()
        self.sent.emit(touched)
        self._tasks.run(self._desk.courier.next_due, self._plan, self._failed)

    def _plan(self, due: int | None) -> None:
        if due is not None:
            wait = max(_SOON, due - self._desk.clock.read().wall)
            self._send_timer.start(min(wait, _MOST_WAIT))

    def _delivery_failed(self, error: WiseStepError) -> None:
        self._sending = False
        self._failed(error)

    def _failed(self, error: WiseStepError) -> None:
        self.trouble.emit(error)

    def _read(self, connection: Connection) -> None:
        self._state = connection
        self.changed.emit()
