"""The lists that come with the program: what is private, what is a meeting, what is read. Text in, values out."""

from __future__ import annotations

from dataclasses import dataclass, field

from wisestep_desktop.core.redaction import Exclusions, application_key, exclusions


@dataclass(frozen=True, slots=True)
class Lists:
    """What the program knows of programs.

    Attributes:
        private: never recorded, unless the person makes an exception.
        meetings: programs in which a microphone in use means a call; keys as ``application_key`` makes them.
        reading: programs in which people read without touching anything; keys likewise.
    """

    private: Exclusions = field(default_factory=lambda: exclusions((), ()))
    meetings: frozenset[str] = frozenset()
    reading: frozenset[str] = frozenset()


def lists(private: str, meetings: str, reading: str) -> Lists:
    """Read the three texts.

    Raises:
        ValueError: naming the line that is neither empty, nor a comment, nor a rule. The texts are ours.
    """
    applications, titles = _rules(private)
    return Lists(
        exclusions(applications, titles),
        frozenset(map(application_key, _rules(meetings)[0])),
        frozenset(map(application_key, _rules(reading)[0])),
    )


def _rules(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found: dict[str, list[str]] = {"application": [], "title": []}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        kind, _, rule = line.partition(":")
        if kind.strip() not in found or not rule.strip():
            raise ValueError(f"line {number} is no rule: {line!r}")
        found[kind.strip()].append(rule.strip())
    return tuple(found["application"]), tuple(found["title"])
