"""Which UTBMS codes an entry may have. It offers; only a person picks."""

from __future__ import annotations

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse, usable
from wisestep_desktop.ports.practice import Practice
from wisestep_desktop.ports.store import Books, Store


def codes_for(books: Books, matter: MatterId) -> tuple[tuple[UtbmsCode, ...], tuple[UtbmsCode, ...]]:
    """Return the task codes and the activity codes that an entry of a matter may have, as far as is known here."""
    return usable(books.activity.utbms_codes(), books.activity.utbms_use(matter))


def ask_use(store: Store, practice: Practice, matter: MatterId) -> UtbmsUse | None:
    """Ask Actionstep whether a matter wants codes, and keep the answer; None where it may not be asked.

    One request, and none where the organisation has no codes.

    Raises:
        SignInAgain, Unavailable, Misunderstood: and what was known stays.
    """
    if not store.read(lambda books: books.activity.utbms_codes()):
        return None
    use = practice.utbms_use(matter)
    if use is not None:
        store.write(lambda books: books.activity.put_utbms_use(matter, use)).result()
    return use
