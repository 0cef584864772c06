"""The questions before something is forgotten: an application, or everything with a text in its title."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.words import tr


def ask_application(name: str, recording: Recording, parent: QWidget) -> QMessageBox:
    """Ask whether an application is to be forgotten."""
    box = _question(
        tr("Forget everything recorded in {application}?", application=name),
        tr("Never record {application} again", application=name),
        parent,
    )
    box.accepted.connect(lambda: recording.forget_application(name, exclude=_never(box).isChecked()))
    box.open()
    return box


def ask_word(text: str, recording: Recording, parent: QWidget) -> QMessageBox:
    """Ask whether every title with a text in it is to be forgotten."""
    box = _question(
        tr("Forget everything whose title contains this?\n\n{title}", title=text),
        tr("Never record such a title again"),
        parent,
    )
    box.accepted.connect(lambda: recording.forget_word(text, exclude=_never(box).isChecked()))
    box.open()
    return box


def _question(text: str, never: str, parent: QWidget) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setWindowTitle(tr("Forget"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    box.setInformativeText(
        tr(
            "It is gone at once and cannot be brought back. Drafts lose that time; what was sent stays in Actionstep "
            "as it is."
        )
    )
    box.setCheckBox(QCheckBox(never, box))  # with a parent: PySide would let go of it otherwise
    box.addButton(tr("Forget"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
    return box


def _never(question: QMessageBox) -> QCheckBox:
    box = question.checkBox()
    if box is None:
        raise RuntimeError("the question has a tick box")
    return box
