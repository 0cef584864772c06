"""Taking back what was recorded."""

from __future__ import annotations

import argparse
import re

from wisestep_desktop.bootstrap import open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import emit
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.instants import whole_seconds
from wisestep_desktop.services import forget
from wisestep_desktop.services.forget import Outcome
from wisestep_desktop.shell.texts import forgotten_words
from wisestep_desktop.shell.words import tr

_UNITS = {"": 60_000, "s": 1_000, "m": 60_000, "min": 60_000, "h": 3_600_000}


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(commands, "forget", _forget, tr("take back what was recorded, at once and for good"))
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--last", metavar="TIME", help=tr("the newest part of the timeline: 15m, 1h"))
    what.add_argument("--application", metavar="NAME", help=tr("everything recorded in one application"))
    what.add_argument("--word", metavar="TEXT", help=tr("everything whose title or document contains a text"))
    parser.add_argument("--exclude", action="store_true", help=tr("and never record that application or text again"))


def _forget(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        store, clock = program.store, program.clock
        if arguments.last is not None:
            outcome = forget.forget_last(store, clock, _millis(arguments.last))
        elif arguments.application is not None:
            outcome = forget.forget_application(store, clock, arguments.application, exclude=arguments.exclude)
        else:
            outcome = forget.forget_word(store, clock, arguments.word, exclude=arguments.exclude)
    _tell(outcome, as_json=arguments.json)
    return 0


def _tell(outcome: Outcome, *, as_json: bool) -> None:
    told = outcome.forgotten
    if not as_json:
        print(*forgotten_words(outcome), sep="\n")
        return
    emit(
        {
            "visits": told.visits,
            "seconds": whole_seconds(told.millis),
            "titles": told.titles,
            "drafts": told.drafts,
            "kept": told.kept,
            "wiped": outcome.wiped,
        }
    )


def _millis(text: str) -> int:
    """Read a length of time: a number with s, m or h; minutes where nothing is said."""
    found = re.fullmatch(r"(\d{1,6})\s*([a-z]*)", text.strip().casefold())
    if found is None or found[2] not in _UNITS:
        raise BadInput("forget.how_long")
    return int(found[1]) * _UNITS[found[2]]
