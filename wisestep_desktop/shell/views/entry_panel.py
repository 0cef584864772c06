"""Where rows become an entry: matter, evidence, activity type, narrative, worked and billed, send."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QWidget

from wisestep_desktop.core.entries import Charge, Draft, figures, without_matter
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.phrases import Suggestion
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.utbms import UtbmsCode
from wisestep_desktop.services.review import Wish, same_name
from wisestep_desktop.shell import formats, texts
from wisestep_desktop.shell.views.additions_box import AdditionsBox
from wisestep_desktop.shell.views.billing_box import BillingBox
from wisestep_desktop.shell.views.details_box import DetailsBox
from wisestep_desktop.shell.views.entry_parts import Catalogue, Subject, field_of, focused, is_same, scrolling
from wisestep_desktop.shell.views.entry_words import FIELDS, common_matter, notice_of
from wisestep_desktop.shell.views.evidence_card import EvidenceCard
from wisestep_desktop.shell.views.narrative_box import NarrativeBox
from wisestep_desktop.shell.views.sent_bar import SentBar
from wisestep_desktop.shell.widgets.choice_picker import ChoicePicker, Named
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.footed import Footed
from wisestep_desktop.shell.widgets.matter_picker import MatterPicker
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr, trn

_OURS = (EntryState.DRAFT, EntryState.REFUSED)


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
    split_asked = Signal(object)
    open_asked = Signal(object)
    closed = Signal()
    shown = Signal(object)
    """Another subject is shown: what belongs to it can be worked out."""
    wished = Signal()
    """Something of what the entry says was changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._subject: Subject | None = None
        self._catalogue = Catalogue(MatterSearch(), {})
        self._by_hand = False
        self._refusal: tuple[str, str] | None = None
        self._make_fields()
        self._make_buttons()
        self._lay_out()
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

    @property
    def narrative(self) -> NarrativeBox:
        """Return the narrative's own part."""
        return self._narrative_box

    def supply(self, catalogue: Catalogue) -> None:
        """Take what can be chosen from; what is chosen stays chosen."""
        self._catalogue = catalogue
        self._matter.offer(catalogue.search)
        types = catalogue.types
        self._activity.offer(lambda text: [Named(each.type.id, each.label) for each in types.find(text)])
        self._details.supply(catalogue.people)
        self._reckon()

    def show_subject(self, subject: Subject | None) -> None:
        """Show another subject; the same rows keep what was typed."""
        same = subject is not None and self._subject is not None and is_same(subject, self._subject)
        self._subject = subject
        if subject is None:
            return
        self._sent.show_entry(subject.sent)
        if not same:
            self._refusal = None
            self._sent.stop_editing()
            self._fill(subject)
        self._reckon()
        self._explain()
        if not same:
            self.shown.emit(subject)

    def refuse(self, code: str, text: str) -> None:
        """Say why the entry was not sent, at the field that it is about; a closed matter can be confirmed."""
        self._refusal = (code, text)
        self._sent.refuse(code)
        self._explain()
        field = self._field_of(code)
        if field is not None and field.isEnabled():
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_change(self) -> None:
        """Hear that Actionstep took a change."""
        self._refusal = None
        self._sent.stop_editing()
        self._explain()

    def suggest(self, subject: Subject, wish: Wish, suggestion: Suggestion) -> None:
        """Show what the entry would say by itself, where the person has said nothing yet."""
        if self._subject is None or not is_same(self._subject, subject) or subject.entry is not None:
            return
        if self._activity.chosen is None and wish.activity_type is not None:
            self._choose_type(wish.activity_type)
            self._activity_changed()
        if not self._narrative.toPlainText() and not self._narrative.hasFocus():
            self._narrative_box.take(suggestion)

    def offer_codes(self, tasks: tuple[UtbmsCode, ...], activities: tuple[UtbmsCode, ...]) -> None:
        """Take the UTBMS codes that the matter wants, if it wants any."""
        self._details.offer_codes(tasks, activities)

    def preview(self, text: str) -> None:
        """Show what would go out now, exactly."""
        self._as_sent.setText(text)
        self._as_sent_box.setVisible(self._additions.previewing)

    @property
    def previewing(self) -> bool:
        """Tell whether the text as sent is shown."""
        return self._additions.previewing

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

    def wish(self) -> Wish:
        """Return what the person wants the entry to say."""
        task, activity = self._details.codes
        chosen = self._activity.chosen
        return Wish(
            self._matter.matter,
            ActivityTypeId(chosen) if isinstance(chosen, int) else None,
            self._narrative.toPlainText(),
            self._billing.charge,
            work_date=self._details.work_date,
            billed=self._billing.billed,
            with_summary=self._additions.with_summary,
            with_list=self._additions.with_list,
            timekeeper=self._details.timekeeper,
            task_code=task,
            activity_code=activity,
        )

    def keep(self) -> None:
        """Keep what is written as a draft, while it may be changed."""
        if self._subject is not None and self._keep.isVisible():
            self.kept.emit(self._subject, self.wish())

    def _refill(self) -> None:
        if self._subject is not None:
            self._fill(self._subject)

    def _make_fields(self) -> None:
        self._title = words("", pixels=15, strong=True, wrap=True)
        self._worked_small = words("", name="dim")
        self._close = button("×", "quiet", hint=tr("Back to the day. Key: Esc"))
        self._close.clicked.connect(self.closed)
        self._matter = MatterPicker(self)
        self._matter.picked.connect(self._picked)
        self._matter.entered.connect(self._entered)
        self._evidence = EvidenceCard()
        self._offers = self._evidence.offers
        self._evidence.taken.connect(self._take_offer)
        self._evidence.accepted.connect(self.accept_asked)
        self._evidence.rejected.connect(self.reject_asked)
        self._activity = ChoicePicker(self, tr("Activity type"), tr("None"))
        self._activity.picked.connect(self._activity_changed)
        self._narrative_box = NarrativeBox(self)
        self._narrative = self._narrative_box.edit
        self._narrative_box.typed.connect(self.wished)
        self._billing = BillingBox(self)
        self._billing.changed.connect(self._reckon)
        self._additions = AdditionsBox(self)
        self._additions.changed.connect(self.wished)
        self._details = DetailsBox(self)
        self._details.changed.connect(self.wished)
        self._notice = words("", wrap=True, name="care")
        self._as_sent = words("", wrap=True, pixels=12)
        self._as_sent.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._as_sent_box = frame("why", row(self._as_sent), margins=(12, 10, 12, 10))
        self._as_sent_box.hide()

    def _make_buttons(self) -> None:
        self._send = button(tr("Send to Actionstep"), "primary")
        self._send.clicked.connect(self._ask_send)
        self._keep = button(tr("Keep as draft"))
        self._keep.clicked.connect(self.keep)
        self._discard = button(tr("Discard"), "flat", hint=tr("Take the draft apart; its rows are open again"))
        self._discard.clicked.connect(lambda: self.discarded.emit(self._subject))
        self._withdraw = button(tr("Hold back"), hint=tr("Do not send it yet: it becomes a draft again"))
        self._withdraw.clicked.connect(lambda: self.withdraw_asked.emit(self._subject))
        self._split = button(tr("Split…"), "flat", hint=tr("Part this time into two"))
        self._split.clicked.connect(lambda: self.split_asked.emit(self._subject))
        self._open = button(tr("Open in Actionstep"), "link", hint=tr("Open the matter in your browser"))
        self._open.clicked.connect(lambda: self.open_asked.emit(self._matter.matter))
        shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_Return), self)
        shortcut.activated.connect(self._send.click)
        self._sent = SentBar()
        self._sent.editing_changed.connect(self._explain)
        self._sent.dropped.connect(self._refill)
        self._sent.amend_asked.connect(lambda over: self.amend_asked.emit(self._subject, self.wish(), over))
        self._sent.recall_asked.connect(lambda over: self.recall_asked.emit(self._subject, over))

    def _lay_out(self) -> None:
        area = scrolling(
            flow(self._title, 1, self._worked_small, self._close),
            self._notice,
            field_of(tr("Matter"), self._matter),
            self._evidence,
            field_of(tr("Activity type"), self._activity),
            self._narrative_box,
            self._additions,
            self._as_sent_box,
            self._details,
            row(self._open, 1),
        )
        buttons = flow(self._send, self._keep, self._withdraw, 1, self._split, self._discard)
        foot = frame("foot", column(self._billing, buttons, self._sent, space=10), margins=(20, 10, 20, 12))
        self.setLayout(column(Footed(area, foot), space=0))

    def _fill(self, subject: Subject) -> None:
        draft = subject.entry.draft if subject.entry else None
        self._choose(draft.matter if draft else common_matter(subject.rows))
        self._choose_type(draft.activity_type if draft else None)
        self._narrative_box.fill(draft.narrative if draft else "", subject.rows)
        self._billing.fill(draft)
        self._additions.fill(draft, summary=self._catalogue.summary, listed=self._catalogue.listed)
        self._details.offer_codes((), ())
        self._details.fill(draft, subject.day)
        self._as_sent_box.hide()

    def _reckon(self) -> None:
        """Show worked and billed as they would be sent now."""
        subject = self._subject
        if subject is None:
            return
        entry = subject.entry
        settled = entry if entry is not None and entry.state is EntryState.SENT and not self._sent.editing else None
        draft = settled.draft if settled else self._as_draft(subject)
        charged = without_matter(draft, allowed=self._catalogue.matterless and settled is None)
        told = figures(charged, unit=self._catalogue.unit, weighting=self._catalogue.weighting)
        billed = settled.billed_sent if settled else None
        self._billing.show_figures(told, charged.charge, billed=None if billed is None else formats.hours(billed))
        self.wished.emit()

    def _as_draft(self, subject: Subject) -> Draft:
        matter, charge, billed = self._matter.matter, self._billing.charge, self._billing.billed
        return Draft(subject.day, "UTC", matter, charge=charge, by_hand=subject.worked, billed=billed)

    def _explain(self) -> None:
        subject = self._subject
        if subject is None:
            return
        entry = subject.entry
        rows = trn("{count} row", "{count} rows", len(subject.rows)) if subject.rows else tr("by hand")
        heading = tr("New entry") if entry is None else tr("Entry {number}", number=entry.id)
        self._title.setText(tr("{heading} · {rows} · {date}", heading=heading, rows=rows, date=subject.date))
        self._worked_small.setText(texts.spoken(subject.worked))
        ours = entry is None or entry.state in _OURS
        editable = ours or self._sent.editing
        if not editable and self.isAncestorOf(focused(self)):
            self.released.emit()  # the keyboard must not be left on a field that is about to go dead
        self._matter.setEnabled(editable)
        self._activity.setEnabled(editable)
        for box in (self._narrative_box, self._additions, self._billing, self._details):
            box.set_editable(editable=editable)
        self._show_evidence(subject)
        self._send.setVisible(ours)
        self._send.setText(tr("Send anyway") if self._closed_too else tr("Send to Actionstep"))
        self._keep.setVisible(ours)
        self._keep.setText(tr("Keep as draft") if entry is None else tr("Save"))
        self._split.setVisible(ours and (len(subject.rows) == 1 or entry is not None) and bool(subject.rows))
        self._discard.setVisible(ours and entry is not None)
        self._withdraw.setVisible(entry is not None and entry.state is EntryState.QUEUED)
        self._open.setVisible(entry is not None and entry.state is EntryState.SENT and entry.draft.matter is not None)
        self._show_notice(subject, ours=ours)

    def _show_notice(self, subject: Subject, *, ours: bool) -> None:
        notice, name = notice_of(subject, self._matter.matter, ours=ours, matterless=self._catalogue.matterless)
        if self._refusal is not None:
            notice, name = self._refusal[1], "care"
        wrong = None if self._refusal is None else self._field_of(self._refusal[0])
        for field in (self._matter, self._activity, self._narrative):
            field.setProperty("wrong", field is wrong)
            field.style().polish(field)
        self._notice.setText(notice)
        self._notice.setObjectName(name)
        self._notice.style().polish(self._notice)
        self._notice.setVisible(bool(notice))

    def _field_of(self, code: str) -> QWidget | None:
        fields: dict[str, QWidget] = {
            "matter": self._matter,
            "activity_type": self._activity,
            "narrative": self._narrative,
        }
        return fields.get(FIELDS.get(code, ""))

    def _choose(self, matter: MatterId | None) -> None:
        """Show a matter as the rows' or the entry's own."""
        self._by_hand = False
        named = {} if self._subject is None else self._subject.matters
        known = None if matter is None else self._catalogue.by_id.get(matter) or named.get(matter)
        self._matter.choose(known)  # a matter that is offered no more, being closed, is the entry's all the same

    def _choose_type(self, activity_type: ActivityTypeId | None) -> None:
        label = None if activity_type is None else self._catalogue.labels.get(activity_type, str(activity_type))
        self._activity.choose(None if label is None else Named(activity_type, label))

    def _take_offer(self, matter: MatterId) -> None:
        self._matter.choose(self._catalogue.by_id.get(matter))
        self._picked()

    def _picked(self) -> None:
        self._by_hand = self._matter.matter is not None
        entry = None if self._subject is None else self._subject.entry
        if self._by_hand and self._catalogue.matterless and entry is not None and entry.draft.matter is None:
            self._billing.set_charge(Charge.BILL)  # it was not billed for want of a matter
        self._picked_by_rows()
        if self._subject is not None:
            self.shown.emit(self._subject)

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
        free = same_name(self._activity.text()) in self._catalogue.free
        if free or self._billing.charge is Charge.NON_BILLABLE:
            self._billing.set_charge(Charge.NON_BILLABLE if free else Charge.BILL)
        self._reckon()

    def _ask_send(self) -> None:
        if self._subject is not None and self._send.isVisible():
            self.send_asked.emit(self._subject, self.wish(), self._closed_too)
