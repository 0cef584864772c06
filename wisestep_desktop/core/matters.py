"""Matters and activity types as the product knows them, whoever keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId
from wisestep_desktop.core.spans import Instant


class MatterStatus(StrEnum):
    """Where a matter stands; a word Actionstep may invent later counts as inactive: known, neither open nor closed."""

    ACTIVE = "Active"
    INACTIVE = "Inactive"
    CLOSED = "Closed"
    TEMPLATE = "Template"

    @classmethod
    def read(cls, text: str) -> MatterStatus:
        """Return the status a word names, regardless of case."""
        for status in cls:
            if status.casefold() == text.strip().casefold():
                return status
        return cls.INACTIVE


@dataclass(frozen=True, slots=True)
class Matter:
    """An Actionstep action.

    Attributes:
        id: its number, which people also write into titles.
        name: as in Actionstep.
        reference: the firm's file reference, if it has one.
        status: where it stands.
        clients: display names of the primary participants, as Actionstep shows them.
        modified: when Actionstep last changed it, if it said so.
        gone: no longer visible to this person (deleted or restricted); kept because rows may point at it.
        billable: whether its time goes on bills, where Actionstep says so.
        aliases: names and references it had before; people go on writing them.
        phrases: what this person calls it, by the person's own word.
    """

    id: MatterId
    name: str
    reference: str | None = None
    status: MatterStatus = MatterStatus.ACTIVE
    clients: tuple[str, ...] = ()
    modified: Instant | None = None
    gone: bool = False
    billable: bool | None = None
    aliases: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def offered(self, *, closed_too: bool) -> bool:
        """Tell whether it may be suggested or picked."""
        if self.gone or self.status is MatterStatus.TEMPLATE:
            return False
        return closed_too or self.status is not MatterStatus.CLOSED

    def is_hidden(self, *, closed_too: bool) -> bool:
        """Tell whether it is known and still there, but neither suggested nor picked, being closed."""
        return not self.gone and self.status is MatterStatus.CLOSED and not closed_too


def offered_and_hidden(matters: Iterable[Matter], *, closed_too: bool) -> tuple[list[Matter], list[Matter]]:
    """Part a cache into what may be suggested and what is only known: templates and lost matters are neither."""
    known = [matter for matter in matters if matter.offered(closed_too=True)]
    offered = [matter for matter in known if matter.offered(closed_too=closed_too)]
    return offered, [matter for matter in known if matter.is_hidden(closed_too=closed_too)]


@dataclass(frozen=True, slots=True)
class MatterMark:
    """What tells whether a matter changed, without its content."""

    id: MatterId
    status: MatterStatus
    modified: Instant | None
    gone: bool = False


@dataclass(frozen=True, slots=True)
class ActivityType:
    """An Actionstep quick code that may be used for time."""

    id: ActivityTypeId
    name: str
    description: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who is signed in.

    Attributes:
        participant: what time entries name as owner and author; never the user id.
        name: as Actionstep shows it.
        email: of the user.
    """

    participant: ParticipantId
    name: str
    email: str
