"""A form that scrolls above a foot that stays; where the foot would leave no room for the form, it scrolls too."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.widgets.parts import column

_MOST = 0.6
"""The part of the height that a foot may take."""


class Footed(QWidget):
    """Moves the foot into the form and out of it, as the height allows."""

    def __init__(self, area: QScrollArea, foot: QFrame) -> None:
        super().__init__()
        self._area = area
        self._foot = foot
        self._inside = False
        self._whole = column(area, foot, space=0)
        self._whole.setStretch(0, 1)
        self.setLayout(self._whole)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again whether the foot has room."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Look again when the foot grew."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._settle()
        return done

    def _settle(self) -> None:
        width = self.width()
        wanted = self._foot.heightForWidth(width) if self._foot.hasHeightForWidth() else self._foot.sizeHint().height()
        inside = wanted > self.height() * _MOST
        page = self._area.widget()
        form = None if page is None else page.layout()
        if inside == self._inside or form is None or not self.isVisible():
            return
        self._inside = inside
        around = self._foot.layout()
        if around is not None:
            around.setContentsMargins(*(margins(0, 10, 0, 0) if inside else margins(20, 10, 20, 12)))
        if inside:
            form.addWidget(self._foot)
        else:
            self._whole.addWidget(self._foot)
        self._foot.show()
