"""What the program is made of: the packages installed with it, and under which licences they are."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Package:
    """One package.

    Attributes:
        name: as its authors write it.
        version: installed.
        licence: as the package itself says, shortened to one line; empty where it says nothing.
        home: address of its page; empty where it names none.
    """

    name: str
    version: str
    licence: str
    home: str


@dataclass(frozen=True, slots=True)
class Installed:
    """Everything that is installed with the program.

    Attributes:
        packages: by name; empty where an installation tells nothing of them.
        licence: the text of the program's own licence; empty where it is not installed with it.
        python: version of the interpreter.
        notices: what their authors want said, in full, made by the build of an installed program; empty without one.
    """

    packages: tuple[Package, ...]
    licence: str
    python: str
    notices: str = ""
