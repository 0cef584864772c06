"""What waits for a person: each kind when it is so and no longer, the urgent first, and put off for a day at most."""

from __future__ import annotations

from datetime import UTC, datetime

from tests.services.reading_firm import ONE, Firm
from tests.services.waiting_firm import (
    BLANK,
    EVENING,
    NOON,
    TODAY,
    ago,
    connect,
    draft,
    kinds,
    scene,
    sit_down,
    waiting,
    work,
)
from wisestep_desktop.core.errors import SignInAgain, Unavailable
from wisestep_desktop.core.ids import ActivityTypeId
from wisestep_desktop.core.instants import HOUR, MINUTE, from_datetime
from wisestep_desktop.core.matters import ActivityType
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.services import facts, off_screen, preferences
from wisestep_desktop.services.notices import Notice, NoticeKind, Scene, put_off
from wisestep_desktop.services.reminding import Owed, forget_said, owed, passed, said

NEXT_NOON = Instant(NOON + 24 * HOUR)


def only(firm: Firm, kind: NoticeKind, at: Scene | None = None) -> Notice:
    [found] = [each for each in waiting(firm, at) if each.kind is kind]
    return found


def refuse(firm: Firm, days: int = 2, reason: str = "refused.other") -> None:
    draft(firm, ago(days), state=EntryState.REFUSED, reason=reason)


def set_to(firm: Firm, name: str, text: str) -> None:
    firm.write(lambda books: preferences.change(books, name, text))


def start_timer(firm: Firm, at: int) -> None:
    firm.write(lambda books: off_screen.start_timer(books, Occupation.CALL, "", now=Instant(at), matter=ONE, zone=UTC))


# What waits --------------------------------------------------------------------------------------------------------


def test_somebody_new_is_asked_to_connect_and_for_nothing_else(firm: Firm) -> None:
    assert kinds(firm) == ["connect"]
    connect(firm)
    assert kinds(firm) == []


def test_the_most_urgent_comes_first(firm: Firm) -> None:
    connect(firm)
    firm.write(lambda books: facts.keep_trouble(books, SignInAgain("sign_in.again")))
    refuse(firm)
    refuse(firm, 6, "matter.closed")
    draft(firm, ago(5))
    start_timer(firm, NOON - 9 * HOUR)
    assert kinds(firm, scene(NOON, BLANK)) == [
        "sign_in_again",
        "health",
        "refused",
        "closed",
        "timer",
        "unsent",
    ]


def test_entries_for_closed_matters_are_told_apart_with_the_day_of_the_oldest(firm: Firm) -> None:
    for days in (4, 2):
        refuse(firm, days)
    refuse(firm, 7, "matter.closed")
    refused, closed = only(firm, NoticeKind.REFUSED), only(firm, NoticeKind.CLOSED)
    assert (refused.count, refused.since, closed.count, closed.since) == (2, ago(4), 1, ago(7))


def test_a_timer_waits_for_somebody_after_eight_hours(firm: Firm) -> None:
    start_timer(firm, NOON)
    assert "timer" not in kinds(firm, scene(Instant(NOON + 8 * HOUR)))
    late = only(firm, NoticeKind.TIMER, scene(Instant(NOON + 9 * HOUR + 5 * MINUTE)))
    assert (late.count, late.since) == (9, TODAY)
    firm.write(lambda books: off_screen.stop_timer(books, now=Instant(NOON + 9 * HOUR), zone=UTC))
    assert "timer" not in kinds(firm, scene(Instant(NOON + 10 * HOUR)))


def test_unsent_work_waits_from_the_days_that_are_set(firm: Firm) -> None:
    work(firm, ago(5), 30)
    work(firm, ago(4), 30)
    work(firm, ago(1), 30)
    found = only(firm, NoticeKind.UNSENT)
    assert (found.count, found.since, found.millis) == (2, ago(5), 60 * MINUTE)
    set_to(firm, "review.remind_after_days", "0")
    assert "unsent" not in kinds(firm)


def test_a_setting_that_names_what_nobody_has_is_told_by_its_own_name_only(firm: Firm) -> None:
    types = [ActivityType(ActivityTypeId(1), "Advice")]
    set_to(firm, "ACTIVITY_TYPES_NON_BILLABLE", "Marketting, Advice")
    assert "names_in_vain" not in kinds(firm)  # before a sync nobody can say
    firm.write(lambda books: books.matters.put_activity_types(types))
    set_to(firm, "activity.by_kind", "call=Advice")
    found = only(firm, NoticeKind.NAMES_IN_VAIN)
    assert (found.about, found.count) == ("ACTIVITY_TYPES_NON_BILLABLE", 1)
    assert "Marketting" not in repr(found)
    set_to(firm, "ACTIVITY_TYPES_NON_BILLABLE", "Advice")
    assert "names_in_vain" not in kinds(firm)
    firm.write(lambda books: books.matters.put_activity_types([ActivityType(ActivityTypeId(2), "Travel")]))
    assert {each.about for each in waiting(firm) if each.kind is NoticeKind.NAMES_IN_VAIN} == {
        "ACTIVITY_TYPES_NON_BILLABLE"
    }


def test_a_sync_that_failed_says_why(firm: Firm) -> None:
    connect(firm)
    firm.write(lambda books: facts.keep_trouble(books, Unavailable("net.server_error", status=500)))
    found = only(firm, NoticeKind.SYNC)
    assert (found.about, dict(found.params)) == ("net.server_error", {"status": 500})


