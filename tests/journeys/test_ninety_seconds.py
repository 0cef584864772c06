"""A normal day of eight hours, reviewed and sent with a person's hands alone: mouse and keyboard on the real window."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QColor, QImage

from tests import desktop, eight_hours
from tests.journeys.conftest import Machine, until, windows
from tests.services.office import KEY, Office
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.shell.tokens import LIGHT

ZONE = ZoneInfo("Australia/Sydney")
CLOSED = 11455
MOST_DECISIONS = 12
SIDE = 842
"""Where the desk beside the list begins on the screen, in pixels."""
PICTURES = Path(__file__).parents[2] / "build" / "pictures" / "ninety"


@dataclass
class Evening:
    """The window of somebody who is about to go home, and their hands."""

    machine: Machine
    sandbox: Sandbox
    day: date
    window: str = ""
    decisions: list[str] = field(default_factory=list)

    def decide(self, what: str) -> None:
        """Note a decision that the person had to take."""
        self.decisions.append(what)

    def press(self, *chords: str) -> None:
        """Press keys, one chord after the other."""
        desktop.xdotool(self.machine.display, "key", "--delay", "60", *chords)

    def type(self, text: str) -> None:
        """Type a text."""
        desktop.xdotool(self.machine.display, "type", "--delay", "12", text)

    def click(self, x: int, y: int, button: int = 1) -> None:
        """Click inside the window."""
        self._point(x, y)
        desktop.xdotool(self.machine.display, "click", str(button))

    def _point(self, x: int, y: int) -> None:
        desktop.xdotool(self.machine.display, "mousemove", "--window", self.window, str(x), str(y))

    def see(self) -> QImage:
        """Look at the window."""
        return desktop.screenshot(self.machine.display, PICTURES / "seen.png")

    def rows(self) -> list[dict[str, Any]]:
        """Return the day's rows."""
        found: list[dict[str, Any]] = self.machine.ask("timeline", "--date", self.day.isoformat())["rows"]
        return found

    def row(self, title: str) -> dict[str, Any]:
        """Return the first row with a title."""
        return next(each for each in self.rows() if each["title"] == title)

    def entries(self) -> list[dict[str, Any]]:
        """Return the day's entries."""
        found: list[dict[str, Any]] = self.machine.ask("entries", "--date", self.day.isoformat())
        return found

    def totals(self) -> dict[str, int]:
        """Return the day's totals."""
        found: dict[str, int] = self.machine.ask("timeline", "--date", self.day.isoformat())["totals"]
        return found

    def count(self, state: str) -> int:
        """Return how many entries stand so."""
        return sum(each["state"] == state for each in self.entries())

    def click_at(self, x: int, y: int, button: int = 1) -> None:
        """Click on a place of the screen."""
        desktop.xdotool(self.machine.display, "mousemove", str(x), str(y), "click", str(button))

    def spots(self, colour: str, left: int, top: int, wide: int, right: int = 10_000) -> list[tuple[int, int]]:
        """Wait until a stretch of a colour is to be seen from a place on; return the stretches of its line."""
        wanted = QColor(colour).rgb() & 0xFFFFFF

        def look() -> list[tuple[int, int]]:
            image = self.see()
            for y in range(top, image.height() - 8):
                found = list(_runs(image, y, wanted, range(left, min(right, image.width())), wide))
                if found:
                    return [(x, y) for x in found]
            return []

        seen: list[tuple[int, int]] = until(look, f"something that is {colour}")
        return seen

    def press_primary(self, top: int) -> None:
        """Click the one filled button of the desk beside the list."""
        x, y = self.spots(LIGHT.accent, SIDE, top, 60)[0]
        self.click_at(x + 30, y + 12)

    def press_step(self, number: int) -> None:
        """Click "Show" of one of the things that are left to do."""
        top = 300
        for _ in range(number):
            x, y = self.spots(LIGHT.accent_soft, SIDE, top, 200)[0]
            top = y + 40
        self.click_at(x + 350, y + 16)


def _runs(image: QImage, y: int, wanted: int, columns: range, wide: int) -> Iterator[int]:
    """Return where stretches of a colour begin in a line, at least so wide."""
    run = 0
    for x in columns:
        if image.pixel(x, y) & 0xFFFFFF == wanted:
            run += 1
            continue
        if run >= wide:
            yield x - run
        run = 0
    if run >= wide:
        yield columns.stop - run


@pytest.fixture
def evening(machine: Machine) -> Iterator[Evening]:
    (machine.folder / "key").write_text(KEY.hex())
    machine.environment["TZ"] = "Australia/Sydney"
    with Sandbox(data=eight_hours.firm()) as sandbox:
        with Office(machine.folder / "data", sandbox) as office:
            office.connect()
            office.sync()
            day = local_date(office.clock.read().wall, ZONE) - timedelta(days=1)
            office.set("BILLABLE_TIME_ROUNDING_SEC", "360")
            office.set("privacy.consent", "2026-03-02T09:00:00+00:00")
            office.set("appearance.theme", "light")
            office.set("connection.pause_milliseconds", "0")
            office.store.write(lambda books: eight_hours.live(books, office.recogniser, day, ZONE)).result()
        with machine.app():
            until(lambda: windows(machine, "WiseStep"), "the window")
            made = Evening(machine, sandbox, day, windows(machine, "WiseStep")[0])
            desktop.xdotool(machine.display, "windowactivate", "--sync", made.window)
            yield made


HARBOUR_MAIL = "RE: Harbour Holdings v Quay Pty Ltd – revised terms - Message (HTML)"


