"""Carrying everything away, and deleting everything: the two ways out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.instants import iso
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.secrets import KeyVault
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.upkeep import Archive, Premises, Record


def carry_away(
    store: Store, clock: Clock, archive: Archive, target: Path, *, version: str, force: bool
) -> Mapping[str, int]:
    """Write everything of the person's into one file, from one picture of the store; return how many of each kind.

    The first record says what made the file, and when. Nothing is in it with which somebody could sign in.

    Args:
        store: read while the file is written, a record at a time.
        clock: for when.
        archive: writes the file.
        target: the file.
        version: of the program.
        force: replaces a file of that name.

    Raises:
        BadInput: ``export.*`` naming what stands in the way; nothing is left behind then.
        StoreError: if the store cannot be read.
    """
    now = iso(clock.read().wall, clock.zone())

    def records(books: Books) -> Iterator[Record]:
        yield "about", {"program": "WiseStep Desktop", "version": version, "format": 1, "written": now}
        yield from books.upkeep.everything()

    return store.read(lambda books: archive.write(target, records(books), force=force))


def may_delete(books: Books) -> None:
    """Say no to deleting everything while nothing may be deleted.

    Raises:
        BadInput: ``erase.legal_hold``.
    """
    if Settings(books.settings.all()).flag("retention.legal_hold"):
        raise BadInput("erase.legal_hold")


def delete_everything(store: Store, premises: Premises, keys: KeyVault) -> None:
    """Close the timeline, and delete it with its copies, its log and its key. Actionstep keeps what it has.

    The key goes last: whatever stands in the way before can be mended, and asked for again.

    Raises:
        BadInput: ``erase.legal_hold``; nothing is deleted then.
        StoreError: naming a file that could not be deleted; the key is kept then.
        KeyUnavailable: if the key cannot be forgotten; it opens nothing any more.
    """
    store.read(may_delete)
    store.close()
    premises.clear()
    keys.forget()
