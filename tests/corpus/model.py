"""What a corpus is made of: firms with their matters, and titles with their labels."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

STYLES = ("integers", "client_matter", "dockets", "names_only", "international")
"""One firm each; it keeps its matters in this style."""


@dataclass(frozen=True, slots=True)
class FirmMatter:
    """A matter of an invented firm, and how its name is put together, which people use when they shorten it."""

    id: int
    name: str
    reference: str | None
    status: str
    clients: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    @property
    def offered(self) -> bool:
        """Tell whether the program may suggest it."""
        return self.status not in ("Closed", "Template")

    def as_json(self) -> dict[str, Any]:
        """Return it as ``wisestep match --matters`` reads it."""
        told: dict[str, Any] = {
            "id": self.id,
            "name": self.name,
            "reference": self.reference,
            "status": self.status,
            "clients": list(self.clients),
        }
        return told | {"aliases": list(self.aliases)} if self.aliases else told


@dataclass(frozen=True, slots=True)
class Firm:
    """A firm and its matters."""

    style: str
    matters: tuple[FirmMatter, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A title and what a careful attorney of the firm would make of it, seeing nothing else."""

    title: str
    app: str
    shape: str
    label: dict[str, Any] = field(hash=False)

    def as_line(self) -> str:
        """Return it as one line of a titles file."""
        return json.dumps(
            {
                "title": self.title,
                "app": self.app,
                "shape": self.shape,
                "label": self.label,
                "split": split_of(self.title),
            },
            ensure_ascii=False,
            separators=(",", ":"),
        )


def split_of(title: str) -> str:
    """Return the half a title belongs to: the same whenever and wherever the corpus is made."""
    return "held_out" if hashlib.sha256(title.encode()).digest()[0] & 1 else "train"


def matters_file(firm: Firm) -> str:
    """Return a firm's matters as a JSON list, a matter a line."""
    lines = (json.dumps(matter.as_json(), ensure_ascii=False, separators=(",", ":")) for matter in firm.matters)
    return "[\n" + ",\n".join(lines) + "\n]\n"


def titles_file(titles: list[Labelled]) -> str:
    """Return titles as JSON lines."""
    return "".join(f"{title.as_line()}\n" for title in titles)
