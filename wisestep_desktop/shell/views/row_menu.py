"""What can be done about a row: say yes or no to its matter, or take back its application, its title, words in it.

What is taken back is always asked once, and never in the way.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QListView, QMenu, QMessageBox

from wisestep_desktop.services.forget import Outcome
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.services.verdicts import likeliest
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.models.day import ITEM_ROLE
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.views import forget_questions
from wisestep_desktop.shell.views.row_keys import RowKeys
from wisestep_desktop.shell.views.verdict_keys import ACCEPT, REJECT, VerdictKeys
from wisestep_desktop.shell.words import tr


class RowMenu:
    """Opens over the list, by the mouse or the menu key."""

    def __init__(
        self,
        rows: QListView,
        recording: Recording,
        keys: RowKeys,
        verdicts: VerdictKeys,
        show_learned: Callable[[], None],
    ) -> None:
        self._rows = rows
        self._recording = recording
        self._keys = keys
        self._verdicts = verdicts
        self._show_learned = show_learned
        rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        rows.customContextMenuRequested.connect(self._open)
        recording.forgotten.connect(self._tell)
        recording.refused.connect(lambda error: self._say(explain(error)))

    def menu(self, item: DayRow) -> QMenu:
        """Return what can be done about a row."""
        made = QMenu(self._rows)
        self._add_verdicts(made, item)
        self._add_moves(made, item)
        application = item.window.application or tr("this application")
        forget = made.addAction(tr("Forget everything in {application}…", application=_plain(application)))
        forget.triggered.connect(lambda: self.ask_application(item.window.application))
        title = made.addAction(tr("Forget this title everywhere…"))
        title.setEnabled(bool(item.window.title))
        title.triggered.connect(lambda: self.ask_word(item.window.title))
        return made

    def _add_verdicts(self, made: QMenu, item: DayRow) -> None:
        """Add yes and no for the rows selected, and the way to what was learned."""
        suggested, is_open = likeliest(item), item.state is RowState.OPEN
        if is_open:
            yes = tr("Choose a matter") if suggested is None else tr("Accept {matter}", matter=suggested)
            made.addAction(f"{yes}\t{ACCEPT}", self._verdicts.accept)
            no = made.addAction(f"{tr('Not this matter')}\t{REJECT}", self._verdicts.reject)
            no.setEnabled(item.matter is not None or bool(item.match.candidates))
        made.addAction(tr("What WiseStep has learned…"), self._show_learned)
        made.addSeparator()

    def _add_moves(self, made: QMenu, item: DayRow) -> None:
        """Add what moves rows about; what makes no sense for this one is left out."""
        keys = self._keys
        made.addAction(f"{tr('Show the visits')}\tV", keys.show_visits)
        match item.state:
            case RowState.OPEN:
                made.addAction(f"{tr('Make an entry')}\tG", keys.group).setEnabled(item.matter is not None)
                made.addAction(f"{tr('Split…')}\tS", keys.split_wanted.emit)
                made.addAction(f"{tr('Join with the row before the split')}\tJ", keys.join)
                made.addAction(f"{tr('Move to the trash')}\tDel", keys.trash)
            case RowState.DRAFT:
                made.addAction(f"{tr('Take out of the entry')}\tU", keys.restore)
                made.addAction(f"{tr('Split the entry…')}\tS", keys.split_wanted.emit)
                made.addAction(f"{tr('Merge the entries')}\tM", keys.merge)
                made.addAction(f"{tr('Move to the trash')}\tDel", keys.trash)
            case RowState.TRASH:
                made.addAction(f"{tr('Take out of the trash')}\tU", keys.restore)
                made.addAction(f"{tr('Delete for good…')}\tDel", keys.trash)
            case RowState.SENT | RowState.PRIVATE:
                pass
        made.addSeparator()

    def ask_application(self, name: str) -> QMessageBox:
        """Ask whether an application is to be forgotten."""
        return forget_questions.ask_application(name, self._recording, self._rows)

    def ask_word(self, text: str) -> QMessageBox:
        """Ask whether every title with a text in it is to be forgotten."""
        return forget_questions.ask_word(text, self._recording, self._rows)

    def _open(self, at: QPoint) -> None:
        item = self._rows.indexAt(at).data(ITEM_ROLE)
        if isinstance(item, DayRow) and item.state is not RowState.PRIVATE:
            self.menu(item).popup(self._rows.viewport().mapToGlobal(at))

    def _tell(self, outcome: Outcome) -> None:
        self._say("\n\n".join(texts.forgotten_words(outcome)))

    def _say(self, text: str) -> None:
        active = QApplication.activeWindow()
        if not self._rows.isVisible() or active not in (None, self._rows.window()):
            return  # another window of ours has the person's eyes, and says it itself
        box = QMessageBox(self._rows)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("Forget"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(text)
        box.open()


def _plain(text: str) -> str:
    """Return a text that a menu cannot take for a shortcut."""
    return text.replace("&", "&&")
