"""Taking back what was recorded: the last minutes, an application, a word. At once, and without a trace on the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wisestep_desktop.core.errors import BadInput, StoreError
from wisestep_desktop.core.setting_values import listed
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.timeline import Forgotten
from wisestep_desktop.services import preferences
from wisestep_desktop.services.held import FORGOTTEN_UNTIL

SCRUB_OWED = "scrub.owed"
"""Fact: something was forgotten whose traces on the disk are not wiped yet."""

LONGEST = 24 * 3_600_000
"""Milliseconds that "the last …" may reach back; more is a matter for retention and for deleting everything."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was forgotten, and whether its traces on the disk are wiped already.

    Attributes:
        wiped: False where another program was reading just then; the next start or the next forgetting does it.
    """

    forgotten: Forgotten
    wiped: bool


def forget_last(store: Store, clock: Clock, millis: int) -> Outcome:
    """Forget the newest ``millis`` of the timeline, whoever records it meanwhile.

    Raises:
        BadInput: ``forget.how_long`` if that is no stretch of up to a day.
    """
    if not 0 < millis <= LONGEST:
        raise BadInput("forget.how_long")

    def job(books: Books, until: Instant) -> Forgotten:
        return books.forgetting.span(Span(Instant(until - millis), until))

    return _forget(store, clock, job)


def forget_application(store: Store, clock: Clock, name: str, *, exclude: bool) -> Outcome:
    """Forget every visit to an application, and with ``exclude`` never record it again.

    Raises:
        BadInput: ``forget.nothing_named`` for a blank name.
    """
    wanted = _named(name)

    def job(books: Books, _until: Instant) -> Forgotten:
        if exclude:
            _exclude(books, "privacy.excluded_applications", wanted)
        return books.forgetting.application(wanted)

    return _forget(store, clock, job)


def forget_word(store: Store, clock: Clock, text: str, *, exclude: bool) -> Outcome:
    """Forget every visit whose title or document contains a text, and with ``exclude`` never record one again.

    Raises:
        BadInput: ``forget.nothing_named`` for a blank text.
        BadSetting: if the text cannot be excluded; nothing is forgotten then.
    """
    wanted = _named(text)

    def job(books: Books, _until: Instant) -> Forgotten:
        if exclude:
            _exclude(books, "privacy.excluded_titles", wanted)
        return books.forgetting.word(wanted)

    return _forget(store, clock, job)


def wipe_what_is_owed(store: Store) -> None:
    """Wipe the traces that could not be wiped when something was forgotten, if there are any."""
    if store.read(lambda books: books.settings.fact(SCRUB_OWED)) is not None:
        _wipe(store)


def _forget(store: Store, clock: Clock, job: Callable[[Books, Instant], Forgotten]) -> Outcome:
    def whole(books: Books) -> Forgotten:
        # A clock that was set back leaves records ahead of it: the newest of both is now.
        until = max(clock.read().wall, books.timeline.recorded_until() or Instant(0))
        forgotten = job(books, until)
        books.settings.put_fact(FORGOTTEN_UNTIL, str(until))
        books.settings.put_fact(SCRUB_OWED, "yes")
        return forgotten

    forgotten = store.write(whole).result()
    return Outcome(forgotten, _wipe(store))


def _wipe(store: Store) -> bool:
    try:
        store.scrub().result()
    except StoreError:
        return False
    store.write(lambda books: books.settings.put_fact(SCRUB_OWED, None)).result()
    return True


def _named(text: str) -> str:
    wanted = " ".join(text.split())
    if not wanted:
        raise BadInput("forget.nothing_named")
    return wanted


def _exclude(books: Books, name: str, wanted: str) -> None:
    if wanted not in Settings(books.settings.all()).names(name):
        preferences.change(books, name, listed((*Settings(books.settings.mine()).names(name), wanted)))
