"""Dates, times of day, hours and durations as this person writes them; what is sent and exported never changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from PySide6.QtCore import QLocale

from tests.shell.conftest import Room
from tests.shell.whole_day import dressed, live_a_day
from wisestep_desktop.core.narrative import duration
from wisestep_desktop.services.timeline import RowState
from wisestep_desktop.shell import formats, habits, report_words, texts
from wisestep_desktop.shell.theme import Theme

MINUTE = 60_000
AFTERNOON = datetime(2026, 3, 16, 14, 5, 9, tzinfo=UTC)
DAY = date(2026, 3, 16)


@pytest.fixture
def written(request: pytest.FixtureRequest) -> Iterator[QLocale]:
    locale = QLocale(request.param)
    QLocale.setDefault(locale)
    formats.write_as(habits.formats_of(locale, "spoken"))
    yield locale
    formats.write_as(formats.Formats())
    QLocale.setDefault(QLocale.c())


def plain(text: str) -> str:
    """Return a text with ordinary spaces: some regions write narrow ones that never break."""
    return text.replace("\N{NARROW NO-BREAK SPACE}", " ").replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("en_AU", ("2:05 pm", "2:05:09 pm", "2", "0.60", "Monday 16 March", "Mon 16 March", "16 Mar", "16 March 2026")),
        ("en_GB", ("14:05", "14:05:09", "14", "0.60", "Monday 16 March", "Mon 16 March", "16 Mar", "16 March 2026")),
        ("en_US", ("2:05 PM", "2:05:09 PM", "2", "0.60", "Monday, March 16", "Mon, March 16", "Mar 16",
                   "March 16, 2026")),
        ("de_DE", ("14:05", "14:05:09", "14", "0,60", "Montag, 16. März", "Mo., 16. März", "16. März",
                   "16. März 2026")),
        ("C", ("14:05", "14:05:09", "14", "0.60", "Monday 16 March", "Mon 16 March", "16 Mar", "16 March 2026")),
    ],
    indirect=["written"],
)  # fmt: skip
def test_each_region_writes_in_its_own_way(written: QLocale, told: tuple[str, ...]) -> None:
    assert written is not None
    said = (
        formats.clock(AFTERNOON),
        formats.clock_to_the_second(AFTERNOON),
        formats.hour(AFTERNOON),
        formats.hours(Decimal("0.6")),
        habits.long_day(DAY),
        habits.short_day(DAY),
        habits.day_and_month(DAY, short=True),
        habits.day_and_month(DAY, year=True),
    )
    assert tuple(plain(each) for each in said) == told


@pytest.mark.parametrize(
    ("written", "told"),
    [("en_GB", ("9", "30 April")), ("de_DE", ("9.", "30. April")), ("en_US", ("March 9", "April 30"))],
    indirect=["written"],
)  # fmt: skip
def test_a_stretch_of_days_says_no_more_than_is_needed(written: QLocale, told: tuple[str, str]) -> None:
    assert written is not None
    assert habits.since(date(2026, 3, 9), date(2026, 3, 15)) == told[0]
    assert habits.since(date(2026, 4, 30), date(2026, 5, 6)) == told[1]


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("spoken", ["0 s", "20 s", "24 min", "1 h 05", "10 h 00"]),
        ("clock", ["0:00", "< 0:01", "0:24", "1:05", "10:00"]),
        ("units", ["0.0 h", "< 0.1 h", "0.4 h", "1.1 h", "10.0 h"]),
    ],
)
def test_durations_are_written_as_was_chosen(wanted: str, told: list[str]) -> None:
    formats.write_for("en", wanted)
    try:
        assert [texts.spoken(millis) for millis in (0, 20_000, 24 * MINUTE, 65 * MINUTE, 600 * MINUTE)] == told
        assert duration(65 * 60) == "1h 5m"  # what a summary says to the client stays
    finally:
        formats.write_as(formats.Formats())


def test_german_units_have_a_comma() -> None:
    formats.write_for("de", "units")
    try:
        assert texts.spoken(36 * MINUTE) == "0,6 h"
        assert report_words.percent(Decimal("94.5")) == "94,5 %"
    finally:
        formats.write_as(formats.Formats())


@pytest.mark.parametrize(
    ("language", "system", "told"),
    [
        ("en", "en_AU", "en_AU"), ("de", "de_AT", "de_AT"), ("de", "C", "de_DE"), ("en", "C", "C"),
        ("de", "en_AU", "de_DE"), ("pseudo", "C", "C"), ("en", "de_DE", "en_DE"),
    ],
)  # fmt: skip
def test_words_and_figures_agree(language: str, system: str, told: str) -> None:
    assert habits.locale_for(language, QLocale(system)).name() == told


@pytest.fixture
def german(theme: Theme) -> Iterator[None]:
    with dressed(theme, "de"):
        yield


def test_hours_are_shown_and_typed_with_a_comma_and_sent_with_a_point(german: None, connected: Room) -> None:
    assert german is None
    live_a_day(connected)
    page, office = connected.window._page, connected.office
    tagged = [each for each in connected.rows() if each.state is RowState.OPEN and each.matter is not None]
    page._select([max(tagged, key=lambda each: each.row.worked).row.id])
    connected.until(lambda: page._panel.subject is not None)
    field = page._panel._billing._billed
    connected.until(lambda: "," in field.text())
    field.setFocus()
    field.selectAll()
    connected.qtbot.keyClicks(field, "0,7")
    field.editingFinished.emit()
    page._panel._narrative.setPlainText("Vertrag geprüft")
    page._panel._send.click()
    connected.until(lambda: connected.sent() == 1)
    [sent] = office.ledger()
    assert float(str(sent["billableHours"])) == pytest.approx(0.7)
    assert "," not in str(sent["billableHours"])
