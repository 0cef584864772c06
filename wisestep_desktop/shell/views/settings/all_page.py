"""Every setting of the table, by its name in the command line too: for experts, and so that nothing is missing."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from wisestep_desktop.core.settings import PROPERTIES, SETTINGS, Setting
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.page import LinesPage
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.words import tr


class AllSettingsPage(LinesPage):
    """A card a group, made from the table."""

    def __init__(self, values: SettingValues, theme: Theme) -> None:
        super().__init__("all", tr("All settings"), values, theme)
        titles = {
            "": tr("Properties of Actionstep"),
            "narrative": tr("Narratives"),
            "billing": tr("Billing"),
            "review": tr("Reviewing"),
            "connection": tr("Connection"),
            "capture": tr("Recording"),
            "privacy": tr("Privacy"),
            "retention": tr("Keeping"),
            "activity": tr("Activity types"),
            "notifications": tr("Messages"),
            "team": tr("Team"),
            "updates": tr("New versions"),
            "export": tr("Exports"),
            "appearance": tr("Look and language"),
        }
        for group, names in grouped():
            self.card(titles.get(group, group), "", *names)
        self.settle()


def grouped() -> Iterator[tuple[str, list[str]]]:
    """Return the names of all settings by what stands before their point; the six properties come first."""
    yield "", [known.name for known in PROPERTIES]
    others = [known for known in SETTINGS if known not in PROPERTIES]
    order = list(dict.fromkeys(map(_group, others)))
    for group, some in groupby(sorted(others, key=lambda known: order.index(_group(known))), _group):
        yield group, [known.name for known in some]


def _group(known: Setting) -> str:
    return known.name.partition(".")[0]
