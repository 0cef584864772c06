"""A field in which a matter is found by typing any part of its number, name, reference or client."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.shell.words import tr

_MOST = 40


def label(matter: Matter) -> str:
    """Return a matter on one line: number, name, and whether it is closed."""
    closed = tr("  (closed)") if matter.status is MatterStatus.CLOSED else ""
    return f"{matter.id}  {matter.name}{closed}"


def found(matters: Iterable[tuple[str, Matter]], text: str) -> list[Matter]:
    """Return the matters that hold every word of ``text``, those whose number or name begins with it first."""
    wanted = text.casefold().split()
    hits: list[Matter] = []
    rest: list[Matter] = []
    for told, matter in matters:
        if all(word in told for word in wanted):
            (hits if told.startswith(text.casefold()) or str(matter.id).startswith(text) else rest).append(matter)
    return [*hits, *rest][:_MOST]


class _Choices(QAbstractListModel):
    """The matters a text has narrowed down to."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._matters: list[Matter] = []

    def show_matters(self, matters: list[Matter]) -> None:
        self.beginResetModel()
        self._matters = matters
        self.endResetModel()

    def at(self, index: QModelIndex | QPersistentModelIndex) -> Matter:
        return self._matters[index.row()]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._matters)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        if not index.isValid():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return label(self._matters[index.row()])
        return None


class MatterPicker(QLineEdit):
    """Holds one matter or none; what is typed and not chosen counts as none."""

    picked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._matter: Matter | None = None
        self._told: list[tuple[str, Matter]] = []
        self._choices = _Choices(self)
        completer = QCompleter(self._choices, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(8)
        self._popup = QListView(self)
        self._popup.setObjectName("picker")
        completer.setPopup(self._popup)
        completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # the stubs lack overloads
        self.setCompleter(completer)
        self.setPlaceholderText(tr("Type a number, name, reference or client"))
        self.setAccessibleName(tr("Matter"))
        self.textEdited.connect(self._typed)

    @property
    def matter(self) -> MatterId | None:
        """Return the matter chosen."""
        return None if self._matter is None else self._matter.id

    def offer(self, matters: Iterable[Matter]) -> None:
        """Let these matters be chosen from."""
        self._told = [
            (" ".join((str(each.id), each.name, each.reference or "", *each.clients)).casefold(), each)
            for each in matters
        ]

    def choose(self, matter: Matter | None) -> None:
        """Show a matter as chosen, or none."""
        self._matter = matter
        self.setText("" if matter is None else label(matter))
        self.setCursorPosition(0)

    def _typed(self, text: str) -> None:
        self._matter = None
        self._choices.show_matters(found(self._told, text.strip()) if text.strip() else [])
        self.picked.emit()

    def _activated(self, index: QModelIndex) -> None:
        model = self.completer().completionModel()
        source: Callable[[QModelIndex], QModelIndex] | None = getattr(model, "mapToSource", None)
        self.choose(self._choices.at(source(index) if source else index))
        self.picked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose what the text can only mean, or clear it: a half-typed matter must not look chosen."""
        if self._matter is None and self.text().strip() and not self._popup.isVisible():
            only = found(self._told, self.text().strip())
            self.choose(only[0] if len(only) == 1 else None)
            self.picked.emit()
        super().focusOutEvent(event)
