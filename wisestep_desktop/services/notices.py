"""What waits for a person, as data: what it is, how much, and since when. Asks nobody; words are made in the shell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, tzinfo
from enum import StrEnum

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.instants import HOUR, local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.reminding import ran_long
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import crashes, updates
from wisestep_desktop.services.activity_types import names_in_vain
from wisestep_desktop.services.facts import Connection, ConnectionState, read_connection
from wisestep_desktop.services.unsent import UnsentLine, radar
from wisestep_desktop.services.wellness import Since

_PUT_OFF = "notice.put_off."
_PLACE = "team.place."
_OUT_OF_REACH = 7 * 24 * HOUR
"""A week away from the firm's network is a holiday."""
_CLOSED = frozenset({"matter.closed"})
_NEEDED = frozenset({SignalName.TITLES, SignalName.IDLE})
"""Signals without which time is in doubt."""


class NoticeKind(StrEnum):
    """What a notice is about, the most urgent first."""

    SIGN_IN_AGAIN = "sign_in_again"
    HEALTH = "health"
    REFUSED = "refused"
    CLOSED = "closed"
    UNCERTAIN = "uncertain"
    TIMER = "timer"
    CRASH = "crash"
    UPDATE_IMPORTANT = "update_important"
    TEAM_TROUBLE = "team_trouble"
    CONNECT = "connect"
    SYNC = "sync"
    NAMES_IN_VAIN = "names_in_vain"
    TEAM_NEWS = "team_news"
    UNSENT = "unsent"
    UPDATE = "update"


LASTING = frozenset({NoticeKind.SIGN_IN_AGAIN, NoticeKind.HEALTH})
"""What cannot be put off: time is in doubt or cannot leave until somebody sees to it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing that waits for the person.

    Attributes:
        kind: what it is.
        count: entries, hours of a timer, names or days, as the kind has it; of an unexpected end the minute of the day
            up to which time is kept, -1 for none.
        since: the local day it began, or the work date of its oldest entry, where that is known.
        about: a code, a setting, a signal or a version; never a name, title or narrative.
        params: what the sentence of a code names; of a version, the addresses that belong to it.
        millis: worked time it is about, where it is about time.
        keys: what makes it this notice and no other: the entries, the timer's start.
    """

    kind: NoticeKind
    count: int = 1
    since: date | None = None
    about: str = ""
    params: Mapping[str, str | int] = field(default_factory=dict)
    millis: int = 0
    keys: tuple[int, ...] = ()

    @property
    def can_wait(self) -> bool:
        """Tell whether it may be put off until tomorrow."""
        return self.kind not in LASTING


@dataclass(frozen=True, slots=True)
class Scene:
    """What the store does not know.

    Attributes:
        now: UTC milliseconds.
        zone: where days are read.
        signals: the health of every signal; none while nothing watches.
        trouble: code of why recording does not work; None while all is well or nobody agreed to it.
        version: of this program; empty where later ones do not matter.
        system: what it runs on, as ``core.releases`` calls it.
    """

    now: Instant
    zone: tzinfo
    signals: tuple[Since, ...] = ()
    trouble: str | None = None
    version: str = ""
    system: str = ""

    @property
    def today(self) -> date:
        """Return the local day."""
        return local_date(self.now, self.zone)


def gather(books: Books, scene: Scene) -> tuple[Notice, ...]:
    """Return everything that waits and was not put off today, the most urgent first."""
    order = list(NoticeKind)
    waiting = sorted(everything(books, scene), key=lambda each: order.index(each.kind))
    return tuple(each for each in waiting if not _is_put_off(books, each, scene.today))


def everything(books: Books, scene: Scene) -> tuple[Notice, ...]:
    """Return everything that waits, put off or not."""
    return (
        *_connection(read_connection(books)),
        *_health(scene),
        *_entries(books),
        *_timer(books, scene),
        *_names(books),
        *_team(books, scene),
        *_unsent(books, scene),
        *_crash(books, scene),
        *_update(books, scene),
    )


def put_off(books: Books, notice: Notice, today: date) -> None:
    """Say no more of a notice today; more of the same, or another, is said all the same. Lasting ones stay."""
    if notice.can_wait:
        told = {"day": today.isoformat(), "count": notice.count, "about": notice.about, "keys": list(notice.keys)}
        books.settings.put_fact(_PUT_OFF + notice.kind, json.dumps(told))


def _is_put_off(books: Books, notice: Notice, today: date) -> bool:
    kept = books.settings.fact(_PUT_OFF + notice.kind)
    if kept is None or not notice.can_wait:
        return False
    told = json.loads(kept)
    same = told["about"] == notice.about and set(notice.keys) <= set(told["keys"])
    more = notice.count > told["count"] and notice.kind is not NoticeKind.TIMER  # which grows by itself
    return bool(told["day"] == today.isoformat() and same and not more)


