"""A publisher of versions for tests: signs documents of every kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.services.office import Office
from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures
from wisestep_desktop.core.releases import KIND, Download, Release, ReleaseFile, release_body
from wisestep_desktop.core.signed import Body, Signed, message, to_text, written
from wisestep_desktop.services.updates import UpdateTools

SIGNATURES = Ed25519Signatures()
SEED, OTHER_SEED = bytes(range(32)), bytes(range(1, 33))
KEY = SIGNATURES.public_key(SEED)
ADDRESS = "https://firm.example/wisestep/release.json"
RELEASE = Release(
    version="1.3.0",
    serial=7,
    released=date(2026, 3, 2),
    systems={
        name: Download(f"https://firm.example/{name}", (ReleaseFile(f"WiseStep-{name}.bin", 1_000, "ab" * 32),))
        for name in ("windows", "macos", "linux")
    },
    notes="https://firm.example/notes",
)


def signed(release: Release = RELEASE, seed: bytes = SEED, **more: object) -> bytes:
    """Return a document; ``more`` goes into what it says, in place of what it would say."""
    return signed_body({**release_body(release), **more}, seed)


def signed_body(body: Body, seed: bytes = SEED) -> bytes:
    signature = SIGNATURES.sign(seed, message(KIND, body))
    return written(Signed(KIND, body, SIGNATURES.public_key(seed), signature))


def later(serial: int, version: str = "1.3.0", *, important: bool = False) -> bytes:
    return signed(replace(RELEASE, serial=serial, version=version, important=important))


def office_updates(office: Office, version: str = "1.2.9") -> UpdateTools:
    """Return what asks for later versions in an office, always at the same place."""
    place = office.releases
    return UpdateTools(office.store, office.clock, SIGNATURES, place, version, "linux", lambda: 0.5)


def allow(office: Office) -> None:
    """Let it be asked once a week."""
    for name, text in (("check", "TRUE"), ("address", ADDRESS), ("key", to_text(KEY))):
        office.set(f"updates.{name}", text)
