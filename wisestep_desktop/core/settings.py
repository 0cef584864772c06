"""Every setting: its name, what it may be, and what it is by default. Bad values are refused, never ignored.

Names are compared regardless of case, values trimmed, and a blank value means the default.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import TypeVar

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.setting_values import (
    ByKind,
    Choice,
    Decimals,
    Flag,
    Kind,
    Names,
    Pairs,
    PublicKey,
    Text,
    TimeOfDay,
    Value,
    WebAddress,
    Whole,
)

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: as written in ``wisestep settings``.
        default: what a blank value means.
        read: text to value, and what an editor offers; raises ``BadSetting``.
        secret: never shown, not even to the person who set it.
        of_team: whether a team's profile may decide it for its members.
        adds: whether what a team and an administrator say is added to what the person says, rather than put in its
            place: nobody's exclusions end because somebody else has some.
        holds: whether TRUE is in force as soon as anybody says it: who ends a hold ends nobody else's.
        personal: nobody but the person decides it, no administrator either.
    """

    name: str
    default: Value
    read: Kind
    secret: bool = False
    of_team: bool = False
    adds: bool = False
    holds: bool = False
    personal: bool = False


DEFAULT_SCOPES = "users participants actions actiontypes quickcodes timeentries"
"""Section 7 of the API notes: the least that does the work; never ``all``."""

PROPERTIES: tuple[Setting, ...] = (
    Setting("ADD_SUMMARY_TO_NARRATIVE", default=False, read=Flag(), of_team=True),
    Setting("ACTIVITY_TYPES_NON_BILLABLE", (), Names(), of_team=True),
    Setting("ACTION_SYNC_INTERVAL_MINUTES", 15, Whole(1, 1440), of_team=True),
    Setting("QUICK_CODE_SYNC_INTERVAL_MINUTES", 60, Whole(1, 1440), of_team=True),
    Setting("SHOW_CLOSED_CASES", default=False, read=Flag(), of_team=True),
    Setting("BILLABLE_TIME_ROUNDING_SEC", 0, Whole(0, 86_400), of_team=True),
)
"""The six Actionstep properties, as WiseTime's users know them."""

SETTINGS: tuple[Setting, ...] = (
    *PROPERTIES,
    Setting("narrative.add_activity_list", default=False, read=Flag(), of_team=True),
    Setting("billing.weighting_percent", 100, Whole(1, 100), of_team=True),
    Setting("review.shortest_gap_minutes", 10, Whole(1, 240)),
    Setting("review.require_matter", default=True, read=Flag(), of_team=True),
    Setting("review.require_activity_type", default=False, read=Flag(), of_team=True),
    Setting("review.day_start_hour", 0, Whole(0, 6)),
    Setting("review.arrangement", "hour", Choice(("hour", "matter", "longest", "title")), personal=True),
    Setting(
        "review.filter",
        "all",
        Choice(("all", "untagged", "suggested", "tagged", "sent", "failed", "private", "trash")),
        personal=True,
    ),
    Setting("connection.timekeepers", (), Pairs(), of_team=True),
    Setting("connection.environment", "production", Choice(("production", "staging", "custom")), of_team=True),
    Setting("connection.authorize_url", "", WebAddress(), of_team=True),
    Setting("connection.token_url", "", WebAddress(), of_team=True),
    Setting("connection.client_id", "", Text(), of_team=True),
    Setting("connection.client_secret", "", Text(), secret=True),
    Setting("connection.client_authentication", "form", Choice(("form", "basic")), of_team=True),
    Setting("connection.pkce", default=True, read=Flag(), of_team=True),
    Setting("connection.relay_url", "", WebAddress(), of_team=True),
    Setting("connection.redirect_uri", "http://127.0.0.1:0/callback", WebAddress(), of_team=True),
    Setting("connection.scopes", DEFAULT_SCOPES, Text(), of_team=True),
    Setting("connection.allowed_api_hosts", (), Names(), of_team=True),
    Setting("connection.allowed_sign_in_hosts", (), Names(), of_team=True),
    Setting("connection.pause_milliseconds", 300, Whole(0, 60_000), of_team=True),
    Setting("connection.browser", "embedded", Choice(("embedded", "system")), of_team=True),
    Setting("capture.idle_limit_seconds", 180, Whole(30, 3_600), of_team=True),
    Setting("capture.calls", default=True, read=Flag()),
    Setting("privacy.excluded_applications", (), Names(), of_team=True, adds=True),
    Setting("privacy.excluded_titles", (), Names(), of_team=True, adds=True),
    Setting("privacy.masked_applications", (), Names(), of_team=True, adds=True),
    Setting("privacy.masked_titles", (), Names(), of_team=True, adds=True),
    Setting("privacy.shipped_exclusions", default=True, read=Flag()),
    Setting("privacy.recorded_anyway", (), Names()),
    Setting("privacy.hide_names_in_calls", default=False, read=Flag()),
    Setting("privacy.consent", "", Text(), personal=True),
    Setting("retention.days", 90, Whole(0, 3_650), of_team=True),
    Setting("retention.legal_hold", default=False, read=Flag(), of_team=True, holds=True),
    Setting("narrative.template", "sentence", Choice(("sentence", "list", "blank")), of_team=True),
    Setting("narrative.include_minutes", default=False, read=Flag(), of_team=True),
    Setting("narrative.required", default=False, read=Flag(), of_team=True),
    Setting("narrative.excluded_words", (), Names(), of_team=True, adds=True),
    Setting("activity.by_kind", (), ByKind(), of_team=True),
    Setting("activity.enabled", (), Names(), of_team=True),
    Setting("activity.labels", (), Pairs(), of_team=True),
    Setting("review.goal_hours", Decimal(0), Decimals(0, 24), of_team=True),
    Setting("review.remind_after_days", 3, Whole(0, 90)),
    Setting("review.remind_at", "17:00", TimeOfDay()),
    Setting("notifications.system", default=True, read=Flag()),
    Setting("team.check_minutes", 15, Whole(1, 1440)),
    Setting("updates.check", default=False, read=Flag()),
    Setting("updates.address", "", WebAddress(only_https=True)),
    Setting("updates.key", "", PublicKey()),
    Setting("export.rate", Decimal(0), Decimals(0, 100_000)),
    Setting("export.timekeeper_id", "", Text()),
    Setting("export.ledes.law_firm_id", "", Text()),
    Setting("export.ledes.client_id", "", Text()),
    Setting("appearance.theme", "system", Choice(("system", "light", "dark"))),
    Setting("appearance.language", "system", Choice(("system", "en", "de"), ("pseudo",))),
    Setting("appearance.text_percent", 100, Whole(100, 200)),
    Setting("appearance.durations", "spoken", Choice(("spoken", "clock", "units"))),
)
"""All of them, the six properties first."""

