"""What is stored, and how large it is: for the page that shows it, and for whoever wants to know before deleting."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.ports.store import Store
from wisestep_desktop.ports.upkeep import Census, FileKind, Premises, StoredFile


@dataclass(frozen=True, slots=True)
class Stored:
    """What is stored.

    Attributes:
        census: how many of each there are.
        files: on the disk.
    """

    census: Census
    files: tuple[StoredFile, ...]

    def size(self, kind: FileKind) -> int:
        """Return the bytes of all files of a kind."""
        return sum(each.size for each in self.files if each.kind is kind)

    @property
    def total(self) -> int:
        """Return the bytes of all files."""
        return sum(each.size for each in self.files)


def stored(store: Store, premises: Premises) -> Stored:
    """Count what there is.

    Raises:
        StoreError: if the store cannot be read.
    """
    return Stored(store.read(lambda books: books.upkeep.census()), premises.files())
