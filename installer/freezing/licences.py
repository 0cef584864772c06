"""Under which licence a package is, and whether it may go into the program. Knows no file but ``licences.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

import license_expression
from boolean import boolean

_DATA = Path(__file__).with_name("licences.toml")
TEXTS = Path(__file__).with_name("texts")


class LicenceRefused(Exception):
    """Something may not go into the program; the text names it and its licence."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Something with a licence of its own that a package carries in its files.

    Attributes:
        name: as its makers call it.
        of: the package.
        licence: in SPDX.
        texts: names of its notices among ours.
        version: pattern that finds its version in the package's files; empty if its version is the package's.
        needs: name that a file must hold for this to be there at all; empty if it always is.
    """

    name: str
    of: str
    licence: str
    texts: tuple[str, ...] = ()
    version: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Rules:
    """What may go in.

    Attributes:
        allowed: licences, in SPDX.
        meant: licences of packages that do not tell theirs in SPDX.
        inside: what packages carry.
    """

    allowed: frozenset[str]
    meant: Mapping[str, str]
    inside: tuple[Inside, ...]

    def licence(self, package: metadata.Distribution) -> str:
        """Return a package's licence in SPDX.

        Raises:
            LicenceRefused: if it tells none that can be read, and nobody read it.
        """
        known = self.meant.get(package.name)
        told = known or field(package, "License-Expression") or field(package, "License")
        try:
            return str(_licensing().parse(told, validate=True, strict=True))
        except (license_expression.ExpressionError, AttributeError) as error:
            raise LicenceRefused(f"{package.name} {package.version}: unknown licence {told[:80]!r}") from error

    def check(self, name: str, licence: str) -> None:
        """See to it that one of the ways in which something is licensed is one that we may use.

        Raises:
            LicenceRefused: if none is.
        """
        if not self._allows(_licensing().parse(licence)):
            raise LicenceRefused(f"{name}: {licence} is not among the licences that licences.toml allows")

    def _allows(self, part: boolean.Expression) -> bool:
        if isinstance(part, boolean.AND):
            return all(self._allows(each) for each in part.args)
        if isinstance(part, boolean.OR):
            return any(self._allows(each) for each in part.args)
        return str(part) in self.allowed


def field(package: metadata.Distribution, name: str) -> str:
    """Return a field of a package's metadata, nothing where it is not there."""
    about = package.metadata
    return about[name] if name in about else ""  # noqa: SIM401  it is no mapping, and has no get before Python 3.12


def read(text: str | None = None) -> Rules:
    """Read the rules; None means ours."""
    told = tomllib.loads(_DATA.read_text("utf-8") if text is None else text)
    inside = tuple(
        Inside(
            name=each["name"],
            of=each["of"],
            licence=each["licence"],
            texts=tuple(each.get("text", "").split()),
            version=each.get("version", ""),
            needs=each.get("needs", ""),
        )
        for each in told["inside"]
    )
    return Rules(frozenset(told["allowed"]), told["meant"], inside)


@cache
def _licensing() -> license_expression.Licensing:
    return license_expression.get_spdx_licensing()
