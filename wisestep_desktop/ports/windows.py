"""Which window is in front, as one kind of desktop tells it. No thread of its own: the capture thread asks."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import SignalHealth


class SourceLostError(Exception):
    """The desktop behind a source is gone (display closed, compositor ended); ``reason`` is a code of ours."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Windows(Protocol):
    """A source of the window in front. All but ``health`` and ``close`` are called by the capture thread only.

    Constructing it proves that it works by one real read, or raises ``CaptureUnavailable`` with a code saying why.
    """

    @property
    def name(self) -> str:
        """Return the technology, for ``doctor``: ``x11``, ``wlroots``, ``kwin``, ``gnome``, ``winapi``, ``appkit``."""
        ...

    @property
    def poll(self) -> int:
        """Return the milliseconds after which news must be asked for unasked; 0 where ``fileno`` or the wait tells."""
        ...

    def start(self) -> None:
        """Begin to listen, on the thread that waits from now on: hooks belong to a thread."""
        ...

    def fileno(self) -> int:
        """Return what becomes readable when there is news; -1 where the wait itself (a message loop) brings it."""
        ...

    def news(self) -> tuple[Window, ...]:
        """Return the windows that came to the front or changed their title since the last call, oldest first.

        Never waits. The first call tells the window in front now (``NOTHING`` for a bare desktop). No window is told
        twice in a row. Texts are raw: bounded and cleaned later, redacted before anything else.

        Raises:
            SourceLostError: once the desktop is gone; nothing will come any more.
        """
        ...

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of titles and documents, in this order. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again, and from another thread once the waiting thread has ended."""
        ...


@runtime_checkable
class AsksPermission(Protocol):
    """A source whose system shows titles only to whom the person allows it."""

    def ask_permission(self) -> None:
        """Let the system ask the person, once, in its own words. Called from any thread; returns at once."""
        ...
