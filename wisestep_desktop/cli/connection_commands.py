"""Settings, connecting, syncing, and the cache of matters and activity types."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from decimal import Decimal

from wisestep_desktop.bootstrap import Program, open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import Shape, emit, matter_shape, maybe_iso, table, wall
from wisestep_desktop.core.errors import SignInFailed, WiseStepError
from wisestep_desktop.core.instants import whole_seconds
from wisestep_desktop.core.matters import ActivityType, Matter
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import connect, facts, preferences, review
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.services.sync import Depth, Progress, SyncResult, sync_alone
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.words import tr, trn


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the commands."""
    settings = command(commands, "settings", _settings, tr("show and change settings"))
    settings.add_argument("action", choices=["list", "get", "set"])
    settings.add_argument("name", nargs="?")
    settings.add_argument("value", nargs="?", help=tr("- reads it from standard input"))
    connecting = command(commands, "connect", _connect, tr("sign in to Actionstep"))
    connecting.add_argument("--browser", choices=["embedded", "system"], default=None)
    connecting.add_argument(
        "--paste", action="store_true", help=tr("read the address the browser ends at from standard input")
    )
    connecting.add_argument("--no-open", action="store_true", help=tr("print the address instead of opening a browser"))
    command(commands, "disconnect", _disconnect, tr("forget the sign-in on this computer"))
    command(commands, "status", _status, tr("show the connection"))
    syncing = command(commands, "sync", _sync, tr("bring matters and activity types up to date"))
    syncing.add_argument("--full", action="store_true", help=tr("walk every matter again"))
    matters = command(commands, "matters", _matters, tr("show the matters known here"))
    matters.add_argument("text", nargs="?", default="")
    command(commands, "activity-types", _activity_types, tr("show the activity types"))


def _settings(arguments: argparse.Namespace) -> int:
    name, value = arguments.name, arguments.value
    needed = {"list": 0, "get": 1, "set": 2}[arguments.action]
    if sum(given is not None for given in (name, value)) != needed:
        print(tr("Usage: wisestep settings list | get NAME | set NAME VALUE"), file=sys.stderr)
        return 2
    if value == "-":
        value = sys.stdin.readline()  # a secret on the command line could be seen by every program of this computer
    with open_program(arguments.data_dir) as program:
        match arguments.action:
            case "set":
                changed = program.store.write(lambda books: preferences.change(books, name, value)).result()
                shown: tuple[Preference, ...] = (changed,)
            case "get":
                shown = (program.store.read(lambda books: preferences.preference(books, name)),)
            case _:
                shown = program.store.read(preferences.preferences)
        misspelt = program.store.read(_misspelt)
    if arguments.json:
        emit({each.name: _preference_shape(each) for each in shown})
    else:
        table([(each.name, _shown(each), each.source) for each in shown], (tr("Setting"), tr("Value"), tr("Set by")))
    for unknown in misspelt:
        print(tr("ACTIVITY_TYPES_NON_BILLABLE: no activity type is called “{name}”.", name=unknown), file=sys.stderr)
    return 0


def _misspelt(books: Books) -> tuple[str, ...]:
    types = books.matters.activity_types()
    known = [each.name for each in types]
    return review.unknown_non_billable(Settings(books.settings.all()), known) if types else ()


def _preference_shape(each: Preference) -> Shape:
    """Return a setting; numbers with decimals are texts, which no reader can round."""
    value, default = (str(told) if isinstance(told, Decimal) else told for told in (each.value, each.default))
    return {"value": value, "default": default, "source": each.source}


def _shown(each: Preference) -> str:
    match each.value:
        case None:
            return tr("(kept, not shown)") if each.source != "default" else tr("(not set)")
        case bool():
            return "TRUE" if each.value else "FALSE"
        case tuple():
            return ", ".join(each.value)
        case _:
            return str(each.value)


