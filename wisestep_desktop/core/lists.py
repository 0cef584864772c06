"""The lists that come with the program: private, meetings, reading, kinds of work, vague words. Text in, values out."""

from __future__ import annotations

from dataclasses import dataclass, field

from wisestep_desktop.core.redaction import Exclusions, application_key, exclusions
from wisestep_desktop.core.task_words import TaskWords, task_words
from wisestep_desktop.core.work import WorkRules, work_rules


@dataclass(frozen=True, slots=True)
class Lists:
    """What the program knows of programs, and of words.

    Attributes:
        private: never recorded, unless the person makes an exception.
        meetings: programs in which a microphone in use means a call; keys as ``application_key`` makes them.
        reading: programs in which people read without touching anything; keys likewise.
        work: what programs, sites and files are used for.
        tasks: words of narratives: for tasks, and those that say nothing alone.
    """

    private: Exclusions = field(default_factory=lambda: exclusions((), ()))
    meetings: frozenset[str] = frozenset()
    reading: frozenset[str] = frozenset()
    work: WorkRules = field(default_factory=WorkRules)
    tasks: TaskWords = field(default_factory=TaskWords)


def lists(private: str, meetings: str, reading: str, work: str = "", tasks: str = "", vague: str = "") -> Lists:
    """Read the texts.

    Raises:
        ValueError: naming the line that is neither empty, nor a comment, nor a rule. The texts are ours.
    """
    applications, titles = _rules(private)
    return Lists(
        exclusions(applications, titles),
        frozenset(map(application_key, _rules(meetings)[0])),
        frozenset(map(application_key, _rules(reading)[0])),
        work_rules(work),
        task_words(tasks, vague),
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
