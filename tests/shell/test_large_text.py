"""Large text, long words, other languages: nothing is cut in any window, and windows scroll instead of overlapping."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.conftest import Room
from tests.shell.whole_day import cut, dressed, live_a_day, settle, shown, views
from wisestep_desktop.shell import metrics
from wisestep_desktop.shell.theme import Theme, grown
from wisestep_desktop.shell.views.first_run import Welcome
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "build" / "pictures"


@pytest.fixture
def look(request: pytest.FixtureRequest, theme: Theme) -> Iterator[tuple[str, int]]:
    language, percent, scheme = request.param
    with dressed(theme, language, percent, scheme=scheme):
        yield language, percent


LOOKS = [
    ("en", 100, "light"), ("de", 100, "dark"), ("pseudo", 100, "light"),
    ("en", 150, "dark"), ("de", 150, "light"), ("en", 200, "light"), ("de", 200, "dark"),
]  # fmt: skip


@pytest.mark.parametrize("look", LOOKS, indirect=True, ids=lambda look: f"{look[0]}-{look[1]}")
def test_nothing_is_cut(look: tuple[str, int], connected: Room) -> None:
    live_a_day(connected)
    told = []
    for name, window in views(connected):
        settle()
        told += [f"{name}: {each}" for each in cut(window)]
        told += [f"{name}: {each}" for each in outside(window)]
        PICTURES.mkdir(parents=True, exist_ok=True)
        window.grab().save(str(PICTURES / f"{look[0]}-{look[1]}-{name}.png"))
    assert told == []


@pytest.mark.parametrize("look", [("de", 200, "light"), ("pseudo", 100, "dark")], indirect=True)
@pytest.mark.parametrize("code", [None, "capture.gnome_extension_missing", "capture.no_display"])
def test_questions_before_the_day_are_not_cut(
    look: tuple[str, int], code: str | None, make_room: Callable[..., Room]
) -> None:
    assert look
    room = make_room(None, (code,) if code else ())
    if code:
        room.recording.consent()
        room.until(lambda: not room.window._stage.shows_day and room.recording.trouble is not None)
    pages = room.window.findChild(Welcome)
    for page in range(pages._pages.count() if pages is not None and not code else 1):
        if pages is not None and not code:
            pages._go(page)
        settle()
        assert cut(room.window) == []
        room.window.grab().save(str(PICTURES / f"{look[0]}-{look[1]}-first-{code or page}.png"))


def outside(root: QWidget) -> list[str]:
    """Return what stands outside the widget it belongs to, where that does not scroll."""
    told = []
    for each in shown(root):
        parent = each.parentWidget()
        if parent is None or each.isWindow() or isinstance(parent.parentWidget(), QScrollArea):
            continue
        if not parent.rect().adjusted(-2, -2, 2, 2).contains(each.geometry()) and each.accessibleName():
            told.append(f"“{each.accessibleName()}” lies outside")
    return told


def test_distances_grow_with_the_text_and_hairlines_do_not(theme: Theme) -> None:
    with dressed(theme, percent=150):
        assert (metrics.scaled(20), metrics.scaled(1), metrics.space(3)) == (30, 1, 18)
        assert metrics.margins(20, 16, 2, 0) == (30, 24, 2, 0)
        sheet = grown("border: 2px solid red; border-radius: 13px; min-height: 26px; padding: 0 10px;")
        assert sheet == "border: 2px solid red; border-radius: 19px; min-height: 39px; padding: 0 15px;"
    assert metrics.scaled(20) == 20


def test_a_line_that_is_full_goes_on_below_and_comes_back(qtbot: QtBot) -> None:
    line = QWidget()
    qtbot.addWidget(line)
    parts = [button(text) for text in ("First", "Second", "Third")]
    line.setLayout(flow(parts[0], parts[1], 1, parts[2]))
    line.show()
    whole = sum(each.sizeHint().width() for each in parts) + 16
    line.resize(whole + 100, 40)
    settle()
    assert len({each.y() for each in parts}) == 1
    assert parts[2].geometry().right() == line.width() - 1  # the gap pushes it to the end
    line.resize(whole - 1, 100)
    settle()
    assert parts[0].y() == parts[1].y() < parts[2].y()
    assert line.heightForWidth(whole - 1) > line.heightForWidth(whole)


def test_it_is_sharp_and_whole_at_two_pixels_a_point() -> None:
    """The scale of the screen is read when a program starts, so this needs a program of its own."""
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", __file__, "-k", "test_nothing_is_cut and de-100"],
        cwd=ROOT, env={**os.environ, "QT_SCALE_FACTOR": "2"}, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stdout[-3_000:]
