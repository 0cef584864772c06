"""What an owner or a manager decides for the team: a line a setting, as in one's own settings, but for the draft."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.property_lines import text_of
from wisestep_desktop.core.settings import SETTINGS, Settings, setting
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.team_desk import TeamDesk
from wisestep_desktop.shell.views.settings.line import SettingLine
from wisestep_desktop.shell.views.settings.page import hairline
from wisestep_desktop.shell.views.settings.values import Refused, SettingValues
from wisestep_desktop.shell.widgets.parts import column, frame, words
from wisestep_desktop.shell.words import tr


class TeamValues(SettingValues):
    """What the team decides, draft included, where the lines look for what the person set.

    Args:
        teams: changes the draft.
        changed_draft: hears the team as it stands after a change.
    """

    def __init__(self, teams: TeamDesk, changed_draft: Callable[[Standing], None]) -> None:
        super(SettingValues, self).__init__(teams)
        self._teams = teams
        self._changed_draft = changed_draft
        self._standing: dict[str, Preference] = {}
        self._now: Standing | None = None

    def show_standing(self, now: Standing) -> None:
        """Show another team, or the same after a change."""
        self._now = now
        decided = dict(now.pending.settings)
        settings = Settings(decided)
        self._standing = {
            each.name: Preference(
                each.name,
                settings.value(each.name),
                each.default,
                Source.TEAM if each.name in decided else Source.DEFAULT,
                own=decided.get(each.name, ""),
            )
            for each in SETTINGS
            if each.of_team
        }
        self.read.emit()

    def is_pending(self, name: str) -> bool:
        """Tell whether what is shown of a setting is not published."""
        return self._now is not None and name in self._now.draft.settings

    def refresh(self, failed: Refused | None = None) -> None:
        """Show again what is known; the page reads it."""
        del failed
        self.read.emit()

    def change(self, name: str, text: str, refused: Refused) -> None:
        """Decide a setting; to choose the default is to decide it, too."""
        self._decide(name, text.strip() or text_of(setting(name).default), refused)

    def take_back(self, name: str, refused: Refused) -> None:
        """Leave a setting to each member."""
        self._decide(name, "", refused)

    def said_of(self, standing: Preference) -> tuple[str, str]:
        """Return whether the team decides a setting, and whether that is published."""
        decided = standing.source is Source.TEAM
        told = tr("Decided by the team") if decided else tr("Left to each member")
        if self.is_pending(standing.name):
            return tr("{what}, not published", what=told), "locked"
        return told, "mine" if decided else ""

    def back_words(self) -> str:
        """Return what it is called to leave a setting to each member."""
        return tr("Leave it to each member")

    def _decide(self, name: str, text: str, refused: Refused) -> None:
        now = self._now
        if now is None:
            return
        team = now.membership.team
        self._teams.act(lambda: self._teams.work.decide(team, name, text), self._changed_draft, refused)


def groups() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return the settings a team may decide, in cards: a title, what they are for, and names."""
    return (
        (tr("Properties"), tr("As under Connections; here they hold for the whole team."), _PROPERTIES),
        (tr("Sending"), tr("What an entry must have before it goes out."), _SENDING),
        (tr("Billing and goals"), tr("For everybody; what is said of single members goes before it."), _BILLING),
        (tr("Activity types"), tr("Which are offered, under which names, and for which kind of work."), _TYPES),
        (tr("Narratives"), tr("How drafts are worded, and what must not stand in them."), _NARRATIVES),
        (tr("Privacy and retention"), tr("Added to what each member leaves out by themselves."), _PRIVACY),
        (tr("Connection"), tr("So that nobody has to type it. A client secret goes only with an invitation."), _LINK),
    )


def group_card(title: str, about: str, lines: list[SettingLine]) -> QFrame:
    """Return a card of lines."""
    inside = column(words(title, pixels=15, strong=True), words(about, name="dim", wrap=True), space=12)
    for line in lines:
        inside.addWidget(hairline())
        inside.addWidget(line)
    return frame("card", inside)


_PROPERTIES = (
    "ADD_SUMMARY_TO_NARRATIVE",
    "ACTIVITY_TYPES_NON_BILLABLE",
    "ACTION_SYNC_INTERVAL_MINUTES",
    "QUICK_CODE_SYNC_INTERVAL_MINUTES",
    "SHOW_CLOSED_CASES",
    "BILLABLE_TIME_ROUNDING_SEC",
)
_SENDING = ("review.require_matter", "review.require_activity_type", "narrative.required")
_BILLING = ("billing.weighting_percent", "review.goal_hours")
_TYPES = ("activity.enabled", "activity.labels", "activity.by_kind")
_NARRATIVES = (
    "narrative.template",
    "narrative.include_minutes",
    "narrative.add_activity_list",
    "narrative.excluded_words",
)
_PRIVACY = (
    "privacy.excluded_applications",
    "privacy.excluded_titles",
    "privacy.masked_applications",
    "privacy.masked_titles",
    "capture.idle_limit_seconds",
    "retention.days",
    "retention.legal_hold",
)
_LINK = (
    "connection.environment",
    "connection.client_id",
    "connection.relay_url",
    "connection.redirect_uri",
    "connection.scopes",
    "connection.browser",
    "connection.allowed_sign_in_hosts",
    "connection.allowed_api_hosts",
    "connection.timekeepers",
    "connection.authorize_url",
    "connection.token_url",
    "connection.client_authentication",
    "connection.pkce",
    "connection.pause_milliseconds",
)
