"""What a person did to a day, in a few words, for "Undo". Translatable; no Qt."""

from __future__ import annotations

from enum import StrEnum

from wisestep_desktop.shell.words import tr


class Deed(StrEnum):
    """One kind of step that can be taken back."""

    ACCEPT = "accept"
    REJECT = "reject"
    DRAFT = "draft"
    EDIT = "edit"
    DISCARD = "discard"
    GROUP = "group"
    TRASH = "trash"
    RESTORE = "restore"
    MOVE = "move"
    RELEASE = "release"
    CUT = "cut"
    JOIN = "join"
    SPLIT = "split"
    MERGE = "merge"
    STATE = "state"
    READING = "reading"
    BY_HAND = "by_hand"
    TIMER_START = "timer_start"
    TIMER_STOP = "timer_stop"


def done_words(deed: Deed) -> str:
    """Return that something was done."""
    return {
        Deed.ACCEPT: tr("Matter accepted."),
        Deed.REJECT: tr("Matter taken off."),
        Deed.DRAFT: tr("Kept as a draft."),
        Deed.EDIT: tr("Draft changed."),
        Deed.DISCARD: tr("Draft discarded; its rows are open again."),
        Deed.GROUP: tr("Entries made."),
        Deed.TRASH: tr("Moved to the trash."),
        Deed.RESTORE: tr("Taken out of the trash."),
        Deed.MOVE: tr("Moved into the entry."),
        Deed.RELEASE: tr("Taken out of the entry."),
        Deed.CUT: tr("Row split."),
        Deed.JOIN: tr("Rows joined."),
        Deed.SPLIT: tr("Entry split."),
        Deed.MERGE: tr("Entries merged."),
        Deed.STATE: tr("Time added."),
        Deed.READING: tr("Reading counted."),
        Deed.BY_HAND: tr("Time added."),
        Deed.TIMER_START: tr("Timer started."),
        Deed.TIMER_STOP: tr("Timer stopped."),
    }[deed]


def undone_words(deed: Deed) -> str:
    """Return that something was taken back."""
    return tr("Undone: {done}", done=done_words(deed))


def redone_words(deed: Deed) -> str:
    """Return that something was done again."""
    return tr("Done again: {done}", done=done_words(deed))
