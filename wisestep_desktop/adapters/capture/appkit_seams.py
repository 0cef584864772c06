"""What watching a window asks of macOS, as promises: the real calls keep them, and so does a fake on any system.

Numbers and names are those of Apple's ``AXError.h``, ``AXAttributeConstants.h`` and ``AXNotificationConstants.h``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Final, NewType, Protocol

Element = NewType("Element", object)
"""An application or a window, as the Accessibility API names it."""

Observer = NewType("Observer", object)
"""What hears of changes in one process. It owns a Mach port: one that is left over is a leak in the kernel."""

FOCUSED_WINDOW: Final = "AXFocusedWindow"
MAIN_WINDOW: Final = "AXMainWindow"
TITLE: Final = "AXTitle"
DOCUMENT: Final = "AXDocument"

FOCUSED_WINDOW_CHANGED: Final = "AXFocusedWindowChanged"
MAIN_WINDOW_CHANGED: Final = "AXMainWindowChanged"
TITLE_CHANGED: Final = "AXTitleChanged"


class AxError(IntEnum):
    """Why the Accessibility API did not answer; numbers that are not here count as ``FAILURE``."""

    SUCCESS = 0
    FAILURE = -25200
    ILLEGAL_ARGUMENT = -25201
    INVALID_UI_ELEMENT = -25202
    INVALID_UI_ELEMENT_OBSERVER = -25203
    CANNOT_COMPLETE = -25204
    ATTRIBUTE_UNSUPPORTED = -25205
    NOTIFICATION_UNSUPPORTED = -25207
    NOT_IMPLEMENTED = -25208
    NOTIFICATION_ALREADY_REGISTERED = -25209
    NOTIFICATION_NOT_REGISTERED = -25210
    API_DISABLED = -25211
    NO_VALUE = -25212


@dataclass(frozen=True, slots=True)
class Application:
    """A running application.

    Attributes:
        process: its number.
        name: as shown to the person, in their language; empty if it has none.
        bundle: its bundle identifier; empty for a program that is not in a bundle.
    """

    process: int
    name: str
    bundle: str


class Workspace(Protocol):
    """Who runs and who is in front. Nothing raises because an application vanished: the answer is None then."""

    def has_session(self) -> bool:
        """Tell whether this process belongs to a session with windows at all."""
        ...

    def is_live(self) -> bool:
        """Tell whether ``frontmost`` is renewed just now: AppKit renews it only while the main run loop runs."""
        ...

    def frontmost(self) -> Application | None:
        """Return the application in front, as AppKit last heard; None between two."""
        ...

    def application(self, process: int) -> Application | None:
        """Return a running application."""
        ...

    def own_process(self) -> int:
        """Return the number of this process."""
        ...

    def listen(self, heard: Callable[[], None]) -> None:
        """Call ``heard``, on any thread, when another application comes to the front; and end the wait of this one."""
        ...

    def close(self) -> None:
        """Listen no more; may be called again."""
        ...


class Accessibility(Protocol):
    """The Accessibility API, one method for each of its calls. None raises; what fails says so by its number."""

    def trusted(self) -> bool:
        """Return what the system last told this process about its permission; never asks the person."""
        ...

    def ask(self) -> bool:
        """Let the system ask the person for the permission; return what it is now."""
        ...

    def limit(self, seconds: float) -> None:
        """Set how long any question of this process to another one may take."""
        ...

    def focused(self) -> int:
        """Return the process that has the keyboard, asked anew; 0 if it does not say."""
        ...

    def element(self, process: int) -> Element:
        """Return an application; asks nobody."""
        ...

    def window(self, element: Element, attribute: str) -> tuple[AxError, Element | None]:
        """Ask an application for one of its windows."""
        ...

    def text(self, element: Element, attribute: str) -> tuple[AxError, str]:
        """Ask for a text; empty for what is none."""
        ...

    def same(self, one: Element, other: Element) -> bool:
        """Tell whether both are the same window."""
        ...

    def create(self, process: int, heard: Callable[[], None]) -> tuple[AxError, Observer | None]:
        """Make an observer, which calls ``heard`` on the thread that runs its source; it has to be released."""
        ...

    def add(self, observer: Observer, element: Element, notification: str) -> AxError:
        """Ask to be told of one kind of change."""
        ...

    def remove(self, observer: Observer, element: Element, notification: str) -> AxError:
        """Ask not to be told any more."""
        ...

    def attach(self, observer: Observer) -> None:
        """Put the observer's source into the run loop of this thread."""
        ...

    def detach(self, observer: Observer) -> None:
        """Take the observer's source out of the run loop it was put in; any thread."""
        ...

    def release(self, observer: Observer) -> None:
        """Let go of an observer and its port."""
        ...
