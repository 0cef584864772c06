"""Makes a file whole or not at all: written beside its place, put there in one step. Knows no format."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wisestep_desktop.core.errors import BadInput

_REASONS = {
    errno.ENOENT: "export.no_folder",
    errno.ENOTDIR: "export.no_folder",
    errno.EACCES: "export.no_permission",
    errno.EPERM: "export.no_permission",
    errno.EROFS: "export.no_permission",
    errno.ENOSPC: "export.disk_full",
    errno.EDQUOT: "export.disk_full",
}


@contextmanager
def whole_file(target: Path, *, force: bool) -> Iterator[Path]:
    """Yield the path of a new empty file in a folder of its own beside ``target``, and put it there afterwards.

    The folder is for this user only and may hold what else is needed meanwhile. It is gone afterwards, also after an
    error.

    Raises:
        BadInput: ``export.*`` for whatever stands in the way; ``target`` is as it was then.
    """
    _may_be(target, force=force)
    with translated(target), tempfile.TemporaryDirectory(prefix=".wisestep-", dir=target.parent) as folder:
        made = Path(folder) / "new"
        made.touch(mode=0o600)
        yield made
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        _may_be(target, force=force)  # somebody else may have made it meanwhile
        made.replace(target)


@contextmanager
def translated(target: Path) -> Iterator[None]:
    """Turn what the disk says into a sentence of ours.

    Raises:
        BadInput: naming the file and the reason.
    """
    try:
        yield
    except OSError as error:
        code = _REASONS.get(error.errno or 0, "export.not_written")
        raise BadInput(code, file=str(target), folder=str(target.parent), reason=error.strerror or "") from error


def _may_be(target: Path, *, force: bool) -> None:
    if target.is_dir():
        raise BadInput("export.is_folder", file=str(target))
    if not force and (target.exists() or target.is_symlink()):
        raise BadInput("export.exists", file=str(target))
