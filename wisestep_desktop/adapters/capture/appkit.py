"""Which window is in front on a Mac, and what it shows. Knows when to look and what is news; the calls are next door.

Who is in front comes from one of two places, and each fails where the other does not:

- ``NSWorkspace.frontmostApplication`` knows every application and needs no permission. It is renewed while the main
  thread runs its run loop: always under Qt, never in a command that waits in Python, where it keeps its first answer.
- The Accessibility API's focused application is asked anew each time. It needs the permission, and says nothing while a
  menu of a program without windows is open, or for a browser that was never asked for accessibility.

So the first counts while the main run loop runs, and the second otherwise. Window lists of the window server are never
read: their titles need the permission to record the screen.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from typing import Final

from wisestep_desktop.adapters.capture.appkit_front import FrontProcess
from wisestep_desktop.adapters.capture.appkit_seams import Accessibility, Application, AxError, Workspace
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.windows import SourceLostError

if sys.platform == "darwin":
    from wisestep_desktop.adapters.capture.appkit_calls import RealWorkspace, accessibility

    def _real() -> tuple[Workspace, Accessibility]:
        return RealWorkspace(), accessibility()
else:

    def _real() -> tuple[Workspace, Accessibility]:
        raise CaptureUnavailable("capture.not_here")


POLL: Final = 1_000
"""Milliseconds after which to look though nothing was heard: some programs tell no change of their title."""

GAP: Final = 50
"""Milliseconds between two looks: a window that renames itself all the time must not keep us asking."""

PERMISSION: Final = 10_000
"""Milliseconds between two looks at the permission."""

LIMIT: Final = 0.25
"""Seconds a program may take to answer; the system's own limit is several seconds."""

HUNG: Final = 5_000
"""Milliseconds for which a program that did not answer is left alone, at most."""

_COVERS: Final = frozenset(
    {"com.apple.loginwindow", "com.apple.screensaver.engine", "loginwindow", "screensaverengine"}
)
"""What is in front of a locked or sleeping screen: bundles, and names for where there is no bundle."""


def _awake() -> int:
    return time.monotonic_ns() // 1_000_000


