"""What keeps WiseStep from recording, and the steps that mend it, one page for each reason. No Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wisestep_desktop.core.choices import Choice
from wisestep_desktop.ports.capture import Health, SignalHealth
from wisestep_desktop.shell.words import tr


@dataclass(frozen=True, slots=True)
class Guide:
    """How a person mends what keeps WiseStep from recording.

    Attributes:
        title: what is missing.
        why: what it is asked for, and what it is never used for.
        steps: in order.
        meanwhile: what works until then.
        act: what the button says that mends it or tries again.
        past: what the button says that goes on without.
    """

    title: str
    why: str
    steps: tuple[str, ...]
    meanwhile: str
    act: str = ""
    past: str = ""


def guide(code: str | None) -> Guide | None:
    """Return the page of steps for a reason, or None where a sentence is enough."""
    match code:
        case "capture.no_accessibility":
            return _accessibility()
        case "capture.gnome_extension_missing":
            return _extension()
        case "capture.no_toplevel_protocol" | "capture.no_kwin" | "capture.no_gnome" | "capture.no_wayland":
            return _silent_desktop()
        case "capture.no_wayland_library":
            return _library()
        case "capture.no_display" | "capture.no_window_list":
            return _no_desktop()
        case _:
            return None


def _nothing_yet() -> str:
    return tr("Until then nothing is recorded; what was recorded stays, and reviewing and sending work.")


def _accessibility() -> Guide:
    return Guide(
        tr("macOS has to allow WiseStep to read window titles"),
        tr(
            "The Accessibility permission lets WiseStep read the title of the window in front and the place of its "
            "document. It never records the screen, never reads what is in a window and never types."
        ),
        (
            tr("Open System Settings → Privacy & Security → Accessibility."),
            tr("Switch WiseStep on. If it is on already, remove it with the minus button and add it again."),
            tr("Come back here. WiseStep notices within a minute; there is nothing to restart."),
        ),
        tr("Until then only the names of applications are recorded, so matters are not recognised."),
        act=tr("Ask macOS now"),
        past=tr("Go on with names of applications only"),
    )


def _extension() -> Guide:
    return Guide(
        tr("GNOME does not tell which window is in front without an extension"),
        tr(
            "On GNOME with Wayland only an extension of the shell may know the window in front. Ours tells its "
            "application and title to programs of your own session, and nothing else."
        ),
        (
            tr(
                "Copy the folder focused-window@wisestep-desktop, which came with WiseStep, into the folder "
                "~/.local/share/gnome-shell/extensions."
            ),
            tr("Log out and in again, then run: gnome-extensions enable focused-window@wisestep-desktop"),
            tr(
                "The extensions “Focused Window D-Bus” and “Window Calls” do as well. Or choose “GNOME on Xorg” when "
                "logging in."
            ),
        ),
        _nothing_yet(),
    )


def _silent_desktop() -> Guide:
    return Guide(
        tr("This desktop does not tell which window is in front"),
        tr(
            "WiseStep asked in every way it knows (Wayland's foreign toplevels, KDE's scripts, GNOME's extensions, "
            "X11) and got no answer. It records nothing rather than “unknown”."
        ),
        (
            tr("Choose a session with Xorg when logging in, if your system offers one."),
            tr("Or use a desktop that tells: KDE Plasma, Sway, Hyprland, or GNOME with an extension."),
            tr("If WiseStep runs inside a Flatpak or another sandbox, install the .deb package instead."),
        ),
        _nothing_yet(),
    )


def _library() -> Guide:
    return Guide(
        tr("A part of WiseStep for Wayland is not installed"),
        tr("The library that speaks with Wayland compositors (pywayland) is missing on this computer."),
        (
            tr("Install WiseStep from its package again, or add pywayland to its Python environment."),
            tr("Or choose a session with Xorg when logging in."),
        ),
        _nothing_yet(),
    )


def _no_desktop() -> Guide:
    return Guide(
        tr("There is no desktop to watch yet"),
        tr("WiseStep has to run inside your desktop session, with a window manager that tells which window is active."),
        (
            tr("If you have just logged in, wait a moment: WiseStep tries again by itself every ten seconds."),
            tr("If you started it in a terminal of another session, start it from your desktop's menu instead."),
        ),
        _nothing_yet(),
    )


def steps_for(signals: Iterable[SignalHealth], choice: Choice) -> Guide | None:
    """Return the steps that would make limited signals better: of their own, or of what XWayland stands in for."""
    limited = [each for each in signals if each.health is not Health.WORKS]
    reasons = [each.reason for each in limited]
    if "capture.xwayland_only" in reasons:
        reasons += [tried.reason for chosen in choice if chosen.need == "windows" for tried in chosen.tried]
    return next((found for found in map(guide, reasons) if found is not None), None)
