"""Light or dark, from the system or as chosen: a palette and one page of style, all from the tokens."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

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


class Theme(QObject):
    """The scheme in force; one per application.

    Args:
        app: to dress.
        choice: ``system``, ``light`` or ``dark``.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        app.setStyle(QStyleFactory.create("Fusion"))
        app.setFont(interface_font(app.font()))
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
    hover = "#f0f2f5" if not t.dark else "#232b37"
    pressed = "#0c5a6c" if not t.dark else "#7fd0e2"
    arrow = (resources() / "icons" / "combo.svg").as_posix()
    return f"""
    QWidget {{ color: {t.text}; }}
    QToolTip {{ background: {t.panel}; color: {t.text}; border: 1px solid {t.line}; padding: 4px 8px; }}
    QFrame#card, QFrame#panel, QFrame#bar {{ background: {t.panel}; border: none; }}
    QFrame#card {{ border: 1px solid {t.line}; border-radius: 12px; }}
    QFrame#bar[edge="bottom"] {{ border-bottom: 1px solid {t.line}; }}
    QFrame#bar[edge="top"] {{ border-top: 1px solid {t.line}; }}
    QFrame#panel {{ border-left: 1px solid {t.line}; }}
    QFrame#why {{ background: {t.ground}; border: none; border-radius: 8px; }}
    QLabel#dim {{ color: {t.dim}; }}
    QLabel#care {{ color: {t.care}; }}
    QLabel#wrong {{ color: {t.wrong}; }}
    QPushButton {{
        background: {t.panel}; border: 1px solid {t.line}; border-radius: {CONTROL_RADIUS}px;
        min-height: {CONTROL - 2}px; padding: 0 12px;
    }}
    QPushButton:hover {{ background: {hover}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 11px; min-height: {CONTROL - 4}px; }}
    QPushButton:disabled {{ color: {t.faint}; }}
    QPushButton#primary {{ background: {t.accent}; color: {t.on_accent}; border: none; font-weight: 600;
        min-height: {CONTROL}px; }}
    QPushButton#primary:hover, QPushButton#primary:pressed {{ background: {pressed}; }}
    QPushButton#primary:focus {{ border: 2px solid {t.text}; padding: 0 10px; min-height: {CONTROL - 4}px; }}
    QPushButton#primary:disabled {{ background: {t.line}; color: {t.dim}; }}
    QPushButton#flat {{ background: transparent; border: none; color: {t.dim}; }}
    QPushButton#flat:hover {{ color: {t.text}; background: {hover}; }}
    QPushButton#flat:focus {{ border: 2px solid {t.accent}; padding: 0 10px; color: {t.text}; }}
    QPushButton#link {{ background: transparent; border: none; color: {t.accent}; padding: 0 4px; }}
    QPushButton#link:hover {{ text-decoration: underline; }}
    QPushButton#link:focus {{ border: 2px solid {t.accent}; }}
    QPushButton#pill {{ background: transparent; border: none; border-radius: 13px; min-height: 26px; padding: 0 10px;
        color: {t.dim}; }}
    QPushButton#pill:hover {{ background: {hover}; }}
    QPushButton#pill:checked {{ background: {t.accent_soft}; color: {t.accent}; font-weight: 600; }}
    QPushButton#pill:focus {{ border: 2px solid {t.accent}; padding: 0 8px; min-height: 22px; }}
    QLineEdit, QPlainTextEdit, QComboBox {{
        background: {t.panel}; border: 1px solid {t.line}; border-radius: {CONTROL_RADIUS}px; padding: 0 10px;
        min-height: {CONTROL + 2}px; selection-background-color: {t.accent}; selection-color: {t.on_accent};
    }}
    QPlainTextEdit {{ padding: 6px 7px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {t.accent}; padding: 0 9px; }}
    QPlainTextEdit:focus {{ padding: 5px 6px; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {t.ground}; color: {t.dim}; }}
    QLineEdit {{ padding: 0 8px; }}
    QLineEdit:focus {{ padding: 0 7px; }}
    QComboBox::drop-down {{ border: none; width: 28px; }}
    QComboBox::down-arrow {{ image: url("{arrow}"); width: 16px; height: 16px; }}
    QComboBox QAbstractItemView, QListView#picker {{
        background: {t.panel}; border: 1px solid {t.line}; outline: none; padding: 4px;
        selection-background-color: {t.accent_soft}; selection-color: {t.text};
    }}
    QCheckBox, QRadioButton {{ spacing: 8px; min-height: 28px; }}
    QRadioButton::indicator, QCheckBox::indicator {{ width: 14px; height: 14px; border: 1px solid {t.dim};
        background: {t.panel}; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator:checked {{ border: 5px solid {t.accent}; width: 6px; height: 6px; }}
    QRadioButton::indicator:focus, QRadioButton:focus {{ color: {t.accent}; }}
    QRadioButton:disabled {{ color: {t.dim}; }}
    QMenu {{ background: {t.panel}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.text}; }}
    QMenu::item:disabled {{ color: {t.dim}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar::handle:vertical {{ background: {t.line}; border-radius: 5px; min-height: 32px; }}
    QScrollBar::handle:vertical:hover {{ background: {t.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QListView#rows {{ background: {t.ground}; border: none; outline: none; }}
    QProgressBar {{ background: {t.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    """
