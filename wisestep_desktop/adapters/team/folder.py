"""A folder that everybody in the firm can read: one current profile, and each edition under a name of its own.

The name of an edition is given once: whoever comes second is told, which no lock on a network drive could promise.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from wisestep_desktop.core.errors import Unavailable
from wisestep_desktop.ports.team import EditionTaken

CURRENT = "team.wisestep-profile"
EDITIONS = "editions"


class FolderPlace:
    """Implements ``ports.team.ProfilePlace``."""

    def fetch(self, place: str, *, most: int) -> bytes:
        """Return the current profile."""
        with _translated(place):
            return _read(Path(place) / CURRENT, most)

    def publish(self, place: str, edition: tuple[int, int], data: bytes) -> None:
        """Give the edition its name, then make it the current one; killed in between, the next publisher finds it."""
        folder = Path(place)
        with _translated(place):
            if not folder.is_dir():
                raise Unavailable("team.place.no_folder", place=place)
            (folder / EDITIONS).mkdir(exist_ok=True)
            fresh = _written(folder / EDITIONS, data)
            try:
                _name_once(fresh, _file(folder, edition))
            finally:
                fresh.unlink(missing_ok=True)
            self.make_current(place, data)

    def make_current(self, place: str, data: bytes) -> None:
        """Replace the current profile in one step."""
        folder = Path(place)
        with _translated(place):
            _written(folder, data).replace(folder / CURRENT)

    def edition(self, place: str, edition: tuple[int, int], *, most: int) -> bytes | None:
        """Return what was published as an edition."""
        file = _file(Path(place), edition)
        with _translated(place):
            return _read(file, most) if file.exists() else None


def _file(folder: Path, edition: tuple[int, int]) -> Path:
    return folder / EDITIONS / f"{edition[0]:06d}-{edition[1]:06d}.wisestep-profile"


def _read(file: Path, most: int) -> bytes:
    with file.open("rb") as stream:
        return stream.read(most + 1)


def _written(folder: Path, data: bytes) -> Path:
    """Write a file that nobody looks for yet, down to the disk."""
    fresh = folder / f".{secrets.token_hex(8)}.tmp"
    with fresh.open("xb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    return fresh


def _name_once(fresh: Path, name: Path) -> None:
    """Give a whole file a name that it must be the first to have."""
    try:
        with suppress(NotImplementedError):
            name.hardlink_to(fresh)
            return
    except FileExistsError:
        raise EditionTaken from None
    except OSError:
        pass  # this drive knows no second names
    try:
        if os.name == "nt":
            fresh.rename(name)  # which refuses a name that is taken
            return
        with name.open("xb") as stream:
            stream.write(fresh.read_bytes())
    except FileExistsError:
        raise EditionTaken from None


@contextmanager
def _translated(place: str) -> Iterator[None]:
    try:
        yield
    except FileNotFoundError as error:
        raise Unavailable("team.place.nothing_there", place=place) from error
    except PermissionError as error:
        raise Unavailable("team.place.not_allowed", place=place) from error
    except (OSError, ValueError) as error:
        raise Unavailable("team.place.unreachable", place=place, reason=getattr(error, "strerror", "") or "") from error
