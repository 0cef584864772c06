"""What is worth a message of the system, once for each cause. What was said is kept: a restart says nothing anew."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.reminding import is_due
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.notices import Notice, NoticeKind, Scene, everything, gather

_TOLD = "told."
_REMINDED = "reminded.day"
_LATELY = 2 * 60_000
"""Milliseconds for which somebody who was there still is."""

TOLD_BY_THE_SYSTEM = (NoticeKind.SIGN_IN_AGAIN, NoticeKind.REFUSED, NoticeKind.TIMER)
"""What is told when it happens; unsent work is told at its hour."""


@dataclass(frozen=True, slots=True)
class Owed:
    """What is waiting, and what of it the system is to say now."""

    waiting: tuple[Notice, ...] = ()
    to_tell: tuple[Notice, ...] = ()


def owed(books: Books, scene: Scene, *, watched: bool) -> Owed:
    """Return what waits, and what of it is to be said now: nothing to an empty room, nothing twice.

    Args:
        books: of the store.
        scene: what the store does not know.
        watched: whether presence is recorded now. Where it is not, somebody is taken to be there.
    """
    settings = Settings(books.settings.all())
    waiting = gather(books, scene)
    there = not watched or somebody_there(books, scene.now)
    if not settings.flag("notifications.system") or not there:
        return Owed(waiting)
    to_tell = [each for each in waiting if each.kind in TOLD_BY_THE_SYSTEM and _is_news(books, each)]
    hour, given = settings.time_of_day("review.remind_at"), _reminded(books)
    if is_due(scene.now, scene.zone, hour, given, there=there):
        to_tell += [each for each in waiting if each.kind is NoticeKind.UNSENT]
    return Owed(waiting, tuple(to_tell))


def said(books: Books, notices: Iterable[Notice], now: date) -> None:
    """Keep that the system said these, on the local day ``now``."""
    for each in notices:
        if each.kind is NoticeKind.UNSENT:
            books.settings.put_fact(_REMINDED, now.isoformat())
        else:
            books.settings.put_fact(_TOLD + each.kind, json.dumps(list(each.keys)))


def passed(books: Books, scene: Scene) -> tuple[NoticeKind, ...]:
    """Return the kinds that were said and are over, so that they are said again when they come again."""
    there = {each.kind for each in everything(books, scene)}
    return tuple(
        kind for kind in TOLD_BY_THE_SYSTEM if kind not in there and books.settings.fact(_TOLD + kind) is not None
    )


def forget_said(books: Books, kinds: Sequence[NoticeKind]) -> None:
    """Forget that some kinds were said."""
    for kind in kinds:
        books.settings.put_fact(_TOLD + kind, None)


def somebody_there(books: Books, now: Instant) -> bool:
    """Tell whether somebody used the computer, or was in a call, in the last two minutes."""
    lately = books.timeline.presence(Span(Instant(now - _LATELY), Instant(now + 1)))
    newest: PresenceSpan | None = max(lately, key=lambda each: each.span.start, default=None)
    return newest is not None and newest.counts


def _is_news(books: Books, notice: Notice) -> bool:
    kept = books.settings.fact(_TOLD + notice.kind)
    return kept is None or not set(notice.keys) <= set(json.loads(kept))


def _reminded(books: Books) -> date | None:
    kept = books.settings.fact(_REMINDED)
    return None if kept is None else date.fromisoformat(kept)
