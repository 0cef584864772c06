"""Some weeks of a firm in which work was left lying, told day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.services.reading_firm import DAY, ONE, Firm
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import EntryId, MatterId, RemoteEntryId
from wisestep_desktop.core.instants import from_datetime
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.sign_in import Grant
from wisestep_desktop.services import review
from wisestep_desktop.services.notices import Notice, Scene, gather
from wisestep_desktop.services.unsent import Radar, radar
from wisestep_desktop.services.wellness import Since

TODAY = date(2026, 3, 20)
NOON = from_datetime(datetime(2026, 3, 20, 12, tzinfo=UTC))
EVENING = from_datetime(datetime(2026, 3, 20, 17, 30, tzinfo=UTC))
BLANK = Since(SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.blank_titles"), NOON)
DEED = "HS-2026/014 Marlow v Hartley Shipping – points of claim.docx – Word"
INBOX = "Inbox – Outlook"


def work(firm: Firm, day: date, minutes: int, title: str = DEED) -> None:
    """Record some minutes from nine o'clock on."""
    firm.at = from_datetime(datetime(day.year, day.month, day.day, 9, tzinfo=UTC))
    firm.see(title, minutes=minutes)
    firm.rematch()


def draft(
    firm: Firm,
    day: date = DAY,
    *,
    matter: MatterId | None = ONE,
    minutes: int = 30,
    state: EntryState = EntryState.DRAFT,
    reason: str | None = None,
) -> EntryId:
    """Make an entry by hand that stands somewhere."""
    wish = review.Wish(matter, narrative="Advising on the claim")
    entry = firm.write(lambda books: review.add_by_hand(books, day, minutes * 60, wish, "UTC"))
    if state is not EntryState.DRAFT:
        remote = RemoteEntryId(entry) if state is EntryState.SENT else None
        stands = replace(_entry(firm, entry), state=state, reason=reason, remote=remote)
        firm.write(lambda books: books.entries.put(stands))
    return entry


def _entry(firm: Firm, number: EntryId) -> Entry:
    found = firm.store.read(lambda books: books.entries.entry(number))
    assert found is not None
    return found


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def lying(firm: Firm, older_than: int = 3) -> Radar:
    return firm.store.read(lambda books: radar(books, TODAY, UTC, older_than))


def scene(now: Instant = NOON, *signals: Since, trouble: str | None = None) -> Scene:
    return Scene(now, UTC, signals, trouble)


def waiting(firm: Firm, at: Scene | None = None) -> list[Notice]:
    return list(firm.store.read(lambda books: gather(books, at or scene())))


def kinds(firm: Firm, at: Scene | None = None) -> list[str]:
    return [each.kind.value for each in waiting(firm, at)]


def sit_down(firm: Firm, now: Instant, presence: Presence = Presence.ACTIVE) -> None:
    """Let somebody (or nobody) have been there in the minute before an instant."""
    stay = PresenceSpan(Span(Instant(now - 60_000), now), presence)
    firm.write(lambda books: books.timeline.put_presence(stay))


def connect(firm: Firm) -> None:
    """Have a grant, as after signing in."""
    grant = Grant("a", "r", NOON, "https://eu.actionstep.com/api/rest/", "hartleyco", "all", NOON)
    firm.write(lambda books: books.settings.put_grant(grant))
