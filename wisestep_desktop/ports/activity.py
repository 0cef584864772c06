"""Which activity types a person picks for what kind of work, as it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse
from wisestep_desktop.core.work import WorkKind


@dataclass(frozen=True, slots=True)
class Choice:
    """An activity type that was picked for a matter and a kind of work.

    Attributes:
        times: how often.
        at: when last.
    """

    matter: MatterId
    kind: WorkKind
    activity_type: ActivityTypeId
    times: int
    at: Instant


class ActivityBook(Protocol):
    """Choices of activity types, and the UTBMS codes of the organisation. It holds numbers and codes, no titles."""

    def chose(self, matter: MatterId, kind: WorkKind, activity_type: ActivityTypeId, at: Instant) -> None:
        """Keep that a type was picked."""
        ...

    def last(self, matter: MatterId, kind: WorkKind) -> Choice | None:
        """Return what was picked last for a matter and a kind of work."""
        ...

    def choices(self) -> tuple[Choice, ...]:
        """Return every choice, the newest first."""
        ...

    def drop(self, matter: MatterId, kind: WorkKind) -> None:
        """Forget what was picked for a matter and a kind of work."""
        ...

    def utbms_codes(self) -> tuple[UtbmsCode, ...]:
        """Return the codes of the organisation, by code; none where it has none or may not be asked."""
        ...

    def put_utbms_codes(self, codes: Sequence[UtbmsCode]) -> None:
        """Replace the codes."""
        ...

    def utbms_use(self, matter: MatterId) -> UtbmsUse | None:
        """Return whether a matter wants codes, as Actionstep last said; None where it never did."""
        ...

    def put_utbms_use(self, matter: MatterId, use: UtbmsUse) -> None:
        """Keep whether a matter wants codes."""
        ...

    def forget(self) -> None:
        """Forget everything: another organisation's matters and types have other numbers."""
        ...
