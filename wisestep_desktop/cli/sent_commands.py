"""What Actionstep has of a day, and changing or taking back what was sent."""

from __future__ import annotations

import argparse
from dataclasses import replace

from wisestep_desktop.bootstrap import Program, open_program
from wisestep_desktop.cli.arguments import Commands, command, day
from wisestep_desktop.cli.output import Shape, emit, entry_shape, record_shape, table
from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.posting import IN_FLIGHT
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import records, review
from wisestep_desktop.services.standings import DayRecords, day_records
from wisestep_desktop.shell.texts import summary_words
from wisestep_desktop.shell.words import tr


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    listing = command(commands, "records", _records, tr("show what Actionstep has of a day, made here or elsewhere"))
    listing.add_argument("--date", metavar="DATE", help=tr("as 2026-03-16"))
    listing.add_argument("--offline", action="store_true", help=tr("show what was known at the last look"))
    amending = command(commands, "amend", _amend, tr("change a sent entry, here and in Actionstep"))
    amending.add_argument("--narrative", metavar="TEXT")
    amending.add_argument("--matter", type=int, metavar="ID")
    amending.add_argument("--activity-type", metavar="NAME")
    amending.add_argument("--charge", choices=[charge.value for charge in Charge])
    recalling = command(
        commands,
        "recall",
        _recall,
        tr("make an entry a draft again: deleted in Actionstep if sent, held back if not yet"),
    )
    for parser in (amending, recalling):
        parser.add_argument("entry", type=int)
        parser.add_argument("--over-theirs", action="store_true", help=tr("even if somebody changed it in Actionstep"))


def _records(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        wanted = day(arguments.date, program)
        if not arguments.offline:
            records.look(program.store, program.clock, program.practice, wanted)
        shapes = program.store.read(lambda books: _shapes(books, day_records(books, wanted)))
    if arguments.json:
        emit(shapes)
        return 0
    columns = ("actionstep_id", "matter", "worked_hours", "billed_hours", "standing", "bill", "entry", "text")
    headings = (
        *(tr("Actionstep"), tr("Matter"), tr("Worked"), tr("Billed")),
        *(tr("Standing"), tr("On bill"), tr("Entry"), tr("Text")),
    )
    table([[shape[column] for column in columns] for shape in shapes], headings)
    return 0


def _shapes(books: Books, found: DayRecords) -> list[Shape]:
    ours = [(each.record, each.entry, each.standing.value) for each in found.sent]
    others: list[tuple[RecordedEntry | None, Entry | None, str]] = [
        (each, None, "elsewhere") for each in found.elsewhere
    ]
    shapes = []
    for record, entry, standing in [*ours, *others]:
        if record is not None:
            activity = record.activity_type
            known = None if activity is None else books.matters.activity_type(activity)
            shapes.append(record_shape(record, entry, standing, known.name if known else None))
    return shapes


def _amend(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        known = program.store.read(lambda books: books.entries.entry(EntryId(arguments.entry)))
        if known is None:
            raise BadInput("entry.unknown", entry=arguments.entry)
        wish = program.store.read(lambda books: _wish(books, known, arguments))
        after = records.amend(
            program.store, program.practice, known.id, wish, summary_words(), over_theirs=arguments.over_theirs
        )
        return _told(program, after, arguments, tr("Entry {entry} is changed in Actionstep.", entry=after.id))


def _wish(books: Books, known: Entry, arguments: argparse.Namespace) -> review.Wish:
    draft = known.draft
    wish = review.Wish(draft.matter, draft.activity_type, draft.narrative, draft.charge)
    if arguments.matter is not None:
        wish = replace(wish, matter=MatterId(arguments.matter))
    if arguments.activity_type is not None:
        wish = replace(wish, activity_type=review.activity_type_named(books, arguments.activity_type))
    if arguments.narrative is not None:
        wish = replace(wish, narrative=arguments.narrative)
    return wish if arguments.charge is None else replace(wish, charge=Charge(arguments.charge))


def _recall(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        entry = EntryId(arguments.entry)
        known = program.store.read(lambda books: books.entries.entry(entry))
        if known is not None and known.state in IN_FLIGHT:
            held = program.store.write(lambda books: review.withdraw(books, entry)).result()
            return _told(program, held, arguments, tr("Entry {entry} is held back and a draft again.", entry=held.id))
        after = records.recall(program.store, program.practice, entry, over_theirs=arguments.over_theirs)
        told = tr("Entry {entry} is deleted in Actionstep and a draft again here.", entry=after.id)
        return _told(program, after, arguments, told)


def _told(program: Program, entry: Entry, arguments: argparse.Namespace, told: str) -> int:
    def shape(books: Books) -> Shape:
        activity = entry.draft.activity_type
        known = None if activity is None else books.matters.activity_type(activity)
        unit = Settings(books.settings.all()).number("BILLABLE_TIME_ROUNDING_SEC")
        return entry_shape(entry, {known.id: known.name} if known else {}, unit)

    if arguments.json:
        emit(program.store.read(shape))
    else:
        print(told)
    return 0
