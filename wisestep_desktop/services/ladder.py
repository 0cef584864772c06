"""Which technologies to try on which desktop, in which order, and what came of it.

The order is knowledge about desktops and is pure; a technology proves itself by its own first reading.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from wisestep_desktop.core.choices import Chosen, Tried
from wisestep_desktop.core.errors import CaptureUnavailable

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Desktop:
    """What the environment says of the desktop, before anything is tried.

    Attributes:
        system: as ``sys.platform``.
        wayland: whether a Wayland display is named.
        x11: whether an X display is named; beside Wayland it is XWayland, which sees older programs only.
        names: of the desktop, lower case, as in ``XDG_CURRENT_DESKTOP``.
    """

    system: str
    wayland: bool = False
    x11: bool = False
    names: frozenset[str] = frozenset()

    @property
    def is_gnome(self) -> bool:
        """Tell GNOME and what is built on its shell."""
        return bool(self.names & {"gnome", "ubuntu", "pop", "budgie", "gnome-classic", "unity", "zorin"})

    @property
    def is_kde(self) -> bool:
        """Tell KDE Plasma."""
        return bool(self.names & {"kde", "plasma"})


@dataclass(frozen=True, slots=True)
class Ladder:
    """The technologies to try for each need, best first."""

    windows: tuple[str, ...]
    inputs: tuple[str, ...]
    power: tuple[str, ...]
    microphone: tuple[str, ...]


def ladder(desktop: Desktop) -> Ladder:
    """Return what to try on a desktop."""
    match desktop.system:
        case "win32":
            return Ladder(("winapi",), ("winapi",), ("winapi",), ("consent-store",))
        case "darwin":
            return Ladder(("appkit",), ("quartz",), ("appkit",), ("coreaudio",))
        case "linux":
            return Ladder(_windows(desktop), _inputs(desktop), ("logind", "screensaver"), ("pipewire",))
        case _:
            return Ladder((), (), (), ())


def _windows(desktop: Desktop) -> tuple[str, ...]:
    """A compositor that tells everything comes before XWayland, which tells a part."""
    found: list[str] = []
    if desktop.wayland:
        if desktop.is_gnome:
            found += ["gnome", "wlroots"]
        elif desktop.is_kde:
            found += ["kwin", "wlroots"]
        else:
            found += ["wlroots", "kwin", "gnome"]
    if desktop.x11:
        found.append("x11")
    return tuple(found)


def _inputs(desktop: Desktop) -> tuple[str, ...]:
    found: list[str] = []
    if desktop.wayland:
        found += ["mutter", "wayland"] if desktop.is_gnome else ["wayland", "mutter"]
        found += ["logind"]
    if desktop.x11:
        found.append("x11")
    if not desktop.wayland:
        found.append("logind")
    return tuple(found)


def climb(need: str, rungs: Sequence[str], makers: Mapping[str, Callable[[], T]]) -> tuple[T | None, Chosen]:
    """Make the first that proves itself; return it, and what was tried before it and why that did not answer.

    A technology that this system has no maker for counts as tried: ``capture.not_here``.
    """
    tried: list[Tried] = []
    for name in rungs:
        maker = makers.get(name)
        if maker is None:
            tried.append(Tried(name, "capture.not_here"))
            continue
        try:
            return maker(), Chosen(need, name, tuple(tried))
        except CaptureUnavailable as error:
            tried.append(Tried(name, error.code))
    return None, Chosen(need, None, tuple(tried))
