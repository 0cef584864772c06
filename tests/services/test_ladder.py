"""Which technology watches which desktop: twenty of them, what answers there, what must win, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wisestep_desktop.core.choices import Tried
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.services.ladder import Desktop, climb, ladder

BOTH = {"wayland": True, "x11": True}
Answers = dict[str, set[str]]


def desktop(names: str = "", system: str = "linux", **session: bool) -> Desktop:
    return Desktop(system, names=frozenset(names.split(":")) - {""}, **session)


TABLE: list[tuple[str, Desktop, Answers, str | None, str | None, str | None]] = [
    # what it is, what it says of itself, what answers there, and what must watch windows, inputs, and power
    ("Windows", desktop(system="win32"), {}, "winapi", "winapi", "winapi"),
    ("macOS", desktop(system="darwin"), {}, "appkit", "quartz", "appkit"),
    ("FreeBSD", desktop(system="freebsd14", x11=True), {}, None, None, None),
    ("a console", desktop(), {"windows": set(), "inputs": set()}, None, None, "logind"),
    ("openbox", desktop(x11=True), {"windows": {"x11"}}, "x11", "x11", "logind"),
    ("Xfce", desktop("xfce", x11=True), {"windows": {"x11"}}, "x11", "x11", "logind"),
    ("KDE on X11", desktop("kde", x11=True), {"windows": {"x11", "kwin"}}, "x11", "x11", "logind"),
    ("GNOME on Xorg", desktop("ubuntu:gnome", x11=True), {"windows": {"x11", "gnome"}}, "x11", "x11", "logind"),
    ("MATE without logind", desktop("mate", x11=True), {"windows": {"x11"}, "power": {"screensaver"}}, "x11", "x11",
     "screensaver"),
    ("a bare X server", desktop(x11=True), {"windows": set()}, None, "x11", "logind"),
    ("X without its idle extension", desktop(x11=True), {"windows": {"x11"}, "inputs": {"logind"}}, "x11", "logind",
     "logind"),
    ("Sway", desktop("sway", **BOTH), {"windows": {"wlroots", "x11"}, "inputs": {"wayland", "x11"}}, "wlroots",
     "wayland", "logind"),
    ("Sway without XWayland", desktop("sway", wayland=True), {"windows": {"wlroots"}, "inputs": {"wayland"}},
     "wlroots", "wayland", "logind"),
    ("Hyprland", desktop("hyprland", **BOTH), {"windows": {"wlroots", "x11"}, "inputs": {"wayland"}}, "wlroots",
     "wayland", "logind"),
    ("KDE Plasma 6", desktop("kde", **BOTH), {"windows": {"kwin", "x11"}, "inputs": {"wayland"}}, "kwin", "wayland",
     "logind"),
    ("KDE with scripting off", desktop("kde", **BOTH), {"windows": {"x11"}, "inputs": {"wayland"}}, "x11", "wayland",
     "logind"),
    ("GNOME with an extension", desktop("gnome", **BOTH), {"windows": {"gnome", "x11"}, "inputs": {"mutter"}}, "gnome",
     "mutter", "logind"),
    ("GNOME without one", desktop("gnome", **BOTH), {"windows": {"x11"}, "inputs": {"mutter"}}, "x11", "mutter",
     "logind"),
    ("GNOME without XWayland", desktop("ubuntu:gnome", wayland=True), {"windows": set(), "inputs": {"mutter"}}, None,
     "mutter", "logind"),
    ("COSMIC", desktop("cosmic", **BOTH), {"windows": {"wlroots"}, "inputs": {"wayland"}}, "wlroots", "wayland",
     "logind"),
    ("a compositor that tells nothing", desktop("weston", wayland=True), {"windows": set(), "inputs": {"logind"}}, None,
     "logind", "logind"),
    ("Unity, as it was", desktop("unity:unity7:ubuntu", x11=True), {"windows": {"x11"}}, "x11", "x11", "logind"),
]  # fmt: skip


def makers(answers: set[str] | None, rungs: tuple[str, ...]) -> dict[str, Callable[[], str]]:
    """Return a maker for every rung; those that do not answer say so."""

    def make(name: str) -> Callable[[], str]:
        def made() -> str:
            if answers is not None and name not in answers:
                raise CaptureUnavailable(f"capture.not_{name}")
            return name

        return made

    return {name: make(name) for name in rungs}


@pytest.mark.parametrize(
    ("name", "here", "answers", "windows", "inputs", "power"), TABLE, ids=[row[0] for row in TABLE]
)
def test_what_watches_this_desktop(
    name: str, here: Desktop, answers: Answers, windows: str | None, inputs: str | None, power: str | None
) -> None:
    rungs = ladder(here)
    found, chosen = climb("windows", rungs.windows, makers(answers.get("windows"), rungs.windows))
    assert (found, chosen.name) == (windows, windows), name
    assert [tried.reason for tried in chosen.tried] == [f"capture.not_{tried.name}" for tried in chosen.tried]
    assert climb("inputs", rungs.inputs, makers(answers.get("inputs"), rungs.inputs))[0] == inputs
    assert climb("power", rungs.power, makers(answers.get("power"), rungs.power))[0] == power


def test_there_are_twenty_desktops_at_least() -> None:
    assert len({here for _, here, *_ in TABLE}) >= 15
    assert len(TABLE) >= 20


def test_what_was_tried_is_told_in_order_and_nothing_after_the_winner_is_tried() -> None:
    tried: list[str] = []

    def maker(name: str, *, works: bool) -> Callable[[], str]:
        def made() -> str:
            tried.append(name)
            if not works:
                raise CaptureUnavailable("capture.no_display")
            return name

        return made

    offered = {"b": maker("b", works=False), "c": maker("c", works=True), "d": maker("d", works=True)}
    found, chosen = climb("windows", ("a", "b", "c", "d"), offered)
    assert found == "c"
    assert tried == ["b", "c"]
    assert chosen.tried == (Tried("a", "capture.not_here"), Tried("b", "capture.no_display"))


def test_a_fault_of_ours_is_not_taken_for_a_desktop_that_does_not_answer() -> None:
    def broken() -> str:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        climb("windows", ("x11",), {"x11": broken})
