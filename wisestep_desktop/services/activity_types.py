"""Which activity type an entry gets by itself, and what is learned when a person picks another one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wisestep_desktop.core.activity import NAMING, Offer, nearest_type, offered_types, type_for_kind, unknown_types
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.work import WorkKind
from wisestep_desktop.ports.store import Books


def offers(books: Books, kept: ActivityTypeId | None = None) -> tuple[Offer, ...]:
    """Return the activity types that may be picked, as the settings call them.

    Args:
        books: of the store.
        kept: the type that an entry has already, offered to it whatever the settings say.
    """
    types = list(books.matters.activity_types())
    if kept is not None and all(each.id != kept for each in types):
        known = books.matters.activity_type(kept)
        types += [known] if known is not None else []
    return offered_types(types, Settings(books.settings.all()), kept)


def default_type(
    books: Books, matter: MatterId | None, kind: WorkKind | None, stems: Mapping[WorkKind, Sequence[str]]
) -> ActivityTypeId | None:
    """Return the type an entry gets by itself, or None where nobody can say.

    The person's last choice for the same matter and kind of work; else what the settings say for the kind; else the
    only offered type whose name fits the kind. Never one that is not offered.

    Args:
        books: of the store.
        matter: of the entry, if it has one.
        kind: the main kind of its work, if there is any.
        stems: of the names of types by kind: ``Lists.work.types``.
    """
    if kind is None:
        return None
    offered = offers(books)
    if matter is not None:
        known = books.activity.last(matter, kind)
        if known is not None and any(each.type.id == known.activity_type for each in offered):
            return known.activity_type
    return type_for_kind(kind, offered, Settings(books.settings.all()), stems)


def learn(
    books: Books, matter: MatterId | None, kind: WorkKind | None, activity_type: ActivityTypeId | None, now: Instant
) -> None:
    """Keep what a person picked for an entry; no type teaches that none is wanted by itself any more."""
    if matter is None or kind is None:
        return
    if activity_type is None:
        books.activity.drop(matter, kind)
    else:
        books.activity.chose(matter, kind, activity_type, now)


def check_names(books: Books, setting: str, text: str) -> None:
    """See that a setting names only activity types that there are; before a first sync nobody can say.

    Raises:
        BadSetting: ``no_activity_type``, naming the setting, the name and the nearest one there is.
    """
    types = books.matters.activity_types()
    if setting not in NAMING or not types:
        return
    for name in unknown_types(setting, Settings({setting: text}), types):
        raise BadSetting(setting, "no_activity_type", name, nearest=nearest_type(name, types))


def names_in_vain(books: Books) -> tuple[tuple[str, str], ...]:
    """Return the settings that name activity types there are no more, each with the name."""
    types, settings = books.matters.activity_types(), Settings(books.settings.all())
    if not types:
        return ()
    return tuple((setting, name) for setting in NAMING for name in unknown_types(setting, settings, types))
