"""``wisestep match``: what the matcher makes of titles. With a file of matters it needs no timeline at all."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from wisestep_desktop.bootstrap import open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import emit, match_shape
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.shell.words import tr


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(commands, "match", _match, tr("say which matter each title means, and why"))
    parser.add_argument("--app", default="", metavar="NAME", help=tr("the application the titles belong to"))
    parser.add_argument("--matters", metavar="FILE", help=tr("a JSON list of matters, in place of the synced ones"))
    parser.add_argument("--stdin", action="store_true", help=tr("read one title a line from standard input"))
    parser.add_argument("titles", nargs="*", metavar="TITLE")


def _match(arguments: argparse.Namespace) -> int:
    if arguments.matters is not None:
        matcher = Matcher.of(read_matters(Path(arguments.matters)), closed_too=False)
    else:
        with open_program(arguments.data_dir) as program:
            closed_too = program.settings().flag("SHOW_CLOSED_CASES")
            known = program.store.read(lambda books: books.matters.matters())
            matcher = Matcher.of(known, closed_too=closed_too)
    for title in _titles(arguments):
        match = matcher.match(title, arguments.app)
        if arguments.json:
            emit(match_shape(title, match))
            continue
        shown = ", ".join(f"{each.matter} ({each.p:.0%}: {each.evidence[0].text})" for each in match.candidates)
        print(f"{match.assigned or '-'}\t{title}\t{shown}")
    return 0


def _titles(arguments: argparse.Namespace) -> Iterator[str]:
    yield from arguments.titles
    if arguments.stdin:
        yield from (line.decode("utf-8", "replace").rstrip("\r\n") for line in sys.stdin.buffer)


def read_matters(file: Path) -> Iterable[Matter]:
    """Return the matters in a file.

    Raises:
        BadInput: naming the file and the matter that cannot be used.
    """
    try:
        told = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise BadInput("file.unreadable", file=str(file), reason=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise BadInput("file.unreadable", file=str(file), reason=str(error)[:80]) from error
    if not isinstance(told, list):
        raise BadInput("matters_file.not_a_list", file=str(file))
    return [_matter(each, number, file) for number, each in enumerate(told, start=1)]


def _matter(told: object, number: int, file: Path) -> Matter:
    usable = isinstance(told, dict) and isinstance(told.get("id"), int) and isinstance(told.get("name"), str)
    if not usable or not isinstance(told, dict):
        raise BadInput("matters_file.bad_matter", number=number, file=str(file))
    reference, clients = told.get("reference"), told.get("clients") or []
    return Matter(
        MatterId(told["id"]),
        told["name"],
        reference if isinstance(reference, str) else None,
        MatterStatus.read(str(told.get("status") or "Active")),
        tuple(name for client in clients if (name := _client(client))) if isinstance(clients, list) else (),
    )


def _client(told: object) -> str:
    """Return a client's name, given as text or as an object with a name."""
    if isinstance(told, dict):
        told = told.get("name") or told.get("displayName")
    return told if isinstance(told, str) else ""
