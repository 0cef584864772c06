"""How each fault is carried out: dropped lines, cut and dripping bodies, late work, answers that are none.

Knows what a strike looks like from outside. Refuses to know which fault is due, and what a call is about.
"""

import json
import math
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from werkzeug.http import http_date
from werkzeug.wrappers import Response

from wisestep_desktop.sandbox.clock import SandboxClock
from wisestep_desktop.sandbox.faults import Effect, Fault
from wisestep_desktop.sandbox.server import dripping, half_response, hang_up
from wisestep_desktop.sandbox.switches import Switches
from wisestep_desktop.sandbox.wire import to_json

_HTML = "text/html; charset=utf-8"
DROPPED = 0
"""What is noted in place of a status where the line went dead without one."""
_GATEWAY_GAVE_UP = 504
_SILENCE = 1.0
"""Real seconds; a client of a test waits for less."""


class Strikes:
    """Carries faults out. `closing` ends waits early when the server goes down."""

    def __init__(self, switches: Switches, clock: SandboxClock, closing: threading.Event) -> None:
        self._switches = switches
        self._clock = clock
        self._closing = closing
        self._lock = threading.Lock()
        self._late: list[tuple[float, Callable[[], object]]] = []

    def instead(self, fault: Fault, environ: dict[str, Any], note: Callable[[int], None]) -> Response:
        """Answer in place of the call; `note` is told the status first, for some strikes never return."""
        match fault.kind.effect:
            case Effect.DROP | Effect.UNREAD:
                note(DROPPED)
                hang_up(environ)
            case Effect.RESET:
                note(DROPPED)
                hang_up(environ, rudely=True)
            case Effect.STALL:
                note(DROPPED)
                self._closing.wait(_SILENCE)
                hang_up(environ)
            case Effect.HTML:
                note(200)
                page = "<!doctype html><title>Please wait</title><p>Please wait.</p>"
                return Response(page, 200, content_type=_HTML)
        late = fault.kind.effect is Effect.LATE
        status = _GATEWAY_GAVE_UP if late else int(fault.kind.number)
        note(status)
        return self.trouble(status, None if late else fault.value)

    def afterwards(
        self, fault: Fault, environ: dict[str, Any], done: Response, note: Callable[[int], None]
    ) -> Response:
        """Spoil the answer to a call that was carried out."""
        match fault.kind.effect:
            case Effect.DONE_STATUS:
                return self.instead(fault, environ, note)
            case Effect.DONE_DROP | Effect.DONE_RESET as effect:
                note(DROPPED)
                hang_up(environ, rudely=effect is Effect.DONE_RESET)
            case Effect.DONE_HALF:
                note(done.status_code)
                return half_response(environ, done)
            case Effect.DONE_DRIP:
                note(done.status_code)
                return dripping(done, fault.seconds, self._closing)
            case Effect.DONE_WAIT:
                note(done.status_code)
                self._closing.wait(fault.seconds)
            case Effect.ELSEWHERE:
                note(done.status_code)
                told = json.loads(done.get_data())
                done.set_data(to_json({**told, "api_endpoint": "https://collector.example/api/"}))
            case other:
                raise AssertionError(f"{other} is no strike after the call")
        return done

    def trouble(self, status: int, retry_after: float | None, wait: float = 10) -> Response:
        """Return an answer that says no: 429 with an empty body, anything else as a gateway's page.

        `retry_after` are the seconds asked for in any case, `wait` those where the switch says to ask for any.
        """
        if status == 429:
            response = Response("", 429)
            del response.headers["Content-Type"]
        else:
            response = Response(f"<!doctype html><title>{status}</title><h1>{status}</h1>", status, content_type=_HTML)
        told = self._switches["retry_after"]
        seconds = retry_after
        if seconds is None and status == 429 and told != "off":
            seconds = wait if told in ("on", "date") else float(told)
        if seconds is not None and told == "date":
            until = datetime.fromtimestamp(self._clock.now() + math.ceil(seconds), UTC)
            response.headers["Retry-After"] = http_date(until)
        elif seconds is not None:
            response.headers["Retry-After"] = str(math.ceil(seconds))
        return response

    def put_off(self, seconds: float, work: Callable[[], object]) -> None:
        """Keep work that somebody gave up waiting for; it is done once the sandbox's clock is so much further."""
        with self._lock:
            self._late.append((self._clock.now() + seconds, work))

    def catch_up(self) -> None:
        """Do the late work whose time has come. To be called before anything is looked at."""
        now = self._clock.now()
        with self._lock:
            ready = [work for due, work in self._late if due <= now]
            self._late = [(due, work) for due, work in self._late if due > now]
        for work in ready:
            work()

    def forget(self) -> None:
        """Drop the late work that is not done."""
        with self._lock:
            self._late.clear()
