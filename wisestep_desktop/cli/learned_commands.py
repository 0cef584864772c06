"""What corrections taught, and the names that were given to matters."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from wisestep_desktop.bootstrap import Program, open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import emit, table
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import to_datetime, whole_seconds
from wisestep_desktop.core.learning import Phrase
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learned, learning
from wisestep_desktop.services.learned import Everything
from wisestep_desktop.services.learning import Move
from wisestep_desktop.shell.learned_words import (
    how_often,
    learned_shape,
    matter_mark,
    matter_words,
    move_line,
    moves_words,
    phrase_shape,
    trait_name,
)
from wisestep_desktop.shell.words import tr, trn


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    about = tr("show and change what your corrections taught, and what you call matters")
    parser = command(commands, "learned", _list, about, json=False)
    parser.set_defaults(json=False)
    actions = parser.add_subparsers(metavar="ACTION")
    command(actions, "list", _list, tr("show the names you gave, and what corrections taught"))
    forget = command(actions, "forget", _forget, tr("forget a lesson by its number in the list, or all of them"))
    what = forget.add_mutually_exclusive_group(required=True)
    what.add_argument("number", nargs="?", type=int, metavar="NUMBER")
    what.add_argument("--all", action="store_true", help=tr("every lesson; the names you gave stay"))
    call = command(actions, "call", _call, tr("let words mean a matter from now on, and show what that changes"))
    call.add_argument("matter", type=int, metavar="MATTER")
    call.add_argument("phrase", metavar="PHRASE")
    call.add_argument("--dry-run", action="store_true", help=tr("only show what it would change"))
    uncall = command(actions, "uncall", _uncall, tr("take a name back"))
    uncall.add_argument("phrase", metavar="PHRASE")
    export = command(actions, "export", _export, tr("write everything into a JSON file"))
    export.add_argument("file", metavar="FILE")


def _list(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        zone = program.clock.zone()
        found = program.store.read(learned.everything)
    if arguments.json:
        emit(learned_shape(found, zone))
        return 0
    names = [(each.text, _matter(each.matter, found)) for each in found.phrases]
    table(names, (tr("Name you gave"), tr("Matter")))
    print()
    lessons = [
        (
            number,
            trait_name(each.trait),
            each.text,
            _matter(each.matter, found),
            how_often(each, to_datetime(each.at, zone).date().isoformat()),
        )
        for number, each in enumerate(found.lessons, start=1)
    ]
    table(lessons, (tr("Number"), tr("Of"), tr("Learned from corrections"), tr("Matter"), tr("What you said")))
    return 0


def _matter(matter: MatterId, found: Everything) -> str:
    known = found.matters.get(matter)
    told, mark = matter_words(matter, known), matter_mark(known)
    return f"{told} ({mark})" if mark and known is not None else told


def _forget(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        recogniser, now = program.recogniser, program.clock.read().wall

        def one(books: Books) -> int:
            lessons = books.learning.lessons()
            if not 1 <= arguments.number <= len(lessons):
                raise BadInput("lesson.unknown", number=arguments.number)
            learned.forget_lessons(books, recogniser, [lessons[arguments.number - 1]], now)
            return 1

        def every(books: Books) -> int:
            return learned.forget_all_lessons(books, recogniser, now)

        count = program.store.write(every if arguments.all else one).result()
    if arguments.json:
        emit({"forgotten": count})
    else:
        print(trn("One lesson forgotten.", "{count} lessons forgotten.", count))
    return 0


def _call(arguments: argparse.Namespace) -> int:
    matter = MatterId(arguments.matter)
    with open_program(arguments.data_dir) as program:
        zone, now = program.clock.zone(), program.clock.read().wall
        program.recogniser.rematch(program.store)
        phrase, moves = program.store.write(lambda books: _named(program, books, matter, arguments, now)).result()
        program.recogniser.rematch(program.store)
    if arguments.json:
        shape = phrase_shape(phrase, zone)
        emit({**shape, "kept": not arguments.dry_run, "changes": [_move_shape(each) for each in moves]})
        return 0
    if not arguments.dry_run:
        print(tr("“{text}” means {matter} from now on.", text=phrase.text, matter=matter))
    told = moves_words(moves, matter)
    print(*(told or (tr("It changes nothing in the past 90 days."),)), sep="\n")
    print(*(f"  {move_line(each)}" for each in moves), sep="\n", end="\n" if moves else "")
    return 0


def _named(
    program: Program, books: Books, matter: MatterId, arguments: argparse.Namespace, now: Instant
) -> tuple[Phrase, tuple[Move, ...]]:
    """Keep a phrase unless it is only tried; return it with what it changes."""
    moves = learning.what_if(books, program.recogniser, arguments.phrase, matter, now)
    if arguments.dry_run:
        return learning.checked_phrase(books, arguments.phrase, matter, now), moves
    return learning.add_phrase(books, arguments.phrase, matter, now), moves


def _move_shape(move: Move) -> dict[str, object]:
    return {
        "title": move.window.title,
        "application": move.window.application,
        "before": move.before,
        "after": move.after,
        "seconds": whole_seconds(move.millis),
    }


def _uncall(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        program.store.write(lambda books: learned.drop_phrase(books, arguments.phrase)).result()
        program.recogniser.rematch(program.store)
    if arguments.json:
        emit({"text": arguments.phrase})
    else:
        print(tr("“{text}” means no matter any more.", text=arguments.phrase))
    return 0


def _export(arguments: argparse.Namespace) -> int:
    file = Path(arguments.file)
    with open_program(arguments.data_dir) as program:
        shape = learned_shape(program.store.read(learned.everything), program.clock.zone())
    try:
        file.touch(mode=0o600)  # titles are nobody else's business
        file.write_text(json.dumps(shape, indent=2, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        raise BadInput("learned.not_written", file=str(file), reason=error.strerror or "") from error
    counts = {"phrases": len(shape["phrases"]), "lessons": len(shape["lessons"])}
    if arguments.json:
        emit({"file": str(file), **counts})
    else:
        print(tr("{phrases} names and {lessons} lessons written to {file}.", file=file, **counts))
    return 0
