"""Reads the arguments, runs one command, and turns errors of ours into one sentence on stderr."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from types import ModuleType

from wisestep_desktop import __version__
from wisestep_desktop.bootstrap import speak_as_the_system
from wisestep_desktop.cli import app_commands
from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.invitation import SUFFIX, is_invitation_link
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.words import tr


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; return 0 on success, 1 on a failure explained on stderr, 2 on wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a title may hold what the terminal cannot show
    speak_as_the_system()  # until the timeline is open, where what was chosen is kept
    words = _opened(sys.argv[1:] if argv is None else argv)
    arguments = _parser(_asked(words)).parse_args(words)
    try:
        return int(arguments.run(arguments))
    except WiseStepError as error:
        print(explain(error), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        sys.stdout = open(0, "w", encoding="utf-8", closefd=False) if sys.stdout is None else sys.stdout  # noqa: SIM115
        return 1


def _opened(argv: Sequence[str]) -> Sequence[str]:
    """Read a lone link or file as the wish to open it: so the system starts us for what belongs to us."""
    if len(argv) == 1 and (is_invitation_link(argv[0]) or argv[0].casefold().endswith(SUFFIX)):
        return ["run", "--open", argv[0]]
    return argv


def _asked(words: Sequence[str]) -> Sequence[ModuleType]:
    """Return the modules in which the command that is asked for can be; the tray app needs none of the others."""
    return (app_commands,) if not words or words[0] in app_commands.NAMES else _every()


def _every() -> Sequence[ModuleType]:
    from wisestep_desktop.cli import (  # noqa: PLC0415  a tray app would carry them about all day
        autostart_command,
        connection_commands,
        day_commands,
        doctor_command,
        learned_commands,
        match_command,
        privacy_commands,
        property_commands,
        record_command,
        report_commands,
        selftest_command,
        sent_commands,
        team_commands,
        updates_command,
        upkeep_commands,
    )

    return (
        app_commands,
        doctor_command,
        selftest_command,
        connection_commands,
        property_commands,
        day_commands,
        sent_commands,
        report_commands,
        match_command,
        record_command,
        privacy_commands,
        upkeep_commands,
        learned_commands,
        autostart_command,
        team_commands,
        updates_command,
    )


def _parser(modules: Sequence[ModuleType]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wisestep", description=tr("Private time capture for attorneys who bill through Actionstep.")
    )
    parser.add_argument("--version", action="version", version=f"wisestep {__version__}")
    parser.add_argument("--data-dir", metavar="DIR", default=None, help=tr("where the timeline lives"))
    parser.set_defaults(run=app_commands.run_by_default)
    commands = parser.add_subparsers(metavar="COMMAND")
    for module in modules:
        module.add(commands)
    return parser
