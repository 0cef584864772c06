"""Reads the lists that come with the program."""

from __future__ import annotations

from pathlib import Path

from wisestep_desktop.core.lists import Lists, lists


def load(resources: Path) -> Lists:
    """Return the lists in the folder of resources.

    Raises:
        OSError: if a file is missing: the program was not installed whole.
        ValueError: if a line is no rule.
    """
    folder = resources / "lists"
    names = ("private", "meetings", "reading", "work", "tasks", "vague")
    return lists(*((folder / f"{name}.txt").read_text("utf-8") for name in names))
