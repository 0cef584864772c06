"""The commands that show something: the tray app, the practice day, the sandbox, the sign-in window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from wisestep_desktop.bootstrap import own_command
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.core.invitation import is_invitation_link
from wisestep_desktop.sandbox.arguments import add_arguments
from wisestep_desktop.shell.words import speak, tr

NAMES = frozenset({"run", "quit", "demo", "sandbox", "signin-window", "selftest-window"})
"""What these commands are called."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    running = command(commands, "run", _run, tr("the tray app; a second start raises the first"), json=False)
    running.add_argument("--hidden", action="store_true", help=tr("start without opening the timeline"))
    running.add_argument("--open", metavar="INVITATION", default="", help=tr("an invitation: its link or its file"))
    running.add_argument("--for-selftest", action="store_true", help=argparse.SUPPRESS)
    ending = command(commands, "quit", _quit, tr("end the tray app in order; nothing recorded is lost"), json=False)
    ending.add_argument("--patience", metavar="SECONDS", type=int, default=20, help=tr("how long to wait for its end"))
    demo = command(commands, "demo", _demo, tr("a practice day with a practice Actionstep"), json=False)
    demo.add_argument("--tour", action="store_true", help=tr("drive the whole day by itself and write a report"))
    demo.add_argument("--into", metavar="DIR", default="build/demo", help=tr("where the tour writes"))
    demo.add_argument("--schemes", default="light,dark", help=tr("in which the tour lives the day"))
    served = command(commands, "sandbox", _sandbox, tr("a practice Actionstep on this computer"), json=False)
    add_arguments(served)
    window = command(commands, "signin-window", _sign_in_window, argparse.SUPPRESS, json=False)
    window.add_argument("--language", default="en", help=argparse.SUPPRESS)
    window.add_argument("--text-percent", type=int, default=100, help=argparse.SUPPRESS)
    command(commands, "selftest-window", _checked_window, argparse.SUPPRESS, json=False)


def run_by_default(arguments: argparse.Namespace) -> int:
    """Start the tray app where no command is named."""
    arguments.hidden, arguments.open, arguments.for_selftest = False, "", False
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from wisestep_desktop.bootstrap.starting import start  # noqa: PLC0415  Qt only for the commands that need it

    opens = _absolute(arguments.open)
    return start(arguments.data_dir, hidden=arguments.hidden, opens=opens, rehearses=arguments.for_selftest)


def _quit(arguments: argparse.Namespace) -> int:
    from wisestep_desktop.bootstrap.starting import end_app  # noqa: PLC0415  Qt only for the commands that need it

    end_app(arguments.data_dir, arguments.patience)
    return 0


def _absolute(opened: str) -> str:
    """Return what is to be opened so that a program started elsewhere finds it."""
    return str(Path(opened).absolute()) if opened and not is_invitation_link(opened) else opened


def _demo(arguments: argparse.Namespace) -> int:
    if not arguments.tour:
        from wisestep_desktop.shell.practice.interactive import run_demo  # noqa: PLC0415  Qt only where it is needed

        return run_demo(own_command(), print)
    from wisestep_desktop.shell.practice.robot import PracticeFailed  # noqa: PLC0415
    from wisestep_desktop.shell.practice.tour import run_tour  # noqa: PLC0415

    try:
        fits = run_tour(own_command(), Path(arguments.into), arguments.schemes.split(","), print)
    except PracticeFailed as failed:
        print(tr("The practice day stopped: {why}.", why=failed), file=sys.stderr)
        return 1
    return 0 if fits else 1


def _sandbox(arguments: argparse.Namespace) -> int:
    from wisestep_desktop.sandbox.main import run  # noqa: PLC0415  a web server, for this command only

    return run(arguments)


def _sign_in_window(arguments: argparse.Namespace) -> int:
    from wisestep_desktop.shell.signin import child  # noqa: PLC0415

    speak(arguments.language)  # as the program does that opened it
    return child.main(sys.stdin, sys.stdout, percent=arguments.text_percent)


def _checked_window(_arguments: argparse.Namespace) -> int:
    from wisestep_desktop.shell import checked_window  # noqa: PLC0415  Qt only for the commands that need it

    return checked_window.main()
