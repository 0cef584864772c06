"""Which words mean which matter, what corrections taught, and the rules for entries and their narratives."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.learned_page import LearnedPage
from wisestep_desktop.shell.views.settings.page import Find, LinesPage, SettingsPage
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import words
from wisestep_desktop.shell.widgets.pills import Pills
from wisestep_desktop.shell.words import tr

_LEARNED, _RULES = "learned", "rules"


class MattersPage(SettingsPage):
    """Two halves, of which one is seen: the list of what was learned, and the rules."""

    def __init__(self, learned: LearnedPage, values: SettingValues, theme: Theme) -> None:
        super().__init__("matters", tr("Matters and learning"))
        self._learned = learned
        self.rules = _Rules(values, theme)
        self._halves = Pills(
            {_LEARNED: tr("What was learned"), _RULES: tr("Rules for entries")}, tr("Part of the page")
        )
        self._halves.chosen.connect(self._choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(learned)
        self._stack.addWidget(self.rules)
        top = flow(words(self.title, pixels=17, strong=True), 1, self._halves)
        top.setContentsMargins(*margins(30, 18, 30, 0))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top)
        outer.addWidget(self._stack, 1)
        self._halves.choose(_LEARNED)

    def finds(self) -> Iterable[Find]:
        """Return the list, and every rule."""
        return (
            Find(_LEARNED, tr("What WiseStep has learned"), tr("Names you gave, and what your corrections taught.")),
            *self.rules.finds(),
        )

    def reveal(self, name: str) -> None:
        """Show the half that has it."""
        half = _LEARNED if name == _LEARNED else _RULES
        self._halves.choose(half)
        self._choose(half)
        if half == _RULES:
            self.rules.reveal(name)

    def refresh(self) -> None:
        """Show what is so now."""
        self._learned.refresh()
        self.rules.refresh()

    def _choose(self, half: object) -> None:
        self._stack.setCurrentWidget(self._learned if half == _LEARNED else self.rules)


class _Rules(LinesPage):
    """What entries need, and how their narratives are proposed."""

    def __init__(self, values: SettingValues, theme: Theme) -> None:
        super().__init__("rules", tr("Rules for entries"), values, theme, pixels=15)
        self.card(
            tr("Entries"),
            "",
            "review.require_matter",
            "review.require_activity_type",
            "activity.by_kind",
            "activity.enabled",
            "activity.labels",
            "billing.weighting_percent",
        )
        self.card(
            tr("Narratives"),
            "",
            "narrative.template",
            "narrative.include_minutes",
            "narrative.add_activity_list",
            "narrative.required",
            "narrative.excluded_words",
        )
        self.settle()
