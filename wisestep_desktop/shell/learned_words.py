"""What was learned and what a phrase would change, in sentences and as JSON. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import Any

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import iso
from wisestep_desktop.core.learning import Lesson, Phrase, Trait
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.services.learned import Everything
from wisestep_desktop.services.learning import Move
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.words import tr, trn

_LONGEST = 70


def trait_name(trait: Trait) -> str:
    """Return what of a window a lesson is about."""
    match trait:
        case Trait.TITLE:
            return tr("Title")
        case Trait.FOLDER:
            return tr("Folder")
        case Trait.PART:
            return tr("Words")


def is_meant(lesson: Lesson) -> bool:
    """Tell whether a lesson speaks for its matter."""
    return lesson.accepted >= lesson.refused


def how_often(lesson: Lesson, day: str) -> str:
    """Return what was said, how often, and when last; ``day`` as people write it."""
    if not is_meant(lesson):
        return tr("not meant, said on {day}", day=day)
    times = max(1, round(lesson.accepted))
    return trn("meant once, on {day}", "meant {count} times, last on {day}", times, day=day)


def matter_words(matter: MatterId, known: Matter | None) -> str:
    """Return a matter's number and name."""
    return tr("{matter} (no longer known)", matter=matter) if known is None else f"{matter} {known.name}"


def matter_mark(known: Matter | None) -> str:
    """Return why a matter is not suggested any more; empty if it is."""
    if known is None or known.gone:
        return tr("gone")
    return tr("closed") if known.status is MatterStatus.CLOSED else ""


def moves_words(moves: Sequence[Move], matter: MatterId) -> tuple[str, ...]:
    """Return what a phrase would change, a sentence each; nothing if it changes nothing."""
    tagged = [each for each in moves if each.after == matter]
    loose = [each for each in moves if each.after != matter]
    told = []
    if tagged:
        time = texts.spoken(sum(each.millis for each in tagged))
        told.append(
            trn(
                "It would tag one more title ({time}).",
                "It would tag {count} more titles ({time}).",
                len(tagged),
                time=time,
            )
        )
    if loose:
        time = texts.spoken(sum(each.millis for each in loose))
        told.append(
            trn(
                "One title would name two matters then, and wait for you to choose ({time}).",
                "{count} titles would name two matters then, and wait for you to choose ({time}).",
                len(loose),
                time=time,
            )
        )
    return tuple(told)


def move_line(move: Move) -> str:
    """Return one title that would change, with its time and what it was tagged with."""
    title = move.window.title
    short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    if move.before is None:
        return tr("{title}  ·  {time}", title=short, time=texts.spoken(move.millis))
    return tr("{title}  ·  {time}  ·  now {matter}", title=short, time=texts.spoken(move.millis), matter=move.before)


def phrase_shape(phrase: Phrase, zone: tzinfo) -> dict[str, Any]:
    """Return a phrase for JSON."""
    return {"text": phrase.text, "matter": phrase.matter, "at": iso(phrase.at, zone)}


def learned_shape(found: Everything, zone: tzinfo) -> dict[str, Any]:
    """Return all that was learned for JSON; lessons are numbered as they are forgotten by number."""
    return {
        "phrases": [phrase_shape(each, zone) for each in found.phrases],
        "lessons": [
            {
                "number": number,
                "trait": each.trait,
                "text": each.text,
                "matter": each.matter,
                "meant": is_meant(each),
                "accepted": round(each.accepted, 2),
                "refused": round(each.refused, 2),
                "at": iso(each.at, zone),
            }
            for number, each in enumerate(found.lessons, start=1)
        ],
    }
