"""Time that no window saw: said afterwards, offered as a gap, or counted by a timer beside what is captured."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import tzinfo

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import SECOND, hour_marks, hour_start
from wisestep_desktop.core.observation import LONGEST_TITLE, clean
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.spans import Instant, Span, cut, intersect, subtract
from wisestep_desktop.core.stated import OFF_SCREEN, Occupation, Stated, Timer, off_screen, until
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Tag

LONGEST = 24 * 3_600_000
"""Milliseconds that may be said at once."""


def stated_until(
    books: Books, within: Span, timer: Timer | None, now: Instant | None, presence: Iterable[PresenceSpan]
) -> tuple[Stated, ...]:
    """Return what is stated within a span, the running timer's time up to ``now`` included; no two share a moment."""
    kept = books.stated.stated(within)
    if timer is None or now is None:
        return kept
    running = _beside(until(timer, now, presence), [each.span for each in kept])
    return tuple(sorted((*kept, *running), key=lambda each: each.span))


def state(
    books: Books, span: Span, occupation: Occupation, note: str, *, now: Instant, matter: MatterId | None, zone: tzinfo
) -> tuple[Stated, ...]:
    """Keep what a stretch was; what is stated or in an entry already stays as it is. Return what was kept.

    Args:
        books: of one transaction.
        span: cut to whole seconds.
        occupation: a break or private time has no note and no matter.
        note: what stands in the row; may be blank.
        now: nobody can say what was later.
        matter: put on the rows, if one is meant.
        zone: in which clock hours are read.

    Raises:
        BadInput: if the stretch is empty, too long or in the future, all of it is taken, or the matter is unknown.
    """
    span = Span(Instant(span.start // SECOND * SECOND), Instant(span.end // SECOND * SECOND))
    if not 0 < span.length <= LONGEST:
        raise BadInput("time.range", most=LONGEST // SECOND)
    if span.end > now:
        raise BadInput("time.future")
    title = (
        books.timeline.intern(off_screen(occupation, clean(note, LONGEST_TITLE))).id if _counts(occupation) else None
    )
    return _keep(books, [Stated(span, occupation, title)], matter if _counts(occupation) else None, zone)


def accept_reading(books: Books, span: Span, *, matter: MatterId | None, zone: tzinfo) -> tuple[Stated, ...]:
    """Count quiet reading as work on what was in front; return what was kept.

    Raises:
        BadInput: if all of it is counted already.
    """
    read = [
        Stated(inside, Occupation.READING, visit.title)
        for visit in books.timeline.visits(span)
        if visit.title is not None and (inside := visit.span.clip(span)) is not None
    ]
    if not read:
        title = books.timeline.intern(off_screen(Occupation.READING, "")).id
        read = [Stated(span, Occupation.READING, title)]
    return _keep(books, read, matter, zone)


def start_timer(
    books: Books, occupation: Occupation, note: str, *, now: Instant, matter: MatterId | None, zone: tzinfo
) -> Timer:
    """Start a timer; one that runs is stopped first, for nobody does two things at once.

    Raises:
        BadInput: if the occupation is no work, or the matter is unknown.
    """
    if not _counts(occupation):
        raise BadInput("timer.occupation", occupation=occupation)
    _known(books, matter)
    if books.stated.timer() is not None:
        stop_timer(books, now=now, zone=zone)
    title = books.timeline.intern(off_screen(occupation, clean(note, LONGEST_TITLE))).id
    timer = Timer(Instant(now // SECOND * SECOND), occupation, title, matter)
    books.stated.put_timer(timer)
    return timer


def stop_timer(books: Books, *, now: Instant, zone: tzinfo) -> tuple[Stated, ...]:
    """Stop the timer; return what it counted, nothing if it ran for less than a second.

    Raises:
        BadInput: ``timer.none`` if none runs.
    """
    timer = books.stated.timer()
    if timer is None:
        raise BadInput("timer.none")
    books.stated.put_timer(None)
    end = Instant(now // SECOND * SECOND)
    if end <= timer.start:
        return ()
    counted = until(timer, end, books.timeline.presence(Span(timer.start, end)))
    try:
        return _keep(books, counted, timer.matter, zone)
    except BadInput:
        return ()  # all of it went into entries while it ran


def drop_timer(books: Books) -> None:
    """Stop the timer and keep nothing of it.

    Raises:
        BadInput: ``timer.none`` if none runs.
    """
    if books.stated.timer() is None:
        raise BadInput("timer.none")
    books.stated.put_timer(None)


def unstate(books: Books, spans: Sequence[Span]) -> None:
    """Take back what was stated inside some spans; what was captured there counts again."""
    for span in spans:
        for known in books.stated.stated(span):
            books.stated.drop(known.span.start)
            for rest in subtract((known.span,), spans):
                books.stated.put(replace(known, span=rest))


def _counts(occupation: Occupation) -> bool:
    return occupation in OFF_SCREEN


def _known(books: Books, matter: MatterId | None) -> None:
    if matter is not None and books.matters.matter(matter) is None:
        raise BadInput("matter.unknown", matter=matter)


def _keep(books: Books, wanted: Sequence[Stated], matter: MatterId | None, zone: tzinfo) -> tuple[Stated, ...]:
    """Keep stretches where nothing is stated or claimed, and put the matter on their rows."""
    _known(books, matter)
    kept: list[Stated] = []
    for each in wanted:
        taken = [other.span for other in books.stated.stated(each.span)]
        taken += [part.span for part in books.entries.parts(each.span) if part.title != each.title]
        kept.extend(_beside([each], taken))
    if not kept:
        raise BadInput("time.taken")
    for each in kept:
        books.stated.put(each)
        if each.title is not None and matter is not None:
            _tag(books, each.title, each.span, matter, zone)
    return tuple(kept)


def _beside(wanted: Iterable[Stated], taken: Sequence[Span]) -> list[Stated]:
    return [replace(each, span=piece) for each in wanted for piece in subtract((each.span,), taken)]


def _tag(books: Books, title: TitleId, span: Span, matter: MatterId, zone: tzinfo) -> None:
    around = Span(hour_start(span.start, zone), span.end)
    cuts = books.stated.cuts(around).get(title, ())
    for piece in cut(span, sorted({*hour_marks(span, zone), *cuts})):
        since = max((hour_start(piece.start, zone), *(at for at in cuts if at <= piece.start)))
        books.timeline.put_tag(Tag(title, since, matter))


def is_stated(stated: Iterable[Stated], spans: Sequence[Span]) -> bool:
    """Tell whether all of some spans is what a person stated."""
    return not subtract(spans, intersect(spans, [each.span for each in stated]))
