"""The first run: what is recorded, what never is, and only after a yes how to begin. Nothing is recorded before it."""

from __future__ import annotations

from PySide6.QtCore import QProcess, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.first_words import Page, Point, consent_page, opening_page
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.words import tr

_WHAT, _NEVER, _START, _CONNECT = range(4)


class FirstSteps:
    """What the pages after the yes do.

    Args:
        desk: with the system's way of starting programs.
        tasks: for everything that may block.
        actionstep: opens the sign-in window.
    """

    def __init__(self, desk: Desk, tasks: Tasks, actionstep: ActionstepDesk) -> None:
        self.desk = desk
        self.tasks = tasks
        self.actionstep = actionstep

    def practise(self) -> bool:
        """Start the practice day as a process of its own, which outlives us; tell whether that worked."""
        program, *arguments = self.desk.own_command("demo")
        return QProcess.startDetached(program, arguments)[0]


class Dots(QWidget):
    """Shows which page of how many this is."""

    def __init__(self, theme: Theme, count: int) -> None:
        super().__init__()
        self._theme = theme
        self._count = count
        self._page = 0
        self.setFixedSize(count * scaled(16), scaled(16))
        self.show_page(0)

    def show_page(self, page: int) -> None:
        """Show another page's place."""
        self._page = page
        self.setAccessibleName(tr("Page {page} of {count}", page=page + 1, count=self._count))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dot a page; this one is longer, not only darker."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for number in range(self._count):
            place = number if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self._count - 1 - number
            here = number == self._page
            painter.setBrush(QColor(t.accent if here else t.faint))
            step, small, wide = scaled(16), scaled(6), scaled(12 if here else 6)
            dot = (place * step + (step - wide) // 2, (step - small) // 2, wide, small)
            painter.drawRoundedRect(*dot, small / 2, small / 2)
        painter.end()


class Welcome(QWidget):
    """A card in the middle of the window, a page at a time. Enter goes on; Escape passes what may be passed."""

    agreed = Signal()
    later = Signal()
    finished = Signal()

    def __init__(self, theme: Theme, parent: QWidget, steps: FirstSteps | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._steps = steps
        self._was_on = False
        self._pages = QStackedWidget()
        self._marks: list[tuple[QLabel, str]] = []
        for page in (opening_page(), consent_page()):
            self._pages.addWidget(self._told(page))
        if steps is not None:
            self._pages.addWidget(self._start_page())
            self._pages.addWidget(self._connect_page())
        self._dots = Dots(theme, self._pages.count())
        self._back = button(tr("Back"), "flat")
        self._back.clicked.connect(lambda: self._go(self._pages.currentIndex() - 1))
        self._pass = button("", "flat")
        self._pass.clicked.connect(self._passed)
        self._next = button("", "primary")
        self._next.clicked.connect(self._on)
        self._lay_out()
        theme.changed.connect(self._tint)
        self._tint()
        self._go(_WHAT)

    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        if not (self._pages.currentIndex() == _START and self._starts.hasFocus()):
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter wherever the keyboard is, but press the button that has it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            held = self.focusWidget()
            (held if isinstance(held, QPushButton) else self._next).click()
        elif event.key() == Qt.Key.Key_Escape and self._pages.currentIndex() > _NEVER:
            self._passed()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(pixmap("wisestep", "#0f6e84", scaled(48), self.devicePixelRatioF()))
        mark.setAccessibleName("WiseStep")
        foot = flow(self._back, self._dots, 1, self._pass, self._next)
        card = frame("card", column(row(mark, 1), self._pages, foot, space=16), margins=(28, 28, 28, 24))
        card.setMaximumWidth(scaled(560))
        outer = QVBoxLayout()
        outer.addStretch(1)
        middle = row(1, card, 1)
        middle.setStretch(1, 20)
        outer.addLayout(middle)
        outer.addStretch(2)
        fill_scrolling(self, outer)

    def _told(self, page: Page, *below: QWidget) -> QWidget:
        """Return a page: a heading, a sentence, and its points."""
        parts: list[QWidget | QVBoxLayout] = [
            words(page.title, pixels=17, strong=True, wrap=True),
            words(page.text, name="dim", wrap=True),
        ]
        if page.points:
            points = column(space=14)
            for point in page.points:
                points.addLayout(self._point(point))
            parts.append(points)
        made = QWidget()
        made.setLayout(column(*parts, *below, 1, space=16))
        return made

    def _point(self, point: Point) -> QVBoxLayout:
        mark = QLabel()
        mark.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._marks.append((mark, point.icon))
        told = column(words(point.title, strong=True), words(point.text, name="dim", wrap=True), space=2)
        line = row(mark, told, space=12)
        line.setStretch(1, 1)
        holder = column()
        holder.addLayout(line)
        return holder

    def _start_page(self) -> QWidget:
        text = tr("WiseStep lives in the tray and can only note what it sees. You can change this at any time.")
        self._starts = QCheckBox(tr("Start WiseStep when I sign in to this computer"))
        self._refusal = words("", name="care", wrap=True)
        self._refusal.hide()
        return self._told(Page(tr("Start with the computer?"), text), self._starts, self._refusal)

    def _connect_page(self) -> QWidget:
        text = tr(
            "Sign in once, and your matters and activity types are here. Your time goes to Actionstep only when you "
            "send it."
        )
        self._practise = button(tr("Practise with a made-up firm"))
        self._practise.clicked.connect(self._practised)
        self._practice = words(
            tr("Or try everything first: a second WiseStep opens on a firm that is not real. Nothing of it is kept."),
            name="dim",
            wrap=True,
        )
        page = Page(tr("Connect to Actionstep"), text)
        holder = QWidget()
        holder.setLayout(row(self._practise, 1))
        return self._told(page, self._practice, holder)

    def _tint(self) -> None:
        for mark, name in self._marks:
            mark.setPixmap(pixmap(name, self._theme.tokens.accent, scaled(20), self.devicePixelRatioF()))
        self._dots.update()

    def _go(self, page: int) -> None:
        """Show a page; after the last there is the day."""
        if page >= self._pages.count():
            self.finished.emit()
            return
        self._pages.setCurrentIndex(page)
        self._dots.show_page(page)
        self._back.setVisible(page in (_NEVER, _CONNECT))  # what was agreed to is not asked again
        connects = page == _CONNECT and self._connectable()
        texts = {_NEVER: tr("Start recording"), _CONNECT: tr("Connect to Actionstep") if connects else tr("Done")}
        self._say(self._next, texts.get(page, tr("Next")))
        self._say(self._pass, tr("Not now") if page <= _NEVER else tr("Later"))
        self._pass.setVisible(page in (_WHAT, _NEVER) or connects)
        if page == _START:
            self._look_at_start()
        self.setAccessibleName(self._dots.accessibleName())
        self.focus_first()

    def _on(self) -> None:
        page = self._pages.currentIndex()
        if page == _NEVER:
            self.agreed.emit()
            self._go(page + 1)
        elif page == _START:
            self._keep_start()
        elif page == _CONNECT and self._connectable() and self._steps is not None:
            self._steps.actionstep.connect_to_actionstep()
            self.finished.emit()
        else:
            self._go(page + 1)

    def _passed(self) -> None:
        """Leave: before the yes the answer is no, after it the rest can wait."""
        if self._pages.currentIndex() <= _NEVER:
            self.later.emit()
        else:
            self.finished.emit()

    def _connectable(self) -> bool:
        return self._steps is not None and self._steps.actionstep.state.state is ConnectionState.DISCONNECTED

    def _say(self, made: QPushButton, text: str) -> None:
        made.setText(text)
        made.setAccessibleName(text)

    def _look_at_start(self) -> None:
        """Show what the system says, which nobody but the person changes."""
        if self._steps is not None:
            desk = self._steps.desk
            self._starts.setEnabled(False)  # a tick that comes before the answer would be lost
            self._steps.tasks.run(lambda: desk.autostart().state(), self._show_start, self._not_started)

    def _show_start(self, on: bool) -> None:  # noqa: FBT001  a task's result
        self._was_on = on
        self._starts.setChecked(on)
        self._starts.setEnabled(True)

    def _keep_start(self) -> None:
        wanted, steps = self._starts.isChecked(), self._steps
        if steps is None or wanted == self._was_on:
            self._go(_CONNECT)
            return

        def keep() -> None:
            system = steps.desk.autostart()
            if wanted:
                system.enable(steps.desk.own_command("run", "--hidden"))
            else:
                system.disable()

        steps.tasks.run(keep, lambda _done: self._kept(wanted), self._not_started)

    def _kept(self, on: bool) -> None:  # noqa: FBT001  a task's result
        self._was_on = on
        self._refusal.hide()
        self._go(_CONNECT)

    def _not_started(self, error: WiseStepError) -> None:
        """Say why the system refused; the next Enter goes on as things are."""
        self._starts.setChecked(self._was_on)
        self._refusal.setText(explain(error))
        self._refusal.show()

    def _practised(self) -> None:
        started = self._steps is not None and self._steps.practise()
        told = (
            tr("The practice firm opens in a window of its own; its sign-in page says who you are there.")
            if started
            else tr("The practice firm could not be opened. Open a terminal and type: wisestep demo")
        )
        self._practice.setText(told)
        self._practise.setEnabled(not started)
        self._next.setFocus(Qt.FocusReason.OtherFocusReason)
