"""Where each file of the program is from: a package, Python itself, PyInstaller, us, or this machine."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

PYTHON = "CPython"
OURS = "wisestep-desktop"


class UnknownOrigin(Exception):
    """A file would go into the program of which nobody knows where it is from; the text names it."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the program.

    Attributes:
        name: in the bundle.
        source: its path on this machine, empty for what is made by the build.
    """

    name: str
    source: str


class Origins:
    """Tells origins, by what the packages of an environment list as theirs.

    Args:
        ours: the folder of this project.
        packages: to tell apart; None means the packages of this environment.
    """

    def __init__(self, ours: Path, packages: Iterable[metadata.Distribution] | None = None) -> None:
        self._ours = tuple(
            (ours / name).resolve() for name in ("wisestep_desktop", "resources", "installer", "LICENSE")
        )
        found = list(metadata.distributions() if packages is None else packages)
        # The first of a name counts, as it does for Python: at the end of the path may be what a package carries.
        self.packages: Mapping[str, metadata.Distribution] = {each.name: each for each in reversed(found)}
        self._owner = {path: each.name for each in found for path in _listed(each)}
        # Of a Python that has a folder to itself, everything there is its own; of a system's, only its library.
        own = {sysconfig.get_path("stdlib"), sysconfig.get_path("platstdlib")}
        own |= {sys.base_prefix, sys.base_exec_prefix} - {"/usr"}
        self._python = tuple(Path(path).resolve() for path in own)

    def of(self, part: Part) -> str:
        """Return the name of the package that a part is from, ``wisestep-desktop`` being us, or ``CPython``.

        Raises:
            UnknownOrigin: if it is from neither: a library of this machine, for instance.
        """
        if not part.source:
            return PYTHON  # base_library.zip: the standard library that Python needs to start
        path = Path(part.source).resolve()
        owner = self._owner.get(str(path)) or self._near(path)
        if owner is not None:
            return owner
        if any(path.is_relative_to(folder) for folder in self._ours):
            return OURS
        if self._is_python(path):
            return PYTHON
        raise UnknownOrigin(f"{part.name} is from {part.source}: no package lists it")

    def _near(self, path: Path) -> str | None:
        """Return whose folder of metadata it is in, or who lists the source of a compiled file."""
        if path.parent.name == "__pycache__":
            return self._owner.get(str(path.parent.parent / f"{path.name.partition('.')[0]}.py"))
        for folder in path.parents:
            if folder.name.endswith(".dist-info"):
                return self._owner.get(str(folder / "METADATA"))
        return None

    def _is_python(self, path: Path) -> bool:
        if "site-packages" in path.parts or "dist-packages" in path.parts:
            return False
        if path.name.startswith(("libpython3", "python3", "vcruntime", "msvcp", "Python")):
            return True
        return any(path.is_relative_to(folder) for folder in self._python)


def _listed(package: metadata.Distribution) -> Iterable[str]:
    """Return the paths that a package lists as its own; one folder is looked at instead of ten thousand files."""
    folder = str(Path(str(package.locate_file(""))).resolve())
    return (os.path.normpath(f"{folder}/{file}") for file in package.files or ())
