"""What every source of the window in front promises, as tests over a desktop that a test can move.

A module that imports them has a fixture ``stage``; they run on each system that can move a desktop.
"""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable
from typing import Protocol

from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.windows import Windows

PATIENCE = 20.0
HOSTILE = "\x1b[31m<b>Smith & Co</b>\u202e %s {0}\n\t" + "§" * 900


class Stage(Protocol):
    """A desktop on which a test moves windows, whatever tells them. An editor is in front at first, titled "first".

    Attributes:
        editor: what its application is called.
        viewer: what the application of other windows is called.
        pause: seconds after which the source wants to be asked though nothing is readable; None for never.
    """

    source: Windows
    pause: float | None
    editor: str
    viewer: str

    def wait(self, seconds: float) -> None: ...

    def retitle(self, title: str) -> None: ...
    def other(self, title: str, application: str | None) -> None: ...
    def nothing_in_front(self) -> None: ...
    def back(self) -> None: ...


def hear(stage: Stage, wanted: Callable[[tuple[Window, ...]], bool]) -> tuple[Window, ...]:
    """Wait for news as the capture thread does, until it is as wanted."""
    heard: tuple[Window, ...] = stage.source.news()
    deadline = time.monotonic() + PATIENCE
    while not wanted(heard):
        left = deadline - time.monotonic()
        assert left > 0, f"heard only {[(each.application, each.title[:80]) for each in heard]}"
        stage.wait(left if stage.pause is None else stage.pause)
        heard += stage.source.news()
    return heard


def titled(title: str) -> Callable[[tuple[Window, ...]], bool]:
    return lambda heard: bool(heard) and heard[-1].title == title


def test_the_first_news_is_the_window_in_front(stage: Stage) -> None:
    assert stage.source.news() == (Window(stage.editor, "first"),)


def test_what_happened_before_the_first_news_is_not_told(stage: Stage) -> None:
    stage.other("passing", stage.viewer)
    stage.back()
    assert hear(stage, titled("first"))[-1] == Window(stage.editor, "first")


def test_a_title_is_told_once(stage: Stage) -> None:
    stage.source.news()
    stage.retitle("second")
    assert hear(stage, titled("second")) == (Window(stage.editor, "second"),)
    stage.retitle("second")
    stage.retitle("third")
    assert hear(stage, titled("third")) == (Window(stage.editor, "third"),)


def test_another_window_the_bare_desktop_and_back(stage: Stage) -> None:
    stage.source.news()
    stage.other("other", stage.viewer)
    assert hear(stage, titled("other"))[-1] == Window(stage.viewer, "other")
    stage.nothing_in_front()
    assert hear(stage, titled("")) == (NOTHING,)
    stage.back()
    assert hear(stage, titled("first")) == (Window(stage.editor, "first"),)


def test_a_title_that_changes_behind_is_not_told(stage: Stage) -> None:
    stage.source.news()
    stage.nothing_in_front()
    hear(stage, titled(""))
    stage.back()
    stage.retitle("now")
    heard = hear(stage, titled("now"))
    assert [each.title for each in heard] in (["now"], ["first", "now"])


def test_a_hostile_title_comes_as_it_is(stage: Stage) -> None:
    stage.source.news()
    stage.retitle(HOSTILE)
    assert hear(stage, titled(HOSTILE)) == (Window(stage.editor, HOSTILE),)


def test_a_window_that_renames_itself_all_the_time(stage: Stage) -> None:
    stage.source.news()
    for number in range(100):
        stage.retitle(f"{number} %")
    heard = hear(stage, titled("99 %"))
    assert len(heard) <= 100
    assert all(one != other for one, other in itertools.pairwise(heard)), "a window was told twice in a row"


def test_closing_is_final_and_may_be_repeated(stage: Stage) -> None:
    stage.source.close()
    stage.source.close()
    assert stage.source.name
    assert stage.source.poll >= 0


def test_health_names_titles_and_documents_and_says_why_one_is_not_well(stage: Stage) -> None:
    health = stage.source.health()
    assert [each.signal for each in health] == [SignalName.TITLES, SignalName.DOCUMENTS]
    assert health[0].health is Health.WORKS
    assert all((each.reason is None) == (each.health is Health.WORKS) for each in health)
