"""Every setting: its name, what it may be, and what it is by default. Bad values are refused, never ignored.

Names are compared regardless of case, values trimmed, and a blank value means the default.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import TypeVar
from urllib.parse import urlsplit

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.work import WorkKind

Value = str | int | bool | Decimal | tuple[str, ...]
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting.

    Attributes:
        name: as written in ``wisestep settings``.
        default: what a blank value means.
        read: text to value; raises ``BadSetting``.
        secret: never shown, not even to the person who set it.
    """

    name: str
    default: Value
    read: Callable[[str, str], Value]
    secret: bool = False


def _text(_name: str, text: str) -> str:
    return text


def _flag(name: str, text: str) -> bool:
    match text.casefold():
        case "true":
            return True
        case "false":
            return False
        case _:
            raise BadSetting(name, "true_or_false", text)


def _whole(least: int, most: int) -> Callable[[str, str], Value]:
    def read(name: str, text: str) -> Value:
        digits = text.removeprefix("+")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            raise BadSetting(name, "whole_number", text)
        if not least <= int(digits) <= most:
            raise BadSetting(name, f"from_{least}_to_{most}", text)
        return int(digits)

    return read


def _decimal(least: int, most: int) -> Callable[[str, str], Value]:
    """Read a number with up to two decimals; a comma is read as a point, for that is how half of Europe writes."""

    def read(name: str, text: str) -> Value:
        if not re.fullmatch(r"\+?[0-9]{1,9}([.,][0-9]{0,2})?", text):
            raise BadSetting(name, "decimal", text)
        number = Decimal(text.replace(",", "."))
        if not least <= number <= most:
            raise BadSetting(name, f"from_{least}_to_{most}", text)
        return number

    return read


def _choice(*words: str, unlisted: tuple[str, ...] = ()) -> Callable[[str, str], Value]:
    """Read one of some words; those that are unlisted are taken and not told of."""

    def read(name: str, text: str) -> Value:
        if text.casefold() not in (*words, *unlisted):
            raise BadSetting(name, "one_of_" + "_".join(words), text)
        return text.casefold()

    return read


def _names(name: str, text: str) -> tuple[str, ...]:
    """Read a comma list; a name with a comma in it is quoted as in CSV."""
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise BadSetting(name, "comma_list", text) from None
    return tuple(item.strip() for row in rows for item in row if item.strip())


def _pairs(name: str, text: str) -> tuple[str, ...]:
    """Read a comma list of ``name=value``; both sides have something in them."""
    items = _names(name, text)
    read = [tuple(part.strip() for part in item.partition("=")[::2]) for item in items]
    if not all(one and other for one, other in read):
        raise BadSetting(name, "pairs", text)
    return tuple(f"{one}={other}" for one, other in read)


def _by_kind(name: str, text: str) -> tuple[str, ...]:
    """Read pairs of a kind of work and a name, each kind once."""
    items = _pairs(name, text)
    kinds = [item.partition("=")[0].rstrip().casefold() for item in items]
    for kind in kinds:
        if kind not in {*WorkKind}:
            raise BadSetting(name, "work_kind", kind)
        if kinds.count(kind) > 1:
            raise BadSetting(name, "twice", kind)
    return tuple(f"{kind}={item.partition('=')[2]}" for kind, item in zip(kinds, items, strict=True))


def _time_of_day(name: str, text: str) -> str:
    """Read a time as ``HH:MM``; ``9:05`` is ``09:05``."""
    found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text, re.ASCII)
    if found is None:
        raise BadSetting(name, "time_of_day", text)
    return f"{int(found[1]):02d}:{found[2]}"


