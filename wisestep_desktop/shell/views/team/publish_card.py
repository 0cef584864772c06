"""What was changed and is not published: each change in words, and the two things that can be done with them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.invitation import is_web_place
from wisestep_desktop.services.drafting import changes
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.team_words import change_words, pending_words
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, words
from wisestep_desktop.shell.words import tr


class PublishCard(QWidget):
    """Hidden while nothing waits and nothing is to be said."""

    publish_asked = Signal()
    file_asked = Signal()
    discard_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = words("", pixels=15, strong=True)
        self._about = words("", name="dim", wrap=True)
        self._changes = words("", wrap=True)
        self._said = words("", wrap=True)
        self.publish = button(tr("Publish"), "primary")
        self.publish.clicked.connect(self.publish_asked)
        self._file = button(tr("Save to upload…"), "primary")
        self._file.clicked.connect(self.file_asked)
        self._discard = button(tr("Discard"), "flat", hint=tr("Discard what is not published"))
        self._discard.clicked.connect(self.discard_asked)
        whole = column(
            self._title,
            self._about,
            self._changes,
            self._said,
            flow(self.publish, self._file, self._discard),
            space=10,
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("card", whole))
        self.hide()

    def show_standing(self, now: Standing) -> None:
        """Show what waits, and nothing that was said before."""
        waiting = changes(now.profile, now.pending, now.profile.published, "")
        web = is_web_place(now.membership.place)
        self._title.setText(pending_words(len(waiting)))
        self._about.setText(
            tr(
                "Save the profile, then upload it to {place}. Members' programs find it there.",
                place=now.membership.place,
            )
            if web
            else tr("Members' programs take it within minutes of publishing. Until then nothing changes for anybody.")
        )
        self._changes.setText("\n".join(f"•  {change_words(each)}" for each in waiting))
        for part in (self._title, self._changes, self._discard):
            part.setVisible(bool(waiting))
        self._about.setVisible(bool(waiting) or web)
        self.publish.setVisible(bool(waiting) and not web)
        self._file.setVisible(web)  # an upload may get lost, so the present one can be saved again
        self.publish.setEnabled(True)
        self.setVisible(bool(waiting) or web or bool(self._said.text()))

    def say(self, text: str, name: str = "good") -> None:
        """Say what came of it."""
        self._said.setText(text)
        self._said.setObjectName(name)
        self._said.style().polish(self._said)
        self._said.setVisible(bool(text))
        if text:
            self.show()

    def refused(self, error: WiseStepError) -> None:
        """Say why it was not published."""
        self.publish.setEnabled(True)
        self.say(explain(error), "care")
