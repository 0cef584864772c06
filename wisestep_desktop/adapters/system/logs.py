"""The program's own log: a small file beside the timeline that holds codes and names of technologies, never a title."""

from __future__ import annotations

import logging
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

NAME = "wisestep.log"
_LARGEST = 512 * 1024
"""Bytes; one older file is kept beside it."""

_OURS = ("wisestep", "wisestep_desktop")
"""Beginnings of the names under which our modules log."""

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


@contextmanager
def log_kept_in(folder: Path) -> Iterator[None]:
    """Write what our own modules log into the folder for as long as the block; without a disk, into nothing.

    Times are UTC. Of an error its kind and place are kept and its text is not: a text may quote a title.
    """
    try:
        handler: logging.Handler = RotatingFileHandler(
            folder / NAME, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", delay=False
        )
        (folder / NAME).chmod(0o600)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Discreet("%(asctime)sZ %(levelname)s %(name)s %(message)s"))
    before = {name: logging.getLogger(name).level for name in _OURS}
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)
        logging.getLogger(name).addHandler(handler)
    try:
        yield
    finally:
        for name, level in before.items():
            logging.getLogger(name).removeHandler(handler)
            logging.getLogger(name).setLevel(level)
        handler.close()


class _Discreet(logging.Formatter):
    """Keeps the kind of an error and where it happened."""

    converter = staticmethod(time.gmtime)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  the name is logging's
        kind, _, trace = ei
        frames = (f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(trace))
        return "\n".join((kind.__name__ if kind else "", *frames))
