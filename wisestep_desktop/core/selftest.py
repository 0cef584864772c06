"""What a self-test of the installed program looks at, and what came of each part of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Part(StrEnum):
    """The parts of a self-test, in their order."""

    VERSIONS = "versions"
    RESOURCES = "resources"
    TRANSLATIONS = "translations"
    LICENCES = "licences"
    NOTICES = "notices"
    KEYRING = "keyring"
    STORE = "store"
    SANDBOX = "sandbox"
    SIGN_IN_WINDOW = "sign-in-window"
    SIGN_IN = "sign-in"
    SYNC = "sync"
    APP = "app"
    CAPTURE = "capture"
    MATCH = "match"
    SECOND_START = "second-start"
    SEND = "send"
    QUIT = "quit"
    CLEAN_UP = "clean-up"


class Outcome(StrEnum):
    """What came of a part."""

    PASSED = "passed"
    FAILED = "failed"
    NOT_RUN = "not_run"


Facts = Mapping[str, str]
"""What a part found out, by short names: versions, counts, names of technologies. Never a secret."""


@dataclass(frozen=True, slots=True)
class Result:
    """One part and what came of it.

    Attributes:
        code, params: of the sentence that says why it failed or was not run; None where it passed.
        facts: what it found out.
        milliseconds: how long it took.
    """

    part: Part
    outcome: Outcome
    code: str | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    facts: Facts = field(default_factory=dict)
    milliseconds: int = 0


def counts(results: Iterable[Result]) -> Mapping[Outcome, int]:
    """Return how many parts passed, failed and were not run."""
    told = dict.fromkeys(Outcome, 0)
    for each in results:
        told[each.outcome] += 1
    return told


def all_well(results: Iterable[Result]) -> bool:
    """Tell whether nothing failed and something passed: parts that were all left out prove nothing."""
    told = counts(results)
    return told[Outcome.FAILED] == 0 and told[Outcome.PASSED] > 0
