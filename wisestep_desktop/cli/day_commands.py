"""The timeline, entries, and sending."""

from __future__ import annotations

import argparse
import math
import threading
from collections.abc import Sequence

from wisestep_desktop.bootstrap import Program, open_program
from wisestep_desktop.cli.arguments import Commands, command, day
from wisestep_desktop.cli.output import Shape, day_shape, emit, entry_shape, maybe_iso, table, wall
from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.errors import BadInput, WiseStepError
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId, RowId
from wisestep_desktop.core.narrative import duration
from wisestep_desktop.core.posting import OURS_TO_EDIT, EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, review
from wisestep_desktop.services.outbox import counted
from wisestep_desktop.services.timeline import read_day
from wisestep_desktop.shell.sentences import explain, why
from wisestep_desktop.shell.texts import summary_words
from wisestep_desktop.shell.words import tr

_PATIENCE = 30.0
"""Seconds that ``send`` waits for doubts to be settled before it leaves them to the next time."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    timeline = command(commands, "timeline", _timeline, tr("show a day's rows with their matters and the evidence"))
    entries = command(commands, "entries", _entries, tr("show drafts and sent entries"))
    send = command(commands, "send", _send, tr("send drafts to Actionstep"))
    send.add_argument("--dry-run", action="store_true", help=tr("show what would be sent"))
    send.add_argument("--closed-too", action="store_true", help=tr("send to closed matters as well"))
    for parser in (timeline, entries, send):
        parser.add_argument("--date", metavar="DATE", help=tr("as 2026-03-16"))
    command(commands, "outbox", _outbox, tr("show what waits to be sent, and why"))
    draft = command(commands, "draft", _draft, tr("make drafts of a day's tagged rows, one for each matter"))
    draft.add_argument("--date", metavar="DATE")
    tag = command(commands, "tag", _tag, tr("put a matter on a row"))
    tag.add_argument("row")
    tag.add_argument("matter", type=int)
    adding = command(commands, "add", _add, tr("add time by hand, as a draft"))
    adding.add_argument("--matter", type=int, default=None, metavar="ID", help=tr("none if left out"))
    adding.add_argument("--date", required=True, metavar="DATE")
    adding.add_argument("--seconds", type=int, required=True, metavar="N")
    adding.add_argument("--activity-type", metavar="NAME")
    adding.add_argument("--narrative", default="", metavar="TEXT")
    adding.add_argument("--non-billable", action="store_true")


def _timeline(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        wanted, zone = day(arguments.date, program), program.clock.zone()
        program.recogniser.rematch(program.store)
        shape = day_shape(program.store.read(lambda books: read_day(books, wanted, zone)), zone)
    if arguments.json:
        emit(shape)
        return 0
    rows = [
        (row["start"][11:19], duration(row["seconds"]), row["application"], row["title"], row["matter"], row["state"])
        for row in shape["rows"]
    ]
    table(rows, (tr("Start"), tr("Worked"), tr("Application"), tr("Title"), tr("Matter"), tr("State")))
    return 0


def _entries(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        wanted = None if arguments.date is None else day(arguments.date, program)
        found = program.store.read(lambda books: _shapes(books, books.entries.entries(wanted)))
    if arguments.json:
        emit(found)
    else:
        _entry_table(found)
    return 0


def _entry_table(shapes: Sequence[Shape]) -> None:
    columns = ("entry", "date", "matter", "worked_hours", "billed_hours", "state", "actionstep_id", "reason")
    headings = (
        tr("Entry"),
        tr("Date"),
        tr("Matter"),
        tr("Worked"),
        tr("Billed"),
        tr("State"),
        tr("Actionstep"),
        tr("Why"),
    )
    table([[shape[column] for column in columns] for shape in shapes], headings)


def _shapes(books: Books, entries: Sequence[Entry]) -> list[Shape]:
    settings = Settings(books.settings.all())
    unit, matterless = settings.number("BILLABLE_TIME_ROUNDING_SEC"), not settings.flag("review.require_matter")
    wanted = {entry.draft.activity_type for entry in entries if entry.draft.activity_type is not None}
    known = (books.matters.activity_type(each) for each in wanted)
    types: dict[ActivityTypeId, str] = {each.id: each.name for each in known if each is not None}
    return [entry_shape(entry, types, unit, matterless=matterless) for entry in entries]


def _add(arguments: argparse.Namespace) -> int:
    def job(books: Books) -> EntryId:
        name = arguments.activity_type
        activity = None if name is None else review.activity_type_named(books, name)
        charge = Charge.NON_BILLABLE if arguments.non_billable else None
        matter = None if arguments.matter is None else MatterId(arguments.matter)
        wish = review.Wish(matter, activity, arguments.narrative, charge)
        return review.add_by_hand(books, wanted, arguments.seconds, wish, zone)

    with open_program(arguments.data_dir) as program:
        wanted, zone = day(arguments.date, program), program.clock.zone_name()
        entry = program.store.write(job).result()
    if arguments.json:
        emit({"entry": entry})
    else:
        print(tr("Draft {entry} added.", entry=entry))
    return 0


def _draft(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        wanted, zone, name = day(arguments.date, program), program.clock.zone(), program.clock.zone_name()
        program.recogniser.rematch(program.store)
        made = program.store.write(lambda books: review.draft_tagged(books, wanted, zone, name)).result()
    if arguments.json:
        emit({"entries": list(made)})
    else:
        print(tr("{count} drafts made.", count=len(made)))
    return 0


def _tag(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        program.store.write(
            lambda books: review.tag_row(books, RowId(arguments.row), MatterId(arguments.matter))
        ).result()
    if arguments.json:
        emit({"row": arguments.row, "matter": arguments.matter})
    return 0


def _send(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        wanted = None if arguments.date is None else day(arguments.date, program)
        waiting = program.store.read(lambda books: books.entries.entries(wanted))
        drafts = [entry for entry in waiting if entry.state in OURS_TO_EDIT]
        if arguments.dry_run:
            return _dry_run(program, drafts, arguments)
        program.store.read(facts.person)  # not connected: say so before anything is queued
        refused = _queue(program, drafts, arguments)
        ours = {entry.id for entry in waiting if entry.state is not EntryState.SENT}
        _deliver(program)
        after = [entry for entry in program.store.read(lambda books: books.entries.entries(wanted)) if entry.id in ours]
        shapes = program.store.read(lambda books: _shapes(books, after))
    for shape in shapes:
        if shape["entry"] in refused:
            shape["reason"] = explain(refused[shape["entry"]])
            shape["reason_code"] = refused[shape["entry"]].code
    counts = counted(after)
    told = (
        len(refused)
        + counts[EntryState.REFUSED]
        - sum(entry.id in refused and entry.state is EntryState.REFUSED for entry in after)
    )
    if arguments.json:
        emit(
            {
                "sent": counts[EntryState.SENT],
                "refused": told,
                "uncertain": counts[EntryState.UNCERTAIN],
                "queued": counts[EntryState.QUEUED] + counts[EntryState.SENDING],
                "entries": shapes,
            }
        )
    else:
        _entry_table(shapes)
        if any(shape["reason_code"] == "matter.closed" for shape in shapes):
            print(tr("To send to closed matters as well: wisestep send --closed-too."))
    return 1 if told else 0


def _dry_run(program: Program, drafts: Sequence[Entry], arguments: argparse.Namespace) -> int:
    shapes = program.store.read(lambda books: _shapes(books, drafts))
    if arguments.json:
        emit({"sent": 0, "refused": 0, "uncertain": 0, "queued": 0, "entries": shapes})
    else:
        _entry_table(shapes)
    return 0


def _queue(program: Program, drafts: Sequence[Entry], arguments: argparse.Namespace) -> dict[EntryId, WiseStepError]:
    """Queue what can be sent; return why the rest cannot."""
    courier = program.courier(summary_words())
    refused: dict[EntryId, WiseStepError] = {}
    for entry in drafts:
        try:
            courier.queue(entry.id, summary_words(), closed_too=arguments.closed_too)
        except BadInput as error:
            refused[entry.id] = error
    return refused


def _deliver(program: Program) -> None:
    """Send what is due, and wait a while for doubts to be settled."""
    courier = program.courier(summary_words())
    deadline = program.clock.read().awake + int(_PATIENCE * 1_000)
    never = threading.Event()
    while True:
        courier.run()
        due = courier.next_due()
        if due is None:
            return
        now = program.clock.read()
        wait = max(50, due - now.wall)
        if now.awake + wait > deadline or not program.store.read(_doubts):
            return
        never.wait(math.ceil(wait) / 1_000)


def _doubts(books: Books) -> bool:
    """Tell whether waiting can help: something is uncertain, or was just found missing and goes out again."""
    return any(record.state is EntryState.UNCERTAIN or record.attempts for record in books.entries.outbox())


def _outbox(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        zone = program.clock.zone()
        records = program.store.read(lambda books: books.entries.outbox())
        entries = {entry.id: entry for entry in program.store.read(lambda books: books.entries.entries())}
    shapes: list[Shape] = [
        {
            "entry": record.entry,
            "state": record.state,
            "attempts": record.attempts,
            "next_attempt": maybe_iso(record.not_before, zone),
            "reason": why(entries[record.entry]) or None,
            "reason_code": record.reason,
            "reference": record.key,
        }
        for record in records
    ]
    if arguments.json:
        emit(shapes)
    else:
        columns = ("entry", "state", "attempts", "next_attempt", "reason")
        headings = (tr("Entry"), tr("State"), tr("Attempts"), tr("Next attempt"), tr("Why"))
        rows = [{**shape, "next_attempt": wall(shape["next_attempt"])} for shape in shapes]
        table([[shape[column] for column in columns] for shape in rows], headings)
    return 0
