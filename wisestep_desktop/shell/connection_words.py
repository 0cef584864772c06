"""The connection in words: how it is, what it may do, and every circumstance of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.connect import TriedOut
from wisestep_desktop.services.connection_details import Details
from wisestep_desktop.services.facts import Connection, ConnectionState
from wisestep_desktop.services.sync import Progress
from wisestep_desktop.shell import formats
from wisestep_desktop.shell.words import N_, tr, trn

ENVIRONMENTS = {
    "production": N_("Production (go.actionstep.com)"),
    "staging": N_("Staging (go.actionstepstaging.com)"),
    "custom": N_("Own addresses"),
}
_SCOPES = {
    "users": N_("who you are"),
    "participants": N_("clients"),
    "actions": N_("matters"),
    "actiontypes": N_("kinds of matter"),
    "quickcodes": N_("activity types"),
    "timeentries": N_("time entries"),
    "timerecords": N_("time records"),
    "timerecordactivities": N_("activities of time records"),
    "divisions": N_("the organisation's time zone"),
    "utbmscodes": N_("UTBMS codes"),
}


@dataclass(frozen=True, slots=True)
class Status:
    """How the connection is: words with a mark, and a tone of ``quiet``, ``care``, ``good`` or ``wrong``."""

    text: str
    tone: str


def status(
    state: Connection, *, signing_in: bool, syncing: bool, progress: Progress | None, count: Callable[[int], str]
) -> Status:
    """Return how the connection is, as its chip says.

    Args:
        state: as last read.
        signing_in: whether the sign-in window is open.
        syncing: whether a sync runs.
        progress: how far it is, where that is known.
        count: writes a number as people here do.
    """
    if signing_in:
        return Status(tr("◐  Waiting for you to sign in…"), "care")
    if syncing:
        if progress is None:
            return Status(tr("◐  Syncing matters…"), "care")
        so_far, of = count(progress.matters), count(progress.of)
        return Status(tr("◐  Syncing {so_far} of about {of} matters", so_far=so_far, of=of), "care")
    match state.state:
        case ConnectionState.DISCONNECTED:
            return Status(tr("○  Not connected"), "quiet")
        case ConnectionState.SIGN_IN_AGAIN:
            return Status(tr("✕  Sign in again"), "wrong")
        case ConnectionState.ERROR:
            return Status(tr("!  Not up to date"), "care")
        case ConnectionState.READY | ConnectionState.SYNCING:
            if state.refused:
                return Status(trn("!  {count} entry needs you", "!  {count} entries need you", state.refused), "care")
            return Status(tr("●  Connected"), "good")


def scopes(names: Iterable[str]) -> str:
    """Return rights in words; one without a word is named as Actionstep does."""
    return ", ".join(tr(_SCOPES[name]) if name in _SCOPES else name for name in names)


def summary(details: Details, when: Callable[[Instant], str]) -> str:
    """Return the one line below the name: where, who, what it may do, and when it last synced."""
    state = details.connection
    if state.state is ConnectionState.DISCONNECTED:
        return tr("Not signed in on this computer. Recording and drafts go on; nothing is sent until you connect.")
    told = [state.organisation or "–"]
    if state.region:
        told.append(state.region)
    if state.person is not None:
        told.append(tr("signed in as {name}", name=state.person.name))
    if state.last_sync is not None:
        told.append(tr("last synced {date}", date=when(state.last_sync)))
    return " · ".join(told)


def lines(
    details: Details, when: Callable[[Instant], str], count: Callable[[int], str], pace: int
) -> list[tuple[str, str]]:
    """Return every circumstance as a name and its words, in the order in which people ask.

    Args:
        details: of the connection.
        when: writes an instant.
        count: writes a number.
        pace: milliseconds between two requests.
    """
    state = details.connection
    told = [
        (tr("Organisation"), state.organisation or "–"),
        (tr("Region"), state.region or tr(ENVIRONMENTS.get(details.environment, details.environment))),
        (tr("Signed in as"), f"{state.person.name} ({state.person.email})" if state.person else "–"),
        (tr("May use"), scopes(details.granted)),
    ]
    if details.missing:
        told.append((tr("May not use"), tr("{rights}. Signing in again asks for it.", rights=scopes(details.missing))))
    matters = tr("{open} open, {closed} closed", open=count(details.open_matters), closed=count(details.closed_matters))
    told += [
        (tr("Matters"), matters),
        (tr("Activity types"), count(state.activity_types)),
        (tr("Last sync"), tr("not yet") if state.last_sync is None else when(state.last_sync)),
        (tr("Next sync"), _next(details, when)),
        (tr("Pace"), _pace(pace)),
    ]
    if state.sign_in_ends is not None:
        told.append((tr("Sign-in"), tr("lasts until {date}, and longer when used", date=when(state.sign_in_ends))))
    return told


def _pace(millis: int) -> str:
    if not millis:
        return tr("one request after another")
    return tr("{seconds} s between two requests", seconds=formats.plain_seconds(millis))


def _next(details: Details, when: Callable[[Instant], str]) -> str:
    matters, types = details.connection.next_sync, details.next_types
    if matters is None:
        return "–"
    if types is None:
        return tr("matters {date}", date=when(matters))
    return tr("matters {date}, activity types {other}", date=when(matters), other=when(types))


def tried_out(found: TriedOut, count: Callable[[int], str]) -> str:
    """Return what came of a test."""
    return tr(
        "It works: signed in as {name}; {matters} matters and {types} activity types can be read. Answered in "
        "{seconds} s.",
        name=found.person.name,
        matters=count(found.matters),
        types=count(found.activity_types),
        seconds=formats.plain_seconds(found.milliseconds),
    )
