"""What fills the window: the first run with its question of consent, the steps to something missing, or the day."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from wisestep_desktop.ports.capture import SignalName
from wisestep_desktop.shell.guides import guide
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.first_run import FirstSteps, Welcome
from wisestep_desktop.shell.views.guide_page import GuidePage

_DAY, _CONSENT, _GUIDE = range(3)


class Stage(QStackedWidget):
    """Shows one question at a time; the day once nothing is to be asked.

    Args:
        day: the widget of the day.
        head: shown above the day and above nothing else.
        recording: tells what is missing.
        steps: what the first run offers after the yes; without, it ends there.
    """

    def __init__(
        self,
        day: QWidget,
        head: QWidget,
        recording: Recording,
        theme: Theme,
        parent: QWidget,
        steps: FirstSteps | None = None,
    ) -> None:
        super().__init__(parent)
        self._head = head
        self._recording = recording
        self._not_now = False
        self._passed: str | None = None
        self._guided = False
        self._consent = Welcome(theme, self, steps)
        self._guide = GuidePage(self)
        for page in (day, self._consent, self._guide):
            self.addWidget(page)
        self._consent.agreed.connect(self._agreed)
        self._consent.finished.connect(self._finished)
        self._consent.later.connect(self._skip_consent)
        self._guide.again.connect(self._mend)
        self._guide.passed.connect(self._pass)
        recording.changed.connect(self.refresh)
        recording.stored.connect(self.refresh)
        self.refresh()

    @property
    def shows_day(self) -> bool:
        """Tell whether nothing stands before the day."""
        return self.currentIndex() == _DAY

    def refresh(self) -> None:
        """Show what has to be shown now."""
        page = self._page()
        if page == self.currentIndex() and page != _GUIDE:
            self._head.setVisible(page == _DAY)
            return
        self.setCurrentIndex(page)
        self._head.setVisible(page == _DAY)  # one question at a time
        self.focus_first()

    def focus_first(self) -> None:
        """Put the keyboard on the answer of the question shown; the day keeps its own."""
        if self.currentIndex() == _CONSENT:
            self._consent.focus_first()
        elif self.currentIndex() == _GUIDE:
            self._guide.focus_first()

    def _page(self) -> int:
        if self._guided or (not self._recording.consented and not self._not_now):
            return _CONSENT
        code = self._missing()
        steps = guide(code)
        if code is None or steps is None:
            self._passed = code and self._passed
            return _DAY
        if self._passed == code:
            return _DAY
        self._guide.show_guide(steps)
        return _GUIDE

    def _missing(self) -> str | None:
        """Return the code of what keeps titles from being recorded, if anything does."""
        if self._recording.trouble is not None:
            return self._recording.trouble.code
        told = (each.health for each in self._recording.signals)
        return next((each.reason for each in told if each.signal is SignalName.TITLES and guide(each.reason)), None)

    def _mend(self) -> None:
        """Let the system ask where it asks; else try again."""
        if self._recording.trouble is None:
            self._recording.ask_permission()
        else:
            self._recording.start()

    def _agreed(self) -> None:
        """Record from now on; what else the first run offers stays in view until it is answered or passed."""
        self._guided = True
        self._recording.consent()

    def _finished(self) -> None:
        self._guided = False
        self.refresh()

    def _skip_consent(self) -> None:
        self._not_now = True
        self.refresh()

    def _pass(self) -> None:
        """Go on without; the same trouble is not shown again until it was gone."""
        self._passed = self._missing()
        self.refresh()
