"""The two lists of what was learned, a line each. What is not in sight is found by searching."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Lesson, Phrase
from wisestep_desktop.core.normalise import words as folded
from wisestep_desktop.services.learned import Everything
from wisestep_desktop.shell.evidence_words import day_of
from wisestep_desktop.shell.learned_words import how_often, is_meant, matter_mark, matter_words, trait_name
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.widgets.parts import button, row, words
from wisestep_desktop.shell.words import tr, trn

_MOST = 60
_TOP = Qt.AlignmentFlag.AlignTop
_LONGEST = 160


class _Lines(QWidget):
    """A grid that is made again whenever something changes, and a sentence while it is empty."""

    def __init__(self) -> None:
        super().__init__()
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(scaled(8))
        self._nothing = words("", name="dim", wrap=True)
        self._more = words("", name="dim", pixels=12)
        self._outer.addWidget(self._nothing)
        self._table = QWidget()
        self._outer.addWidget(self._table)
        self._outer.addWidget(self._more)

    def fill(self, lines: Sequence[Sequence[QWidget]], stretches: Sequence[int], *, hidden: int, nothing: str) -> None:
        """Show lines of widgets in columns that share the room as ``stretches`` say."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(16))
        grid.setVerticalSpacing(scaled(4))
        for number, stretch in enumerate(stretches):
            grid.setColumnStretch(number, stretch)
        for line, parts in enumerate(lines):
            for number, part in enumerate(parts):
                grid.addWidget(part, line, number, Qt.AlignmentFlag.AlignVCenter)
        self._outer.replaceWidget(self._table, table)
        self._table.hide()
        self._table.deleteLater()
        self._table = table
        table.setVisible(bool(lines))
        self._nothing.setText(nothing)
        self._nothing.setVisible(not lines)
        self._more.setText(trn("One more: search to find it.", "{count} more: search to find them.", hidden))
        self._more.setVisible(hidden > 0)


class PhraseList(_Lines):
    """The names that were given."""

    change_asked = Signal(object, object)
    drop_asked = Signal(object)

    def show_phrases(self, found: Everything, search: str) -> None:
        """Show the phrases that a search leaves."""
        hits = [each for each in found.phrases if _fits(search, each.text, each.matter, found)]
        lines = [self._line(each, found) for each in hits[:_MOST]]
        nothing = tr("No name fits the search.") if found.phrases else tr("You have given no names yet.")
        self.fill(lines, (3, 3, 0, 0), hidden=len(hits) - len(lines), nothing=nothing)

    def _line(self, phrase: Phrase, found: Everything) -> tuple[QWidget, ...]:
        change = _small(tr("Change"), tr("Change “{text}”", text=phrase.text), partial(self._change, phrase, found))
        drop = _small(tr("Delete"), tr("Delete “{text}”", text=phrase.text), partial(self.drop_asked.emit, phrase))
        buttons = QWidget()
        buttons.setLayout(row(change, drop, space=0))
        shown = _cell(tr("“{text}”", text=_short(phrase.text)))
        return shown, *_matter(phrase.matter, found), buttons

    def _change(self, phrase: Phrase, found: Everything) -> None:
        self.change_asked.emit(phrase, found.matters.get(phrase.matter))


class LessonList(_Lines):
    """What corrections taught."""

    drop_asked = Signal(object)

    def show_lessons(self, found: Everything, search: str) -> None:
        """Show the lessons that a search leaves, newest first."""
        hits = [each for each in found.lessons if _fits(search, each.text, each.matter, found)]
        lines = [self._line(each, found) for each in hits[:_MOST]]
        nothing = tr("Nothing fits the search.") if found.lessons else _empty_words()
        self.fill(lines, (0, 1, 1, 0, 0, 0), hidden=len(hits) - len(lines), nothing=nothing)

    def _line(self, lesson: Lesson, found: Everything) -> tuple[QWidget, ...]:
        told = words(how_often(lesson, day_of(lesson.at)), pixels=12, name="dim" if is_meant(lesson) else "care")
        drop = _small(tr("Forget"), tr("Forget “{text}”", text=lesson.text), partial(self.drop_asked.emit, lesson))
        return (
            words(trait_name(lesson.trait), pixels=12, name="dim"),
            _cell(_short(lesson.text)),
            *_matter(lesson.matter, found),
            told,
            drop,
        )


def _empty_words() -> str:
    return tr(
        "Nothing yet. Accept or reject a suggestion, or choose another matter for a row: which title, which words in "
        "it and which folder meant which matter then stands here, and the next such row is suggested better. Once the "
        "same words meant the same matter three times, WiseStep asks whether they are one of its names."
    )


def _fits(search: str, text: str, matter: MatterId, found: Everything) -> bool:
    if not search.strip():
        return True
    said = folded(f"{text} {matter_words(matter, found.matters.get(matter))}")
    wanted = folded(search) or (search,)
    return all(any(word.startswith(each) for word in said) for each in wanted)


def _matter(matter: MatterId, found: Everything) -> tuple[QWidget, QWidget]:
    """Return a matter's name, and a badge if it is not suggested any more."""
    known = found.matters.get(matter)
    mark = matter_mark(known)
    badge = words(mark, pixels=11, name="badge" if mark else "")
    badge.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return _cell(matter_words(matter, known)), badge


def _cell(text: str) -> QLabel:
    made = words(text, wrap=True)
    made.setMinimumWidth(scaled(120))
    return made


def _small(text: str, hint: str, act: Callable[[], object]) -> QWidget:
    made = button(text, "quiet", hint=hint)
    made.clicked.connect(lambda _checked: act())
    return made


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
