"""Goes through the checks of a self-test, one after the other; each has an outcome, whatever happens in it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from wisestep_desktop.core.errors import CheckNotRun, WiseStepError
from wisestep_desktop.core.selftest import Facts, Outcome, Part, Result


@dataclass(frozen=True, slots=True)
class Check:
    """One part of a self-test.

    Attributes:
        part: its name.
        run: returns what it found out; raises ``CheckNotRun`` where it cannot be made here, and any other error of
            ours where it failed.
        needs: parts without which it says nothing, so that it is not run unless they passed.
    """

    part: Part
    run: Callable[[], Facts]
    needs: tuple[Part, ...] = ()


class Notebook:
    """What came of each part so far. Safe from any thread; closed once, after which nothing more is taken.

    Args:
        now: milliseconds on a clock that only goes on.
        told: hears each result as it comes.
    """

    def __init__(self, now: Callable[[], int], told: Callable[[Result], None] = lambda _result: None) -> None:
        self._now = now
        self._told = told
        self._lock = threading.RLock()
        self._results: dict[Part, Result] = {}
        self._under_way: tuple[Part, int] | None = None
        self._closed = False

    @property
    def results(self) -> tuple[Result, ...]:
        """Return what came of the parts, in the order in which they ended."""
        with self._lock:
            return tuple(self._results.values())

    def make(self, check: Check) -> None:
        """Make one check and note what came of it."""
        with self._lock:
            if self._closed:
                return
            began = self._now()
            self._under_way = (check.part, began)
        self._note(self._made(check), began)

    def cut_off(self, parts: Iterable[Part], seconds: int) -> None:
        """Let the part under way fail, because the time is over, and those that never began be not run."""
        with self._lock:
            if self._closed:
                return
            under_way = self._under_way
            if under_way is not None:
                self._note(_unhappy(under_way[0], Outcome.FAILED, "selftest.too_long", seconds=seconds), under_way[1])
            for part in parts:
                if part not in self._results:
                    self._note(_unhappy(part, Outcome.NOT_RUN, "selftest.no_time", seconds=seconds), self._now())
            self._closed = True

    def finish(self, check: Check) -> None:
        """Take nothing more but one last check, which is made even after the time was over."""
        with self._lock:
            self._closed = True
            began = self._now()
        self._add(self._made(check), began)

    def give_up(self, part: Part, seconds: int) -> None:
        """Let the last check fail, because it does not end."""
        self._add(_unhappy(part, Outcome.FAILED, "selftest.too_long", seconds=seconds), self._now())

    def _made(self, check: Check) -> Result:
        missing = next((part for part in check.needs if not self._passed(part)), None)
        if missing is not None:
            return _unhappy(check.part, Outcome.NOT_RUN, "selftest.needs", needed=missing.value)
        try:
            return Result(check.part, Outcome.PASSED, facts=check.run())
        except CheckNotRun as why:
            return Result(check.part, Outcome.NOT_RUN, why.code, why.params)
        except WiseStepError as error:
            return Result(check.part, Outcome.FAILED, error.code, error.params)
        except Exception as error:  # noqa: BLE001  whatever it is, the other parts are looked at, and all is tidied up
            return _unhappy(check.part, Outcome.FAILED, "selftest.fault", kind=_kind(error))

    def _passed(self, part: Part) -> bool:
        with self._lock:
            result = self._results.get(part)
        return result is not None and result.outcome is Outcome.PASSED

    def _note(self, result: Result, began: int) -> None:
        with self._lock:
            if not self._closed:
                self._under_way = None
                self._add(result, began)

    def _add(self, result: Result, began: int) -> None:
        with self._lock:
            if result.part in self._results:
                return
            took = max(0, self._now() - began)
            noted = Result(result.part, result.outcome, result.code, result.params, result.facts, took)
            self._results[result.part] = noted
            self._told(noted)


def go_through(checks: Sequence[Check], notebook: Notebook) -> None:
    """Make all checks in their order."""
    for check in checks:
        notebook.make(check)


def _unhappy(part: Part, outcome: Outcome, code: str, **params: str | int) -> Result:
    return Result(part, outcome, code, params)


def _kind(error: Exception) -> str:
    """Name an error that nobody foresaw and where it came from, without its text, which may hold anything."""
    trace, place = error.__traceback__, ""
    while trace is not None:
        place = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}".strip()
