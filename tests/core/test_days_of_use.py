"""How far a clock is believed: laws over any life of jumps, starts and days off."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from wisestep_desktop.core.days_of_use import LONG_ENOUGH, NEEDED, DaysOfUse, Leap
from wisestep_desktop.core.instants import HOUR

DAY = 24 * HOUR
TODAY = date(2026, 3, 2)
LIMIT = 90


def after(many: int) -> date:
    return TODAY + timedelta(days=many)


def used(*many: int) -> DaysOfUse:
    """Return what is known after a day of use at each date, counted from today."""
    known = DaysOfUse()
    for each in many:
        known = known.lived(after(each), LONG_ENOUGH)
    return known


@dataclass
class Life:
    """A computer whose clock is set by chance, in true time.

    Attributes:
        now: true milliseconds since today began.
        ahead: milliseconds by which the clock is wrong.
        recorded: the true day of each record, and the date it stands under.
        counted: the dates of the days of use, in order, and by how many milliseconds each was wrong.
    """

    now: int = 0
    ahead: int = 0
    known: DaysOfUse = field(default_factory=DaysOfUse)
    recorded: list[tuple[int, date, bool]] = field(default_factory=list)
    counted: list[tuple[date, int]] = field(default_factory=list)

    @property
    def shown(self) -> date:
        return after((self.now + self.ahead) // DAY)

    def run(self, millis: int) -> None:
        """Start, record, and look at least once an hour, as the program does."""
        self.known = self.known.shown(self.shown)  # the recorder asks when it begins
        for begun in range(0, millis, HOUR):
            self.recorded.append((self.now // DAY, self.shown, self.ahead < 0))
            spent = min(HOUR, millis - begun)
            self.now += spent
            before = self.known
            self.known = before.lived(self.shown, spent)
            if self.known.days != before.days:
                self.counted = [each for each in self.counted if each[0] != self.shown] + [(self.shown, self.ahead)]
            self.check()

    def work(self, days: int) -> None:
        """Live so many days of an office."""
        for _ in range(days):
            self.run(3 * HOUR)
            self.now += 21 * HOUR

    def check(self) -> None:
        """Whatever would go now is old in truth, unless the clock was ahead on all the last days of use."""
        found = self.known.believed(self.shown)
        if found is None:
            return
        boundary = found - timedelta(days=LIMIT)
        gone = [each for each in self.recorded if each[1] < boundary and not self.known.holds(each[1], boundary)]
        young = [each for each in gone if self.now // DAY - each[0] < LIMIT and not each[2]]
        assert not young or all(ahead > 0 for _, ahead in self.counted[-NEEDED:])
        assert found <= self.shown
        self.known = self.known.without(boundary)
        self.recorded = [each for each in self.recorded if each not in gone]


steps = st.lists(
    st.one_of(
        st.tuples(st.just("run"), st.integers(1, 30 * HOUR)),
        st.tuples(st.just("work"), st.integers(1, NEEDED + 2)),
        st.tuples(st.just("set"), st.sampled_from([100 * DAY, 365 * DAY, -365 * DAY])),
        st.tuples(st.just("off"), st.integers(0, 120 * DAY)),
        st.tuples(st.just("set"), st.integers(-400 * DAY, 400 * DAY)),
        st.tuples(st.just("nudge"), st.integers(-9 * DAY, 9 * DAY)),
        st.tuples(st.just("right"), st.just(0)),
    ),
    min_size=1,
    max_size=40,
)


@settings(deadline=None, max_examples=300)
@given(steps)
def test_nothing_young_goes_unless_the_clock_stood_ahead_on_all_the_last_days_of_use(
    story: list[tuple[str, int]],
) -> None:
    life = Life()
    life.work(NEEDED)
    for what, much in story:
        match what:
            case "run":
                life.run(much)
            case "work":
                life.work(much)
            case "off":
                life.now += much
            case "set":
                life.ahead = much
            case "nudge":
                life.ahead += much
            case _:
                life.ahead = 0


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(1, 8 * HOUR), st.integers(-400, 400)), max_size=30), st.integers(0, 400))
def test_after_a_few_days_of_use_a_clock_that_stands_is_believed(past: list[tuple[int, int]], off: int) -> None:
    known = DaysOfUse()
    for millis, many in past:
        known = known.lived(after(many), millis)
    first = 500 + off
    for many in range(first, first + NEEDED):
        known = known.lived(after(many), LONG_ENOUGH)
    found = known.believed(after(first + NEEDED - 1))
    assert found == after(first)
    assert known.leap(after(first + NEEDED - 1)) is None


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, LONG_ENOUGH - 1), st.integers(0, 3)), min_size=1, max_size=60))
def test_a_day_of_use_takes_time_that_was_lived(looks: list[tuple[int, int]]) -> None:
    known, lived = DaysOfUse(), 0
    for millis, many in looks:
        known, lived = known.lived(after(many), millis), lived + millis
    assert len(known.days) <= lived // LONG_ENOUGH
    assert len(set(known.days)) == len(known.days)


def test_short_days_add_up() -> None:
    known = DaysOfUse()
    for many in range(10):
        known = known.lived(after(many), LONG_ENOUGH // 2)
    assert len(known.days) == 5


def test_a_year_ahead_is_not_believed_for_as_long_as_days_are_few() -> None:
    known = used(-6, -5, -4, -3, -2)
    assert known.believed(after(-2)) == after(-6)
    for jumped in range(1, NEEDED):
        known = known.lived(after(365 + jumped), LONG_ENOUGH)
        assert known.believed(after(365 + jumped)) == after(-6 + jumped)
        assert known.leap(after(365 + jumped)) == Leap(after(-2), after(366), NEEDED - jumped)
    known = known.lived(after(370), LONG_ENOUGH)
    assert known.believed(after(370)) == after(366)
    assert known.leap(after(370)) is None


def test_a_clock_that_was_put_right_again_leaves_no_leap() -> None:
    known = used(-4, -3, -2, -1, 365).shown(TODAY)
    assert known.leap(TODAY) is None
    assert known.believed(TODAY) == after(-4)


def test_a_clock_that_jumps_to_and_fro_is_not_believed() -> None:
    known = used(365, -4, -3, -2, -1)
    assert known.believed(after(366)) == after(-4)
    assert used(-4, 365, -4, 366, -4, 365).days == (after(366), after(-4), after(365))


def test_a_leap_is_told_before_a_single_day_stood() -> None:
    assert used(-4, -3, -2, -1, 0).leap(after(365)) == Leap(TODAY, after(365), NEEDED)
    assert used(-1, 0).leap(after(30)) == Leap(TODAY, after(30), NEEDED)
    assert used(-4, -3, -2, -1, 0).leap(after(7)) is None
    assert DaysOfUse().leap(TODAY) is None


def test_what_was_recorded_while_the_clock_was_behind_is_kept_its_full_time() -> None:
    known = used(-4, -3, -2, -1, 0).shown(after(-4_000))
    boundary = after(-90)
    assert known.holds(after(-4_000), boundary)
    assert known.holds(after(-3_999), boundary)
    assert not known.holds(after(-3_000), boundary)
    right = known.shown(after(1))
    assert right.without(boundary) == right
    assert right.holds(after(-4_000), after(1))
    assert not right.holds(after(-4_000), after(2))
    assert not right.without(after(2)).behind
