"""What is never recorded, how long the rest is kept, what there is of it, and the ways out."""

from __future__ import annotations

from functools import partial

from wisestep_desktop.services.forget import Outcome
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.texts import forgotten_words
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.leaving_cards import DeleteLine, ExportLine, KeepingLine
from wisestep_desktop.shell.views.settings.page import Find, LinesPage
from wisestep_desktop.shell.views.settings.privacy_cards import ForgetLine, PauseLine, StoredLine
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.words import tr


class PrivacyPage(LinesPage):
    """From what is recorded now to the end of it all."""

    def __init__(self, desk: Desk, tasks: Tasks, values: SettingValues, theme: Theme, recording: Recording) -> None:
        super().__init__("privacy", tr("Privacy"), values, theme)
        self.pause = PauseLine(recording)
        self.forget = ForgetLine(recording)
        self.keeping = KeepingLine(desk, tasks, values)
        self.stored = StoredLine(desk, tasks)
        self.export = ExportLine(desk, tasks)
        self.delete = DeleteLine(desk, tasks)
        self._lay_out()
        recording.forgotten.connect(self._forgot)
        recording.refused.connect(self.failed)
        self.keeping.swept.connect(self._count)
        self.delete.grown.connect(partial(self.keep_in_view, self.delete))

    def refresh(self) -> None:
        """Read the settings, count what is stored, look what is old."""
        super().refresh()
        self._count()
        self.keeping.refresh()

    def _lay_out(self) -> None:
        everything = tr("Everything stays on this computer, encrypted. Time goes to Actionstep only when you send it.")
        self.card(tr("Recording"), everything, self.pause, self.forget, "privacy.hide_names_in_calls")
        self.card(
            tr("Never recorded"),
            tr("Of what is private, WiseStep keeps that there was something, and nothing else."),
            "privacy.excluded_applications",
            "privacy.excluded_titles",
            "privacy.shipped_exclusions",
            "privacy.recorded_anyway",
        )
        self.card(tr("Recorded without titles"), "", "privacy.masked_applications", "privacy.masked_titles")
        self.card(tr("How long it is kept"), "", "retention.days", "retention.legal_hold", self.keeping)
        self.card(tr("What is stored"), "", self.stored)
        self.card(tr("Ways out"), "", self.export, self.delete)
        for name, part, label, about in (
            ("pause", self.pause, tr("Pause recording"), ""),
            ("forget", self.forget, tr("Forget what was recorded"), ""),
            ("stored", self.stored, tr("What is stored"), ""),
            ("export", self.export, tr("Export everything"), tr("Take everything with you")),
            ("delete", self.delete, tr("Delete everything"), ""),
        ):
            self._parts[name] = Find(name, label, about), part
        self.settle()

    def _count(self) -> None:
        self.stored.refresh(self.failed)

    def _forgot(self, outcome: Outcome) -> None:
        self.say(" ".join(forgotten_words(outcome)))
        self.keep_in_view(self.message)
        self._count()
