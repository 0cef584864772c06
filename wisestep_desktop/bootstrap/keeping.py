"""What the connection keeps here: what it found out about the organisation, and the keys entries go out under."""

from __future__ import annotations

import base64
import secrets

from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.ids import PostingKey
from wisestep_desktop.services import facts


class StoreMemory:
    """What the connection found out about the organisation, among the facts of the timeline."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def recall(self, name: str) -> str | None:
        """Return what was found out under a name."""
        return self._store.read(lambda books: books.settings.fact(facts.LEARNT + name))

    def keep(self, name: str, value: str | None) -> None:
        """Keep it, unless it is kept already."""
        if self.recall(name) != value:
            self._store.write(lambda books: books.settings.put_fact(facts.LEARNT + name, value)).result()


def mint() -> PostingKey:
    """Return 128 random bits as 26 letters and digits behind a prefix: short, ASCII, without spaces (API notes, 6)."""
    return PostingKey("ws-" + base64.b32encode(secrets.token_bytes(16)).decode().rstrip("=").lower())
