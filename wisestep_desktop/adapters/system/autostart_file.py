"""A file that a desktop reads at sign-in: written whole or not at all, and every refusal told the same way."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from wisestep_desktop.core.errors import AutostartFailed

_MOST = 65_536


def read(path: Path) -> bytes | None:
    """Return the beginning of a file, or None if there is none.

    Raises:
        AutostartFailed: if it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(_MOST)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _failed(path, error) from error


def write(path: Path, content: bytes) -> None:
    """Write a file, in place of the old one if there is one.

    Raises:
        AutostartFailed: if that cannot be done; the old one stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise _failed(path, error) from error
    made = Path(name)
    try:
        with os.fdopen(number, "wb") as file:
            file.write(content)
        made.chmod(0o644)
        made.replace(path)
    except OSError as error:
        made.unlink(missing_ok=True)
        raise _failed(path, error) from error


def remove(path: Path) -> None:
    """Remove a file that may not be there.

    Raises:
        AutostartFailed: if it is there and stays.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _failed(path, error) from error


def _failed(path: Path, error: OSError) -> AutostartFailed:
    return AutostartFailed(str(path), error.strerror or type(error).__name__)
