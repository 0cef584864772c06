"""The tray app: what starts in which order, and how it ends with nothing lost.

The modules of the windows are loaded when the first of them is shown: most starts are hidden, and many days end so.
"""

from __future__ import annotations

import logging
import signal
import socket
import sys
import threading
from collections.abc import Callable
from contextlib import ExitStack
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.forget import wipe_what_is_owed
from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.services.timeline import read_day
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.habits import take_on
from wisestep_desktop.shell.icons import icon
from wisestep_desktop.shell.instance import Instance
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.reminders import Reminders
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.sweeper import Sweeper
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.team_desk import TeamDesk
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.tidying import Tidying
from wisestep_desktop.shell.tray import Tray
from wisestep_desktop.shell.updates import Updates
from wisestep_desktop.shell.words import language, tr

if TYPE_CHECKING:
    from wisestep_desktop.shell.views.settings.values import SettingValues
    from wisestep_desktop.shell.views.team.join_window import JoinWindow
    from wisestep_desktop.shell.views.team.team_page import TeamPage
    from wisestep_desktop.shell.views.timeline_window import TimelineWindow

_log = logging.getLogger("wisestep")

Attend = Callable[[Recording, Instance], QObject]
"""Makes somebody who stands beside the running program for as long as it runs."""


class App(QObject):
    """Everything visible, wired together. Windows are made when they are first shown."""

    def __init__(self, application: QApplication, desk: Desk, instance: Instance) -> None:
        super().__init__()
        self._application = application
        self._desk = desk
        self._instance = instance
        settings = desk.store.read(lambda books: Settings(books.settings.all()))
        take_on(application, language(), settings.text("appearance.durations"))
        self._theme = Theme(application, settings.text("appearance.theme"), settings.number("appearance.text_percent"))
        self._sweeper = Sweeper(self)
        self._tasks = Tasks(self)
        self._recording = Recording(desk, self._tasks, self)
        self._actionstep = ActionstepDesk(desk, self._tasks, self._scheme, self)
        self._discretion = Discretion(self, in_calls=settings.flag("privacy.hide_names_in_calls"))
        self._tray = Tray(self._recording, self._actionstep, self._discretion, self)
        self._reminders = Reminders(
            desk, self._tasks, self._recording, self._actionstep, self._discretion, self._tray.notify, self
        )
        self._teams = TeamDesk(desk, self._tasks, self)
        self._joining: JoinWindow | None = None
        self._tidying = Tidying(desk, self._tasks, self)
        self._updates = Updates(desk, self._tasks, self)
        self._window: TimelineWindow | None = None
        self._listen(application, instance)

    def _listen(self, application: QApplication, instance: Instance) -> None:
        """Hear the tray, a second start, the system, and what was done in the background."""
        self._tidying.done.connect(self._tidied)
        self._updates.heard.connect(self._look_again)
        self._tray.message_clicked.connect(self._reminders.clicked)
        self._reminders.opened.connect(self._open_notice)
        self._tray.opened.connect(self.show_window)
        self._tray.quit_asked.connect(application.quit)
        self._tray.looked_at.connect(self._count)
        self._tray.health_asked.connect(self._show_health)
        self._tray.learned_asked.connect(self._show_learned)
        self._tray.settings_asked.connect(self._show_settings)
        instance.raised.connect(self.show_window)
        instance.opened.connect(self.open_invitation)
        instance.quit_asked.connect(application.quit)
        self._actionstep.connected.connect(self._teams.someone_signed_in)
        self._teams.applied.connect(self._applied)
        self._teams.changed.connect(self._look_again)
        application.aboutToQuit.connect(self.close)
        if isinstance(application, Application):
            application.opened.connect(self.open_invitation)

    @property
    def recording(self) -> Recording:
        """Return recording as the windows see it."""
        return self._recording

    def begin(self, *, hidden: bool) -> None:
        """Record if that was agreed to, and show the window unless asked not to."""
        self._tasks.run(lambda: wipe_what_is_owed(self._desk.store), lambda _done: None, lambda _error: None)
        if self._recording.consented:
            self._recording.start()
        else:
            hidden = False  # consent comes before anything else
        self._actionstep.begin()
        self._reminders.begin()
        self._teams.begin()
        self._tidying.begin()
        self._updates.begin()
        if not hidden or not self._tray.available:
            self.show_window()

    def show_window(self) -> None:
        """Open the timeline, or bring it to the front."""
        from wisestep_desktop.shell.views.timeline_window import TimelineWindow  # noqa: PLC0415  see above

        if self._window is None:
            self._window = TimelineWindow(
                self._desk, self._tasks, self._theme, self._recording, self._actionstep, self._discretion
            )
            self._window.setWindowIcon(QIcon(icon("wisestep", "#ffffff")))
            self._window.quit_asked.connect(self._window_closed)
            self._window.others.add_page(self._team_page)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _show_health(self) -> None:
        self.show_window()
        if self._window is not None:
            self._window.show_health()

    def _show_learned(self) -> None:
        self.show_window()
        if self._window is not None:
            self._window.show_learned()

    def _show_settings(self) -> None:
        self.show_window()
        if self._window is not None:
            self._window.others.settings()

    def _tidied(self) -> None:
        if self._window is not None:
            self._window.refresh()

    def show_radar(self) -> None:
        """Open the list of what is not sent, one of them at most."""
        self.show_window()
        if self._window is not None:
            self._window.others.radar()

    def open_invitation(self, opened: str) -> None:
        """Show what an invitation leads to, given as its link or the path of its file."""
        from wisestep_desktop.shell.views.team.join_window import JoinWindow  # noqa: PLC0415  see above

        self.show_window()
        if self._joining is None:
            self._joining = JoinWindow(self._desk, self._teams, self._window)
            self._joining.joined.connect(self._joined)
        self._joining.show()
        self._joining.raise_()
        self._joining.activateWindow()
        self._joining.open_invitation(opened)

    def _joined(self) -> None:
        """Say what comes next: a team brings settings, and only signing in brings matters."""
        if self._actionstep.state.state is ConnectionState.DISCONNECTED:
            self._tray.notify(tr("You have joined the team. Connect to Actionstep to see your matters."))

    def _team_page(self, _values: SettingValues) -> TeamPage:
        from wisestep_desktop.shell.views.team.team_page import TeamPage  # noqa: PLC0415  see above

        page = TeamPage(self._desk, self._theme, self._teams)
        page.open_asked.connect(self.open_invitation)
        return page

    def _applied(self, names: tuple[str, ...]) -> None:
        """Let what the team decided take effect where it is seen."""
        _log.info("the team decided %s", ", ".join(names))
        self._actionstep.reread()
        if self._window is not None:
            self._window.refresh()

    def _look_again(self) -> None:
        if self._window is not None:
            self._window.refresh_notices()

    def _open_notice(self, notice: Notice) -> None:
        """Show what a message of the system was about."""
        self.show_window()
        if notice.kind is NoticeKind.UNSENT:
            self.show_radar()
        elif notice.since is not None and self._window is not None:
            self._window.go_to(notice.since)

    def close(self) -> None:
        """Stop in order: recording is kept first, then work in hand ends, then the windows go."""
        self._desk.recogniser.close()
        self._recording.close()
        self._reminders.close()
        self._teams.close()
        self._tidying.close()
        self._updates.close()
        self._actionstep.close()
        self._tasks.close()
        self._tray.close()
        self._sweeper.close()
        if self._window is not None:
            self._window.hide()
            self._window.deleteLater()
            self._window = None
        self._instance.release()

    def _scheme(self) -> str:
        return "dark" if self._theme.tokens.dark else "light"

    def _window_closed(self) -> None:
        if not self._tray.available:
            self._application.quit()

    def _count(self) -> None:
        desk = self._desk
        zone = desk.clock.zone()
        today = local_date(desk.clock.read().wall, zone)
        self._tasks.run(
            lambda: desk.store.read(lambda books: read_day(books, today, zone)).totals.worked,
            self._tray.show_total,
            lambda _error: None,
        )


