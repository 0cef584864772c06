"""What comes of checks, whatever happens in them."""

from __future__ import annotations

import threading

from wisestep_desktop.core.errors import CheckFailed, CheckNotRun, StoreError
from wisestep_desktop.core.selftest import Facts, Outcome, Part, Result, all_well, counts
from wisestep_desktop.services.selftesting import Check, Notebook, go_through


class Clock:
    """Goes on by ten with each look."""

    def __init__(self) -> None:
        self.at = 0

    def __call__(self) -> int:
        self.at += 10
        return self.at


def fails(error: Exception) -> Facts:
    raise error


def told(*checks: Check) -> dict[Part, Result]:
    book = Notebook(Clock())
    go_through(checks, book)
    return {each.part: each for each in book.results}


def test_each_outcome_and_its_reason() -> None:
    results = told(
        Check(Part.VERSIONS, lambda: {"qt": "6"}),
        Check(Part.KEYRING, lambda: fails(CheckNotRun("selftest.no_keyring"))),
        Check(Part.STORE, lambda: fails(StoreError("store.disk_full"))),
        Check(Part.SYNC, lambda: fails(CheckFailed("selftest.matters", found=1, wanted=2))),
        Check(Part.MATCH, lambda: fails(ValueError("privileged"))),
    )
    assert [results[part].outcome for part in results] == [
        Outcome.PASSED, Outcome.NOT_RUN, Outcome.FAILED, Outcome.FAILED, Outcome.FAILED,
    ]  # fmt: skip
    assert results[Part.VERSIONS].facts == {"qt": "6"}
    assert results[Part.VERSIONS].milliseconds > 0
    assert results[Part.SYNC].params == {"found": 1, "wanted": 2}
    assert results[Part.MATCH].code == "selftest.fault"
    assert "ValueError fails" in str(results[Part.MATCH].params["kind"])
    assert "privileged" not in str(results[Part.MATCH])


def test_what_needs_something_that_did_not_pass_is_not_run() -> None:
    results = told(
        Check(Part.APP, lambda: fails(CheckFailed("selftest.no_app", seconds=1))),
        Check(Part.CAPTURE, dict, (Part.APP,)),
        Check(Part.QUIT, dict, (Part.CAPTURE,)),
        Check(Part.MATCH, dict),
    )
    assert (results[Part.CAPTURE].outcome, results[Part.CAPTURE].params) == (Outcome.NOT_RUN, {"needed": "app"})
    assert (results[Part.QUIT].outcome, results[Part.QUIT].params) == (Outcome.NOT_RUN, {"needed": "capture"})
    assert results[Part.MATCH].outcome is Outcome.PASSED
    assert not all_well(results.values())


def test_nothing_but_left_out_parts_proves_nothing() -> None:
    left_out = told(Check(Part.NOTICES, lambda: fails(CheckNotRun("selftest.no_notices_yet"))))
    assert counts(left_out.values()) == {Outcome.PASSED: 0, Outcome.FAILED: 0, Outcome.NOT_RUN: 1}
    assert not all_well(left_out.values())


def test_when_the_time_is_over_the_part_under_way_fails_and_nothing_is_taken_afterwards() -> None:
    begun, go_on = threading.Event(), threading.Event()
    heard: list[Part] = []

    def hangs() -> Facts:
        begun.set()
        go_on.wait(20)
        return {}

    checks = (Check(Part.KEYRING, hangs), Check(Part.STORE, dict))
    book = Notebook(Clock(), lambda result: heard.append(result.part))
    worker = threading.Thread(target=go_through, args=(checks, book), name="worker")
    worker.start()
    assert begun.wait(20)
    book.cut_off([each.part for each in checks], 30)
    go_on.set()
    worker.join()
    book.finish(Check(Part.CLEAN_UP, dict))
    book.give_up(Part.CLEAN_UP, 30)
    assert [(each.part, each.outcome, each.code) for each in book.results] == [
        (Part.KEYRING, Outcome.FAILED, "selftest.too_long"),
        (Part.STORE, Outcome.NOT_RUN, "selftest.no_time"),
        (Part.CLEAN_UP, Outcome.PASSED, None),
    ]
    assert heard == [each.part for each in book.results]


def test_tidying_up_that_does_not_end_has_failed() -> None:
    book = Notebook(Clock())
    book.give_up(Part.CLEAN_UP, 30)
    book.finish(Check(Part.CLEAN_UP, dict))
    assert [(each.outcome, each.code) for each in book.results] == [(Outcome.FAILED, "selftest.too_long")]
