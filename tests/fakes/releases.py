"""A place where versions are told of, which answers with whatever it was given."""

from __future__ import annotations

from dataclasses import dataclass, field

from wisestep_desktop.core.errors import Unavailable


@dataclass
class Place:
    """Keeps the promises of ``ports.updates.ReleasePlace``: answers with a document, or cannot be reached."""

    document: bytes | None = None
    asked: list[str] = field(default_factory=list)

    def fetch(self, address: str, *, most: int) -> bytes:
        self.asked.append(address)
        if self.document is None:
            raise Unavailable("release.unreachable", place=address, reason="URLError")
        return self.document[: most + 1]
