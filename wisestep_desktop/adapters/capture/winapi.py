"""Which window is in front on Windows, and what it shows. Knows when to look and what is news; the calls are next door.

Two hooks make the wait end when another window comes to the front or the one in front gets another title; what is told
is always read afresh, so that an event which never came costs a second, not the truth.
"""

from __future__ import annotations

import sys
from collections import OrderedDict
from typing import Final

from wisestep_desktop.adapters.capture.winapi_documents import RunningDocuments
from wisestep_desktop.adapters.capture.winapi_seams import NOBODY, POLL, Desk
from wisestep_desktop.adapters.capture.winapi_text import FRAME, file_of, program
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

if sys.platform == "win32":
    from wisestep_desktop.adapters.capture.winapi_com import OfficeCalls
    from wisestep_desktop.adapters.capture.winapi_desk import WinDesk

    def _desk() -> Desk:
        return WinDesk()

    def _documents(desk: Desk) -> RunningDocuments | None:
        return RunningDocuments(OfficeCalls(), desk.nudge)
else:

    def _desk() -> Desk:
        raise CaptureUnavailable("capture.not_windows")

    def _documents(_desk: Desk) -> RunningDocuments | None:
        return None


_NAMES_KEPT: Final = 256
"""Programs whose own name is remembered: to read it means to read their file."""


class WinWindows:
    """Keeps the promises of ``ports.windows.Windows``.

    Args:
        desk: the desktop; None means the real one.
        documents: who knows the office documents; None means the real ones, on the real desktop only.

    Raises:
        CaptureUnavailable: ``capture.not_interactive``, or ``capture.not_windows`` elsewhere.
    """

    def __init__(self, desk: Desk | None = None, documents: RunningDocuments | None = None) -> None:
        self._desk = desk if desk is not None else _desk()
        self._documents = documents if desk is not None or documents is not None else _documents(self._desk)
        self._hooked = True
        self._told: Window | None = None
        self._vacant = False
        self._handle = 0
        self._owner = NOBODY
        self._path = ""
        self._application: str | None = None
        self._names: OrderedDict[str, str] = OrderedDict()

    @property
    def name(self) -> str:
        """Return ``winapi``."""
        return "winapi"

    @property
    def poll(self) -> int:
        """Return the milliseconds after which to look though no hook said so."""
        return POLL

    def start(self) -> None:
        """Hook the changes, for the messages of this thread."""
        self._hooked = self._desk.start()

    def fileno(self) -> int:
        """Return -1: the hooks' news comes with the thread's messages."""
        return -1

    def news(self) -> tuple[Window, ...]:
        """Return the window in front if it, its title or its document is not what was told last; never waits."""
        window = self._look()
        if window is None or window == self._told:
            return ()
        self._told = window
        return (window,)

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of titles (degraded where only looking every second works) and of documents."""
        if self._hooked:
            titles = SignalHealth(SignalName.TITLES, Health.WORKS)
        else:
            titles = SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.no_event_hook")
        if self._documents is None:
            return (titles, SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_documents"))
        return (titles, self._documents.health())

    def close(self) -> None:
        """Let go of hooks and documents; may be called again."""
        if self._documents is not None:
            self._documents.close()
        self._desk.close()

    def _look(self) -> Window | None:
        """Return what is in front, or None if there is nothing to say just now."""
        handle = self._desk.front()
        owner = self._desk.owner(handle) if handle else NOBODY
        if owner == NOBODY:
            return self._nobody()
        self._vacant = False
        if (handle, owner) != (self._handle, self._owner):
            self._handle, self._owner, self._path, self._application = handle, owner, "", None
            self._desk.follow(handle, owner)  # before the title is read
        if self._desk.is_bare(handle):
            return NOTHING
        title = self._desk.title(handle, owner)
        if self._application is None:
            self._application = self._recognise()
        document = None if self._documents is None else self._documents.of(self._path, handle, title)
        return Window(self._application or "", title, document)

    def _nobody(self) -> Window | None:
        """Say that nothing is in front if that is so at two looks: between two windows it is so for an instant."""
        if not self._vacant and self._told is not None:
            self._vacant = True
            return None
        if self._handle:
            self._handle, self._owner = 0, NOBODY
            self._desk.follow(0, NOBODY)
        return NOTHING

    def _recognise(self) -> str | None:
        """Return the name of the program in front; None for the frame of a Store app which is not inside yet."""
        self._path = self._desk.program(self._owner.process)
        if file_of(self._path) == FRAME:
            paths = map(self._desk.program, self._desk.guests(self._handle, self._owner.process))
            self._path = next(filter(None, paths), "")
            return self._shown_name(self._path) if self._path else None
        # A program with more rights than ours does not say what it is: the kind of its window has to do.
        return self._shown_name(self._path) if self._path else self._desk.class_name(self._handle)

    def _shown_name(self, path: str) -> str:
        if path not in self._names:
            self._names[path] = self._desk.description(path) or program(path)
            while len(self._names) > _NAMES_KEPT:
                self._names.popitem(last=False)
        self._names.move_to_end(path)
        return self._names[path]
