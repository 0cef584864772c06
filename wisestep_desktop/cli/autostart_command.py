"""``wisestep autostart``: whether the tray app starts when this person signs in, read back from the system."""

from __future__ import annotations

import argparse

from wisestep_desktop.bootstrap import autostart, own_command
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import emit
from wisestep_desktop.shell.words import tr


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(commands, "autostart", _autostart, tr("start with the computer, or no more; says how it stands"))
    parser.add_argument("wish", nargs="?", choices=("on", "off"), help=tr("without it, only says how it stands"))


def _autostart(arguments: argparse.Namespace) -> int:
    system = autostart()
    if arguments.wish == "on":
        system.enable(own_command("run", "--hidden"))
    elif arguments.wish == "off":
        system.disable()
    starts = system.state()
    if arguments.json:
        emit({"starts": starts})
    else:
        print(tr("WiseStep starts when you sign in.") if starts else tr("WiseStep does not start by itself."))
    return 0
