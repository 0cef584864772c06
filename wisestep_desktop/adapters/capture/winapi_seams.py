"""What watching a window asks of Windows, as promises: the real calls keep them, and so does a fake on any system."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

POLL: Final = 1_000
"""Milliseconds after which to look again though nothing was heard: some programs change their title silently."""


class Owner(NamedTuple):
    """Whose window it is; zeros for nobody's."""

    process: int
    thread: int


NOBODY = Owner(0, 0)


class Desk(Protocol):
    """The desktop. Nothing raises because a window or a process vanished: the answer is empty then."""

    def start(self) -> bool:
        """Hook changes of the window in front, for this thread's messages; False if Windows refuses."""
        ...

    def follow(self, handle: int, owner: Owner) -> None:
        """Hook changes of this window's title instead of the last one's, if Windows lets us."""
        ...

    def front(self) -> int:
        """Return the window in front; 0 while there is none, or none that we may see."""
        ...

    def is_bare(self, handle: int) -> bool:
        """Tell the desktop itself from a window."""
        ...

    def owner(self, handle: int) -> Owner:
        """Return whose window it is."""
        ...

    def title(self, handle: int, owner: Owner) -> str:
        """Return the title, bounded; never waits for the window's program."""
        ...

    def class_name(self, handle: int) -> str:
        """Return the name of the window's kind."""
        ...

    def guests(self, handle: int, host: int) -> tuple[int, ...]:
        """Return the processes, other than ``host``, with a window inside this one."""
        ...

    def program(self, process: int) -> str:
        """Return the path of a process's program, or nothing if it does not let us look."""
        ...

    def description(self, path: str) -> str:
        """Return what a program calls itself, or nothing."""
        ...

    def nudge(self) -> None:
        """End the wait of the thread that started this. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of the hooks."""
        ...


class Office(Protocol):
    """The running office programs. All but ``cancel`` is called by one thread of its own, which may wait long."""

    def begin(self) -> None:
        """Get ready, on the thread that asks from now on."""
        ...

    def document(self, registered: str, held_by: str) -> str | None:
        """Return the full name of the document in front; never starts a program.

        Args:
            registered: the running object's name, such as ``Word.Application``.
            held_by: its property that is the document in front, such as ``ActiveDocument``.

        Returns:
            None where no such program runs, none of its documents is in front, or it is too busy to say.
        """
        ...

    def cancel(self) -> None:
        """Try to end the call that is under way. Safe from any thread."""
        ...

    def end(self) -> None:
        """Let go of what ``begin`` took."""
        ...
