"""How a narrative tells its tasks: which say nothing, and whether several different ones are told as one.

It would rather miss than nag. Tasks are told apart by the words that begin them (``resources/lists/tasks.txt``): after
a semicolon, a slash, a line or a sentence any task counts; after a comma or an "and" only verbs in the form of the
first one, and calls or meetings with somebody. Two verbs with one object ("reviewing and revising the deed") are one
task, reading and thinking are one kind, so are all letters and messages, and a narrative that gives each task its time
lumps nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from wisestep_desktop.core.task_words import TaskWords

_WORD = re.compile(r"[^\W_][\w/'\u2019-]*")
_HARD = re.compile(r"\s*(?:[;\n\u2022]+|\s/\s|(?<=[a-z\d)]{3}[.!?])\s+(?=[A-Z]))\s*")
_SOFT = re.compile(r"\s*(?:,\s*(?:and|then)?|\s(?:and|then|plus|&|\+)\s)\s*", re.IGNORECASE)
_TIME = re.compile(
    r"[\[(]?\b\d{1,2}(?:[.,]\d{1,2})?\s?(?:h|hrs?|hours?|m|mins?|minutes?|units?)\b\.?[\])]?|[\[(]\d?\.\d{1,2}[\])]",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(
    r"\b(?:mr|mrs|ms|dr|no|nos|vs|cl|para|pty|ltd|inc|prof|hon|art|sec|reg|exh|corp)[.]$", re.IGNORECASE
)
_LONGEST_TERM, _MOST_LEADS = 4, 3
_LOOKED_AT = 5
"""Words of a task among which a letter makes it correspondence."""

_WITH = frozenset({"with", "to", "from"})
_PURPOSE = frozenset({"for", "following", "after", "before", "during", "about"})
"""Words after which a call is what a task is about: "preparing for hearing and meeting with counsel"."""

_TALKED = frozenset({"call", "meet"})
_PAPER = frozenset({"study", "draft"})


class Stretch(NamedTuple):
    """A half-open range of characters."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Task:
    """A task in a narrative.

    Attributes:
        families: kinds of task it may be; several for verbs that share an object.
        form: of its verb, "" for a noun.
    """

    families: frozenset[str]
    form: str
    stretch: Stretch


def vague_parts(text: str, words: TaskWords) -> tuple[Stretch, ...]:
    """Return the parts of a narrative that say nothing by themselves."""
    return tuple(
        part for part in _parts(text, _HARD, Stretch(0, len(text))) if _is_vague(text[part.start : part.end], words)
    )


def lumped(text: str, words: TaskWords) -> Stretch | None:
    """Return where a narrative tells different kinds of task as one, from the first to the end of the last."""
    tasks = [task for part in _parts(text, _HARD, Stretch(0, len(text))) for task in _tasks(text, part, words)]
    if not tasks or len(_TIME.findall(text)) >= len(tasks) > 1:
        return None
    first = tasks[0]
    for task in tasks[1:]:
        if first.families.isdisjoint(task.families):
            return Stretch(first.stretch.start, tasks[-1].stretch.end)
    return None


def _is_vague(part: str, words: TaskWords) -> bool:
    told = [word.casefold().replace("\u2019", "'") for word in _WORD.findall(_TIME.sub(" ", part))]
    return bool(told) and all(word.removesuffix("'s") in words.vague for word in told)


def _parts(text: str, parting: re.Pattern[str], within: Stretch) -> Iterator[Stretch]:
    """Yield the parts between separators, without blanks and full stops around them."""
    start = within.start
    for found in [*parting.finditer(text, within.start, within.end), None]:
        if found is not None and _ABBREVIATED.search(text, start, found.start()):
            continue
        end = within.end if found is None else found.start()
        told = text[start:end]
        left = len(told) - len(told.lstrip(" \t-.,"))
        if told.strip(" \t-.,"):
            yield Stretch(start + left, start + len(told.rstrip(" \t-.,")))
        if found is not None:
            start = found.end()


def _tasks(text: str, part: Stretch, words: TaskWords) -> Iterator[_Task]:
    """Yield the tasks of one part; what begins none goes on with the one before."""
    pending = frozenset[str]()
    first: _Task | None = None
    before = ""
    for clause in _parts(text, _SOFT, part):
        said = text[clause.start : clause.end]
        task, is_bare = _begun(said, clause, words, after=first, before=before)
        if task is None:
            before += " " + said
            pending = frozenset()
            continue
        task = _Task(task.families | pending, task.form, task.stretch)
        first, before = first or task, said
        pending = task.families if is_bare else frozenset()
        if not is_bare:
            yield task
    if pending and first is not None:
        yield first


def _begun(
    said: str, clause: Stretch, words: TaskWords, *, after: _Task | None, before: str
) -> tuple[_Task | None, bool]:
    """Return the task that a clause begins, and whether it is no more than its verb."""
    told = [word.casefold() for word in _WORD.findall(said)]
    skipped = 0
    while skipped < min(_MOST_LEADS, len(told) - 1) and told[skipped] in words.leads:
        skipped += 1
    rest = told[skipped:]
    for size in range(min(_LONGEST_TERM, len(rest)), 0, -1):
        term, following = " ".join(rest[:size]), rest[size:]
        form = _form(rest[0])
        if term in words.verbs and (after is None or _goes_on(term, form, following, after, before, words)):
            family = _family(words.verbs[term], following, words)
            return _Task(frozenset({family}), form, clause), not following
        if term in words.acts and (after is None or _is_talk(words.acts[term], following, before, words)):
            return _Task(frozenset({words.acts[term]}), "", clause), not following
    return None, False


def _family(family: str, following: list[str], words: TaskWords) -> str:
    """Reading or writing letters and messages is correspondence."""
    return "correspond" if family in _PAPER and words.letters.intersection(following[:_LOOKED_AT]) else family


def _goes_on(term: str, form: str, following: list[str], after: _Task, before: str, words: TaskWords) -> bool:
    """Tell whether a verb after a comma or an "and" begins a task, or stands within the one before."""
    if form != after.form:
        return False
    if words.verbs[term] in _TALKED and form == "ing":  # "meeting" is as often a thing
        return _is_talk(words.verbs[term], following, before, words)
    told = [word.casefold() for word in _WORD.findall(before)]
    return not any(one in words.about and two in words.verbs and _form(two) == form for one, two in pairwise(told))


def _is_talk(family: str, following: list[str], before: str, words: TaskWords) -> bool:
    """Tell whether a noun after a comma or an "and" is a talk with somebody, and not what a task is about."""
    told = [word.casefold() for word in _WORD.findall(before)]
    if family not in _TALKED or not _WITH.intersection(following[:1]):
        return False
    ends_so = len(told) > 1 and words.acts.get(told[-1]) in {
        *_TALKED,
        "court",
    }  # "note of meeting and call with counsel"
    return not ends_so and _PURPOSE.isdisjoint(told)


def _form(verb: str) -> str:
    if verb.endswith("ing"):
        return "ing"
    return "past" if verb.endswith("ed") or verb in {"wrote", "met", "rang", "drove", "sent"} else "base"
