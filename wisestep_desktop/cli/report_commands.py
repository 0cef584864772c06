"""Reports, files for other programs, and another tracker's history."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from wisestep_desktop.bootstrap import Program, exporter, open_program, other_history
from wisestep_desktop.cli.arguments import Commands, command, day
from wisestep_desktop.cli.output import emit, maybe_iso, table, wall
from wisestep_desktop.core.instants import SECOND, whole_seconds
from wisestep_desktop.core.report import By, report
from wisestep_desktop.ports.export import Format
from wisestep_desktop.services.exporting import Which, gather
from wisestep_desktop.services.importing import Imported, take_over
from wisestep_desktop.services.reporting import account
from wisestep_desktop.shell import report_words, texts
from wisestep_desktop.shell.words import tr, trn


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    reporting = command(commands, "report", _report, tr("show where the time went: worked, billed and sent"))
    reporting.add_argument("--by", choices=[each.value for each in By], default=By.MATTER.value)
    exporting = command(commands, "export", _export, tr("write entries into a file for another program"))
    exporting.add_argument("--format", choices=[each.value for each in Format], required=True)
    exporting.add_argument("--out", metavar="FILE", help=tr("without it, a file named after the dates, here"))
    exporting.add_argument("--force", action="store_true", help=tr("replace the file if it exists"))
    exporting.add_argument("--state", choices=[each.value for each in Which], default=Which.ALL.value)
    for parser, first in (
        (reporting, tr("the first day, as 2026-03-01; without it, the first of the month")),
        (exporting, tr("the first day, as 2026-03-01; without it, that of the earliest entry")),
    ):
        parser.add_argument("--from", dest="first", metavar="DATE", help=first)
        parser.add_argument("--to", dest="last", metavar="DATE", help=tr("the last day, which is included"))
    importing = command(commands, "import", _import, tr("take over what another tracker recorded"))
    importing.add_argument("source", choices=["activitywatch"])
    importing.add_argument("file", metavar="FILE", help=tr("as written by “Export all buckets”"))
    importing.add_argument("--dry-run", action="store_true", help=tr("only show what it would add"))
    importing.add_argument(
        "--without-presence",
        action="store_true",
        help=tr("where the file does not say when somebody was there, count every window as work"),
    )


def _report(arguments: argparse.Namespace) -> int:
    by = By(arguments.by)
    with open_program(arguments.data_dir) as program:
        last = day(arguments.last, program)
        first = last.replace(day=1) if arguments.first is None else day(arguments.first, program)
        program.recogniser.rematch(program.store)
        found = account(program.store, program.clock, first, last)
    made = report(found.ledger, by)
    if arguments.json:
        emit(report_words.report_shape(made, found))
        return 0
    rows = [(report_words.line_name(line.key, by, found), *report_words.cells(line.sums)) for line in made.lines]
    table([*rows, (tr("Total"), *report_words.cells(made.total))], report_words.headings(by))
    for told in (
        report_words.rounding_words(made.total),
        report_words.given_away_words(made.total),
        report_words.goal_words(made.goal, made.total),
    ):
        if told:
            print(told)
    return 0


def _export(arguments: argparse.Namespace) -> int:
    kind = Format(arguments.format)
    with open_program(arguments.data_dir) as program:
        first, last = _named(arguments.first, program), _named(arguments.last, program)
        which, names = Which(arguments.state), report_words.sheet_headings()
        sheaf = program.store.read(lambda books: gather(books, program.clock, first, last, which, names))
    target = Path(arguments.out or file_name(kind, sheaf.first, sheaf.last)).expanduser().absolute()
    count = exporter(kind).write(sheaf, target, force=arguments.force)
    if arguments.json:
        shape = {"first": sheaf.first.isoformat(), "last": sheaf.last.isoformat(), "entries": count}
        emit({"file": str(target), "format": kind, **shape})
        return 0
    print(trn("One entry written to {file}.", "{count} entries written to {file}.", count, file=target))
    if len(sheaf.entries) > count:
        print(tr("LEDES takes only what is billed: {count} entries were left out.", count=len(sheaf.entries) - count))
    return 0


def file_name(kind: Format, first: date, last: date) -> str:
    """Return what a file is called by default."""
    suffix = "txt" if kind is Format.LEDES else kind.value
    return f"wisestep-{first.isoformat()}-{last.isoformat()}.{suffix}"


def _named(text: str | None, program: Program) -> date | None:
    return None if text is None else day(text, program)


def _import(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        if not arguments.dry_run:
            program.recogniser.rematch(program.store)  # what is in force reads the new titles
        done = take_over(
            program.store,
            program.clock,
            program.recogniser,
            other_history(Path(arguments.file).expanduser()),
            program.rules,
            without_presence=arguments.without_presence,
            dry_run=arguments.dry_run,
        )
        zone = program.clock.zone()
    first, last = maybe_iso(done.first, zone), maybe_iso(done.last, zone)
    shape = {
        "imported": not arguments.dry_run,
        "visits": done.visits,
        "private": done.private,
        "seconds": whole_seconds(done.millis),
        "worked_seconds": whole_seconds(done.worked),
        "known_seconds": whole_seconds(done.known),
        "first": first,
        "last": last,
    }
    if arguments.json:
        emit(shape)
    else:
        print(*_import_lines(done, wall(first), wall(last), dry=arguments.dry_run), sep="\n")
    return 0


def _import_lines(done: Imported, first: str, last: str, *, dry: bool) -> list[str]:
    """Return what was imported, a sentence a line."""
    lines = []
    if not done.visits:
        lines.append(tr("Nothing new: everything in the file is in the timeline already."))
    else:
        time = texts.spoken(done.millis // SECOND * SECOND)
        figures = {"time": time, "worked": texts.spoken(done.worked), "first": first, "last": last}
        told = trn("One stay in a window", "{count} stays in windows", done.visits)
        lines.append(
            tr("{stays} ({time}) from {first} to {last}; somebody was there for {worked}.", stays=told, **figures)
        )
        lines.append(tr("Nothing was written.") if dry else tr("They are in the timeline now."))
    if done.known and done.visits:
        lines.append(tr("{time} were left out: they are in the timeline already.", time=texts.spoken(done.known)))
    if done.private:
        lines.append(
            trn("Of one nothing but the time is kept.", "Of {count} nothing but the time is kept.", done.private)
        )
    return lines
