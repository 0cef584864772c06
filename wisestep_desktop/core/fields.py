"""Reads the fields of somebody else's document, each with its bounds; whatever is not as it must be names the field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.signed import from_text


@dataclass(frozen=True, slots=True)
class Fields:
    """A part of a document.

    Attributes:
        kind: of the document, the first half of the code of what is refused.
        told: its fields.

    Every method raises ``BadInput`` with ``{kind}.bad_field``, naming the field.
    """

    kind: str
    told: Mapping[str, Any]

    def text(self, name: str, *, most: int, empty: bool = False) -> str:
        """Return a text of up to ``most`` characters that can be shown in one line."""
        text = self.told.get(name)
        if not isinstance(text, str) or len(text) > most or not (empty or text.strip()):
            self.refuse(name)
        if not text.isprintable():
            self.refuse(name)
        return text

    def number(self, name: str, least: int, most: int) -> int:
        """Return a whole number."""
        number = self.told.get(name)
        if not isinstance(number, int) or isinstance(number, bool) or not least <= number <= most:
            self.refuse(name)
        return number

    def maybe_number(self, name: str, least: int, most: int) -> int | None:
        """Return a whole number, or None where it says null."""
        return None if self.told.get(name, 0) is None else self.number(name, least, most)

    def data(self, name: str, *, least: int, most: int) -> bytes:
        """Return bytes."""
        data = from_text(self.told.get(name))
        if data is None or not least <= len(data) <= most:
            self.refuse(name)
        return data

    def part(self, name: str) -> Fields:
        """Return a part with fields of its own."""
        part = self.told.get(name)
        if not isinstance(part, dict):
            self.refuse(name)
        return Fields(self.kind, part)

    def parts(self, name: str, *, most: int) -> tuple[Fields, ...]:
        """Return a list of parts."""
        return tuple(
            Fields(self.kind, each) if isinstance(each, dict) else self.refuse(name) for each in self._list(name, most)
        )

    def texts(self, name: str, *, most: int, longest: int) -> dict[str, str]:
        """Return texts by their names; line ends are allowed in none."""
        part = self.part(name)
        if len(part.told) > most:
            self.refuse(name)
        return {key: part.text(key, most=longest, empty=True) for key in part.told}

    def refuse(self, name: str) -> NoReturn:
        """Refuse a field."""
        raise BadInput(f"{self.kind}.bad_field", field=name[:60])

    def _list(self, name: str, most: int) -> list[Any]:
        items = self.told.get(name)
        if not isinstance(items, list) or len(items) > most:
            self.refuse(name)
        return items
