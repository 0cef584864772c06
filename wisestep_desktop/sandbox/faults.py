"""The table of things that go wrong on purpose, and which of them is due next.

Knows kinds, counts, scopes and chances. Refuses to know sockets and answers: `app` carries a fault out.
"""

import enum
import random
import re
import threading
from collections import Counter
from dataclasses import dataclass, replace


class BadFaultError(ValueError):
    """A fault that cannot be read. The text says what was expected."""


class Effect(enum.Enum):
    """What a fault does. The first group acts instead of the request, the second after it was carried out."""

    UNREAD = "hang up before the request is read"
    DROP = "drop"
    RESET = "reset"
    LATE = "say that a gateway gave up, and do it later"
    STALL = "say nothing until nobody waits any more, and do it later"
    STATUS = "status"
    HTML = "html"
    WAIT = "wait"
    DONE_DROP = "done, then drop"
    DONE_RESET = "done, then reset"
    DONE_STATUS = "done, then status"
    DONE_WAIT = "done, then wait"
    DONE_HALF = "done, then half of the body"
    DONE_DRIP = "done, then drop by drop"
    EXPIRE = "every access token expires, then as usual"
    ELSEWHERE = "done, but the token answer names a foreign host"
    CLOSE = "done, then the matter closes"
    VANISH = "done, then the matter is hidden from everybody"
    STORM = "whatever the dice say"


AFTERWARDS = frozenset(
    {effect for effect in Effect if effect.value.startswith("done")},
)
"""What strikes only calls that were carried out."""
ANY = "*"


@dataclass(frozen=True, slots=True)
class FaultKind:
    """One row of the table: a name, its effect, where it strikes unless told otherwise, and its number.

    `number` is a status for STATUS kinds, and seconds for those that wait or are late. `ANY` resources do not include
    the token address.
    """

    name: str
    effect: Effect
    method: str = ANY
    resource: str = ANY
    number: float = 0.0


FAULT_KINDS: tuple[FaultKind, ...] = (
    FaultKind("create-then-drop", Effect.DONE_DROP, "POST", "timeentries"),
    FaultKind("create-then-500", Effect.DONE_STATUS, "POST", "timeentries", 500),
    FaultKind("create-then-502", Effect.DONE_STATUS, "POST", "timeentries", 502),
    FaultKind("create-then-503", Effect.DONE_STATUS, "POST", "timeentries", 503),
    FaultKind("create-then-504", Effect.DONE_STATUS, "POST", "timeentries", 504),
    FaultKind("create-then-delay", Effect.DONE_WAIT, "POST", "timeentries", 30),
    FaultKind("create-then-half-body", Effect.DONE_HALF, "POST", "timeentries"),
    FaultKind("create-then-reset", Effect.DONE_RESET, "POST", "timeentries"),
    FaultKind("create-late", Effect.LATE, "POST", "timeentries", 2),
    FaultKind("stall", Effect.STALL, "POST", "timeentries", 30),
    FaultKind("drop-before-create", Effect.DROP, "POST", "timeentries"),
    FaultKind("half-body", Effect.DONE_HALF, "GET", "actions"),
    FaultKind("mid-body", Effect.DONE_HALF, "GET"),
    FaultKind("drip", Effect.DONE_DRIP, number=0.2),
    FaultKind("change-then-drop", Effect.DONE_DROP, "PUT", "timeentries"),
    FaultKind("change-then-500", Effect.DONE_STATUS, "PUT", "timeentries", 500),
    FaultKind("delete-then-drop", Effect.DONE_DROP, "DELETE", "timeentries"),
    FaultKind("matter-closes", Effect.CLOSE, "GET", "actions"),
    FaultKind("matter-vanishes", Effect.VANISH, "GET", "actions"),
    FaultKind("expire", Effect.EXPIRE),
    FaultKind("wrong-endpoint", Effect.ELSEWHERE, "POST", "token"),
    FaultKind("storm", Effect.STORM),
    FaultKind("squall", Effect.STORM),
    FaultKind("answer-lost", Effect.DONE_DROP),
    FaultKind("drop", Effect.DROP),
    FaultKind("unread", Effect.UNREAD),
    FaultKind("reset", Effect.RESET),
    FaultKind("html", Effect.HTML),
    FaultKind("slow", Effect.WAIT, number=1),
    FaultKind("429", Effect.STATUS, number=429),
    FaultKind("500", Effect.STATUS, number=500),
    FaultKind("502", Effect.STATUS, number=502),
    FaultKind("503", Effect.STATUS, number=503),
    FaultKind("504", Effect.STATUS, number=504),
    FaultKind("token-html", Effect.HTML, "POST", "token"),
    FaultKind("token-500", Effect.STATUS, "POST", "token", 500),
    FaultKind("token-drop", Effect.DROP, "POST", "token"),
    FaultKind("token-lost", Effect.DONE_DROP, "POST", "token"),
)

_SAME = {"timerecords": "timeentries"}
_STORM: tuple[str, ...] = (
    *("create-then-drop", "create-then-500", "create-then-502", "create-then-503", "create-then-504"),
    *("create-then-half-body", "create-then-reset", "create-late", "stall", "drop-before-create", "answer-lost"),
    *("drop", "unread", "reset", "html", "mid-body", "drip", "429", "500", "502", "503", "504", "expire"),
    *("token-500", "token-html", "token-drop", "wrong-endpoint"),
)
"""What a storm is made of: everything from which a careful client recovers by itself."""
_WEATHER = {"storm": _STORM, "squall": tuple(name for name in _STORM if name != "stall")}

