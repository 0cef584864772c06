"""A room in which something waits for the person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from tests.shell.conftest import Room
from tests.shell.test_recognising import picture
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import HOUR, MINUTE, day_span, local_date
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, off_screen, review

SECRET = "10482 Harbour Holdings v Quay – without prejudice letter.docx – Word"
NARRATIVE = "Advising on the without prejudice letter"


def today(room: Room) -> date:
    return local_date(room.office.clock.read().wall, room.office.clock.zone())


def record(room: Room, ago: int, begins: float, minutes: int, title: str = SECRET) -> None:
    """Record some minutes of an earlier day (or of this one), from an hour on."""
    zone = room.office.clock.zone()
    start = Instant(day_span(today(room) - timedelta(days=ago), zone).start + round(begins * HOUR))
    span = Span(start, Instant(start + minutes * MINUTE))

    def job(books: Books) -> None:
        books.timeline.open_visit(span.start, Window("Word", title))
        books.timeline.extend_visit(span.start, span.end)
        books.timeline.put_presence(PresenceSpan(span, Presence.ACTIVE))

    room.office.store.write(job).result()


def match(room: Room) -> None:
    room.office.recogniser.rematch(room.office.store)


def entry(
    room: Room, ago: int, matter: int | None = 10482, minutes: int = 30, state: EntryState = EntryState.DRAFT
) -> None:
    """Make an entry by hand that stands somewhere."""
    store, day = room.office.store, today(room) - timedelta(days=ago)
    wish = review.Wish(None if matter is None else MatterId(matter), narrative=NARRATIVE)
    made = store.write(
        lambda books: review.add_by_hand(books, day, minutes * 60, wish, room.office.clock.zone_name())
    ).result()
    known = room.office.entry(made)
    reason = "refused.other" if state is EntryState.REFUSED else None
    store.write(lambda books: books.entries.put(replace(known, state=state, reason=reason))).result()


def start_timer(room: Room, hours: float) -> None:
    """Have a timer that was started some hours ago."""
    clock = room.office.clock
    start = Instant(clock.read().wall - round(hours * HOUR))
    room.office.store.write(
        lambda books: off_screen.start_timer(
            books, Occupation.CALL, "", now=start, matter=MatterId(10482), zone=clock.zone()
        )
    ).result()


def trouble(room: Room, error: Exception | None) -> None:
    room.office.store.write(lambda books: facts.keep_trouble(books, error)).result()  # type: ignore[arg-type]


def both(room: Room, widget: QWidget, name: str) -> None:
    """Take a picture in light and one in dark."""
    for scheme in ("dark", "light"):
        room.theme.choose(scheme)
        picture(widget, f"{name}-{scheme}")
