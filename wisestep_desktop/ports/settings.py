"""Settings of everybody who decides them, the grant, and facts, inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from wisestep_desktop.core.layers import Source
from wisestep_desktop.ports.sign_in import Grant


class SettingBook(Protocol):
    """Settings, the grant, and facts about the connection."""

    def all(self) -> dict[str, str]:
        """Return the text in force of every setting that anybody set, by its exact name."""
        ...

    def mine(self) -> dict[str, str]:
        """Return what the person set, in force or not."""
        ...

    def above(self) -> dict[Source, dict[str, str]]:
        """Return what the team and the administrator decided."""
        ...

    def put(self, name: str, text: str) -> None:
        """Set a setting of the person's; a blank text forgets it."""
        ...

    def decide(self, source: Source, texts: Mapping[str, str]) -> None:
        """Keep what the team or the administrator decides, in place of what they decided before."""
        ...

    def fact(self, name: str) -> str | None:
        """Return a fact about the connection, such as when it last synced."""
        ...

    def put_fact(self, name: str, text: str | None) -> None:
        """Keep or forget a fact."""
        ...

    def forget_facts(self, beginning: str) -> None:
        """Forget every fact whose name begins so."""
        ...

    def grant(self) -> Grant | None:
        """Return the grant of the connection."""
        ...

    def put_grant(self, grant: Grant | None) -> None:
        """Keep or forget the grant."""
        ...
