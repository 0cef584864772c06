"""``wisestep updates``: what is known of later versions; ``--check`` asks. Nothing is ever installed."""

from __future__ import annotations

import argparse
from datetime import date

from wisestep_desktop.bootstrap import Program, log_kept_in, open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import Shape, emit, maybe_iso
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.releases import Release
from wisestep_desktop.services import updates
from wisestep_desktop.services.updates import Standing
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.update_words import details, headline
from wisestep_desktop.shell.words import tr


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(commands, "updates", _updates, tr("whether there is a newer version; nothing is installed"))
    parser.add_argument("--check", action="store_true", help=tr("ask now, as the settings say where"))
    parser.add_argument("--skip", metavar="VERSION", default=None, help=tr("say no more of that version"))


def _updates(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        tools, wanted = program.updates, arguments.skip
        if wanted is not None:
            program.store.write(lambda books: updates.skip(books, wanted)).result()
        if arguments.check:
            with log_kept_in(program.folder):
                _asked(updates.check(tools))
        standing = program.store.read(lambda books: updates.standing(books, tools.version, tools.system))
        _tell(standing, program, in_json=arguments.json)
    return 0


def _asked(standing: Standing) -> None:
    """See that an answer was believed.

    Raises:
        BadInput: why it was not.
    """
    if standing.trouble is not None:
        raise BadInput(standing.trouble, **standing.params)


def _tell(standing: Standing, program: Program, *, in_json: bool) -> None:
    if in_json:
        emit(_shape(standing, program))
        return
    zone = program.clock.zone()
    lines = details(standing, lambda at: local_date(at, zone).isoformat(), date.isoformat)
    print(headline(standing), *lines, sep="\n")
    if standing.later is not None and not standing.silenced:
        page = standing.later.systems[program.updates.system].page
        print(*filter(None, (standing.later.notes, page)), sep="\n")


def _shape(standing: Standing, program: Program) -> Shape:
    zone, tools = program.clock.zone(), program.updates
    return {
        "version": tools.version,
        "later": None if standing.later is None or standing.silenced else _later(standing.later, tools.system),
        "skipped": standing.skipped,
        "asks": standing.asks,
        "silenced": standing.silenced,
        "address": standing.address or None,
        "has_key": standing.has_key,
        "checked": maybe_iso(standing.checked, zone),
        "next_check": maybe_iso(standing.due, zone),
        "reason": standing.trouble and sentence(standing.trouble, standing.params),
        "reason_code": standing.trouble,
    }


def _later(release: Release, system: str) -> Shape:
    download = release.systems[system]
    return {
        "version": release.version,
        "released": release.released.isoformat(),
        "important": release.important,
        "notes": release.notes or None,
        "page": download.page,
        "files": [{"name": each.name, "size": each.size, "sha256": each.sha256} for each in download.files],
    }
