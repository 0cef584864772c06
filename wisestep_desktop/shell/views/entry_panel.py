"""Where rows become an entry: matter, evidence, activity type, narrative, worked and billed, send."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QPlainTextEdit,
    QRadioButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from wisestep_desktop.core.entries import Charge, Draft, figures
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.review import Wish, same_name
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.views.entry_parts import Catalogue, Subject, empty, field_of, focused, is_same
from wisestep_desktop.shell.views.entry_words import charges, common_matter, contested, made_elsewhere, standing
from wisestep_desktop.shell.views.evidence_card import EvidenceCard
from wisestep_desktop.shell.views.sent_bar import SentBar
from wisestep_desktop.shell.widgets.matter_picker import MatterPicker
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr, trn

_ANY_DAY = date(2000, 1, 1)
"""Figures do not depend on the date; a draft that is only reckoned with needs some."""


class EntryPanel(QFrame):
    """One form for new, kept and sent entries; what cannot be changed any more is shown as text."""

    kept = Signal(object, object)
    send_asked = Signal(object, object, bool)
    discarded = Signal(object)
    withdraw_asked = Signal(object)
    released = Signal()
    amend_asked = Signal(object, object, bool)
    recall_asked = Signal(object, bool)
    accept_asked = Signal()
    reject_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._subject: Subject | None = None
        self._catalogue = Catalogue(MatterSearch(), {}, (), frozenset(), 0)
        self._by_hand = False
        self._refusal: tuple[str, str] | None = None
        self._make_fields()
        self._stack = QStackedLayout()
        self._stack.addWidget(empty())
        self._stack.addWidget(self._form())
        self.setLayout(self._stack)
        self.setMinimumWidth(340)

    @property
    def _closed_too(self) -> bool:
        """Tell whether the person was told that the matter is closed, so that sending again is a yes to it."""
        entry = None if self._subject is None else self._subject.entry
        parked = entry is not None and entry.reason == "matter.closed" and entry.draft.matter == self._matter.matter
        return parked or (self._refusal is not None and self._refusal[0] == "matter.closed")

    @property
    def chosen_by_hand(self) -> MatterId | None:
        """Return the matter if the person chose it here, and not the rows."""
        return self._matter.matter if self._by_hand else None

    @property
    def subject(self) -> Subject | None:
        """Return what the panel is about."""
        return self._subject

    def supply(self, catalogue: Catalogue) -> None:
        """Take what can be chosen from; what is chosen stays chosen."""
        self._catalogue = catalogue
        self._matter.offer(catalogue.search)
        chosen = self._activity.currentData()
        with QSignalBlocker(self._activity):
            self._activity.clear()
            self._activity.addItem(tr("None"), None)
            for each in catalogue.types:
                self._activity.addItem(each.name, each.id)
            self._activity.setCurrentIndex(max(0, self._activity.findData(chosen)))
        self._reckon()

    def show_subject(self, subject: Subject | None) -> None:
        """Show another subject; the same rows keep what was typed."""
        same = subject is not None and self._subject is not None and is_same(subject, self._subject)
        self._subject = subject
        self._stack.setCurrentIndex(0 if subject is None else 1)
        if subject is None:
            return
        self._sent.show_entry(subject.sent)
        if not same:
            self._refusal = None
            self._sent.stop_editing()
            self._fill(subject)
        self._reckon()
        self._explain()

    def refuse(self, code: str, text: str) -> None:
        """Say why the entry was not sent; a closed matter can be confirmed."""
        self._refusal = (code, text)
        self._sent.refuse(code)
        self._explain()

    def finish_change(self) -> None:
        """Hear that Actionstep took a change."""
        self._refusal = None
        self._sent.stop_editing()
        self._explain()

    def focus_matter(self) -> None:
        """Put the keyboard on the matter."""
        self._matter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._matter.selectAll()

    def ask_for_matter(self) -> None:
        """Put the keyboard on the matter, and open what is suggested if there is none."""
        self.focus_matter()
        self._matter.open_suggestions()

    def show_matter_again(self) -> None:
        """Show the matter that the rows have by now, whatever was chosen before."""
        if self._subject is not None and self._subject.entry is None:
            self._choose(common_matter(self._subject.rows))
            self._picked_by_rows()

    def focus_narrative(self) -> None:
        """Put the keyboard on the narrative."""
        self._narrative.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _refill(self) -> None:
        if self._subject is not None:
            self._fill(self._subject)

    def wish(self) -> Wish:
        """Return what the person wants the entry to say."""
        return Wish(self._matter.matter, self._activity.currentData(), self._narrative.toPlainText(), self._charge())

    def _make_fields(self) -> None:
        self._title = words("", pixels=15, strong=True)
        self._worked_small = words("", name="dim")
        self._matter = MatterPicker(self)
        self._matter.picked.connect(self._picked)
        self._matter.entered.connect(self._entered)
        self._evidence = EvidenceCard()
        self._offers = self._evidence.offers
        self._evidence.taken.connect(self._take_offer)
        self._evidence.accepted.connect(self.accept_asked)
        self._evidence.rejected.connect(self.reject_asked)
        self._activity = QComboBox()
        self._activity.setAccessibleName(tr("Activity type"))
        self._activity.currentIndexChanged.connect(self._activity_changed)
        self._narrative = QPlainTextEdit()
        self._narrative.setAccessibleName(tr("Narrative"))
        self._narrative.setTabChangesFocus(True)
        self._narrative.setPlaceholderText(tr("What you did, as the client should read it"))
        self._narrative.setMinimumHeight(76)
        self._narrative.setMaximumHeight(132)
        self._worked = words("", pixels=22, strong=True)
        self._billed = words("", pixels=22, strong=True)
        self._rounding = words("", name="dim", pixels=11)
        self._charges = QButtonGroup(self)
        for number, (_, text) in enumerate(charges()):
            choice = QRadioButton(text)
            choice.setChecked(not number)
            self._charges.addButton(choice, number)
        self._charges.idToggled.connect(self._reckon)
        self._notice = words("", wrap=True, name="care")
        self._make_buttons()
        self._make_sent_bar()

    def _make_buttons(self) -> None:
        self._send = button(tr("Send to Actionstep"), "primary")
        self._send.clicked.connect(self._ask_send)
        self._keep = button(tr("Keep as draft"))
        self._keep.clicked.connect(lambda: self.kept.emit(self._subject, self.wish()))
        self._discard = button(tr("Discard draft"), "flat")
        self._discard.clicked.connect(lambda: self.discarded.emit(self._subject))
        self._withdraw = button(tr("Hold back"))
        self._withdraw.setToolTip(tr("Do not send it yet: it becomes a draft again"))
        self._withdraw.clicked.connect(lambda: self.withdraw_asked.emit(self._subject))
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(self._send.click)

    def _make_sent_bar(self) -> None:
        self._sent = SentBar()
        self._sent.editing_changed.connect(self._explain)
        self._sent.dropped.connect(self._refill)
        self._sent.amend_asked.connect(lambda over: self.amend_asked.emit(self._subject, self.wish(), over))
        self._sent.recall_asked.connect(lambda over: self.recall_asked.emit(self._subject, over))

    def _form(self) -> QWidget:
        choices = row(*(self._charges.button(number) for number in range(len(charges()))), 1, space=12)
        numbers = row(
            column(words(tr("Worked"), name="dim", pixels=12), self._worked, space=2),
            column(words(tr("Billed"), name="dim", pixels=12), row(self._billed, self._rounding, 1, space=6), space=2),
            space=20,
        )
        numbers.setStretch(0, 1)
        numbers.setStretch(1, 1)
        self._form_box = QWidget()
        layout = QVBoxLayout(self._form_box)
        layout.setContentsMargins(20, 16, 20, 12)
        layout.setSpacing(12)
        for part in (
            row(self._title, 1, self._worked_small),
            field_of(tr("Matter"), self._matter),
            self._evidence,
            field_of(tr("Activity type"), self._activity),
            field_of(tr("Narrative"), self._narrative),
            numbers,
            choices,
            self._notice,
        ):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        layout.addStretch(1)
        layout.addLayout(row(self._send, self._keep, self._withdraw, 1, self._discard))
        layout.addWidget(self._sent)
        return self._form_box

    def _fill(self, subject: Subject) -> None:
        draft = subject.entry.draft if subject.entry else None
        matter = draft.matter if draft else common_matter(subject.rows)
        self._choose(matter)
        with QSignalBlocker(self._activity):
            self._activity.setCurrentIndex(max(0, self._activity.findData(draft.activity_type if draft else None)))
        self._narrative.setPlainText(draft.narrative if draft else "")
        wanted = draft.charge if draft else Charge.BILL
        for number, (charge, _) in enumerate(charges()):
            self._charges.button(number).setChecked(charge is wanted)

    def _reckon(self) -> None:
        """Show worked and billed as they would be sent now."""
        subject = self._subject
        if subject is None:
            return
        if subject.entry is not None and subject.entry.state is EntryState.SENT:
            draft, unit = subject.entry.draft, self._catalogue.unit
        else:
            draft, unit = self._as_draft(subject), self._catalogue.unit
        told = figures(draft, unit=unit)
        sent = subject.entry.billed_sent if subject.entry else None
        billed = told.billed_hours if sent is None else sent
        self._worked.setText(texts.clock_face(told.worked_seconds))
        self._billed.setText(tr("{hours} h", hours=f"{billed:.2f}"))
        extra = told.billed_seconds - told.worked_seconds
        self._rounding.setText(tr("+{time} rounding", time=texts.spoken(extra * SECOND)) if extra > 0 else "")

    def _as_draft(self, subject: Subject) -> Draft:
        seconds = subject.worked
        day = subject.entry.draft.work_date if subject.entry else _ANY_DAY
        return Draft(day, "UTC", self._matter.matter, charge=self._charge(), by_hand=seconds)

    def _explain(self) -> None:
        subject = self._subject
        if subject is None:
            return
        entry = subject.entry
        count = trn("{count} row", "{count} rows", len(subject.rows))
        heading = tr("New entry") if entry is None else tr("Entry {number}", number=entry.id)
        self._title.setText(tr("{heading} · {rows} · {date}", heading=heading, rows=count, date=subject.date))
        self._worked_small.setText(texts.spoken(subject.worked))
        ours = entry is None or entry.state in (EntryState.DRAFT, EntryState.REFUSED)
        editable = ours or self._sent.editing
        if not editable and self.isAncestorOf(focused(self)):
            self.released.emit()  # the keyboard must not be left on a field that is about to go dead
        for field in (self._matter, self._activity, self._narrative):
            field.setEnabled(editable)
        for choice in self._charges.buttons():
            choice.setEnabled(editable)
        self._show_evidence(subject)
        self._send.setVisible(ours)
        self._send.setText(tr("Send anyway") if self._closed_too else tr("Send to Actionstep"))
        self._keep.setVisible(ours)
        self._discard.setVisible(ours and entry is not None)
        self._withdraw.setVisible(entry is not None and entry.state is EntryState.QUEUED)
        notice, name = (
            standing(entry, subject.sent, subject.due) if self._refusal is None else (self._refusal[1], "care")
        )
        elsewhere = made_elsewhere(subject.elsewhere, self._matter.matter) if ours else ""
        if elsewhere and not notice:
            notice, name = elsewhere, "care"
        others = contested(subject.rows, self._matter.matter) if ours else 0
        if others and not notice:
            notice, name = (
                trn("{count} of these rows names another matter.", "{count} of these rows name other matters.", others),
                "care",
            )
        self._notice.setText(notice)
        self._notice.setObjectName(name)
        self._notice.style().polish(self._notice)
        self._notice.setVisible(bool(notice))

    def _choose(self, matter: MatterId | None) -> None:
        """Show a matter as the rows' or the entry's own."""
        self._by_hand = False
        self._matter.choose(self._catalogue.by_id.get(matter) if matter is not None else None)

    def _take_offer(self, matter: MatterId) -> None:
        self._matter.choose(self._catalogue.by_id.get(matter))
        self._picked()

    def _picked(self) -> None:
        self._by_hand = self._matter.matter is not None
        self._picked_by_rows()

    def _picked_by_rows(self) -> None:
        self._reckon()
        if self._subject is not None:
            self._explain()

    def _entered(self) -> None:
        """Enter on a matter that the person chose puts it on the rows; entries are changed by their buttons."""
        if self._subject is not None and self._subject.entry is None and self._by_hand:
            self.accept_asked.emit()

    def _show_evidence(self, subject: Subject) -> None:
        matter = self._matter.matter
        undecided = matter is None and not self._matter.text() and self._matter.isEnabled()
        likely = self._evidence.show_evidence(subject.rows, matter, self._catalogue.by_id, undecided=undecided)
        self._matter.suggest(likely)

    def _activity_changed(self) -> None:
        """Non-billable activity types uncheck the bill by themselves; the person can still decide otherwise."""
        free = same_name(self._activity.currentText()) in self._catalogue.free
        if free or self._charge() is Charge.NON_BILLABLE:
            self._charges.button(len(charges()) - 1 if free else 0).setChecked(True)
        self._reckon()

    def _charge(self) -> Charge:
        return charges()[max(0, self._charges.checkedId())][0]

    def _ask_send(self) -> None:
        if self._subject is not None and self._send.isVisible():
            self.send_asked.emit(self._subject, self.wish(), self._closed_too)
