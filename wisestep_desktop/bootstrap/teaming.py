"""Puts together what teams work with."""

from __future__ import annotations

from pathlib import Path

from wisestep_desktop import __version__
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.secrets import KeyVault
from wisestep_desktop.ports.signing import SigningKeys
from wisestep_desktop.services.membership import TeamTools

_KEPT = "team.key."


def team_tools(store: SqlStore, clock: Clock, vault: KeyVault, folder: Path) -> TeamTools:
    """Return what teams work with over an open timeline."""
    from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures  # noqa: PLC0415  only where a team is
    from wisestep_desktop.adapters.team.places import Places  # noqa: PLC0415

    return TeamTools(store, clock, Ed25519Signatures(), _keys(store, vault, folder), Places(__version__))


def _keys(store: SqlStore, vault: KeyVault, folder: Path) -> SigningKeys:
    """Return where private keys are kept: where the timeline's own key is, or beside the timeline."""
    if vault.kind == "keyring":
        from wisestep_desktop.adapters.secrets.signing_keys import KeyringKeys  # noqa: PLC0415  one of two

        return KeyringKeys(str(folder))
    from wisestep_desktop.adapters.secrets.signing_keys import StoredKeys  # noqa: PLC0415

    def recall(name: str) -> str | None:
        return store.read(lambda books: books.settings.fact(_KEPT + name))

    def keep(name: str, text: str | None) -> None:
        store.write(lambda books: books.settings.put_fact(_KEPT + name, text)).result()

    return StoredKeys(recall, keep)
