"""Why this matter, or which of several: the evidence in words, and one button each for yes and for no."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Candidate
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.services.timeline import DayRow, RowState, TaggedBy
from wisestep_desktop.services.verdicts import likeliest
from wisestep_desktop.shell.evidence_words import MOST_SHOWN, candidates_of, certainty, heading, reasons, why_heading
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.matter_lines import label
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr


class EvidenceCard(QFrame):
    """Explains the chosen matter or, while none is chosen, the likeliest ones; choosing stays with the person."""

    taken = Signal(object)
    accepted = Signal()
    rejected = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("why")
        self._title = words("", strong=True, pixels=12, wrap=True)
        self._why = words("", wrap=True, pixels=12)
        self.offers = [button("", "link") for _ in range(MOST_SHOWN)]
        self._sure = [words("", name="dim", pixels=12) for _ in self.offers]
        self._reasons = [words("", wrap=True, pixels=12) for _ in self.offers]
        self._blocks = [QWidget() for _ in self.offers]
        for block, offer, sure, why in zip(self._blocks, self.offers, self._sure, self._reasons, strict=True):
            offer.clicked.connect(self._take)
            offer.setProperty("tight", "true")
            block.setLayout(column(flow(offer, sure, space=4), why, space=0))
        self._yes = _key(tr("Accept"), "A", tr("Accept the likeliest matter of each selected row. Key: A"))
        self._no = _key(tr("Not this one"), "R", tr("Not this matter: choose another one. Key: R"))
        self._yes.clicked.connect(self.accepted)
        self._no.clicked.connect(self.rejected)
        self._keys = QWidget()
        keys = flow(self._yes, self._no, space=8)
        keys.setContentsMargins(*margins(0, 4, 0, 0))
        self._keys.setLayout(keys)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(12, 10, 12, 10))
        layout.setSpacing(scaled(6))
        for part in (self._title, self._why, *self._blocks, self._keys):
            layout.addWidget(part)

    def show_evidence(
        self, rows: Sequence[DayRow], matter: MatterId | None, known: Mapping[MatterId, Matter], *, undecided: bool
    ) -> tuple[Matter, ...]:
        """Show what speaks for ``matter``, or for those that may be chosen; return the latter.

        Args:
            rows: of the entry, or those selected.
            matter: the one chosen, if any.
            known: the matters that may be chosen.
            undecided: whether nothing is chosen or typed yet and something may be.
        """
        all_of = candidates_of(rows, every=True)
        chosen = next((each for each in all_of if each.matter == matter), None) if matter is not None else None
        lines = () if chosen is None else reasons(chosen.evidence)
        likely = [each for each in candidates_of(rows) if each.matter in known][:MOST_SHOWN] if undecided else []
        self._show_offers(likely, known)
        said = self._show_keys([each for each in rows if each.state is RowState.OPEN], matter, offered=bool(likely))
        self._title.setText(heading(len(likely)) if matter is None else why_heading(matter, chosen))
        self._title.setVisible(bool(lines or likely))
        self._why.setText("\n".join(f"•  {line}" for line in lines))
        self._why.setVisible(bool(lines))
        self.setVisible(bool(lines or likely) or said)
        return tuple(known[each.matter] for each in likely)

    def _show_keys(self, rows: Sequence[DayRow], matter: MatterId | None, *, offered: bool) -> bool:
        """Show the buttons that would do something; tell whether there is any."""
        settled = all(each.tagged_by is TaggedBy.PERSON and each.matter == matter for each in rows)
        clear = any(likeliest(each) is not None for each in rows)
        self._yes.setVisible(not settled and ((offered and clear) or matter is not None))
        self._no.setVisible(
            (offered or matter is not None) and any(each.match.candidates or each.matter for each in rows)
        )
        self._no.setText(f"{tr('Not this one') if clear else tr('None of these')}   R")
        shown = not (self._yes.isHidden() and self._no.isHidden())
        self._keys.setVisible(shown)
        return shown

    def _show_offers(self, likely: Sequence[Candidate], known: Mapping[MatterId, Matter]) -> None:
        for number, block in enumerate(self._blocks):
            block.setVisible(number < len(likely))
            if number >= len(likely):
                continue
            each = likely[number]
            self.offers[number].setText(tr("{matter}?", matter=label(known[each.matter]).replace("&", "&&")))
            self.offers[number].setProperty("matter", each.matter)
            self._sure[number].setText(certainty(each.p))
            self._reasons[number].setText("\n".join(f"•  {line}" for line in reasons(each.evidence)))

    def _take(self) -> None:
        self.taken.emit(self.sender().property("matter"))


def _key(text: str, key: str, hint: str) -> QPushButton:
    """Return a button that shows its key."""
    return button(f"{text}   {key}", "key", hint=hint)
