"""The command line: names and shapes here are a promise (``docs/cli``). Loads Qt only for the commands that need it."""

from wisestep_desktop.cli.main import main

__all__ = ["main"]
