"""The health of recording in words: each signal, what it means for the time, and how it is watched. No Qt."""

from __future__ import annotations

from collections.abc import Iterable

from wisestep_desktop.core.choices import Choice, Chosen
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.services.wellness import Since
from wisestep_desktop.shell.capture_sentences import brief
from wisestep_desktop.shell.words import tr, trn

_NEEDED = frozenset({SignalName.TITLES, SignalName.IDLE})
"""Without these, time is in doubt; without the others WiseStep is a little less clever."""


def signal_name(signal: SignalName) -> str:
    """Return a signal's name for people."""
    return {
        SignalName.TITLES: tr("Window titles"),
        SignalName.IDLE: tr("Keyboard and mouse pauses"),
        SignalName.LOCK: tr("Screen lock"),
        SignalName.SLEEP: tr("Sleep"),
        SignalName.MICROPHONE: tr("Calls"),
        SignalName.DOCUMENTS: tr("Document places"),
    }[signal]


def health_word(health: Health) -> str:
    """Return how well a signal works."""
    return {Health.WORKS: tr("works"), Health.DEGRADED: tr("limited"), Health.OFF: tr("off")}[health]


def purpose(signal: SignalName) -> str:
    """Return what a signal is for, in one sentence."""
    return {
        SignalName.TITLES: tr("Says which application and which document you work in."),
        SignalName.IDLE: tr("Says how long nothing was touched, so that a coffee is not billed. Never what you type."),
        SignalName.LOCK: tr("A locked screen is away at once."),
        SignalName.SLEEP: tr("A closed lid is nobody's time."),
        SignalName.MICROPHONE: tr(
            "A meeting application that uses the microphone is a call, even if you touch nothing. Nobody listens."
        ),
        SignalName.DOCUMENTS: tr("Says in which folder a document lies, which helps to find the matter."),
    }[signal]


def is_serious(since: Since) -> bool:
    """Tell whether time recorded now is in doubt."""
    return since.health.signal in _NEEDED and since.health.health is not Health.WORKS


def headline(signals: Iterable[Since]) -> str:
    """Return the health of recording in a few words, for the status bar and the tray."""
    told = tuple(signals)
    if not told:
        return ""
    serious = [each for each in told if is_serious(each)]
    if serious:
        names = ", ".join(signal_name(each.health.signal) for each in serious)
        return tr("Limited: {signals}", signals=names)
    lesser = [each for each in told if each.health.health is not Health.WORKS]
    if lesser:
        return trn(
            "Titles and pauses work; another signal is limited",
            "Titles and pauses work; {count} others are limited",
            len(lesser),
        )
    return tr("All signals work")


def technology(name: str | None) -> str:
    """Return the name of a technology as an administrator knows it."""
    if name is None:
        return tr("nothing")
    return {
        "x11": "X11",
        "wlroots": tr("Wayland (wlroots)"),
        "kwin": tr("KDE Plasma (KWin)"),
        "gnome": tr("GNOME Shell extension"),
        "winapi": "Windows",
        "appkit": "macOS",
        "quartz": "macOS",
        "mutter": "GNOME (Mutter)",
        "wayland": tr("Wayland (ext-idle-notify or KDE idle)"),
        "ext-idle-notify": tr("Wayland (ext-idle-notify)"),
        "kde-idle": tr("Wayland (KDE idle)"),
        "logind": "systemd-logind",
        "screensaver": tr("the screen saver"),
        "pipewire": "PipeWire",
        "consent-store": tr("the Windows list of microphone users"),
        "coreaudio": "Core Audio",
    }.get(name, name)


def need(name: str) -> str:
    """Return what a technology was chosen for."""
    return {
        "windows": tr("Windows in front"),
        "inputs": tr("Keyboard and mouse pauses"),
        "power": tr("Lock and sleep"),
        "microphone": tr("Calls"),
    }.get(name, name)


def why_chosen(chosen: Chosen) -> str:
    """Return why what was tried before a technology did not answer, in one line; empty if nothing was."""
    return "; ".join(
        f"{technology(each.name)}: {brief(each.reason)}" for each in chosen.tried if each.reason != "capture.not_here"
    )


def report(choice: Choice, signals: Iterable[Since], version: str) -> str:
    """Return what an administrator wants to know, as plain text without a title or a name."""
    lines = [f"WiseStep {version}"]
    for chosen in choice:
        why = ", ".join(f"{each.name}: {each.reason}" for each in chosen.tried)
        lines.append(f"{chosen.need}: {chosen.name or '-'}{f' (tried {why})' if why else ''}")
    lines += [f"{each.health.signal}: {each.health.health} {each.health.reason or ''}".rstrip() for each in signals]
    return "\n".join(lines)