def _url(name: str, text: str) -> str:
    """Accept https anywhere and plain http only on this very computer."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname, parts.port
    except ValueError:
        raise BadSetting(name, "web_address", text) from None
    if not host or parts.username is not None or any(char.isspace() for char in text):
        raise BadSetting(name, "web_address", text)
    if parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)):
        return text
    raise BadSetting(name, "https", text)


def is_loopback(host: str) -> bool:
    """Tell whether a host name can only mean this computer."""
    numbers = host.split(".")
    if len(numbers) == 4 and all(part.isascii() and part.isdigit() and int(part) < 256 for part in numbers):
        return numbers[0] == "127"
    return host.casefold() in {"localhost", "::1"}


DEFAULT_SCOPES = "users participants actions actiontypes quickcodes timeentries"
"""Section 7 of the API notes: the least that does the work; never ``all``."""

SETTINGS: tuple[Setting, ...] = (
    Setting("ADD_SUMMARY_TO_NARRATIVE", default=False, read=_flag),
    Setting("ACTIVITY_TYPES_NON_BILLABLE", (), _names),
    Setting("ACTION_SYNC_INTERVAL_MINUTES", 15, _whole(1, 1440)),
    Setting("QUICK_CODE_SYNC_INTERVAL_MINUTES", 60, _whole(1, 1440)),
    Setting("SHOW_CLOSED_CASES", default=False, read=_flag),
    Setting("BILLABLE_TIME_ROUNDING_SEC", 0, _whole(0, 86_400)),
    Setting("narrative.add_activity_list", default=False, read=_flag),
    Setting("billing.weighting_percent", 100, _whole(1, 100)),
    Setting("review.shortest_gap_minutes", 10, _whole(1, 240)),
    Setting("review.require_activity_type", default=False, read=_flag),
    Setting("review.arrangement", "hour", _choice("hour", "matter", "longest", "title")),
    Setting(
        "review.filter",
        "all",
        _choice("all", "untagged", "suggested", "tagged", "sent", "failed", "private", "trash"),
    ),
    Setting("connection.timekeepers", (), _pairs),
    Setting("connection.environment", "production", _choice("production", "staging", "custom")),
    Setting("connection.authorize_url", "", _url),
    Setting("connection.token_url", "", _url),
    Setting("connection.client_id", "", _text),
    Setting("connection.client_secret", "", _text, secret=True),
    Setting("connection.client_authentication", "form", _choice("form", "basic")),
    Setting("connection.pkce", default=True, read=_flag),
    Setting("connection.relay_url", "", _url),
    Setting("connection.redirect_uri", "http://127.0.0.1:0/callback", _url),
    Setting("connection.scopes", DEFAULT_SCOPES, _text),
    Setting("connection.allowed_api_hosts", (), _names),
    Setting("connection.allowed_sign_in_hosts", (), _names),
    Setting("connection.pause_milliseconds", 300, _whole(0, 60_000)),
    Setting("connection.browser", "embedded", _choice("embedded", "system")),
    Setting("capture.idle_limit_seconds", 180, _whole(30, 3_600)),
    Setting("capture.calls", default=True, read=_flag),
    Setting("privacy.excluded_applications", (), _names),
    Setting("privacy.excluded_titles", (), _names),
    Setting("privacy.masked_applications", (), _names),
    Setting("privacy.masked_titles", (), _names),
    Setting("privacy.shipped_exclusions", default=True, read=_flag),
    Setting("privacy.recorded_anyway", (), _names),
    Setting("privacy.hide_names_in_calls", default=False, read=_flag),
    Setting("privacy.consent", "", _text),
    Setting("narrative.template", "sentence", _choice("sentence", "list", "blank")),
    Setting("narrative.include_minutes", default=False, read=_flag),
    Setting("narrative.required", default=False, read=_flag),
    Setting("narrative.excluded_words", (), _names),
    Setting("activity.by_kind", (), _by_kind),
    Setting("activity.enabled", (), _names),
    Setting("activity.labels", (), _pairs),
    Setting("review.goal_hours", Decimal(0), _decimal(0, 24)),
    Setting("review.remind_after_days", 3, _whole(0, 90)),
    Setting("review.remind_at", "17:00", _time_of_day),
    Setting("notifications.system", default=True, read=_flag),
    Setting("export.rate", Decimal(0), _decimal(0, 100_000)),
    Setting("export.timekeeper_id", "", _text),
    Setting("export.ledes.law_firm_id", "", _text),
    Setting("export.ledes.client_id", "", _text),
    Setting("appearance.theme", "system", _choice("system", "light", "dark")),
    Setting("appearance.language", "system", _choice("system", "en", "de", unlisted=("pseudo",))),
    Setting("appearance.text_percent", 100, _whole(100, 200)),
    Setting("appearance.durations", "spoken", _choice("spoken", "clock", "units")),
)
"""The six Actionstep properties first, as WiseTime's users know them."""

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
