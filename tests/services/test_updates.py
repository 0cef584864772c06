"""Asking for later versions: only where allowed, once a week whatever the clock does, and nothing older or forged."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import MONDAY, FakeClock
from tests.fakes.releases import Place
from tests.services.office import open_store
from tests.services.releasing import (
    ADDRESS,
    KEY,
    OTHER_SEED,
    RELEASE,
    SIGNATURES,
    later,
    signed,
)
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.releases import MOST_MANIFEST
from wisestep_desktop.core.signed import to_text
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services import notices, preferences, updates
from wisestep_desktop.services.notices import NoticeKind, Scene
from wisestep_desktop.services.updates import DAY, WEEK, Standing, UpdateTools

OURS = {"updates.check": "TRUE", "updates.address": ADDRESS, "updates.key": to_text(KEY)}


class Desk:
    """A store, a clock set by hand, and a place that says what it is told to say."""

    def __init__(self, folder: Path) -> None:
        self.store: SqlStore = open_store(folder)
        self.clock = FakeClock()
        self.place = Place(later(7))
        self.tools = UpdateTools(self.store, self.clock, SIGNATURES, self.place, "1.2.9", "linux", lambda: 0.5)

    def set(self, **texts: str) -> None:
        for name, text in texts.items():
            self.store.write(lambda books, n=name, t=text: preferences.change(books, f"updates.{n}", t)).result()

    def decide(self, source: Source = Source.POLICY, **texts: str) -> None:
        told = {f"updates.{name}": text for name, text in texts.items()}
        self.store.write(lambda books: preferences.decide(books, source, told)).result()

    def allow(self) -> None:
        for name, text in OURS.items():
            self.set(**{name.removeprefix("updates."): text})

    def look(self) -> bool:
        """Do what the tray app does every hour; tell whether somebody was asked."""
        due = updates.is_due(self.store, self.clock, self.tools.spread)
        if due:
            updates.check(self.tools)
        return due

    def check(self) -> Standing:
        return updates.check(self.tools)

    def standing(self) -> Standing:
        return self.store.read(lambda books: updates.standing(books, self.tools.version, self.tools.system))

    def told(self, version: str = "1.2.9", system: str = "linux") -> list[notices.Notice]:
        scene = Scene(self.clock.read().wall, UTC, version=version, system=system)
        found = self.store.read(lambda books: notices.gather(books, scene))
        return [each for each in found if each.kind in (NoticeKind.UPDATE, NoticeKind.UPDATE_IMPORTANT)]

    def asked_in(self, days: float, step: int = HOUR) -> int:
        """Let some days pass, a look every hour; return how often somebody was asked."""
        asked = 0
        for _ in range(round(days * DAY / step)):
            self.clock.advance(step)
            asked += self.look()
        return asked


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.store.close()


def ignored(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.name == "wisestep.updates"]


# When -------------------------------------------------------------------------------------------------------------


def test_by_itself_nobody_is_asked_at_all(desk: Desk) -> None:
    assert desk.asked_in(30) == 0
    desk.set(address=ADDRESS, key=to_text(KEY))
    assert desk.asked_in(30) == 0
    desk.set(check="TRUE", address="")
    assert desk.asked_in(30) == 0
    desk.set(address=ADDRESS, key="")
    assert desk.asked_in(30) == 0
    assert desk.place.asked == []


def test_once_a_week_and_never_at_once(desk: Desk) -> None:
    desk.allow()
    assert not desk.look()
    assert not desk.look()
    assert desk.asked_in(1.1) == 1
    assert desk.asked_in(6) == 0
    assert desk.asked_in(1.1) == 1
    assert 50 <= desk.asked_in(365) <= 60
    assert set(desk.place.asked) == {ADDRESS}


def test_a_restart_asks_nobody_anew(desk: Desk, tmp_path: Path) -> None:
    desk.allow()
    desk.asked_in(2)
    count = len(desk.place.asked)
    desk.store.close()
    again = Desk(tmp_path)
    again.clock.set_wall(desk.clock.read().wall)
    assert not again.look()
    assert count == 1
    desk.store = again.store


def test_offline_it_waits_a_day_and_the_log_says_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.allow()
    desk.place.document = None
    assert 8 <= desk.asked_in(10) <= 12
    assert desk.standing().trouble == "release.unreachable"
    assert desk.told() == []
    assert ignored(caplog) == []
    desk.place.document = later(7)
    assert desk.asked_in(2) == 1
    assert [each.about for each in desk.told()] == ["1.3.0"]


def test_allowed_again_after_a_pause_it_is_not_asked_at_once(desk: Desk) -> None:
    desk.allow()
    desk.asked_in(2)
    desk.set(check="FALSE")
    assert desk.asked_in(60) == 0
    desk.set(check="TRUE")
    assert not desk.look()
    assert desk.asked_in(1.1) == 1


@pytest.mark.parametrize("back", [2 * DAY, 30 * DAY, 9_000 * DAY])
def test_a_clock_set_back_neither_waits_for_ever_nor_asks_for_ever(desk: Desk, back: int) -> None:
    desk.allow()
    desk.asked_in(2)
    desk.clock.set_wall(desk.clock.read().wall - back)
    assert 1 <= desk.asked_in(10) <= 3
    assert 3 <= desk.asked_in(28) <= 5


def test_a_clock_that_was_years_ahead_asks_once_and_goes_on_as_before(desk: Desk) -> None:
    desk.allow()
    desk.asked_in(2)
    before = desk.clock.read().wall
    desk.clock.set_wall(before + 3_650 * DAY)
    assert desk.look()
    assert not desk.look()
    desk.clock.set_wall(before)
    assert not desk.look()
    assert 3 <= desk.asked_in(28) <= 6


@given(st.lists(st.integers(-400 * DAY, 400 * DAY), min_size=1, max_size=12))
def test_however_the_clock_jumps_a_look_asks_once_at_most_and_the_plan_is_never_far(
    tmp_path_factory: pytest.TempPathFactory, jumps: list[int]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("jumps"))
    try:
        desk.allow()
        for jump in jumps:
            desk.clock.set_wall(max(MONDAY, desk.clock.read().wall + jump))
            desk.look()
            assert not desk.look()
            due = desk.standing().due
            assert due is not None
            assert 0 < due - desk.clock.read().wall <= WEEK
        assert len(desk.place.asked) <= len(jumps)
    finally:
        desk.store.close()


# What is believed -------------------------------------------------------------------------------------------------


def test_what_is_believed_is_told_with_what_belongs_to_it(desk: Desk) -> None:
    desk.allow()
    standing = desk.check()
    assert standing.later == replace(RELEASE, serial=7)
    assert (standing.trouble, standing.checked) == (None, desk.clock.read().wall)
    [notice] = desk.told()
    assert (notice.kind, notice.about) == (NoticeKind.UPDATE, "1.3.0")
    assert notice.params == {"notes": "https://firm.example/notes", "page": "https://firm.example/linux"}


def test_one_that_closes_a_gap_is_told_as_that(desk: Desk) -> None:
    desk.allow()
    desk.place.document = later(8, important=True)
    desk.check()
    assert [each.kind for each in desk.told()] == [NoticeKind.UPDATE_IMPORTANT]


@pytest.mark.parametrize("version", ["1.3.0", "1.3.1", "2.0.0", "0", "1.3.0.dev1"])
def test_who_has_it_already_or_runs_something_of_their_own_is_told_nothing(desk: Desk, version: str) -> None:
    desk.allow()
    desk.check()
    assert desk.told(version) == []


def test_where_there_is_none_for_this_system_nothing_is_told(desk: Desk) -> None:
    desk.allow()
    desk.check()
    assert desk.told(system="freebsd14") == []


def test_what_is_older_than_what_was_seen_is_ignored(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.allow()
    desk.place.document = later(9, "1.4.0")
    desk.check()
    desk.place.document = later(8, "1.5.0")
    standing = desk.check()
    assert standing.trouble == "release.older"
    assert standing.later is not None
    assert standing.later.version == "1.4.0"
    assert ignored(caplog) == ["news of versions was ignored: release.older"]
    desk.place.document = later(9, "1.4.0")
    assert desk.check().trouble is None
    desk.place.document = later(10, "1.5.0")
    assert desk.check().trouble is None


def test_two_different_ones_under_one_number_are_not_both_believed(desk: Desk) -> None:
    desk.allow()
    desk.check()
    desk.place.document = later(7, "1.9.0")
    assert desk.check().trouble == "release.twice"
    assert [each.about for each in desk.told()] == ["1.3.0"]


def test_numbers_of_one_key_say_nothing_of_those_of_another(desk: Desk) -> None:
    desk.allow()
    desk.place.document = later(50)
    desk.check()
    desk.set(key=to_text(SIGNATURES.public_key(OTHER_SEED)))
    assert desk.told() == []  # whoever signed it is believed no longer
    desk.place.document = signed(replace(RELEASE, serial=3), OTHER_SEED)
    assert desk.check().trouble is None
    desk.set(key=to_text(KEY))
    desk.place.document = later(49)
    assert desk.check().trouble == "release.older"


@pytest.mark.parametrize(
    ("document", "code"),
    [
        (signed(seed=OTHER_SEED), "release.wrong_key"),
        (signed(product="another"), "release.other_product"),
        (signed(more="x" * MOST_MANIFEST), "release.too_large"),
        (signed()[:-10], "release.unreadable"),
        (b"<html>Sign in to the guest network</html>", "release.unreadable"),
        (signed().replace(b'"version":"1.3.0"', b'"version":"1.9.0"'), "release.forged"),
        (signed(notes="http://firm.example/"), "release.bad_field"),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_what_is_ignored_leaves_one_line_without_content_and_changes_nothing(
    desk: Desk, caplog: pytest.LogCaptureFixture, document: bytes, code: str
) -> None:
    desk.allow()
    before = desk.check()
    caplog.clear()
    desk.place.document = document
    standing = desk.check()
    assert (standing.trouble, standing.later) == (code, before.later)
    assert ignored(caplog) == [f"news of versions was ignored: {code}"]
    assert all(each.levelno == logging.WARNING and each.exc_info is None for each in caplog.records)


@given(st.integers(0, len(later(8)) - 1), st.integers(1, 255))
def test_whatever_byte_is_changed_nothing_new_is_told(
    tmp_path_factory: pytest.TempPathFactory, at: int, by: int
) -> None:
    desk = Desk(tmp_path_factory.mktemp("bytes"))
    try:
        desk.allow()
        changed = bytearray(later(8))
        changed[at] ^= by
        desk.place.document = bytes(changed)
        assert desk.check().trouble is not None
        assert desk.told() == []
    finally:
        desk.store.close()


# Who decides ------------------------------------------------------------------------------------------------------


def test_an_administrator_silences_everything(desk: Desk) -> None:
    desk.allow()
    desk.check()
    assert desk.told()
    desk.decide(check="FALSE")
    assert desk.told() == []
    assert desk.asked_in(30) == 0
    assert desk.standing().silenced
    with pytest.raises(BadInput, check=lambda error: error.code == "release.silenced"):
        desk.check()
    assert len(desk.place.asked) == 1


def test_an_administrator_may_decide_where_and_by_whom(desk: Desk) -> None:
    desk.decide(check="TRUE", address=ADDRESS, key=to_text(KEY))
    assert desk.asked_in(2) == 1
    with pytest.raises(BadSetting, match="locked_by_policy"):
        desk.set(check="FALSE")
    assert not desk.standing().silenced


def test_a_team_decides_nothing_of_it(desk: Desk) -> None:
    for name in ("check", "address", "key"):
        with pytest.raises(BadSetting, match="not_theirs"):
            desk.decide(Source.TEAM, **{name: OURS[f"updates.{name}"]})


def test_asked_for_by_hand_it_is_looked_once_and_the_bell_stays_silent(desk: Desk) -> None:
    desk.allow()
    desk.set(check="FALSE")
    standing = desk.check()
    assert standing.later is not None
    assert standing.due is None
    assert desk.told() == []
    assert desk.asked_in(30) == 0


@pytest.mark.parametrize(("missing", "code"), [("address", "release.no_address"), ("key", "release.no_key")])
def test_without_an_address_or_a_key_nobody_is_asked(desk: Desk, missing: str, code: str) -> None:
    desk.allow()
    desk.set(**{missing: ""})
    with pytest.raises(BadInput, check=lambda error: error.code == code):
        desk.check()
    assert desk.place.asked == []


# What the person says ---------------------------------------------------------------------------------------------


def test_a_version_that_was_skipped_is_told_no_more_but_the_next_is(desk: Desk) -> None:
    desk.allow()
    desk.check()
    desk.store.write(lambda books: updates.skip(books, "1.3.0")).result()
    assert desk.told() == []
    assert desk.standing().skipped
    desk.place.document = later(8, "1.3.1")
    desk.check()
    assert [each.about for each in desk.told()] == ["1.3.1"]
    with pytest.raises(BadInput, match="not_a_version"):
        desk.store.write(lambda books: updates.skip(books, "all of them")).result()


def test_not_today_is_until_tomorrow(desk: Desk) -> None:
    desk.allow()
    desk.check()
    [notice] = desk.told()
    desk.store.write(lambda books: notices.put_off(books, notice, date(2026, 3, 2))).result()
    assert desk.told() == []
    desk.clock.advance(DAY)
    assert desk.told() == [notice]


def test_what_a_later_program_kept_is_no_trouble(desk: Desk) -> None:
    desk.allow()
    desk.store.write(lambda books: books.settings.put_fact("updates.document", "{}")).result()
    assert desk.told() == []
    assert desk.check().later is not None


def test_the_plan_is_said(desk: Desk) -> None:
    desk.allow()
    desk.check()
    due = desk.standing().due
    assert due is not None
    assert 0.9 * WEEK <= due - desk.clock.read().wall <= WEEK
    assert isinstance(Instant(due), int)