_KINDS = {kind.name: kind for kind in FAULT_KINDS}
_SPEC = re.compile(
    r"(?P<kind>[a-z0-9-]+)(?:=(?P<value>[0-9]+(?:\.[0-9]+)?))?(?::(?P<count>[0-9]+|\*))?"
    r"(?:@(?:(?P<method>[A-Z]+) )?(?P<resource>[A-Za-z]+|\*))?(?:%(?P<chance>[0-9]*\.?[0-9]+))?"
)


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault to come. `count` is how often it strikes (None: without end), `chance` in 0..1 per request.

    `value` is the number after `=`: seconds for waits and late work, the Retry-After of a 429 or 503; None where
    nothing was given.
    """

    kind: FaultKind
    count: int | None = 1
    value: float | None = None
    method: str = ANY
    resource: str = ANY
    chance: float = 1.0

    @property
    def seconds(self) -> float:
        """How long a waiting fault waits, or late work is put off, in seconds."""
        return self.kind.number if self.value is None else self.value

    @property
    def stormy(self) -> bool:
        """Whether the dice choose the kind; a storm also reaches the token address."""
        return self.kind.effect is Effect.STORM

    def hits(self, method: str, resource: str) -> bool:
        """Whether a request with this method to this resource is in its scope."""
        meant = _SAME.get(resource, resource)  # what befalls time entries befalls their elder sister too
        place = self.resource in (resource, meant) or (self.resource == ANY and (resource != "token" or self.stormy))
        return place and self.method in (ANY, method)


def parse_fault(spec: str) -> Fault:
    """Read `KIND[=NUMBER][:COUNT][@[METHOD ]RESOURCE][%CHANCE]`; COUNT is 1 unless given, `*` is without end.

    `create-then-drop:1`, `429=10:3@actions`, `500:*@POST timeentries%0.2`. Raises BadFaultError.
    """
    found = _SPEC.fullmatch(spec.strip())
    kind = _KINDS.get(found["kind"]) if found else None
    if found is None or kind is None:
        raise BadFaultError(
            f"a fault is written KIND[=NUMBER][:COUNT][@[METHOD ]RESOURCE][%CHANCE], with KIND one of "
            f"{', '.join(sorted(_KINDS))}; not {spec!r}"
        )
    chance = float(found["chance"] or 1)
    if not 0 < chance <= 1:
        raise BadFaultError(f"a chance lies above 0 and up to 1, not {chance} in {spec!r}")
    count = found["count"]
    return Fault(
        kind=kind,
        count=None if count == "*" else int(count or 1),
        value=float(found["value"]) if found["value"] else None,
        method=found["method"] or kind.method,
        resource=found["resource"] or kind.resource,
        chance=chance,
    )


@dataclass(slots=True)
class _Due:
    fault: Fault
    left: int | None


class FaultBox:
    """The faults still to come, in the order they were put in. The chances are drawn from `seed`, so a run repeats."""

    def __init__(self, seed: int) -> None:
        self._lock = threading.Lock()
        self._due: list[_Due] = []
        self._dice = random.Random(seed)  # noqa: S311 - a soak must repeat; nothing is kept secret by it
        self._struck: Counter[str] = Counter()

    def add(self, fault: Fault | str) -> None:
        """Queue a fault or its written form; raises BadFaultError."""
        ready = parse_fault(fault) if isinstance(fault, str) else fault
        with self._lock:
            self._due.append(_Due(ready, ready.count))

    def take(self, method: str, resource: str, *, afterwards: bool) -> Fault | None:
        """The fault that strikes this request now, used up by one; None when the request may pass."""
        with self._lock:
            for due in self._due:
                if due.left == 0 or not due.fault.hits(method, resource):
                    continue
                fault = self._drawn(due.fault.kind.name, method, resource) if due.fault.stormy else due.fault
                if fault is None or (fault.kind.effect in AFTERWARDS) is not afterwards:
                    continue
                if due.fault.chance < 1 and self._dice.random() >= due.fault.chance:
                    continue
                if due.left is not None:
                    due.left -= 1
                self._struck[fault.kind.name] += 1
                return fault
        return None

    def struck(self) -> dict[str, int]:
        """How often each kind has struck."""
        with self._lock:
            return dict(self._struck)

    def _drawn(self, weather: str, method: str, resource: str) -> Fault | None:
        """A kind that fits the request, by the dice."""
        fitting = [
            fault
            for name in _WEATHER[weather]
            if (fault := Fault(_KINDS[name], method=_KINDS[name].method, resource=_KINDS[name].resource)).hits(
                method, resource
            )
        ]
        if not fitting:
            return None
        fault = self._dice.choice(fitting)
        return replace(fault, value=0.05 if fault.kind.effect is Effect.WAIT else fault.value)

    def clear(self) -> None:
        """Forget every fault."""
        with self._lock:
            self._due.clear()

    def forget(self) -> None:
        """Forget every fault, and how many struck."""
        self.clear()
        with self._lock:
            self._struck.clear()

    def pending(self) -> int:
        """How many strikes with a count are left, faults without end not counted."""
        with self._lock:
            return sum(due.left for due in self._due if due.left is not None)
