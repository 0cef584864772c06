"""Parts that the windows about teams share: the team's head, what it decides, and how to know that it is the one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QWidget

from wisestep_desktop.core.logo import LARGEST, is_small_picture
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.team_words import Decision
from wisestep_desktop.shell.widgets.parts import column, frame, words
from wisestep_desktop.shell.words import tr

_LOGO = 44
_NAMES = 200
_WIDEST = 260
"""Pixels, however large the text: values need room too."""
_STORED = 256
"""Pixels of an edge of a logo as it is published."""


def logo_label(logo: bytes, team: str) -> QLabel | None:
    """Return a team's logo; None where it has none, or none that can be shown."""
    picture = _picture(logo) if is_small_picture(logo) else None
    if picture is None:
        return None
    made = QLabel()
    ratio = made.devicePixelRatioF()
    edge = round(scaled(_LOGO) * ratio)
    small = QPixmap.fromImage(
        picture.scaled(edge, edge, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    )
    small.setDevicePixelRatio(ratio)
    made.setPixmap(small)
    made.setAccessibleName(tr("Logo of {team}", team=team))
    made.setFixedWidth(scaled(_LOGO))
    return made


def logo_of(data: bytes) -> bytes | None:
    """Return a picture of any usual kind as a small PNG; None for what is no picture, or too large a one."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > 40_000_000:
        return None
    if max(size.width(), size.height()) > _STORED:
        reader.setScaledSize(size.scaled(QSize(_STORED, _STORED), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(out, b"png").write(image)
    return bytes(out.data().data())


def decided_card(items: Sequence[Decision], about: str) -> QFrame:
    """Return a card of what a team decides: name, value, and the own value it goes before."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(scaled(20))
    grid.setVerticalSpacing(scaled(8))
    grid.setColumnStretch(1, 1)
    for line, each in enumerate(items):
        name = words(each.label, name="dim", wrap=True)
        name.setFixedWidth(min(scaled(_NAMES), _WIDEST))
        value = words(each.value, wrap=True)
        told = column(value, space=0)
        if each.instead:
            told.addWidget(words(tr("instead of your {value}", value=each.instead), pixels=12, name="dim", wrap=True))
        grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        told.addStretch(1)
        grid.addLayout(told, line, 1)
    whole = column(words(tr("What the team decides"), strong=True), words(about, name="dim", wrap=True), space=8)
    if items:
        whole.addSpacing(scaled(4))
        whole.addLayout(grid)
    return frame("card", whole)


def proof(fingerprint: str, place: str) -> QWidget:
    """Return how to know that a team is the one: its owner's fingerprint, and where its profile is."""
    made = QWidget()
    print_words = words(fingerprint, pixels=12, name="code", wrap=True)
    print_words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    print_words.setAccessibleName(tr("Fingerprint: {letters}", letters=fingerprint))
    where = words(tr("Published at {place}", place=place), pixels=12, name="dim", wrap=True)
    made.setLayout(column(words(tr("Fingerprint of the owner"), pixels=12, name="dim"), print_words, where, space=4))
    return made


def _picture(data: bytes) -> QImage | None:
    image = QImage.fromData(data)
    return None if image.isNull() or max(image.width(), image.height()) > LARGEST else image
