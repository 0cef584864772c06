"""What one API call is: who calls, what for, with what. Refuses to know how it is answered."""

import re
import time
from dataclasses import dataclass, field

from wisestep_desktop.sandbox.firm import Firm, User


@dataclass(frozen=True, slots=True)
class Session:
    """Whose token it is, for which organisation, with which scopes."""

    user: User
    firm: Firm
    scopes: frozenset[str]

    def may(self, resource: str) -> bool:
        """Whether the scopes cover a resource."""
        return resource in self.scopes or "all" in self.scopes


@dataclass(frozen=True, slots=True)
class Call:
    """One API call. `ids` is the path after the resource; `base_url` the scheme, host and port it came to."""

    session: Session
    method: str
    resource: str
    ids: str | None
    raw_query: str
    parameters: tuple[tuple[str, str], ...]
    body: bytes
    accept: str
    content_type: str
    base_url: str
    started: float = field(default_factory=time.perf_counter)

    def parameter(self, *names: str) -> str | None:
        """The last value of the first of these parameters that was sent."""
        for wanted in names:
            for name, value in reversed(self.parameters):
                if name == wanted:
                    return value
        return None

    def number(self, name: str, default: int) -> int:
        """A parameter as a whole number above zero; anything else counts as the default."""
        text = self.parameter(name) or ""
        return int(text) if re.fullmatch(r"[0-9]{1,9}", text) and int(text) > 0 else default

    def filters(self) -> tuple[tuple[str, str], ...]:
        """The parameters that are neither paging, order, fields nor side-loading."""
        return tuple(pair for pair in self.parameters if not _RESERVED.fullmatch(pair[0]))


_RESERVED = re.compile(r"page|pageSize|include|(sort|fields)(\[[A-Za-z]+\])?")