def _connection(known: Connection) -> Iterable[Notice]:
    match known.state:
        case ConnectionState.DISCONNECTED:
            yield Notice(NoticeKind.CONNECT)
        case ConnectionState.SIGN_IN_AGAIN:
            yield Notice(NoticeKind.SIGN_IN_AGAIN, max(1, known.outbox), about=_code(known), params=_params(known))
        case ConnectionState.ERROR:
            yield Notice(NoticeKind.SYNC, about=_code(known), params=_params(known))
        case ConnectionState.READY | ConnectionState.SYNCING:
            return


def _code(known: Connection) -> str:
    return "" if known.trouble is None else known.trouble.code


def _params(known: Connection) -> Mapping[str, str | int]:
    return {} if known.trouble is None else known.trouble.params


def _health(scene: Scene) -> Iterable[Notice]:
    if scene.trouble is not None:
        yield Notice(NoticeKind.HEALTH, about=scene.trouble)
        return
    serious = [
        each
        for each in scene.signals
        if each.health.signal in _NEEDED and each.health.health is not Health.WORKS and each.health.reason
    ]
    if serious:
        first = min(serious, key=lambda each: each.at)
        yield Notice(NoticeKind.HEALTH, len(serious), local_date(first.at, scene.zone), first.health.reason or "")


def _entries(books: Books) -> Iterable[Notice]:
    """Tell of entries that did not go; those for closed matters apart, for a word from the person sends them."""
    if books.entries.count(EntryState.REFUSED):
        refused = [entry for entry, _ in books.entries.between(date.min, date.max) if entry.state is EntryState.REFUSED]
        yield from _of_entries(NoticeKind.REFUSED, [each for each in refused if each.reason not in _CLOSED])
        yield from _of_entries(NoticeKind.CLOSED, [each for each in refused if each.reason in _CLOSED])
    if books.entries.count(EntryState.UNCERTAIN):
        owed = (books.entries.entry(record.entry) for record in books.entries.outbox())
        doubtful = [each for each in owed if each is not None and each.state is EntryState.UNCERTAIN]
        yield from _of_entries(NoticeKind.UNCERTAIN, doubtful)


def _of_entries(kind: NoticeKind, entries: Sequence[Entry]) -> Iterable[Notice]:
    if entries:
        oldest = min(each.draft.work_date for each in entries)
        yield Notice(kind, len(entries), oldest, keys=tuple(sorted(each.id for each in entries)))


def _timer(books: Books, scene: Scene) -> Iterable[Notice]:
    timer = books.stated.timer()
    if timer is not None and ran_long(timer.start, scene.now):
        hours = (scene.now - timer.start) // HOUR
        yield Notice(NoticeKind.TIMER, hours, local_date(timer.start, scene.zone), keys=(timer.start,))


def _names(books: Books) -> Iterable[Notice]:
    """Tell of the first setting that names what nobody has; its names are the firm's own and stay out of it."""
    vain = names_in_vain(books)
    if vain:
        setting = vain[0][0]
        yield Notice(NoticeKind.NAMES_IN_VAIN, sum(name == setting for name, _ in vain), about=setting)


def _team(books: Books, scene: Scene) -> Iterable[Notice]:
    """Tell what the team changed, and why its newest settings were not taken; a place out of reach is told late."""
    active = books.teams.active()
    if active is None:
        return
    if active.news:
        yield Notice(NoticeKind.TEAM_NEWS, len(active.news), about=",".join(active.news))
    if active.trouble is None:
        return
    heard = active.checked if active.checked is not None else active.joined
    if not active.trouble.startswith(_PLACE) or scene.now - heard > _OUT_OF_REACH:
        about, since = active.trouble, local_date(heard, scene.zone)
        yield Notice(NoticeKind.TEAM_TROUBLE, since=since, about=about, params=active.params)


def _unsent(books: Books, scene: Scene) -> Iterable[Notice]:
    days = Settings(books.settings.all()).number("review.remind_after_days")
    if days:
        found = radar(books, scene.today, scene.zone, days)
        late = found.late
        if late is not None:
            yield Notice(NoticeKind.UNSENT, _days(found.lines), late.day, millis=late.millis)


def _crash(books: Books, scene: Scene) -> Iterable[Notice]:
    end = crashes.noted(books)
    if end is not None:
        kept = -1 if end.kept is None else crashes.minute_of(end.kept, scene.zone)
        yield Notice(NoticeKind.CRASH, kept, local_date(end.at, scene.zone), keys=(end.at,))


def _update(books: Books, scene: Scene) -> Iterable[Notice]:
    """Tell of a later version, where it is asked for and the person did not skip it."""
    later = updates.to_tell(books, scene.version, scene.system)
    if later is not None:
        kind = NoticeKind.UPDATE_IMPORTANT if later.important else NoticeKind.UPDATE
        page = later.systems[scene.system].page
        yield Notice(kind, about=later.version, params={"notes": later.notes or page, "page": page})


def _days(lines: Iterable[UnsentLine]) -> int:
    return len({each.day for each in lines if each.late})