def _connect(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        kind = arguments.browser or ("system" if arguments.no_open else program.settings().text("connection.browser"))
        if arguments.paste:
            kind, arguments.no_open = "paste", True
        told = _Announced(arguments)
        try:
            organisation = _sign_in(program, kind, told, opens=not arguments.no_open)
        except SignInFailed as failed:
            if failed.code != "signin.switch_to_system":
                raise
            organisation = _sign_in(program, "system", told, opens=not arguments.no_open)
        person = connect.identify(program.store, program.practice)
        region = program.store.read(facts.read_connection).region
    if arguments.json or arguments.no_open:
        emit({"connected": True, "organisation": organisation, "user": person.name, "region": region})
    else:
        where = tr(" in {region}", region=region) if region else ""
        print(
            tr(
                "Connected to {organisation}{where} as {user}.",
                organisation=organisation,
                where=where,
                user=person.name,
            )
        )
    return 0


class _Announced:
    """Tells the address to open, as JSON where it was asked for."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._json = arguments.json or arguments.no_open
        self._silent = not arguments.no_open and arguments.json

    def __call__(self, url: str) -> None:
        if self._silent:
            return
        if self._json:
            emit({"authorize_url": url})
        else:
            print(tr("Please sign in to Actionstep in the window that opens."), flush=True)


def _sign_in(program: Program, kind: str, told: _Announced, *, opens: bool) -> str:
    window = program.sign_in_window(kind, opens=opens)
    return connect.connect(program.store, program.authorizer, window, told)


def _disconnect(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        had = connect.disconnect(program.store)
    if arguments.json:
        emit({"connected": False, "was_connected": had})
    elif had:
        print(
            tr(
                "Disconnected: the sign-in is forgotten on this computer. Actionstep offers no way to withdraw it from "
                "here; you can do that in Actionstep."
            )
        )
    else:
        print(tr("There was no connection."))
    return 0


def _status(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        now = program.store.read(facts.read_connection)
        zone, at = program.clock.zone(), program.clock.read().wall
        environment = program.settings().text("connection.environment")
        with program.syncing_turn.take() as nobody_syncs:
            state = now.state if nobody_syncs else facts.ConnectionState.SYNCING
    soon = now.ends_soon(at)
    shape = {
        "connected": now.state is not facts.ConnectionState.DISCONNECTED,
        "organisation": now.organisation,
        "user": now.person.name if now.person else None,
        "state": state,
        "reason": None if now.trouble is None else sentence(now.trouble.code, now.trouble.params),
        "matters": now.matters,
        "activity_types": now.activity_types,
        "last_sync": maybe_iso(now.last_sync, zone),
        "next_sync": maybe_iso(now.next_sync, zone),
        "outbox": now.outbox,
        "refused": now.refused,
        "region": now.region,
        "environment": environment,
        "sign_in_ends": maybe_iso(now.sign_in_ends, zone),
        "warning": sentence("sign_in.ends_soon", {"date": wall(maybe_iso(now.sign_in_ends, zone))}) if soon else None,
    }
    if arguments.json:
        emit(shape)
    else:
        print("\n".join(_status_lines(shape)))
    return 0


def _status_lines(shape: Shape) -> list[str]:
    """Return the connection in words."""
    if not shape["connected"]:
        return [sentence("connection.none"), *_waiting_lines(shape)]
    where = shape["region"] or shape["environment"]
    lines = [
        tr("Connected to {organisation} ({where}) as {user}.", where=where, organisation=shape["organisation"],
           user=shape["user"] or "–"),
        tr("{matters} matters and {activity_types} activity types are known here.", **shape),
    ]  # fmt: skip
    if shape["state"] == facts.ConnectionState.SYNCING:
        lines.append(tr("Syncing right now."))
    elif shape["last_sync"]:
        last, following = wall(shape["last_sync"]), wall(shape["next_sync"])
        lines.append(tr("Last synced {last}, next {following}.", last=last, following=following))
    lines += _waiting_lines(shape)
    lines.append(tr("The sign-in lasts until {date}, and longer when used.", date=wall(shape["sign_in_ends"])))
    return [*lines, *(told for told in (shape["reason"], shape["warning"]) if told)]


def _waiting_lines(shape: Shape) -> list[str]:
    waiting, refused = shape["outbox"], shape["refused"]
    told = []
    if waiting:
        told.append(
            trn("{count} entry waits to be sent: wisestep outbox.", "{count} entries wait to be sent: wisestep outbox.",
                waiting)
        )  # fmt: skip
    if refused:
        told.append(
            trn("{count} entry was not sent and needs you: wisestep entries.",
                "{count} entries were not sent and need you: wisestep entries.", refused)
        )  # fmt: skip
    return told


def _sync(arguments: argparse.Namespace) -> int:
    def tell(progress: Progress) -> None:
        if not arguments.json:
            print(
                trn("{count} of about {of} matter", "{count} of about {of} matters", progress.matters, of=progress.of)
            )

    with open_program(arguments.data_dir) as program:
        done = _synced(program, tell, Depth.FULL if arguments.full else Depth.WALK)
    shape = {
        "matters": done.matters,
        "activity_types": done.activity_types,
        "added": done.added,
        "changed": done.changed,
        "removed": done.removed,
        "requests": done.requests,
        "seconds": whole_seconds(done.milliseconds),
    }
    if arguments.json:
        emit(shape)
    else:
        print(
            tr(
                "{matters} matters, {activity_types} activity types: {added} new, {changed} changed, {removed} gone.",
                **shape,
            )
        )
    return 0


def _synced(program: Program, tell: Callable[[Progress], None], depth: Depth) -> SyncResult:
    """Sync, and keep what went wrong for ``status`` and the windows."""
    try:
        return sync_alone(
            program.syncing_turn, program.store, program.clock, program.practice, program.recogniser, tell, depth
        )
    except WiseStepError as error:
        trouble = error
        if trouble.code not in ("connection.none", "net.sync_running"):
            program.store.write(lambda books: facts.keep_trouble(books, trouble)).result()
        raise


def _matters(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        known = program.store.read(lambda books: books.matters.matters())
    wanted = arguments.text.casefold().split()
    found = [matter for matter in known if not matter.gone and _says(matter, wanted)]
    if arguments.json:
        emit([matter_shape(matter) for matter in found])
    else:
        rows = [(each.id, each.reference, each.name, each.status, "; ".join(each.clients)) for each in found]
        table(rows, (tr("Id"), tr("Reference"), tr("Name"), tr("Status"), tr("Clients")))
    return 0


def _says(matter: Matter, wanted: list[str]) -> bool:
    text = " ".join((str(matter.id), matter.name, matter.reference or "", *matter.clients)).casefold()
    return all(word in text for word in wanted)


def _activity_types(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        known, free = program.store.read(_types_and_free)
    shapes = [{"id": each.id, "name": each.name, "billable": review.same_name(each.name) not in free} for each in known]
    if arguments.json:
        emit(shapes)
    else:
        rows = [(each["id"], each["name"], tr("yes") if each["billable"] else tr("no")) for each in shapes]
        table(rows, (tr("Id"), tr("Name"), tr("Billable")))
    return 0


def _types_and_free(books: Books) -> tuple[tuple[ActivityType, ...], frozenset[str]]:
    return books.matters.activity_types(), review.non_billable_names(Settings(books.settings.all()))
