"""The program as a person has it: started hidden, recording a real window, started a second time, ended in order."""

from __future__ import annotations

from contextlib import suppress

from wisestep_desktop.bootstrap import watcher
from wisestep_desktop.bootstrap.selftesting.office import MATTER, REFERENCE
from wisestep_desktop.bootstrap.selftesting.stage import Child, Stage
from wisestep_desktop.core.errors import CaptureUnavailable, CheckFailed, CheckNotRun
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.selftest import Facts
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.capture import SignalName
from wisestep_desktop.ports.store import Books
from wisestep_desktop.shell.displays import has_display

TITLE = f"{REFERENCE} – WiseStep self-test"
_NEUTRAL = Window("Notes", "Weather for the weekend – Notes")
_APP = ("run", "--hidden", "--for-selftest")
_WINDOW = ("selftest-window",)
_LINK = "wisestep://join/selftest"
_STARTING, _RECORDING, _SHOWING, _SEEN, _ENDING = 14.0, 8.0, 8.0, 8.0, 8.0
"""Seconds each of these may take on a slow computer."""
_NOT_HERE = frozenset(
    {"capture.no_display", "capture.not_interactive", "capture.unsupported", "capture.no_accessibility"}
)
"""Why nothing can be recorded here, without any fault of the program."""


def start_early(stage: Stage) -> None:
    """Let what takes long to start begin beside other checks; whether it started is found out when it is needed."""
    if has_display():
        with suppress(CheckFailed):
            stage.started("app", *_APP)
            stage.started("window", *_WINDOW)


def start_app(stage: Stage) -> Facts:
    """Start the tray app hidden, over the throw-away timeline, and wait until it is there.

    Raises:
        CheckNotRun: ``selftest.no_display``.
        CheckFailed: ``selftest.no_app`` or ``selftest.ended``.
    """
    if not has_display():
        raise CheckNotRun("selftest.no_display")
    child = stage.started("app", *_APP)
    child.hear(lambda line: "ready" in line, stage.left(_STARTING), "selftest.no_app")
    return {}


def capture(stage: Stage) -> Facts:
    """Open a window of our own and wait until the app has a visit to it in the timeline.

    Raises:
        CheckNotRun: where this desktop cannot be watched.
        CaptureUnavailable: if it could be, and is not.
        CheckFailed: ``selftest.no_recording``, ``selftest.no_window`` or ``selftest.no_visit``.
    """
    technology = _what_watches()
    app = stage.child("app")
    window = stage.started("window", *_WINDOW)
    try:
        window.tell({"title": TITLE})
        window.hear(lambda line: "shown" in line, stage.left(_SHOWING), "selftest.no_window")
        _wait_for_recording(stage, app)
        stage.until(lambda: stage.program.store.read(_visited), _SEEN, "selftest.no_visit")
    finally:
        window.let_go(0)
    return {"by": technology}


def match(stage: Stage) -> Facts:
    """See that the window's title has the matter, and that a title of nothing has none.

    Raises:
        CheckFailed: ``selftest.unmatched`` or ``selftest.mismatched``.
    """
    program = stage.program
    program.recogniser.rematch(program.store)  # the app began before the matters came, and did not bring them itself
    found = program.recogniser.match(Window("WiseStep self-test", TITLE))
    if found.assigned != MATTER:
        raise CheckFailed("selftest.unmatched")
    if program.recogniser.match(_NEUTRAL).assigned is not None:
        raise CheckFailed("selftest.mismatched")
    if program.store.read(_visited) is None:  # the window could not be shown here
        return {"in the timeline": "no"}
    if program.store.read(_assigned) != MATTER:
        raise CheckFailed("selftest.unmatched")
    return {"in the timeline": "yes"}


def start_again(stage: Stage) -> Facts:
    """Start the program a second time: it hands over what it was started for, and ends at once.

    Raises:
        CheckFailed: ``selftest.second_stays``, ``selftest.second_failed`` or ``selftest.not_handed_over``.
    """
    seconds = stage.left(_ENDING)
    second = stage.start("second", "run", "--for-selftest", "--open", _LINK)
    status = second.wait(seconds)
    if status is None:
        raise CheckFailed("selftest.second_stays", seconds=round(seconds))
    if status != 0:
        raise CheckFailed("selftest.ended", status=status, said=second.complaint())
    stage.child("app").hear(lambda line: line.get("opened") == _LINK, stage.left(_SEEN), "selftest.not_handed_over")
    return {}


def quit_app(stage: Stage) -> Facts:
    """End the app in order, and see that it kept what was open.

    Raises:
        CheckFailed: ``selftest.app_stays`` or ``selftest.ended``.
    """
    app, seconds = stage.child("app"), stage.left(_ENDING)
    status = app.let_go(seconds)
    if status is None:
        raise CheckFailed("selftest.app_stays", seconds=round(seconds))
    if status != 0:
        raise CheckFailed("selftest.ended", status=status, said=app.complaint())
    return {}


def _wait_for_recording(stage: Stage, app: Child) -> None:
    told = app.hear(
        lambda line: "recording" in line or "trouble" in line, stage.left(_RECORDING), "selftest.no_recording"
    )
    if "trouble" in told:
        raise CaptureUnavailable(str(told["trouble"]))


def _what_watches() -> str:
    """Return what tells which window is in front.

    Raises:
        CheckNotRun: if nothing can here, or it may not read titles.
        CaptureUnavailable: if something could.
    """
    try:
        watched = watcher()
    except CaptureUnavailable as error:
        if error.code in _NOT_HERE:
            raise CheckNotRun(error.code) from error
        raise
    try:
        titles = next(each for each in watched.health() if each.signal is SignalName.TITLES)
    finally:
        watched.close()
    if titles.reason in _NOT_HERE:
        raise CheckNotRun(titles.reason)
    return watched.name


def _visited(books: Books) -> TitleId | None:
    """Return the title of the window's visit, if there is one."""
    visits = books.timeline.visits(Span(Instant(0), Instant(1 << 52)))
    titles = books.timeline.titles({visit.title for visit in visits if visit.title is not None})
    return next((number for number, title in titles.items() if title.window.title == TITLE), None)


def _assigned(books: Books) -> MatterId | None:
    title = _visited(books)
    return None if title is None else books.timeline.assigned([title]).get(title)