class AppKitWindows:
    """Keeps the promises of ``ports.windows.Windows``.

    Whether titles may be read is what the last reading showed. What the system says of it (``AXIsProcessTrusted``) is
    only the first guess: it is known to stay true after the permission was deleted, and false after it was given.

    Args:
        workspace: who is in front; None means the real one.
        ax: what they show; None means the real one.
        clock: milliseconds of a clock that is never set.

    Raises:
        CaptureUnavailable: ``capture.no_display`` without a session, or ``capture.not_here`` on other systems.
    """

    name = "appkit"

    def __init__(
        self,
        workspace: Workspace | None = None,
        ax: Accessibility | None = None,
        *,
        clock: Callable[[], int] = _awake,
    ) -> None:
        if workspace is None or ax is None:
            workspace, ax = _real()
        self._workspace, self._ax, self._clock = workspace, ax, clock
        self._own = workspace.own_process()
        self._due = threading.Event()
        self._next_look = self._looked = 0
        self._next_check = clock()
        self._said: bool | None = None
        self._allowed = False
        self._probing = False
        self._lost = False
        self._told: Window | None = None
        self._told_of: Application | None = None
        self._application: Application | None = None
        self._front: FrontProcess | None = None
        self._hangs_until = self._patience = 0
        self._vacant = self._failed = False
        self._was_live = workspace.is_live()
        if not workspace.has_session():
            raise CaptureUnavailable("capture.no_display")
        workspace.frontmost()
        self._check(clock())

    @property
    def poll(self) -> int:
        """Return the milliseconds after which to look though nothing was heard; few while a look is owed."""
        return GAP if self._due.is_set() else POLL

    def start(self) -> None:
        """Listen to activations, and let no program keep this thread."""
        self._ax.limit(LIMIT)
        self._workspace.listen(self._due.set)

    def fileno(self) -> int:
        """Return -1: news comes with the thread's run loop."""
        return -1

    def news(self) -> tuple[Window, ...]:
        """Return what is in front if it, its title or its document is not what was told last.

        Asks other programs only if something was heard or a second has gone by, and waits for each ``LIMIT`` at most.

        Raises:
            SourceLostError: ``capture.display_lost`` once this process has no session any more.
        """
        if self._lost:
            raise SourceLostError("capture.display_lost")
        now = self._clock()
        if self._told is not None and now < (self._looked + GAP if self._due.is_set() else self._next_look):
            return ()
        self._due.clear()  # before looking: what is heard meanwhile counts
        self._looked, self._next_look = now, now + POLL
        window = self._look(now)
        if window is None:
            return ()
        is_news = window != self._told
        self._told, self._told_of = window, self._application
        return (window,) if is_news else ()

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of titles and documents: both need the Accessibility permission."""
        if self._lost:
            off = (SignalName.TITLES, SignalName.DOCUMENTS)
            return tuple(SignalHealth(signal, Health.OFF, "capture.display_lost") for signal in off)
        if self._allowed:
            return SignalHealth(SignalName.TITLES, Health.WORKS), SignalHealth(SignalName.DOCUMENTS, Health.WORKS)
        titles = Health.DEGRADED if self._was_live else Health.OFF  # not even the application is known then
        return (
            SignalHealth(SignalName.TITLES, titles, "capture.no_accessibility"),
            SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_accessibility"),
        )

    def ask_permission(self) -> bool:
        """Let the system ask the person for the permission; return whether it is there. Safe from any thread."""
        given = self._ax.ask()
        self._next_check = self._clock()
        self._due.set()
        return given

    def close(self) -> None:
        """Let go of observer and notifications; may be called again."""
        self._lost = True
        self._leave()
        self._workspace.close()

    def _look(self, now: int) -> Window | None:
        """Return what is in front, or None if there is nothing to say just now."""
        self._check(now)
        application = self._in_front()
        if application is None:
            return self._nobody()
        self._vacant = False
        if {application.bundle.lower(), application.name.lower()} & _COVERS:
            self._leave()
            return NOTHING
        if application != self._application:
            self._leave()
            self._application = application
            if application.process != self._own:  # our own would answer on this thread, inside AppKit
                self._front = FrontProcess(self._ax, application.process, self._due.set)
        return self._read(application, now)

    def _in_front(self) -> Application | None:
        if self._workspace.is_live():
            self._was_live = True
            return self._workspace.frontmost()
        process = self._ax.focused() if self._allowed or self._probing else 0
        return self._workspace.application(process) if process else None

    def _nobody(self) -> Window | None:
        """Say that nothing is in front if that is so at two looks: between two applications it is so for an instant."""
        if not self._workspace.has_session():
            self._lost = True
            self._leave()
            raise SourceLostError("capture.display_lost")
        if not self._vacant and self._told is not None:
            self._vacant = True
            return None
        self._leave()
        return NOTHING

    def _read(self, application: Application, now: int) -> Window | None:
        front = self._front
        if front is None:  # our own window; a title, because none would look like a lost permission
            return Window(application.name, application.name)
        bare = Window(application.name, "")
        if not (self._allowed or self._probing):
            return bare
        if now < self._hangs_until:
            return self._as_told(bare)
        if self._allowed:
            front.observe()
        reading = front.read()
        self._judge(reading.error)
        if not self._allowed:
            return bare
        match reading.error:
            case AxError.CANNOT_COMPLETE:
                self._patience = min(max(2 * self._patience, POLL), HUNG)
                self._hangs_until = now + self._patience
                return self._as_told(bare)
            case AxError.INVALID_UI_ELEMENT:
                self._leave()  # it has ended; who comes next is seen at the next look
                return None if self._told is not None else bare
            case AxError.FAILURE if not self._failed:  # a window that has just closed: once only
                self._failed = True
                return self._as_told(bare)
        self._patience, self._failed = 0, False
        return Window(application.name, reading.title, reading.document)

    def _as_told(self, bare: Window) -> Window | None:
        """Keep what was told of an application that does not answer just now; tell its name if it is new."""
        return None if self._told is not None and self._told_of == self._application else bare

    def _check(self, now: int) -> None:
        """Ask for the permission, seldom, and try once to read without it."""
        if now < self._next_check:
            return
        self._next_check = now + PERMISSION
        self._probing = True
        said = self._ax.trusted()
        if said is not self._said:
            self._said = said
            self._allow(allowed=said)

    def _judge(self, error: AxError) -> None:
        self._probing = False
        if error is AxError.SUCCESS:
            self._allow(allowed=True)
        elif error is AxError.API_DISABLED:
            self._allow(allowed=False)

    def _allow(self, *, allowed: bool) -> None:
        if allowed is self._allowed:
            return
        self._allowed = allowed
        if not allowed and self._front is not None:
            self._front.close()

    def _leave(self) -> None:
        """Follow nobody."""
        if self._front is not None:
            self._front.close()
        self._front = self._application = None
        self._hangs_until = self._patience = 0
        self._failed = False
