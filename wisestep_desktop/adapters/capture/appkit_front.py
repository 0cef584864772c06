"""The process in front of a Mac: the one observer there is, and what its focused window says.

Only attributes of windows are read: to walk a window's inside would make browsers build a tree for it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from wisestep_desktop.adapters.capture.appkit_seams import (
    DOCUMENT,
    FOCUSED_WINDOW,
    FOCUSED_WINDOW_CHANGED,
    MAIN_WINDOW,
    MAIN_WINDOW_CHANGED,
    TITLE,
    TITLE_CHANGED,
    Accessibility,
    AxError,
    Element,
    Observer,
)

_TRIES: Final = 20
"""How often to ask for an observer, once a look: a program that has just started cannot be observed yet."""

_HAS_NONE: Final = frozenset({AxError.SUCCESS, AxError.NO_VALUE, AxError.ATTRIBUTE_UNSUPPORTED})
"""How a program answers that has no focused window; a few of them have a main window all the same."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the focused window says; ``error`` is what kept it from saying more."""

    error: AxError
    title: str = ""
    document: str | None = None


class FrontProcess:
    """Observes one process and reads its focused window.

    Args:
        ax: the Accessibility API.
        process: its number; never our own (see ADR 13).
        heard: called, on the thread that reads, when another reading is due.
    """

    def __init__(self, ax: Accessibility, process: int, heard: Callable[[], None]) -> None:
        self._ax = ax
        self._process = process
        self._heard = heard
        self._element = ax.element(process)
        self._observer: Observer | None = None
        self._tries = _TRIES
        self._window: Element | None = None
        self._follows_title = False
        self._silent = False

    def observe(self) -> None:
        """Ask for events, unless they come already; without them, looking every second has to do."""
        if self._observer is not None or not self._tries:
            return
        self._tries -= 1
        _, observer = self._ax.create(self._process, self._heard)
        if observer is None:
            return
        for notification in (FOCUSED_WINDOW_CHANGED, MAIN_WINDOW_CHANGED):
            if self._ax.add(observer, self._element, notification) is AxError.CANNOT_COMPLETE:
                self._ax.release(observer)  # it has just started or hangs: what it was told so far goes with the port
                return
        self._observer = observer
        self._ax.attach(observer)

    def read(self) -> Reading:
        """Read the focused window; waits as long as the limit allows, once, for a program that hangs."""
        error, window = self._focused()
        if window is not None:
            self._follow(window)  # before the title is read, so that no change falls in between
            error, title = self._ax.text(window, TITLE)
            if error in {AxError.SUCCESS, AxError.NO_VALUE, AxError.ATTRIBUTE_UNSUPPORTED}:
                _, document = self._ax.text(window, DOCUMENT)
                return Reading(AxError.SUCCESS, title, path_of(document))
            if error is AxError.INVALID_UI_ELEMENT:  # the window closed just now; its program has not
                error = AxError.FAILURE
        elif error in _HAS_NONE:
            self._unfollow()
        self._silent = error is AxError.CANNOT_COMPLETE
        return Reading(error)

    def close(self) -> None:
        """Let go of observer and source; a program that hangs or has ended is not asked about it."""
        if self._observer is None:
            return
        self._unfollow()
        if not self._silent:
            for notification in (FOCUSED_WINDOW_CHANGED, MAIN_WINDOW_CHANGED):
                self._ax.remove(self._observer, self._element, notification)
        observer, self._observer = self._observer, None
        self._ax.detach(observer)
        self._ax.release(observer)

    def _focused(self) -> tuple[AxError, Element | None]:
        error, window = self._ax.window(self._element, FOCUSED_WINDOW)
        if window is None and error in _HAS_NONE:
            main, window = self._ax.window(self._element, MAIN_WINDOW)
            error = error if main in _HAS_NONE else main
        self._silent = error is AxError.CANNOT_COMPLETE
        return error, window

    def _follow(self, window: Element) -> None:
        """Ask for changes of this window's title instead of the last one's."""
        is_new = self._window is None or not self._ax.same(self._window, window)
        if is_new:
            self._unfollow()
            self._window = window
        if self._observer is not None and not self._follows_title:
            error = self._ax.add(self._observer, window, TITLE_CHANGED)
            self._follows_title = error is not AxError.CANNOT_COMPLETE  # any other answer will not get better

    def _unfollow(self) -> None:
        if self._observer is not None and self._window is not None and self._follows_title and not self._silent:
            self._ax.remove(self._observer, self._window, TITLE_CHANGED)
        self._window, self._follows_title = None, False


def path_of(document: str) -> str | None:
    """Return the POSIX path of a file URL; None for anything else: a browser's address is nobody's document."""
    try:
        told = urlsplit(document)
    except ValueError:
        return None
    if told.scheme.lower() != "file" or told.netloc.lower() not in {"", "localhost"}:
        return None
    path = unquote(told.path)
    return None if not path.startswith("/") or path.startswith("/.file/") else path  # the latter is a number, no path
