"""A normal day of an attorney, the same every time: 690 visits, 9 matters, two calls, lunch, one title that names two.

It is what journeys review, what the guide's pictures show, and what the day view is measured on.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE, SECOND, from_datetime
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.matching import Recogniser

VISITS = 690
SEED = 20_260_352
TWO_MATTERS = "Costs agreement – Smith 10611 / Jones 10877.docx - Word"
MARLOW_CALL = "Call with Jane Marlow | Microsoft Teams"
OTHER_CALL = "Zoom Meeting"
BRIEF = "Brief to counsel – HAR-2024-017.pdf - Adobe Acrobat"

MATTERS: tuple[tuple[int, str, str, str], ...] = (
    (10482, "Harbour Holdings v Quay Pty Ltd", "HAR-2024-017", "Harbour Holdings Pty Ltd"),
    (10990, "Marlow Estate", "EST-2025-004", "Marlow, Jane"),
    (10611, "Smith v Northgate Council", "SMI-2025-031", "Smith, Robert"),
    (10877, "Jones – Purchase of 4 Wharf Road", "CON-2026-112", "Jones, Amelia"),
    (11203, "Tidewater Marine – Supply agreement", "COM-2026-040", "Tidewater Marine Pty Ltd"),
    (11318, "Okafor – Skilled visa", "IMM-2026-021", "Okafor, Daniel"),
    (11377, "Ironbark Joinery – Lease of Unit 6", "LEA-2026-063", "Ironbark Joinery Pty Ltd"),
    (11402, "Castellano – Employment dispute", "EMP-2026-018", "Castellano, Rosa"),
    (11455, "Whitlock Family Trust – Restructure", "TRU-2026-009", "Whitlock, Stephen"),
)
"""Number, name, reference, client. The first four are the practice firm's own."""

_WORK: dict[int, tuple[tuple[str, str], ...]] = {
    10482: (
        ("Microsoft Word", "Deed of settlement HAR-2024-017 v3.docx - Word"),
        ("Microsoft Outlook", "RE: Harbour Holdings v Quay Pty Ltd – revised terms - Message (HTML)"),
        ("Adobe Acrobat", "HAR-2024-017 lease 2019.pdf - Adobe Acrobat"),
    ),
    10990: (
        ("Microsoft Word", "EST-2025-004 Deed of family arrangement.docx - Word"),
        ("Google Chrome", "Matter 10990 | Actionstep - Google Chrome"),
    ),
    10611: (
        ("Microsoft Word", "SMI-2025-031 Statement of claim.docx - Word"),
        ("Microsoft Outlook", "Smith v Northgate Council – particulars of loss - Message (HTML)"),
    ),
    10877: (
        ("Adobe Acrobat", "CON-2026-112 contract of sale.pdf - Adobe Acrobat"),
        ("Microsoft Word", "CON-2026-112 requisitions on title.docx - Word"),
    ),
    11203: (
        ("Microsoft Word", "COM-2026-040 Supply agreement v2.docx - Word"),
        ("Microsoft Excel", "COM-2026-040 price schedule.xlsx - Excel"),
    ),
    11318: (("Adobe Acrobat", "IMM-2026-021 employer nomination.pdf - Adobe Acrobat"),),
    11377: (
        ("Microsoft Word", "LEA-2026-063 Lease of Unit 6.docx - Word"),
        ("Microsoft Outlook", "Ironbark Joinery – Lease of Unit 6 – disclosure statement - Message (HTML)"),
    ),
    11402: (("Microsoft Word", "EMP-2026-018 Letter of demand.docx - Word"),),
    11455: (("Microsoft Word", "TRU-2026-009 Deed of variation.docx - Word"),),
}
_BETWEEN: tuple[tuple[str, str], ...] = (
    ("Microsoft Outlook", "Inbox - Outlook"),
    ("File Explorer", "Documents"),
    ("Google Chrome", "Limitation of actions – Westlaw - Google Chrome"),
)
_PLAN: tuple[tuple[time, int], ...] = (
    (time(8, 52), 10482),
    (time(9, 31), 10611),
    (time(10, 8), 11203),
    (time(10, 54), 10990),
    (time(11, 28), 10877),
    (time(12, 2), 11377),
    (time(13, 18), 11455),
    (time(13, 58), 11402),
    (time(14, 36), 10482),
    (time(15, 26), 11318),
    (time(16, 2), 10611),
    (time(16, 44), 11203),
)
"""From when on mostly which matter."""
_LUNCH = (time(12, 31), time(13, 17))
_CALLS = ((time(10, 30), time(10, 52), "Microsoft Teams", MARLOW_CALL), (time(15, 5), time(15, 24), "Zoom", OTHER_CALL))
_READING = (time(14, 20), time(14, 34))
_BANKING = (time(11, 20), time(11, 26))
_TWO = (time(16, 30), time(16, 41))
_END = time(17, 24)


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit, and who was there."""

    span: Span
    window: Window
    presence: Presence
    proof: Proof | None = None


def matters() -> tuple[Matter, ...]:
    """Return the day's matters."""
    return tuple(
        Matter(MatterId(number), name, reference=reference, clients=(client,))
        for number, name, reference, client in MATTERS
    )


