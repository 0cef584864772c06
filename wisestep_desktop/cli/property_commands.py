"""``wisestep properties``: as lines out and in, and what they would do to a day before they are taken."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wisestep_desktop.bootstrap import open_program
from wisestep_desktop.cli.arguments import Commands, command, day
from wisestep_desktop.cli.output import Shape, emit, table
from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.property_lines import MOST_BYTES, Lines, decoded, lines_of, read_lines
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import properties
from wisestep_desktop.services.properties import DraftChange, Effect, Outgoing
from wisestep_desktop.shell.property_words import change_words, effect_lines
from wisestep_desktop.shell.texts import summary_words
from wisestep_desktop.shell.words import tr, trn


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    about = tr("the six properties of the connection as lines of NAME=VALUE")
    parser = command(commands, "properties", _export, about, json=False)
    parser.set_defaults(json=False)
    actions = parser.add_subparsers(metavar="ACTION")
    command(actions, "export", _export, tr("print the properties as lines that import reads"))
    given = tr("- reads standard input")
    importing = command(actions, "import", _import, tr("set the properties of a file, all of them or none"))
    importing.add_argument("file", metavar="FILE", help=given)
    preview = command(actions, "preview", _preview, tr("show what a file would do to the drafts of a day"))
    preview.add_argument("file", metavar="FILE", help=given)
    preview.add_argument("--date", metavar="D", default=None, help=tr("today if left out"))


def _export(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        texts = program.store.read(properties.in_force)
    if arguments.json:
        emit({"properties": texts})
    else:
        print(lines_of(texts), end="")
    return 0


def _import(arguments: argparse.Namespace) -> int:
    lines = _read(arguments.file)

    def job(books: Books) -> tuple[str, ...]:
        return properties.save(books, lines.texts)

    with open_program(arguments.data_dir) as program:
        try:
            changed = program.store.write(job).result()
        except BadSetting as wrong:
            raise lines.place(wrong) from wrong
        program.recogniser.rematch(program.store)
    if arguments.json:
        emit({"read": list(lines.texts), "changed": list(changed)})
    else:
        print(*changed, sep="\n", end="\n" if changed else "")
        print(trn("One setting changed.", "{count} settings changed.", len(changed)))
    return 0


def _preview(arguments: argparse.Namespace) -> int:
    lines = _read(arguments.file)
    with open_program(arguments.data_dir) as program:
        wanted, zone = day(arguments.date, program), program.clock.zone()
        program.recogniser.rematch(program.store)
        try:
            found = program.store.read(
                lambda books: properties.effect(books, program.recogniser, lines.texts, wanted, zone, summary_words())
            )
        except BadSetting as wrong:
            raise lines.place(wrong) from wrong
    if arguments.json:
        emit(_effect_shape(found))
    else:
        print(*effect_lines(found), sep="\n")
        if found.changes:
            rows = [(each.entry, each.matter, change_words(each)) for each in found.changes]
            table(rows, (tr("Entry"), tr("Matter"), tr("What changes")))
    return 0


def _read(name: str) -> Lines:
    """Return what a file says; no more of it is read than properties can need."""
    try:
        if name == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise BadInput("file.unreadable", file=name, reason=error.strerror or "") from error
    return read_lines(decoded(data))


def _effect_shape(effect: Effect) -> Shape:
    return {
        "date": effect.day.isoformat(),
        "drafts": effect.drafts,
        "billed_before": f"{effect.billed_before:.2f}",
        "billed_after": f"{effect.billed_after:.2f}",
        "offered": effect.offered,
        "hidden": effect.hidden,
        "rows": effect.rows,
        "kept": effect.kept,
        "changes": [_change_shape(each) for each in effect.changes],
    }


def _change_shape(change: DraftChange) -> Shape:
    shapes = {"before": _outgoing_shape(change.before), "after": _outgoing_shape(change.after)}
    return {"entry": change.entry, "matter": change.matter, **shapes}


def _outgoing_shape(told: Outgoing) -> Shape:
    return {"billed_hours": f"{told.billed_hours:.2f}", "charge": told.charge, "text": told.text}
