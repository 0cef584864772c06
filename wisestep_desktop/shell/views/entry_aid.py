"""What the entry panel needs from the store while it is filled in: suggestions, warnings, a preview, codes, a link."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from wisestep_desktop.core.entries import Charge, Draft, Figures, Part
from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.facts_of_work import Fact, Order
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.phrases import Suggestion
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, grouping, narratives, orders, utbms
from wisestep_desktop.services.narratives import Checked
from wisestep_desktop.services.review import Wish
from wisestep_desktop.shell import formats, texts
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.narrative_words import narrative_of
from wisestep_desktop.shell.property_words import charges
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.day_parts import short_date
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject, is_same
from wisestep_desktop.shell.words import tr

Codes = tuple[tuple[UtbmsCode, ...], tuple[UtbmsCode, ...]]


class EntryAid(QObject):
    """Works off the Qt thread; what comes too late for what is shown by then is dropped."""

    opened = Signal(QUrl)
    """A matter's page, before it is handed to the browser."""

    def __init__(self, desk: Desk, tasks: Tasks, panel: EntryPanel) -> None:
        super().__init__(panel)
        self._desk = desk
        self._tasks = tasks
        self._panel = panel
        panel.shown.connect(self._about)
        panel.wished.connect(self._preview)
        panel.open_asked.connect(self._open)
        panel.narrative.suggestion_asked.connect(self._suggest)
        panel.narrative.check_asked.connect(self._check)

    def _about(self, subject: Subject) -> None:
        """Work out what an entry would say by itself, and which codes its matter wants."""
        matter = self._panel.wish().matter
        if subject.entry is None:
            self._run(
                lambda books: self._said(books, subject, matter),
                lambda made: self._panel.suggest(subject, *made),
            )
        if matter is not None:
            self._look_up_codes(matter)

    def _look_up_codes(self, matter: MatterId, *, ask: bool = True) -> None:
        """Offer the codes of a matter; what was never asked about it is asked once."""

        def known(found: tuple[Codes, UtbmsUse | None]) -> None:
            self._codes(matter, *found[0])
            if found[1] is None and ask:
                self._ask_for_codes(matter)

        self._run(lambda books: (utbms.codes_for(books, matter), books.activity.utbms_use(matter)), known)

    def _ask_for_codes(self, matter: MatterId) -> None:
        """Ask Actionstep whether a matter wants codes; without an answer the entry can be sent all the same."""
        desk = self._desk

        def asked(use: UtbmsUse | None) -> None:
            if use is not None:
                self._look_up_codes(matter, ask=False)

        self._tasks.run(lambda: utbms.ask_use(desk.store, desk.practice(), matter), asked, lambda _error: None)

    def _said(self, books: Books, subject: Subject, matter: MatterId | None) -> tuple[Wish, Suggestion]:
        style, minutes = narratives.template(Settings(books.settings.all()))
        made: list[Suggestion] = []

        def say(told: Sequence[Fact]) -> str:
            made.append(narrative_of(told, style, minutes=minutes))
            return made[-1].text

        wish = grouping.Scribe(self._desk.lists, self._desk.recogniser, say).wish(books, subject.rows, matter)
        return wish, made[-1] if made else Suggestion("", ())

    def _codes(self, matter: MatterId, tasks: tuple[UtbmsCode, ...], activities: tuple[UtbmsCode, ...]) -> None:
        if self._panel.wish().matter == matter:
            self._panel.offer_codes(tasks, activities)

    def _suggest(self) -> None:
        """Write the narrative from the facts, because the person asked for it."""
        subject = self._panel.subject
        if subject is None:
            return
        matter = self._panel.wish().matter

        def job(books: Books) -> Suggestion:
            known = None if matter is None else books.matters.matter(matter)
            style, minutes = narratives.template(Settings(books.settings.all()))
            facts = narratives.facts_of_rows(subject.rows, known, self._desk.lists.work, order=Order.TIME)
            told = narratives.without_strangers(books, self._desk.recogniser, facts, matter, self._desk.lists.tasks)
            return narrative_of(told, style if style != "blank" else type(style).SENTENCE, minutes=minutes)

        def take(made: Suggestion) -> None:
            shown = self._panel.subject
            if shown is not None and is_same(shown, subject):
                self._panel.narrative.take(made)

        self._run(job, take)

    def _check(self) -> None:
        """Look over what is written."""
        text, matter = self._panel.narrative.text, self._panel.wish().matter
        subject = self._panel.subject
        if subject is None or not self._panel.narrative.edit.isEnabled():
            return

        def found(checked: Checked) -> None:
            self._panel.narrative.show_findings(checked.findings, checked.matters, text)

        desk = self._desk
        self._run(lambda books: narratives.check(books, desk.recogniser, text, matter, desk.lists.tasks), found)

    def _preview(self) -> None:
        """Show what would go out now, if that is looked at."""
        subject = self._panel.subject
        if subject is None or not self._panel.previewing:
            self._panel.preview("")
            return
        wish = self._panel.wish()

        def job(books: Books) -> str:
            return _told(*orders.as_sent(books, _draft(subject, wish), texts.summary_words()))

        self._run(job, self._panel.preview)

    def _open(self, matter: MatterId | None) -> None:
        """Open a matter's page in the browser."""
        if matter is None:
            return
        endpoint = self._desk.store.read(facts.web_address)
        if endpoint is not None:
            url = QUrl(facts.matter_page(endpoint, matter))
            self.opened.emit(url)
            QDesktopServices.openUrl(url)

    def _run(self, job: Callable[[Books], object], done: Callable[..., None]) -> None:
        def nothing(_error: WiseStepError) -> None:
            """Leave what is shown: whoever reads the day hears of a store that cannot be read."""

        self._tasks.run(lambda: self._desk.store.read(job), done, nothing)


def _draft(subject: Subject, wish: Wish) -> Draft:
    """Return the entry as it would be, without keeping it."""
    if subject.entry is not None:
        base = subject.entry.draft
    else:
        parts = (Part(each.row.title, span) for each in subject.rows if each.row.title for span in each.row.spans)
        base = Draft(subject.day, "UTC", None, parts=tuple(sorted(parts, key=lambda part: part.span)))
    return replace(
        base,
        work_date=wish.work_date or base.work_date,
        matter=wish.matter,
        activity_type=wish.activity_type,
        narrative=wish.narrative,
        charge=wish.charge or base.charge,
        billed=wish.billed,
        with_summary=wish.with_summary,
        with_list=wish.with_list,
    )


def _told(draft: Draft, told: Figures, text: str) -> str:
    """Return an entry as Actionstep will show it: its figures on a line, and the description, exactly."""
    head = tr(
        "{date} · worked {worked} h · billed {billed} h",
        date=short_date(draft.work_date),
        worked=formats.hours(told.worked_hours),
        billed=formats.hours(told.billed_hours),
    )
    if draft.matter is None and draft.charge is Charge.NON_BILLABLE:
        head = f"{head}\n{tr('no matter')} · {charges()[Charge.NON_BILLABLE]}"
    return f"{head}\n\n{text or tr('(no description)')}"
