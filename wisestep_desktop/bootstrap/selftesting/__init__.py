"""The self-test of the installed program: its checks in their order, and the clock that ends it whatever happens.

Everything happens in a throw-away folder, with processes of its own and a practice Actionstep on this computer;
nobody's timeline, settings and autostart are touched. Loaded only for its command.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from wisestep_desktop.bootstrap.selftesting import desktop, inventory, keeping, office
from wisestep_desktop.bootstrap.selftesting.stage import Stage
from wisestep_desktop.core.selftest import Facts, Part, Result
from wisestep_desktop.services.selftesting import Check, Notebook, go_through

LONGEST = 30
"""Seconds that the whole of it takes at most."""
_TIDYING = 3.0
"""Of these, what is kept for tidying up."""


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a self-test.

    Attributes:
        results: of all parts, in the order in which they ended.
        milliseconds: how long all of it took.
        folder: what it made, where that was to be kept.
        stuck: whether something of it still hangs, so that the process cannot end by itself.
    """

    results: tuple[Result, ...]
    milliseconds: int
    folder: Path | None
    stuck: bool


def run_selftest(told: Callable[[Result], None], *, keep: bool) -> Report:
    """Make every check, tidy up, and report; over within ``LONGEST`` seconds.

    Args:
        told: hears each result as it comes, on whatever thread.
        keep: whether the throw-away folder stays, for whoever looks for a fault.
    """
    began = time.monotonic()
    stage = Stage(began + LONGEST - _TIDYING)
    notebook = Notebook(lambda: round(time.monotonic() * 1_000), told)
    checks = _checks(stage)
    try:
        office.start_early(stage)
        stuck = not _over_in_time(lambda: go_through(checks, notebook), LONGEST - _TIDYING)
        if stuck:
            notebook.cut_off([each.part for each in checks], LONGEST)
    finally:
        tidying = Check(Part.CLEAN_UP, partial(_tidied, stage, keep=keep))
        done = _over_in_time(lambda: notebook.finish(tidying), max(1.0, began + LONGEST - 0.5 - time.monotonic()))
    if not done:
        notebook.give_up(Part.CLEAN_UP, LONGEST)
    took = round((time.monotonic() - began) * 1_000)
    return Report(notebook.results, took, stage.folder if keep else None, stuck or not done)


def _checks(stage: Stage) -> tuple[Check, ...]:
    """Return the checks in their order, each with what it cannot do without."""
    return (
        Check(Part.VERSIONS, inventory.versions),
        Check(Part.RESOURCES, inventory.find_resources),
        Check(Part.TRANSLATIONS, inventory.find_translations),
        Check(Part.LICENCES, inventory.find_licences),
        Check(Part.NOTICES, inventory.find_notices),
        Check(Part.KEYRING, partial(keeping.try_keyring, stage)),
        Check(Part.STORE, partial(keeping.try_store, stage)),
        Check(Part.SANDBOX, partial(_opened, stage), (Part.STORE,)),
        Check(Part.SIGN_IN_WINDOW, partial(office.sign_in_by_window, stage), (Part.SANDBOX,)),
        Check(Part.SIGN_IN, partial(office.sign_in, stage), (Part.SANDBOX,)),
        Check(Part.SYNC, partial(office.sync, stage), (Part.SIGN_IN,)),
        Check(Part.APP, partial(desktop.start_app, stage), (Part.SANDBOX,)),
        Check(Part.CAPTURE, partial(desktop.capture, stage), (Part.APP,)),
        Check(Part.MATCH, partial(desktop.match, stage), (Part.SYNC,)),
        Check(Part.SECOND_START, partial(desktop.start_again, stage), (Part.APP,)),
        Check(Part.SEND, partial(office.send, stage), (Part.SYNC,)),
        Check(Part.QUIT, partial(desktop.quit_app, stage), (Part.APP,)),
    )


def _opened(stage: Stage) -> Facts:
    office.agree(stage)
    desktop.start_early(stage)
    return office.open_office(stage)


def _tidied(stage: Stage, *, keep: bool) -> Facts:
    stage.tidy(keep=keep)
    return {"kept": str(stage.folder)} if keep else {}


def _over_in_time(job: Callable[[], None], seconds: float) -> bool:
    """Do a job on a thread of its own; tell whether it was over in time. One that hangs is left to its fate."""
    over = threading.Event()

    def do() -> None:
        try:
            job()
        finally:
            over.set()

    threading.Thread(target=do, name="selftest", daemon=True).start()
    return over.wait(seconds)
