"""What every code of recording means: a calm sentence, and a few words for the list of what was tried."""

from __future__ import annotations

from collections.abc import Mapping

from wisestep_desktop.shell.words import N_, tr

SENTENCES: Mapping[str, str] = {
    # Nothing to watch
    "capture.no_display": N_("There is no display to watch. Start WiseStep inside your desktop session."),
    "capture.no_window_list": N_("This desktop does not tell which window is in front, so nothing can be recorded."),
    "capture.display_lost": N_("The display went away, so recording ended. All time until then is kept."),
    "capture.failed": N_(
        "Recording stopped because of a fault in WiseStep; it begins again by itself. All time until then is kept."
    ),
    "capture.unsupported": N_("Recording is not made for this system. Reviewing and sending work."),
    "capture.running": N_("WiseStep is recording already in another window. Nothing is recorded twice."),
    "capture.not_here": N_("Recording in this way is not made for this system."),
    "capture.not_windows": N_("Recording in this way is made for Windows only."),
    "capture.not_interactive": N_(
        "WiseStep runs outside your desktop session, as a service does, so no window can be seen. Start it when you "
        "are signed in."
    ),
    # Wayland
    "capture.no_wayland": N_("No Wayland desktop answers here, so nothing can be recorded in this way."),
    "capture.no_wayland_library": N_("A part of WiseStep for Wayland is not installed, so nothing can be recorded."),
    "capture.no_toplevel_protocol": N_("This desktop does not tell which window is in front, so nothing is recorded."),
    "capture.no_kwin": N_("KDE's window manager does not take our script, so nothing can be recorded in this way."),
    "capture.no_gnome": N_("No GNOME Shell answers here, so nothing can be recorded in this way."),
    "capture.gnome_extension_missing": N_(
        "GNOME does not tell which window is in front without an extension, so nothing is recorded yet."
    ),
    "capture.no_session_bus": N_("No session bus answers here, so this desktop cannot be asked."),
    "capture.session_bus_lost": N_("The session bus went away; what came from it is off until the next start."),
    "capture.xwayland_only": N_("Only older programs can be seen on this desktop; time in others is not told apart."),
    # Titles and documents
    "capture.no_accessibility": N_(
        "WiseStep may not read window titles on this Mac, so only applications are recorded. Allow it under Privacy & "
        "Security, Accessibility."
    ),
    "capture.blank_titles": N_(
        "Windows show no titles any more, so no matter can be recognised. The time itself is kept and marked."
    ),
    "capture.no_event_hook": N_("Windows does not tell changes at once, so they are seen up to a second late."),
    "capture.no_documents": N_("This desktop does not tell where a document lies; titles are all there is."),
    "capture.documents_slow": N_("The application in front is slow to tell its document's place; nobody waits for it."),
    # Whether somebody is there
    "capture.no_idle": N_("Nobody tells how long nothing was touched, so every window in front counts as work."),
    "capture.no_idle_extension": N_("This display does not tell when somebody was there, so all time counts."),
    "capture.no_idle_protocol": N_("This desktop does not tell how long nothing was touched."),
    "capture.no_mutter": N_("GNOME does not tell how long nothing was touched."),
    "capture.idle_slow": N_("The desktop takes long to tell how long nothing was touched; its last answer counts."),
    "capture.idle_hint_only": N_("Only a rough hint tells when nothing is touched, so pauses begin late."),
    "capture.no_last_input": N_("Windows does not tell how long nothing was touched, so all time counts as present."),
    # Lock and sleep
    "capture.no_system_bus": N_("Lock and sleep are told apart by the clocks alone, since there is no system bus."),
    "capture.no_logind": N_("Lock and sleep are told apart by the clocks alone, since no login manager answers."),
    "capture.no_session": N_("Lock and sleep are told apart by the clocks alone, since this is no login session."),
    "capture.no_screensaver": N_("No screen saver answers, so a lock is not told by one."),
    "capture.no_session_signals": N_("Nobody tells when the screen is locked; after the idle limit it counts as away."),
    "capture.sleep_from_clocks": N_("Sleep is found by comparing two clocks, which is exact to a few seconds."),
    "capture.system_bus_lost": N_("The system bus went away; from here on lock and sleep come from the clocks."),
    # Calls
    "capture.no_microphone": N_("Nobody tells who uses the microphone, so a call without a touch counts as away."),
    "capture.microphone_unknown": N_("This version of macOS does not tell who uses the microphone; touches count."),
    "capture.no_pipewire": N_("PipeWire tells nothing of the microphone, so a call without a touch counts as away."),
    "capture.no_consent_store": N_("Windows keeps no list of microphone users here, so calls count by touch alone."),
}

_BRIEF: Mapping[str, str] = {
    "capture.no_display": N_("no display"),
    "capture.no_window_list": N_("no window manager that tells the active window"),
    "capture.no_wayland": N_("no Wayland display answers"),
    "capture.no_wayland_library": N_("its library is not installed"),
    "capture.no_toplevel_protocol": N_("the compositor does not offer its windows"),
    "capture.no_kwin": N_("no KWin takes scripts"),
    "capture.no_gnome": N_("no GNOME Shell"),
    "capture.gnome_extension_missing": N_("no extension tells the window in front"),
    "capture.no_session_bus": N_("no session bus"),
    "capture.no_system_bus": N_("no system bus"),
    "capture.no_logind": N_("no login manager"),
    "capture.no_screensaver": N_("no screen saver answers"),
    "capture.no_mutter": N_("no Mutter"),
    "capture.no_idle_extension": N_("no screen saver extension"),
    "capture.no_idle_protocol": N_("no idle protocol"),
    "capture.no_pipewire": N_("not running"),
    "capture.no_consent_store": N_("no such list on this computer"),
    "capture.microphone_unknown": N_("macOS is too old for it"),
}


def brief(code: str) -> str:
    """Return in a few words why a technology did not answer; a code without words is shown as it is."""
    words = _BRIEF.get(code)
    return code if words is None else tr(words)
