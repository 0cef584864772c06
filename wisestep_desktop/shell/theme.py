"""Light or dark, from the system or as chosen: a palette and one page of style, all from the tokens."""

from __future__ import annotations

import re
from dataclasses import asdict
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from wisestep_desktop.shell import metrics
from wisestep_desktop.shell.tokens import CONTROL, CONTROL_RADIUS, DARK, LIGHT, Tokens
from wisestep_desktop.shell.words import resources

_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.AlternateBase: "ground",
    QPalette.ColorRole.Button: "panel",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.ToolTipBase: "panel",
    QPalette.ColorRole.ToolTipText: "text",
    QPalette.ColorRole.PlaceholderText: "dim",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Light: "panel",
    QPalette.ColorRole.Dark: "line",
    QPalette.ColorRole.Shadow: "line",
}
_SIZE = re.compile(r"(border-radius: )?\b([0-9]+)px")


class Theme(QObject):
    """The scheme in force; one per application.

    Args:
        app: to dress.
        choice: ``system``, ``light`` or ``dark``.
        percent: how large the text is, on top of what the system says.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str, percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        app.setStyle(QStyleFactory.create("Fusion"))
        self._usual = interface_font(app.font())
        self._size(percent)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._dress()

    @property
    def tokens(self) -> Tokens:
        """Return the colours in force."""
        return self._tokens

    def choose(self, choice: str) -> None:
        """Take another choice at once."""
        self._choice = choice
        self._dress()
        self.changed.emit()

    def enlarge(self, percent: int) -> None:
        """Take another size of text; windows that are open keep the distances they were made with."""
        self._size(percent)
        self._dress()

    def _size(self, percent: int) -> None:
        font = enlarged(self._usual, percent)
        metrics.grow(QFontInfo(self._usual).pixelSize() * percent / 100)
        self._app.setFont(font)

    def _follow(self) -> None:
        if self._choice == "system":
            self._dress()
            self.changed.emit()

    def _dress(self) -> None:
        self._tokens = DARK if self._dark() else LIGHT
        palette = QPalette()
        for role, name in _ROLES.items():
            palette.setColor(role, QColor(getattr(self._tokens, name)))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(self._tokens.faint))
        self._app.setPalette(palette)
        self._app.setStyleSheet(_sheet(self._tokens))

    def _dark(self) -> bool:
        if self._choice != "system":
            return self._choice == "dark"
        # Bare X11 reports Unknown, which counts as light (research: the scheme is never reported there).
        return self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def interface_font(system: QFont) -> QFont:
    """Return the system's interface font, 13 pixels where it is given in none, with figures of one width."""
    font = QFont(system)
    if "Inter" in QFontDatabase.families() and system.family() in ("", "Sans Serif", "DejaVu Sans", "Sans"):
        font.setFamily("Inter")  # a bare X server names no interface font of its own
    if font.pixelSize() < 0 and font.pointSizeF() < 9.5:
        font.setPixelSize(13)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def enlarged(font: QFont, percent: int) -> QFont:
    """Return a font of so many per cent of its size."""
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(round(font.pixelSize() * percent / 100))
    else:
        made.setPointSizeF(font.pointSizeF() * percent / 100)
    return made


def sized(font: QFont, pixels: int, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return a font of another size relative to a body of 13 pixels, so that it grows with the text size."""
    made = QFont(font)
    if font.pixelSize() > 0:
        made.setPixelSize(round(font.pixelSize() * pixels / 13))
    else:
        made.setPointSizeF(font.pointSizeF() * pixels / 13)
    made.setWeight(weight)
    return made


def _sheet(t: Tokens) -> str:
    """Return the page of style with every colour and size filled in; its sizes are said for the usual text."""
    page = Template((resources() / "style.qss").read_text("utf-8"))
    filled = page.substitute(
        asdict(t),
        arrow=(resources() / "icons" / "combo.svg").as_posix(),
        tick=(resources() / "icons" / f"ticked-{'dark' if t.dark else 'light'}.svg").as_posix(),
        control=CONTROL,
        control_inside=CONTROL - 2,
        control_focused=CONTROL - 4,
        control_radius=CONTROL_RADIUS,
        field=CONTROL + 2,
    )
    return _SIZE.sub(_grown, filled)


def _grown(found: re.Match[str]) -> str:
    what, pixels = found[1] or "", int(found[2])
    return f"{what}{metrics.inset(pixels) if what else metrics.scaled(pixels)}px"
