"""Policies as somebody dictates them; keeps the promises of ``ports.policy.PolicySource``."""

from __future__ import annotations

from collections.abc import Mapping

from wisestep_desktop.core.policy import Policy, read_policy


class DictatedPolicy:
    """Two places, the weaker first, each with names and values of any kind."""

    def __init__(self, **places: Mapping[str, object]) -> None:
        self.places = dict(places)

    def read(self) -> Policy:
        """Return what was dictated."""
        return read_policy(self.places.items())
