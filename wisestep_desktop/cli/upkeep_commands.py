"""What is stored, letting go of what is old, and the two ways out: taking everything along, deleting everything."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from dataclasses import asdict
from functools import partial
from pathlib import Path

from wisestep_desktop import __version__
from wisestep_desktop.bootstrap import Program, archive, open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import emit, maybe_iso, table
from wisestep_desktop.core.days_of_use import Leap
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.instants import whole_seconds
from wisestep_desktop.services import days_of_use, leaving, retention
from wisestep_desktop.services.retention import Sweep
from wisestep_desktop.services.stored import stored
from wisestep_desktop.shell.upkeep_words import carried_words, kept_words, leap_words, stored_lines, sweep_words
from wisestep_desktop.shell.words import tr


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    command(commands, "stored", _stored, tr("show what is stored, and how large it is"))
    parser = command(commands, "retention", _retention, tr("delete for good what is older than retention.days says"))
    parser.add_argument("--dry-run", action="store_true", help=tr("only show what would be deleted"))
    parser.add_argument(
        "--unsent-too", action="store_true", help=tr("also what has a matter and was never sent; it is lost then")
    )
    parser.add_argument(
        "--clock-is-right", action="store_true", help=tr("yes, the clock is right, though it went far ahead")
    )
    parser = command(commands, "export-all", _export_all, tr("write everything that is kept into a file of JSON lines"))
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--force", action="store_true", help=tr("replace a file that is there"))
    parser = command(commands, "delete-all", _delete_all, tr("delete the timeline, its copies, its log and its key"))
    parser.add_argument("--yes", action="store_true", required=True, help=tr("yes, delete everything for good"))


def _stored(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        found, zone = stored(program.store, program.premises), program.clock.zone()
    if not arguments.json:
        counts, sizes = stored_lines(found, zone)
        table(counts, (tr("What is stored"), tr("Number")))
        print()
        table(sizes, (tr("On the disk"), tr("Size")))
        return 0
    census = {**asdict(found.census)}
    census["since"], census["until"] = (maybe_iso(at, zone) for at in (found.census.since, found.census.until))
    files = [{"name": each.name, "kind": each.kind, "bytes": each.size} for each in found.files]
    emit({**census, "bytes": found.total, "files": files})
    return 0


def _retention(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        leap = program.store.read(lambda books: days_of_use.leap(books, program.clock))
        sweep = partial(retention.sweep, program.store, program.clock, vouched=True, unsent_too=arguments.unsent_too)
        told = sweep(try_only=arguments.dry_run or (leap is not None and not arguments.clock_is_right))
        if not arguments.dry_run and leap is not None and not arguments.clock_is_right:
            if told is not None and told.days:
                raise BadInput("clock.ahead", before=leap.before.isoformat(), after=leap.after.isoformat())
            told = sweep()
    if arguments.json:
        emit({"before": None} if told is None else _as_json(told, leap, dry_run=arguments.dry_run))
        return 0
    if told is None:
        print(tr("Everything is kept."))
        return 0
    print(*sweep_words(told, try_only=arguments.dry_run), *kept_words(told), sep="\n")
    if arguments.dry_run and leap is not None and told.days:
        print(leap_words(leap))
    return 0


def _as_json(sweep: Sweep, leap: Leap | None, *, dry_run: bool) -> dict[str, object]:
    told: dict[str, object] = asdict(sweep)
    told["seconds"] = whole_seconds(sweep.millis)
    told["unsent_seconds"] = whole_seconds(sweep.unsent_millis)
    del told["millis"], told["unsent_millis"]
    clock = None
    if leap is not None:
        clock = {"before": leap.before.isoformat(), "after": leap.after.isoformat(), "days_of_use": leap.missing}
    return {**told, "dry_run": dry_run, "clock": clock}


def _export_all(arguments: argparse.Namespace) -> int:
    file = Path(arguments.file)
    with open_program(arguments.data_dir) as program:
        counts = leaving.carry_away(
            program.store, program.clock, archive(), file, version=__version__, force=arguments.force
        )
    if arguments.json:
        emit({"file": str(file), "records": dict(counts)})
    else:
        print(carried_words(counts, str(file)))
    return 0


def _delete_all(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        _alone(program)
        program.delete_everything()
    if arguments.json:
        emit({"deleted": True})
    else:
        print(tr("Everything was deleted: the timeline, its copies, its log and its key."))
    return 0


def _alone(program: Program) -> None:
    """Refuse while another WiseStep works with the timeline.

    Raises:
        BadInput: ``erase.running``.
    """
    with ExitStack() as stack:
        turns = (program.window_turn, program.recording_turn, program.syncing_turn)
        taken = [stack.enter_context(turn.take()) for turn in turns]
        if not all(taken):
            raise BadInput("erase.running")
