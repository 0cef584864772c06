"""Puts together what asks for later versions."""

from __future__ import annotations

import secrets
import sys

from wisestep_desktop import __version__
from wisestep_desktop.core.releases import system_of
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Store
from wisestep_desktop.services.updates import UpdateTools


def update_tools(store: Store, clock: Clock) -> UpdateTools:
    """Return what asks for later versions, over an open timeline."""
    from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures  # noqa: PLC0415  only where it is asked
    from wisestep_desktop.adapters.updates.web import WebReleases  # noqa: PLC0415

    return UpdateTools(
        store=store,
        clock=clock,
        signatures=Ed25519Signatures(),
        place=WebReleases(),
        version=__version__,
        system=system_of(sys.platform),
        spread=secrets.SystemRandom().random,
    )