class Application(QApplication):
    """Hears what macOS hands a running program to open, instead of starting it a second time."""

    opened = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Tell of a link or a file; it is sent to the application itself."""
        if isinstance(event, QFileOpenEvent):
            self.opened.emit(event.file() or event.url().toString())
            return True
        return super().event(event)


def make_application(arguments: list[str]) -> QApplication:
    """Return the application, with Qt's own messages and stray errors sent to the log."""
    _catch_strays()
    QGuiApplication.setDesktopFileName("wisestep")
    application = Application(arguments)
    application.setApplicationName("WiseStep")
    application.setApplicationDisplayName("WiseStep")
    application.setQuitOnLastWindowClosed(False)
    return application


def run(
    application: QApplication,
    desk: Desk,
    instance: Instance,
    *,
    hidden: bool,
    opens: str = "",
    attend: Attend | None = None,
) -> int:
    """Run until quit; return the exit status.

    Args:
        application: whose loop runs.
        desk: use cases and ports.
        instance: the single running program.
        hidden: without a window.
        opens: an invitation's link or file, to be opened first.
        attend: makes who tells a self-test how it goes.
    """
    with ExitStack() as stack:
        stack.enter_context(_Signals(application.quit))
        app = App(application, desk, instance)
        attendant = None if attend is None else attend(app.recording, instance)
        app.begin(hidden=hidden)
        if opens:
            app.open_invitation(opens)
        status = application.exec()
        app.deleteLater()
        del attendant
    return status


def tell_the_end(delete: Callable[[], None]) -> None:
    """Delete everything, and say how that went: the last that this program says."""
    try:
        delete()
        text = tr("Everything was deleted: the timeline, its copies, its log and its key. WiseStep has closed.")
    except WiseStepError as error:
        text = explain(error)
    _tell(text)


def tell_why_not(error: WiseStepError) -> None:
    """Say in a window of its own what kept the program from going on, and wait until it was read."""
    application = QApplication.instance() or make_application(["wisestep"])
    _tell(explain(error))
    del application


def _tell(text: str) -> None:
    box = QMessageBox(QMessageBox.Icon.Information, "WiseStep", text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()


class _Signals:
    """Lets Ctrl-C and a session manager's SIGTERM end the program in order.

    A Python handler runs only when the interpreter does, so a wake-up socket brings the event loop to life.
    """

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave

    def __enter__(self) -> None:
        self._read, self._write = socket.socketpair()
        self._write.setblocking(False)  # noqa: FBT003  Python's own signature
        signal.set_wakeup_fd(self._write.fileno())
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._woken)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda _number, _frame: self._leave())

    def _woken(self) -> None:
        self._read.recv(64)

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        self._read.close()
        self._write.close()


def _catch_strays() -> None:
    """Send what nobody handles to the log, without any text of the person's."""

    def stray(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("stray %s", kind.__name__, exc_info=(kind, error, trace))

    sys.excepthook = stray
    threading.excepthook = lambda told: stray(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)
    qInstallMessageHandler(_qt_message)


def _qt_message(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    if kind in (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg):
        _log.error("Qt: %s", message)
    elif kind is QtMsgType.QtWarningMsg:
        _log.warning("Qt: %s", message)
