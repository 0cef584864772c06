"""How stretches of a day are painted, in the day's own bar and in those of a week. Only colours and places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter

from wisestep_desktop.services.day_sum import Kind
from wisestep_desktop.shell.tokens import Tokens

_HATCHED = frozenset({"untagged", "possible"})
_SEPARATED = 12
"""Pixels from which on a stretch has an edge of its own; narrower ones would be nothing but edges."""
_AS_AWAY = frozenset({Kind.TRASH, Kind.BREAK})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch as a share of the bar, 0 at its beginning and 1 at its end, and which colour of the tokens it has."""

    start: float
    end: float
    kind: str


def colour_of(kind: Kind) -> str:
    """Return which colour of the bar a kind has."""
    return "away" if kind in _AS_AWAY else kind.value


def fill_pieces(painter: QPainter, bar: QRectF, pieces: Iterable[Piece], t: Tokens, *, mirrored: bool = False) -> None:
    """Fill a bar with pieces, hatched too where colours look alike; ``mirrored`` begins at the right."""
    colours = {kind: QColor(getattr(t, f"bar_{kind}")) for kind in {colour_of(each) for each in Kind}}
    pattern = hatched(t)
    for each in pieces:
        wide = max(0.75, (each.end - each.start) * bar.width())
        left = bar.left() + each.start * bar.width()
        if mirrored:
            left = bar.right() - each.start * bar.width() - wide
        piece = QRectF(left, bar.top(), wide, bar.height())
        painter.fillRect(piece, colours[each.kind])
        if each.kind in _HATCHED:
            painter.fillRect(piece, pattern)
        if wide > _SEPARATED:
            edge = piece.left() if mirrored else piece.right() - 1
            painter.fillRect(QRectF(edge, piece.top(), 1, piece.height()), QColor(t.panel))


def underline(
    painter: QPainter, bar: QRectF, share: tuple[float, float], colour: QColor, *, mirrored: bool = False
) -> None:
    """Draw a line along the foot of a share of the bar: what was recorded then should be looked at twice."""
    wide = max(2.0, (share[1] - share[0]) * bar.width())
    left = bar.right() - share[0] * bar.width() - wide if mirrored else bar.left() + share[0] * bar.width()
    painter.fillRect(QRectF(left, bar.bottom() - 4, wide, 4), colour)


def hatched(t: Tokens) -> QBrush:
    """Return the pattern of what is not decided, for whom the colours look alike."""
    colour = QColor(t.panel)
    colour.setAlpha(110)
    return QBrush(colour, Qt.BrushStyle.BDiagPattern)
