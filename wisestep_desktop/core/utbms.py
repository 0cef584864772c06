"""UTBMS codes: what some clients want on their bills beside the words. Nothing here picks a code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UtbmsCode:
    """A code as the organisation keeps it.

    Attributes:
        code: such as ``A103`` or ``L120``; how it is named in a time entry.
        category: the set it belongs to, such as that for litigation; empty where nobody says.
        description: what it means, in the firm's own words where it has some.
        enabled: whether it may be used.
        parent: the code above it, if it has one.
    """

    code: str
    category: str
    description: str
    enabled: bool = True
    parent: str | None = None

    @property
    def is_activity(self) -> bool:
        """Tell a code for what was done (A101 and on) from one for the stage of the work."""
        return self.code[:2].upper() == "A1" and self.code[1:].isdigit()


@dataclass(frozen=True, slots=True)
class UtbmsUse:
    """Whether a matter wants codes, and from which set its task codes are."""

    wanted: bool
    category: str | None = None


def usable(codes: Iterable[UtbmsCode], use: UtbmsUse | None) -> tuple[tuple[UtbmsCode, ...], tuple[UtbmsCode, ...]]:
    """Return the task codes and the activity codes that an entry of a matter may have; none where it wants none."""
    if use is None or not use.wanted:
        return (), ()
    enabled = [each for each in codes if each.enabled]
    above = {each.parent for each in enabled if each.parent}  # a heading is no code to bill by
    tasks = tuple(
        each
        for each in enabled
        if not each.is_activity and each.code not in above and (use.category is None or each.category == use.category)
    )
    return tasks, tuple(each for each in enabled if each.is_activity and each.code not in above)
