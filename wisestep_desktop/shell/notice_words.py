"""What waits for a person, in sentences and in what can be done about it. No Qt, and no name of a client or matter."""

from __future__ import annotations

from enum import Enum, auto

from wisestep_desktop.core.settings import setting
from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.setting_words import told
from wisestep_desktop.shell.texts import spoken
from wisestep_desktop.shell.words import tr, trn

_NAMED = 3
"""Settings that are told by name."""


class Deed(Enum):
    """What a notice offers to do."""

    CONNECT = auto()
    SYNC = auto()
    SHOW = auto()
    HEALTH = auto()
    DAY = auto()
    RADAR = auto()
    STOP_TIMER = auto()
    SETTING = auto()
    TEAM = auto()


def deed_of(notice: Notice) -> Deed:
    """Return what a notice offers to do."""
    match notice.kind:
        case NoticeKind.CONNECT | NoticeKind.SIGN_IN_AGAIN:
            return Deed.CONNECT
        case NoticeKind.HEALTH:
            return Deed.HEALTH
        case NoticeKind.REFUSED | NoticeKind.CLOSED | NoticeKind.UNCERTAIN:
            return Deed.SHOW
        case NoticeKind.TIMER:
            return Deed.STOP_TIMER
        case NoticeKind.SYNC:
            return Deed.SYNC
        case NoticeKind.NAMES_IN_VAIN:
            return Deed.SETTING
        case NoticeKind.TEAM_NEWS | NoticeKind.TEAM_TROUBLE:
            return Deed.TEAM
        case NoticeKind.UNSENT:
            return Deed.DAY if notice.count == 1 else Deed.RADAR


def deed_words(notice: Notice) -> str:
    """Return what its button says."""
    one = notice.count == 1
    connects = notice.kind is NoticeKind.CONNECT
    called = {
        Deed.CONNECT: tr("Connect to Actionstep") if connects else tr("Sign in again"),
        Deed.HEALTH: tr("Open health"),
        Deed.SHOW: tr("Show it") if one else tr("Show them"),
        Deed.STOP_TIMER: tr("Stop the timer"),
        Deed.SYNC: tr("Try again"),
        Deed.SETTING: tr("Open the setting"),
        Deed.TEAM: tr("Open the team"),
        Deed.DAY: tr("Show the day"),
        Deed.RADAR: tr("Show the days"),
    }
    return called[deed_of(notice)]


def said(notice: Notice, since: str) -> str:
    """Return a notice as the window says it.

    Args:
        notice: to be said.
        since: its day as people here write it; empty where it has none.
    """
    match notice.kind:
        case NoticeKind.CONNECT:
            return tr("Connect to Actionstep to see your matters and send your time. Until then it is kept here.")
        case NoticeKind.TEAM_NEWS:
            return _team_news(notice)
        case NoticeKind.HEALTH | NoticeKind.SYNC | NoticeKind.SIGN_IN_AGAIN | NoticeKind.TEAM_TROUBLE:
            return sentence(notice.about, notice.params)
        case NoticeKind.NAMES_IN_VAIN:
            return _in_vain(notice)
        case NoticeKind.TIMER:
            return tr(
                "A timer has been running for {hours} hours. Stop it, then take off what was not work.",
                hours=notice.count,
            )
        case NoticeKind.UNSENT:
            return _unsent(notice, since)
        case _:
            return _entries(notice)


def told_by_the_system(notice: Notice) -> str:
    """Return a notice as a lock screen may show it: counts and times, nothing else."""
    match notice.kind:
        case NoticeKind.SIGN_IN_AGAIN:
            return tr("Actionstep asks you to sign in again. Your time is kept and goes out afterwards.")
        case NoticeKind.UNSENT:
            return trn(
                "{time} of work from one day is not sent yet.",
                "{time} of work from {count} days is not sent yet.",
                notice.count,
                time=spoken(notice.millis),
            )
        case _:
            return said(notice, "")


def bell_name(count: int) -> str:
    """Return what a screen reader calls the bell."""
    return tr("Notifications, {count}", count=count) if count else tr("Notifications, none")


def _entries(notice: Notice) -> str:
    if notice.kind is NoticeKind.CLOSED:
        return trn(
            "One entry waits because its matter has been closed. Say whether it goes out anyway.",
            "{count} entries wait because their matters have been closed. Say whether they go out anyway.",
            notice.count,
        )
    if notice.kind is NoticeKind.UNCERTAIN:
        return trn(
            "One entry may have arrived or not. Actionstep is asked before anything is sent again.",
            "{count} entries may have arrived or not. Actionstep is asked before anything is sent again.",
            notice.count,
        )
    return trn(
        "One entry was not sent. Its time is kept; see why, then send it again.",
        "{count} entries were not sent. Their time is kept; see why, then send them again.",
        notice.count,
    )


def _team_news(notice: Notice) -> str:
    """Return which settings the team decided anew; a few by name, more by number."""
    names = notice.about.split(",")
    if len(names) > _NAMED:
        return tr("Your team changed {count} settings. They hold from now on.", count=len(names))
    labels = ", ".join(f"“{told(setting(name)).label}”" for name in names)
    return trn(
        "Your team changed {names}. It holds from now on.",
        "Your team changed {names}. They hold from now on.",
        len(names),
        names=labels,
    )


def _unsent(notice: Notice, since: str) -> str:
    if notice.count == 1:
        return tr("{time} of work from {day} is not sent yet.", time=spoken(notice.millis), day=since)
    return tr(
        "{time} of work from {count} days is not sent yet, the oldest from {day}.",
        time=spoken(notice.millis),
        count=notice.count,
        day=since,
    )


def _in_vain(notice: Notice) -> str:
    named = trn(
        "{setting} names an activity type that Actionstep does not have.",
        "{setting} names {count} activity types that Actionstep does not have.",
        notice.count,
        setting=notice.about,
    )
    if notice.about == "ACTIVITY_TYPES_NON_BILLABLE":
        return tr("{named} Such work would be billed; correct the name.", named=named)
    return tr("{named} It has no effect until the name is corrected.", named=named)
