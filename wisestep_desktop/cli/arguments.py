"""Arguments that several commands share, and how their texts become values."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date

from wisestep_desktop.bootstrap import Program
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.shell.words import tr

Commands = argparse._SubParsersAction  # noqa: SLF001  argparse names the type of its public method only so


def command(
    commands: Commands[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    help_text: str,
    *,
    json: bool = True,
) -> argparse.ArgumentParser:
    """Add a command with the options every command has."""
    if help_text == argparse.SUPPRESS:  # given as help, it would be listed as "==SUPPRESS=="
        parser = commands.add_parser(name)
    else:
        parser = commands.add_parser(name, help=help_text, description=help_text)
    parser.add_argument("--data-dir", metavar="DIR", default=argparse.SUPPRESS, help=tr("where the timeline lives"))
    if json:
        parser.add_argument("--json", action="store_true", help=tr("print JSON on stdout and nothing else"))
    parser.set_defaults(run=run)
    return parser


def day(text: str | None, program: Program) -> date:
    """Return the date a text means; none means today, where the person is.

    Raises:
        BadInput: if it is no date.
    """
    if text is None or text == "today":
        return local_date(program.clock.read().wall, program.clock.zone())
    try:
        wanted = date.fromisoformat(text)
    except ValueError:
        raise BadInput("date.unreadable", text=text[:40]) from None
    if not 1970 <= wanted.year < 3000:
        raise BadInput("date.unreadable", text=text[:40])
    return wanted


def seconds(text: str) -> float:
    """Return a length of time; as a type for argparse.

    Raises:
        ValueError: if it is none, or longer than anybody's patience.
    """
    wanted = float(text)
    if not 0 <= wanted <= 1e9:
        raise ValueError(text)
    return wanted
