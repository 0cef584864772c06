"""What Qt says of itself, and whether it can draw our icons. Opens no window and needs no display."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, qVersion
from PySide6.QtSvg import QSvgRenderer


def qt_version() -> str:
    """Return the version of Qt."""
    return qVersion()


def engine_versions() -> str:
    """Return the versions of the browser engine and of Chromium in it; why it does not load, where it does not."""
    try:
        from PySide6.QtWebEngineCore import (  # noqa: PLC0415  loads the engine's library, in a self-test only
            qWebEngineChromiumVersion,
            qWebEngineVersion,
        )
    except ImportError as error:
        return f"{type(error).__name__}: {error}"[:200]
    return f"{_text(qWebEngineVersion())} (Chromium {_text(qWebEngineChromiumVersion())})"


def _text(told: object) -> str:
    """Return a version as text; the stubs say bytes, and the functions give texts."""
    return told.decode() if isinstance(told, bytes) else str(told)


def broken_icons(folder: Path) -> str | None:
    """Return the name of the first icon that cannot be drawn, the mark's where there is none at all, or None."""
    files = sorted(folder.glob("*.svg"))
    if not (folder / "wisestep.svg").is_file():
        return "wisestep.svg"
    for file in files:
        if not QSvgRenderer(QByteArray(file.read_bytes())).isValid():
            return file.name
    return None