def test_recording_that_does_not_work_outranks_a_signal(firm: Firm) -> None:
    assert only(firm, NoticeKind.HEALTH, scene(NOON, BLANK)).about == "capture.blank_titles"
    assert only(firm, NoticeKind.HEALTH, scene(NOON, BLANK, trouble="capture.no_display")).about == "capture.no_display"


# Not today ---------------------------------------------------------------------------------------------------------


def later(firm: Firm, kind: NoticeKind) -> None:
    found = only(firm, kind)
    firm.write(lambda books: put_off(books, found, TODAY))


def test_what_was_put_off_comes_back_tomorrow(firm: Firm) -> None:
    refuse(firm)
    work(firm, ago(5), 30)
    for kind in (NoticeKind.CONNECT, NoticeKind.REFUSED, NoticeKind.UNSENT):
        later(firm, kind)
    assert kinds(firm) == []
    assert kinds(firm, scene(NEXT_NOON)) == ["refused", "connect", "unsent"]


def test_another_entry_that_is_refused_is_told_though_the_others_were_put_off(firm: Firm) -> None:
    refuse(firm)
    later(firm, NoticeKind.REFUSED)
    refuse(firm)
    assert only(firm, NoticeKind.REFUSED).count == 2


def test_a_timer_that_was_put_off_stays_so_while_it_runs_on(firm: Firm) -> None:
    start_timer(firm, NOON - 9 * HOUR)
    later(firm, NoticeKind.TIMER)
    assert "timer" not in kinds(firm, scene(Instant(NOON + 2 * HOUR)))


def test_signing_in_and_time_in_doubt_cannot_be_put_off(firm: Firm) -> None:
    connect(firm)
    firm.write(lambda books: facts.keep_trouble(books, SignInAgain("sign_in.again")))
    at = scene(NOON, BLANK)
    for found in waiting(firm, at):
        firm.write(lambda books, found=found: put_off(books, found, TODAY))  # type: ignore[misc]
    assert kinds(firm, at) == ["sign_in_again", "health"]


# What the system says ----------------------------------------------------------------------------------------------


def told(firm: Firm, now: Instant = EVENING, *, watched: bool = False) -> list[str]:
    """Check as the shell does; keep what was said."""
    at = scene(now)
    over = firm.store.read(lambda books: passed(books, at))
    firm.write(lambda books: forget_said(books, over))
    found: Owed = firm.store.read(lambda books: owed(books, at, watched=watched))
    firm.write(lambda books: said(books, found.to_tell, at.today))
    return [each.kind.value for each in found.to_tell]


def test_the_reminder_comes_once_a_day_at_its_hour(firm: Firm) -> None:
    work(firm, ago(5), 30)
    assert told(firm, NOON) == []
    assert told(firm) == ["unsent"]
    assert told(firm, Instant(EVENING + HOUR)) == []
    assert told(firm, NEXT_NOON) == []
    assert told(firm, Instant(EVENING + 24 * HOUR)) == ["unsent"]


def test_it_waits_until_somebody_is_there(firm: Firm) -> None:
    work(firm, ago(5), 30)
    refuse(firm)
    assert told(firm, watched=True) == []
    sit_down(firm, EVENING, Presence.AWAY)
    assert told(firm, watched=True) == []
    back = Instant(EVENING + HOUR)
    sit_down(firm, back)
    assert told(firm, back, watched=True) == ["refused", "unsent"]


def test_each_cause_is_said_once_and_again_when_it_comes_again(firm: Firm) -> None:
    connect(firm)
    wrong = SignInAgain("sign_in.again")
    firm.write(lambda books: facts.keep_trouble(books, wrong))
    assert told(firm) == ["sign_in_again"]
    assert told(firm) == []
    firm.write(lambda books: facts.keep_trouble(books, None))
    assert told(firm) == []
    firm.write(lambda books: facts.keep_trouble(books, wrong))
    assert told(firm) == ["sign_in_again"]


def test_only_entries_not_spoken_of_yet_make_it_speak_again(firm: Firm) -> None:
    refuse(firm)
    assert told(firm) == ["refused"]
    assert told(firm) == []
    refuse(firm)
    assert told(firm) == ["refused"]
    assert told(firm) == []


def test_each_timer_is_spoken_of_once(firm: Firm) -> None:
    start_timer(firm, EVENING - 9 * HOUR)
    assert told(firm) == ["timer"]
    assert told(firm, Instant(EVENING + HOUR)) == []
    start_timer(firm, EVENING + HOUR)
    assert told(firm, Instant(EVENING + 12 * HOUR)) == ["timer"]


def test_silence_is_a_setting_and_what_was_put_off_is_not_said(firm: Firm) -> None:
    work(firm, ago(5), 30)
    later(firm, NoticeKind.UNSENT)
    assert told(firm) == []
    refuse(firm)
    set_to(firm, "notifications.system", "FALSE")
    assert told(firm) == []
    assert kinds(firm) == ["refused", "connect"]  # the window says it all the same


def test_another_hour_is_heeded(firm: Firm) -> None:
    work(firm, ago(5), 30)
    set_to(firm, "review.remind_at", "8:15")
    assert told(firm, from_datetime(datetime(2026, 3, 20, 8, 14, tzinfo=UTC))) == []
    assert told(firm, from_datetime(datetime(2026, 3, 20, 8, 15, tzinfo=UTC))) == ["unsent"]