_BY_NAME = {setting.name.casefold(): setting for setting in SETTINGS}


def setting(name: str) -> Setting:
    """Return the setting a name means.

    Raises:
        BadSetting: ``unknown`` if there is none.
    """
    try:
        return _BY_NAME[name.strip().casefold()]
    except KeyError:
        raise BadSetting(name.strip(), "unknown") from None


def read(known: Setting, text: str) -> Value:
    """Return the value a person's text means; blank is the default.

    Raises:
        BadSetting: naming the setting and what it must be.
    """
    stripped = text.strip()
    return known.read(known.name, stripped) if stripped else known.default


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings in force, by typed name.

    Attributes:
        texts: what was set, by name; names that are missing have their default.
    """

    texts: dict[str, str]

    def value(self, name: str) -> Value:
        """Return a value; a stored text that a newer rule refuses counts as the default."""
        known = setting(name)
        try:
            return read(known, self.texts.get(known.name, ""))
        except BadSetting:
            return known.default

    def text(self, name: str) -> str:
        """Return a setting that is text.

        Raises:
            TypeError: if it is not.
        """
        return _as(str, self.value(name), name)

    def number(self, name: str) -> int:
        """Return a setting that is a whole number.

        Raises:
            TypeError: if it is not.
        """
        return _as(int, self.value(name), name)

    def decimal(self, name: str) -> Decimal:
        """Return a setting that is a number with decimals.

        Raises:
            TypeError: if it is not.
        """
        return _as(Decimal, self.value(name), name)

    def flag(self, name: str) -> bool:
        """Return a setting that is true or false.

        Raises:
            TypeError: if it is not.
        """
        return _as(bool, self.value(name), name)

    def time_of_day(self, name: str) -> time:
        """Return a setting that is a time on the clock on the wall.

        Raises:
            TypeError: if it is no text.
            ValueError: if it is no time.
        """
        return time.fromisoformat(self.text(name))

    def names(self, name: str) -> tuple[str, ...]:
        """Return a setting that is a list of names.

        Raises:
            TypeError: if it is not.
        """
        return _as(tuple, self.value(name), name)


def pairs(items: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return the two sides of each item of a setting that holds pairs."""
    return tuple((one.strip(), other.strip()) for one, _, other in (item.partition("=") for item in items))


def _as(kind: type[_T], value: Value, name: str) -> _T:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise TypeError(f"setting {name} is no {kind.__name__}")
    return value
