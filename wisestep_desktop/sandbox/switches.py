"""The table of everything a real Actionstep might do either way, and what the stand-in does today.

Knows names, allowed values and defaults. Refuses to know what a value leads to: the places that obey a switch do.
"""

import threading
import zoneinfo
from collections.abc import Mapping
from dataclasses import dataclass


class BadSwitchError(ValueError):
    """A switch name nobody knows, or a value its switch does not take. The text names both."""


@dataclass(frozen=True, slots=True)
class Switch:
    """One unknown of actionstep-api.md section 9, made settable.

    `values` lists the words taken. `number` also takes whole numbers from 0, `signed` those below as well, `zone` any
    IANA zone name.
    `row` is the row of section 9, 0 for a switch of our own.
    """

    name: str
    default: str
    values: tuple[str, ...] = ()
    number: bool = False
    zone: bool = False
    signed: bool = False
    row: int = 0

    def check(self, value: str) -> str:
        """Give the value back, or raise BadSwitchError."""
        digits = value.removeprefix("-") if self.signed else value
        if value in self.values or ((self.number or self.signed) and digits.isascii() and digits.isdigit()):
            return value
        if self.zone:
            try:
                zoneinfo.ZoneInfo(value)
            except (ValueError, OSError, zoneinfo.ZoneInfoNotFoundError):
                pass
            else:
                return value
        wanted = [
            *self.values,
            *(["a whole number"] if self.number or self.signed else []),
            *(["a zone name"] if self.zone else []),
        ]
        raise BadSwitchError(f"switch {self.name} takes {' | '.join(wanted)}, not {value!r}")


SWITCHES: tuple[Switch, ...] = (
    Switch("redirect_match", "loopback_any_port", ("exact", "loopback_any_port"), row=2),
    Switch("pkce", "verify", ("verify", "ignore", "refuse")),
    Switch("expires_in", "28800", number=True, row=5),
    Switch("code_life", "60", number=True, row=4),
    Switch("api_endpoint_form", "api_slash", ("api_slash", "api", "bare", "bare_slash", "rest", "rest_slash"), row=5),
    Switch("refresh_reuse", "reject", ("reject", "grace", "revoke_family"), row=6),
    Switch("refresh_grace", "30", number=True, row=6),
    Switch("refresh_life", "1814400", number=True, row=6),
    Switch("unknown_filter", "ignore", ("ignore", "400"), row=14),
    Switch("extref_filter", "on", ("on", "ignored", "400"), row=15),
    Switch("extref_stored", "on", ("on", "off"), row=15),
    Switch("page_overlap", "0", number=True, row=12),
    Switch("id_filter", "on", ("on", "ignored", "400"), row=13),
    Switch("modified_filter", "on", ("on", "ignored", "400"), row=13),
    Switch("entry_filters", "on", ("on", "ignored", "400"), row=13),
    Switch("quickcode_filter", "on", ("on", "ignored", "400"), row=13),
    Switch("filter_tz", "utc", ("utc", "org"), row=16),
    Switch("post_status", "201", ("201", "200"), row=18),
    Switch("budget_session", "0", number=True, row=24),
    Switch("budget_org", "0", number=True, row=24),
    Switch("budget_ip", "0", number=True, row=24),
    Switch("retry_after", "on", ("on", "off", "date"), number=True, row=24),
    Switch("maintenance", "off", ("off", "on"), row=26),
    Switch("org_rules", "ignore", ("enforce", "round", "ignore"), row=27),
    Switch("org_rounds", "billed", ("billed", "both"), row=27),
    Switch("quickcode_key", "quickcodes", ("quickcodes", "QuickCodes"), row=28),
    Switch("billed_edit", "reject", ("reject", "allow"), row=29),
    Switch("deleted_visible", "hidden", ("hidden", "listed"), row=30),
    Switch("org_tz", "Australia/Sydney", zone=True, row=31),
    Switch("clock_skew", "0", signed=True),
    Switch("session_tz", "org", ("org",), zone=True, row=31),
    Switch("ebm", "on", ("on", "off", "404", "403"), row=32),
    Switch("sideload_owners", "off", ("off", "on"), row=33),
    Switch("put_mode", "merge", ("merge", "replace"), row=34),
    Switch("new_fields", "on", ("on", "off"), row=35),
    Switch("restricted_answer", "403", ("403", "404"), row=23),
    Switch("missing_record", "404", ("404", "204")),
    Switch("closed_matter", "accept", ("accept", "reject")),
    Switch("media", "lenient", ("lenient", "jsonapi10", "strict")),
    Switch("pages", "by_hand", ("by_hand", "by_themselves")),
)


class Switches:
    """The present position of every switch; safe to read and set from any thread."""

    def __init__(self, given: Mapping[str, str] | None = None) -> None:
        self._lock = threading.Lock()
        self._known = {switch.name: switch for switch in SWITCHES}
        self._now = {switch.name: switch.default for switch in SWITCHES}
        self._generation = 0
        for name, value in (given or {}).items():
            self.set(name, value)

    @property
    def generation(self) -> int:
        """Grows with every change, so that remembered answers can tell that they are old."""
        return self._generation

    def set(self, name: str, value: str) -> None:
        """Put one switch; raises BadSwitchError and changes nothing when the name or the value is unknown."""
        switch = self._known.get(name)
        if switch is None:
            raise BadSwitchError(f"there is no switch {name!r}; known: {', '.join(sorted(self._known))}")
        checked = switch.check(value)
        with self._lock:
            self._now[name] = checked
            self._generation += 1

    def __getitem__(self, name: str) -> str:
        return self._now[name]

    def number(self, name: str) -> int:
        """The value of a numeric switch; raises ValueError when it stands on one of its words."""
        return int(self._now[name])

    def reset(self) -> None:
        """Put every switch back to where it stands by itself."""
        with self._lock:
            self._now = {switch.name: switch.default for switch in SWITCHES}
            self._generation += 1

    def snapshot(self) -> dict[str, str]:
        """Every switch and its value, as a copy."""
        with self._lock:
            return dict(self._now)


def parse_switch(text: str) -> tuple[str, str]:
    """Split NAME=VALUE; raises BadSwitchError without an equals sign."""
    name, mark, value = text.partition("=")
    if not mark:
        raise BadSwitchError(f"a switch is written NAME=VALUE, not {text!r}")
    return name.strip(), value.strip()