def test_by_keyboard_alone(evening: Evening) -> None:
    before = evening.totals()
    evening.press("ctrl+l", "Left")

    evening.press("ctrl+3", "ctrl+a", "a")
    evening.decide("what was suggested is right")
    until(lambda: evening.row(HARBOUR_MAIL)["matter"] == 10482, "the suggestions taken")

    for words, wanted, title, matter, why in (
        ("costs agreement", "10611", eight_hours.TWO_MATTERS, 10611, "the costs agreement is Smith's"),
        ("zoom", "castellano", eight_hours.OTHER_CALL, 11402, "the call was with Rosa Castellano"),
    ):
        evening.press("ctrl+1", "ctrl+f", "ctrl+a")
        evening.type(words)
        evening.press("ctrl+l", "Home", "ctrl+m")
        evening.type(wanted)
        evening.press("Return", "Return")
        evening.decide(why)
        until(lambda title=title, matter=matter: evening.row(title)["matter"] == matter, why)
    evening.press("ctrl+f", "ctrl+a", "Delete", "ctrl+l")

    evening.press("e", "l")
    evening.decide("lunch")
    evening.press("e", "c")
    evening.decide("the brief was read")
    until(lambda: evening.row(eight_hours.BRIEF)["matter"] == 10482, "the brief counted")

    evening.press("ctrl+g")
    evening.decide("make the entries")
    until(lambda: len(evening.entries()) >= len(eight_hours.MATTERS), "the entries")
    send_and_check(evening, before, confirm=lambda: evening.press("ctrl+6", "ctrl+l", "Home", "ctrl+Return"))


def send_and_check(evening: Evening, before: dict[str, int], confirm: Callable[[], None]) -> None:
    """Send the day; the one matter that was closed meanwhile asks first."""
    evening.sandbox.close_matter(CLOSED)
    evening.press("ctrl+shift+Return")
    evening.decide("send the day")
    closed = [each for each in evening.entries() if each["matter"] == CLOSED]
    others = len(evening.entries()) - len(closed)
    until(lambda: evening.count("sent") == others, "everything but the closed matter")
    until(lambda: evening.count("refused") == len(closed) == 1, "the closed matter to ask")
    confirm()
    evening.decide("Whitlock is closed; send anyway")
    until(lambda: evening.count("sent") == others + 1, "the closed matter")

    assert len(evening.decisions) <= MOST_DECISIONS, evening.decisions
    ledger = evening.sandbox.ledger()
    entries = evening.entries()
    assert sorted(str(row["id"]) for row in ledger) == sorted(str(each["actionstep_id"]) for each in entries)
    assert {row["description"] for row in ledger} == {each["text_sent"] for each in entries}
    assert {int(row["links"]["action"]) for row in ledger} == {number for number, *_ in eight_hours.MATTERS}
    after = evening.totals()
    assert after["elapsed"] == before["elapsed"], "the day is as long as it was"
    assert sum(each["worked_seconds"] for each in entries) == pytest.approx(after["sent"], abs=len(entries))
    assert after["sent"] > 0.9 * (after["active"] - after["private"])


def test_with_the_mouse(evening: Evening) -> None:
    before = evening.totals()
    evening.click(26, 27)  # the arrow back
    evening.press_step(1)  # rows without a matter
    evening.click(400, 320)
    evening.press("ctrl+a")
    evening.click(400, 320, button=3)
    evening.click(440, 336)  # accept, the first line of the menu
    evening.decide("what was suggested is right")
    until(lambda: evening.row(HARBOUR_MAIL)["matter"] == 10482, "the suggestions taken")

    for words, wanted, title, matter, why in (
        ("costs agreement", "10611", eight_hours.TWO_MATTERS, 10611, "the costs agreement is Smith's"),
        ("zoom", "castellano", eight_hours.OTHER_CALL, 11402, "the call was with Rosa Castellano"),
    ):
        evening.click(30, 208)  # All
        evening.click(860, 27)
        evening.press("ctrl+a")
        evening.type(words)
        evening.click(300, 284)  # the first row
        evening.click(1000, 266)  # the matter
        evening.type(wanted)
        evening.press("Return", "Return")
        evening.decide(why)
        until(lambda title=title, matter=matter: evening.row(title)["matter"] == matter, why)
    evening.click(860, 27)
    evening.press("ctrl+a", "Delete")
    evening.click(1205, 208)  # back to the day

    evening.press_step(2)  # absences
    answer_the_line(evening, last=True)
    evening.decide("lunch")
    evening.press_step(2)
    answer_the_line(evening, last=False)
    evening.decide("the brief was read")
    until(lambda: evening.row(eight_hours.BRIEF)["matter"] == 10482, "the brief counted")

    evening.click(1205, 212)  # back to the day
    evening.press_primary(700)
    evening.decide("make the entries")
    until(lambda: len(evening.entries()) >= len(eight_hours.MATTERS), "the entries")
    send_and_check(evening, before, lambda: confirm_by_mouse(evening))


def confirm_by_mouse(evening: Evening) -> None:
    """Show what was not sent, and send it anyway."""
    evening.press_step(2)
    evening.press_primary(700)


def answer_the_line(evening: Evening, *, last: bool) -> None:
    """Click an answer in the line that is selected: its keys are underlined."""
    _, y = evening.spots(LIGHT.accent_soft, 60, 280, 300, right=SIDE - 30)[0]
    underlined = evening.spots(LIGHT.accent, 120, y + 8, 4, right=SIDE - 60)
    x, line = underlined[-1 if last else 0]
    evening.click_at(x + 4, line - 6)
