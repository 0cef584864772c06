"""Which file the office program in front shows, asked on a thread of its own. Knows patience; knows no COM.

An office program answers when it likes, and not at all while one of its dialogs is open. So the answer is never waited
for: it is told once it has come, if the same window is still in front.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from wisestep_desktop.adapters.capture.winapi_seams import Office
from wisestep_desktop.adapters.capture.winapi_text import OFFICE, belongs, file_of, is_path
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

PATIENCE: Final = 2_000
"""Milliseconds after which a call is given up, as far as Windows lets us."""

AGAIN: Final = 5_000
"""Milliseconds before the same question is asked again that got no answer."""

_REMEMBERED: Final = 64
_LAST_WAIT: Final = 2.0
"""Seconds that closing waits for a program that does not answer."""


@dataclass(frozen=True, slots=True)
class _Question:
    """Which document shows the window ``handle``, titled ``title``, of this program?"""

    program: str
    handle: int
    title: str


class RunningDocuments:
    """Tells the document of Word, Excel and PowerPoint; of other programs nothing. At most one call is under way.

    Args:
        office: who is asked; used on this class's own thread.
        nudge: called, on that thread, when an answer has come.
        now: milliseconds of a clock that never goes back.
    """

    def __init__(
        self,
        office: Office,
        nudge: Callable[[], None],
        now: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
    ) -> None:
        self._office = office
        self._nudge = nudge
        self._now = now
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closing = False
        self._asked: _Question | None = None
        self._asked_at = 0
        self._cancelled = False
        self._answer: tuple[_Question, str | None] | None = None
        self._known: OrderedDict[_Question, str | None] = OrderedDict()
        self._silent: tuple[_Question, int] | None = None

    def of(self, path: str, handle: int, title: str) -> str | None:
        """Return the document of the window in front as far as it is known; asks if it is not. Never waits.

        Args:
            path: of the window's program.
            handle: the window.
            title: its title; another one means that another document may be shown.
        """
        question = _Question(file_of(path), handle, title)
        with self._changed:
            self._take_answer(question)
            if question.program not in OFFICE or self._closing:
                return None
            if question in self._known:
                self._known.move_to_end(question)
                return self._known[question]
            self._ask(question)
        return None

    def health(self) -> SignalHealth:
        """Return the health of documents; degraded while a program keeps us waiting. Safe from any thread."""
        with self._changed:
            if self._asked is not None and self._now() - self._asked_at > PATIENCE:
                return SignalHealth(SignalName.DOCUMENTS, Health.DEGRADED, "capture.documents_slow")
        return SignalHealth(SignalName.DOCUMENTS, Health.WORKS)

    def close(self) -> None:
        """End the thread; a call that hangs is cancelled, and left behind if Windows cannot. May be called again."""
        with self._changed:
            self._closing = True
            hangs = self._asked is not None
            self._changed.notify_all()
        if self._thread is not None:
            if hangs:
                self._office.cancel()
            self._thread.join(_LAST_WAIT)

    def _take_answer(self, front: _Question) -> None:
        """Keep an answer if the window it was asked of is still the one in front: else it may be another's."""
        if self._answer is None:
            return
        question, told = self._answer
        self._answer = None
        if question != front:
            return
        if told is None:
            self._silent = (question, self._now())
            return
        self._known[question] = told if is_path(told) and belongs(told, question.title) else None
        while len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)

    def _ask(self, question: _Question) -> None:
        now = self._now()
        if self._asked is not None:
            if now - self._asked_at > PATIENCE and not self._cancelled:
                self._cancelled = True
                self._office.cancel()
            return
        if self._silent is not None and self._silent[0] == question and now - self._silent[1] < AGAIN:
            return
        self._asked, self._asked_at, self._cancelled = question, now, False
        if self._thread is None:
            # A daemon: an office program that never answers must not keep ours from ending.
            self._thread = threading.Thread(target=self._run, name="documents", daemon=True)
            self._thread.start()
        self._changed.notify_all()

    def _run(self) -> None:
        self._office.begin()
        try:
            while (question := self._next()) is not None:
                told = self._office.document(*OFFICE[question.program])
                with self._changed:
                    self._asked, self._answer = None, (question, told)
                self._nudge()
        finally:
            self._office.end()

    def _next(self) -> _Question | None:
        with self._changed:
            self._changed.wait_for(lambda: self._asked is not None or self._closing)
            return None if self._closing else self._asked
