"""Whether somebody is there: how long nobody touched anything, and who listens to the microphone."""

from __future__ import annotations

from typing import Protocol

from wisestep_desktop.ports.capture import SignalHealth


class Inputs(Protocol):
    """Tells how long nobody touched anything. All but ``health`` and ``close`` are called by the capture thread only.

    Constructing it proves that it works by one real read, or raises ``CaptureUnavailable`` with a code saying why.
    """

    @property
    def name(self) -> str:
        """Return the technology, for ``doctor``: ``x11``, ``ext-idle-notify``, ``mutter``, ``winapi``, ``quartz``."""
        ...

    def start(self) -> None:
        """Begin to listen, on the thread that waits from now on."""
        ...

    def fileno(self) -> int:
        """Return what becomes readable when somebody went idle or came back; -1 where it is only asked."""
        ...

    def idle(self) -> int | None:
        """Return the milliseconds since the last input, or None where nobody can tell any more; never waits long.

        A source that only tells idle and active says 0 while active and counts from the last input once idle.
        Never raises: when the source goes away, ``health`` says so.
        """
        ...

    def health(self) -> SignalHealth:
        """Return the health of idle. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again, and from another thread once the waiting thread has ended."""
        ...


class Microphone(Protocol):
    """Tells which programs listen to a microphone; never what they hear. Rules as for ``Inputs``."""

    @property
    def name(self) -> str:
        """Return the technology, for ``doctor``: ``pipewire``, ``consent-store``, ``coreaudio``."""
        ...

    def start(self) -> None:
        """Begin to listen for changes, on the thread that waits from now on."""
        ...

    def fileno(self) -> int:
        """Return what becomes readable when that may have changed; -1 where it is only asked, every tick."""
        ...

    def holders(self) -> frozenset[str]:
        """Return the programs that hold a microphone now, as the system names them (``zoom``, ``ms-teams.exe``).

        Never raises and never waits long: when the source goes away it is empty, and ``health`` says so.
        """
        ...

    def health(self) -> SignalHealth:
        """Return the health of the microphone signal. Safe from any thread."""
        ...

    def close(self) -> None:
        """Let go of everything; may be called again, and from another thread once the waiting thread has ended."""
        ...
