"""What everything that keeps private keys promises."""

from __future__ import annotations

from wisestep_desktop.ports.signing import SigningKeys

ONE, OTHER = bytes(range(32)), bytes(range(32, 64))


def keeps_its_promises(keys: SigningKeys) -> None:
    """Fail unless keys are kept by name, replaced, and forgotten."""
    assert keys.load("team") is None
    keys.forget("team")
    keys.keep("team", ONE)
    keys.keep("other", OTHER)
    assert keys.load("team") == ONE
    keys.keep("team", OTHER)
    assert keys.load("team") == OTHER
    keys.forget("team")
    assert keys.load("team") is None
    assert keys.load("other") == OTHER
    keys.forget("other")
