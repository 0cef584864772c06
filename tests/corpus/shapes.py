"""How the windows of many applications are titled, and what kind of thing they show."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of window.

    Attributes:
        name: for the tables.
        app: the application as the system names it.
        kind: what it shows: file, mail, folder, path, page, talk, record.
        ending: of its files.
        titles: forms; ``{x}`` is the thing shown.
    """

    name: str
    app: str
    kind: str
    ending: str
    titles: tuple[str, ...]


def table(name: str) -> list[tuple[str, ...]]:
    """Read a table of forms; an escape in it is the space without width that Edge signs with."""
    lines = (_HERE / name).read_text("utf-8").replace("\\u200b", "\u200b").splitlines()
    return [tuple(line.split("\t")) for line in lines[1:]]


def _shapes() -> tuple[Shape, ...]:
    found: dict[str, Shape] = {}
    for name, app, kind, ending, title in table("shapes.tsv"):
        before = found[name].titles if name in found else ()
        found[name] = Shape(name, app, kind, ending, (*before, title))
    return tuple(found.values())


SHAPES = _shapes()