def firm() -> dict[str, Any]:
    """Return the day's matters as a firm of the sandbox."""
    return {
        "matters": [
            {"id": number, "name": name, "reference": reference, "status": "Active", "clients": [client]}
            for number, name, reference, client in MATTERS
        ],
        "quickcodes": [
            {"id": 301, "name": "Drafting"},
            {"id": 302, "name": "Review / analyse"},
            {"id": 303, "name": "Telephone"},
            {"id": 307, "name": "Correspondence"},
        ],
    }


def stays(day: date, zone: ZoneInfo) -> list[Stay]:
    """Return the day, stay by stay, without a gap."""
    dice = random.Random(SEED)  # noqa: S311  the same day every time

    def at(clock: time) -> Instant:
        return from_datetime(datetime.combine(day, clock, tzinfo=zone))

    fixed = [
        *(Stay(Span(at(a), at(b)), Window(app, title), Presence.PRESENT, Proof.CALL) for a, b, app, title in _CALLS),
        Stay(Span(at(_LUNCH[0]), at(_LUNCH[1])), Window("Microsoft Outlook", "Inbox - Outlook"), Presence.LOCKED),
        Stay(Span(at(_READING[0]), at(_READING[1])), Window("Adobe Acrobat", BRIEF), Presence.PRESENT, Proof.READING),
        Stay(Span(at(_BANKING[0]), at(_BANKING[1])), PRIVATE, Presence.ACTIVE),
        Stay(Span(at(_TWO[0]), at(_TWO[1])), Window("Microsoft Word", TWO_MATTERS), Presence.ACTIVE),
    ]
    fixed.sort(key=lambda stay: stay.span)
    plan = [(at(clock), matter) for clock, matter in _PLAN]
    made: list[Stay] = []
    now, end = plan[0][0], at(_END)
    lengths = _lengths(dice, VISITS - len(fixed), end - now - sum(stay.span.length for stay in fixed))
    ahead = list(fixed)
    while now < end:
        if ahead and ahead[0].span.start <= now:
            made.append(ahead.pop(0))
            now = made[-1].span.end
            continue
        limit = ahead[0].span.start if ahead else end
        until = min(limit, Instant(now + next(lengths)))
        made.append(Stay(Span(now, until), _window(dice, plan, now), Presence.ACTIVE))
        now = until
    return made


def _lengths(dice: random.Random, count: int, total: int) -> Iterator[int]:
    """Return lengths in milliseconds, whole seconds, of about the number of visits wanted."""
    mean = total / count
    while True:
        yield max(4 * SECOND, round(dice.expovariate(1 / mean) / SECOND) * SECOND)


def _window(dice: random.Random, plan: Sequence[tuple[Instant, int]], now: Instant) -> Window:
    matter = [number for start, number in plan if start <= now][-1]
    choice = dice.choice(_BETWEEN) if dice.random() < 0.07 else dice.choice(_WORK[matter])
    return Window(*choice)


def live(books: Books, recogniser: Recogniser, day: date, zone: ZoneInfo) -> int:
    """Write the day as capture would have; return how many visits it took."""
    made = stays(day, zone)
    stretch: PresenceSpan | None = None
    for stay in made:
        title = books.timeline.open_visit(stay.span.start, stay.window)
        books.timeline.extend_visit(stay.span.start, stay.span.end)
        if title is not None:
            recogniser.settle(books, title)
        same = stretch is not None and (stretch.presence, stretch.proof) == (stay.presence, stay.proof)
        start = stretch.span.start if same and stretch is not None else stay.span.start
        stretch = PresenceSpan(Span(start, stay.span.end), stay.presence, stay.proof)
        books.timeline.put_presence(stretch)
    return len(made)


def evening(day: date, zone: ZoneInfo) -> Instant:
    """Return when the day is reviewed."""
    return Instant(from_datetime(datetime.combine(day, _END, tzinfo=zone)) + 5 * MINUTE)
