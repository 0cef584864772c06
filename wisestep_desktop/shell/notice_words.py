"""What waits for a person, in sentences and in what can be done about it. No Qt, and no name of a client or matter."""

from __future__ import annotations

from datetime import time
from enum import Enum, auto

from wisestep_desktop.core.settings import setting
from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.shell.formats import formats
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
    CRASH = auto()
    VERSION = auto()


_DEEDS = {
    NoticeKind.CONNECT: Deed.CONNECT,
    NoticeKind.SIGN_IN_AGAIN: Deed.CONNECT,
    NoticeKind.HEALTH: Deed.HEALTH,
    NoticeKind.REFUSED: Deed.SHOW,
    NoticeKind.CLOSED: Deed.SHOW,
    NoticeKind.UNCERTAIN: Deed.SHOW,
    NoticeKind.TIMER: Deed.STOP_TIMER,
    NoticeKind.SYNC: Deed.SYNC,
    NoticeKind.NAMES_IN_VAIN: Deed.SETTING,
    NoticeKind.TEAM_NEWS: Deed.TEAM,
    NoticeKind.TEAM_TROUBLE: Deed.TEAM,
    NoticeKind.CRASH: Deed.CRASH,
    NoticeKind.UPDATE: Deed.VERSION,
    NoticeKind.UPDATE_IMPORTANT: Deed.VERSION,
}


def deed_of(notice: Notice) -> Deed:
    """Return what a notice offers to do."""
    if notice.kind is NoticeKind.UNSENT:
        return Deed.DAY if notice.count == 1 else Deed.RADAR
    return _DEEDS[notice.kind]


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
        Deed.CRASH: tr("Look at the report…"),
        Deed.VERSION: tr("See what it brings"),
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
        case NoticeKind.HEALTH | NoticeKind.SYNC | NoticeKind.SIGN_IN_AGAIN | NoticeKind.TEAM_TROUBLE:
            return sentence(notice.about, notice.params)
        case _:
            return _SAID.get(notice.kind, _entries)(notice, since)


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


def _timer(notice: Notice, _since: str) -> str:
    return tr(
        "A timer has been running for {hours} hours. Stop it, then take off what was not work.", hours=notice.count
    )


def _version(notice: Notice, _since: str) -> str:
    if notice.kind is NoticeKind.UPDATE_IMPORTANT:
        return tr(
            "WiseStep {version} is available. It closes a security gap, so do not wait long.", version=notice.about
        )
    return tr("WiseStep {version} is available.", version=notice.about)


def _entries(notice: Notice, _since: str) -> str:
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


def _team_news(notice: Notice, _since: str) -> str:
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


def _crash(notice: Notice, since: str) -> str:
    if notice.count < 0:
        return tr("WiseStep ended unexpectedly on {day}. Your recorded time is kept.", day=since)
    kept = formats().clock(time(*divmod(notice.count, 60)))
    return tr("WiseStep ended unexpectedly on {day}. Your time up to {time} is kept.", day=since, time=kept)


def _unsent(notice: Notice, since: str) -> str:
    if notice.count == 1:
        return tr("{time} of work from {day} is not sent yet.", time=spoken(notice.millis), day=since)
    return tr(
        "{time} of work from {count} days is not sent yet, the oldest from {day}.",
        time=spoken(notice.millis),
        count=notice.count,
        day=since,
    )


def _in_vain(notice: Notice, _since: str) -> str:
    named = trn(
        "{setting} names an activity type that Actionstep does not have.",
        "{setting} names {count} activity types that Actionstep does not have.",
        notice.count,
        setting=notice.about,
    )
    if notice.about == "ACTIVITY_TYPES_NON_BILLABLE":
        return tr("{named} Such work would be billed; correct the name.", named=named)
    return tr("{named} It has no effect until the name is corrected.", named=named)


_SAID = {
    NoticeKind.TEAM_NEWS: _team_news,
    NoticeKind.NAMES_IN_VAIN: _in_vain,
    NoticeKind.TIMER: _timer,
    NoticeKind.UNSENT: _unsent,
    NoticeKind.CRASH: _crash,
    NoticeKind.UPDATE: _version,
    NoticeKind.UPDATE_IMPORTANT: _version,
}
"""Who says what; of entries, ``_entries`` does."""
