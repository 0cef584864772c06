"""Teams: making one, deciding, publishing, inviting; joining one, following it, leaving it."""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from wisestep_desktop.bootstrap import Program, open_program
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import Shape, emit, maybe_iso, table
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.invitation import MOST_INVITATION, SUFFIX, is_invitation_link
from wisestep_desktop.core.signed import to_text
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import membership, publishing
from wisestep_desktop.services.believing import fingerprint, held
from wisestep_desktop.services.inviting import invite
from wisestep_desktop.services.team_standing import Standing, standing_of
from wisestep_desktop.services.teamwork import Teamwork
from wisestep_desktop.shell.sentences import explain, sentence
from wisestep_desktop.shell.words import tr, trn

Run = Callable[[Program, argparse.Namespace], Shape]


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command with its actions."""
    parser = commands.add_parser("team", help=tr("teams: settings that a firm shares"))
    actions = parser.add_subparsers(metavar="ACTION", required=True)
    _action(actions, "status", _status, tr("the team whose settings hold, and what it decides"))
    creating = _action(actions, "create", _create, tr("make a team and publish its first profile"))
    creating.add_argument("--name", required=True, help=tr("of the team"))
    creating.add_argument("--owner", required=True, metavar="NAME", help=tr("your name, as the others see it"))
    creating.add_argument(
        "--place", required=True, metavar="FOLDER", help=tr("a folder everybody in the firm can read")
    )
    setting = _action(actions, "set", _set, tr("put a setting into the draft; a blank value takes it out"))
    setting.add_argument("name")
    setting.add_argument("value")
    published = _action(actions, "publish", _publish, tr("publish the draft"))
    published.add_argument("--file", metavar="FILE", help=tr("write it to be uploaded, where the place is an address"))
    invited = _action(actions, "invite", _invite, tr("make an invitation: a link and a file"))
    invited.add_argument("--days", type=int, default=14, help=tr("for how long it is good; 0 for ever"))
    invited.add_argument("--with-secret", action="store_true", help=tr("and the client secret, sealed under a code"))
    invited.add_argument("--file", metavar="FILE", help=tr("write the invitation there too"))
    joining = _action(actions, "join", _join, tr("join a team"))
    joining.add_argument("invitation", help=tr("an invitation: its link or its file"))
    joining.add_argument("--code", default="", help=tr("opens a sealed secret; - reads it from standard input"))
    joining.add_argument("--keep-other", action="store_true", help=tr("the settings of the team in force go on"))
    _action(actions, "check", _check, tr("ask for the newest settings now"))
    moving = _action(actions, "move", _move, tr("ask for the settings somewhere else from now on"))
    moving.add_argument("place", metavar="PLACE", help=tr("the folder or the https address where they are now"))
    using = _action(actions, "use", _use, tr("let another team's settings hold; none for no team's"))
    using.add_argument("team")
    leaving = _action(actions, "leave", _leave, tr("leave the team; your own settings hold again"))
    leaving.add_argument("team", nargs="?")
    asking = _action(actions, "ask-to-manage", _ask, tr("make a key of your own, and the request for the owner"))
    asking.add_argument("--name", required=True, help=tr("your name, as the others see it"))
    adding = _action(actions, "add-manager", _add_manager, tr("let somebody publish, by their request"))
    adding.add_argument("request")
    removing = _action(actions, "remove-manager", _remove_manager, tr("let somebody publish no longer"))
    removing.add_argument("name")
    _action(actions, "recovery-key", _recovery, tr("the owner's key, to be kept on paper"))
    recovering = _action(actions, "recover", _recover, tr("take the owner's key from standard input"))
    recovering.set_defaults(from_input=True)


def _action(actions: Commands[argparse.ArgumentParser], name: str, run: Run, about: str) -> argparse.ArgumentParser:
    def whole(arguments: argparse.Namespace) -> int:
        with open_program(arguments.data_dir) as program:
            shape = run(program, arguments)
        if arguments.json:
            emit(shape)
        else:
            _tell(shape)
        return 0

    return command(actions, name, whole, about)


def _status(program: Program, _arguments: argparse.Namespace) -> Shape:
    return _shape(program)


def _create(program: Program, arguments: argparse.Namespace) -> Shape:
    _work(program).create(arguments.name, arguments.owner, _place(arguments.place))
    return _shape(program)


def _set(program: Program, arguments: argparse.Namespace) -> Shape:
    _work(program).decide(_active(program), arguments.name, arguments.value)
    return _shape(program)


def _publish(program: Program, arguments: argparse.Namespace) -> Shape:
    team = _active(program)
    if arguments.file is None:
        publishing.publish(program.teams, team)
    else:
        publishing.publish_as_file(program.teams, team, partial(_write, Path(arguments.file)))
    return _shape(program)


def _invite(program: Program, arguments: argparse.Namespace) -> Shape:
    days = arguments.days if arguments.days > 0 else None
    invited = invite(program.teams, secrets.token_bytes, _active(program), days=days, with_secret=arguments.with_secret)
    if arguments.file is not None:
        _write(Path(arguments.file), invited.file)
    expires = maybe_iso(invited.invitation.expires, program.clock.zone())
    return {"link": invited.link, "file_name": invited.file_name, "code": invited.code or None, "expires": expires}


def _join(program: Program, arguments: argparse.Namespace) -> Shape:
    code = sys.stdin.readline() if arguments.code == "-" else arguments.code
    offer = membership.read_offer(program.teams, _opened(arguments.invitation), code)
    membership.join(program.teams, offer, activate=not arguments.keep_other)
    return _shape(program)


def _check(program: Program, _arguments: argparse.Namespace) -> Shape:
    if program.policy.team_place is None:
        _active(program)
    checked = membership.check(program.teams, program.policy)
    if checked.trouble is not None:
        raise checked.trouble
    return {**_shape(program), "changed": list(checked.changed)}


def _move(program: Program, arguments: argparse.Namespace) -> Shape:
    membership.move(program.teams, _active(program), _place(arguments.place))
    return _shape(program)


def _use(program: Program, arguments: argparse.Namespace) -> Shape:
    membership.use(program.teams, None if arguments.team == "none" else TeamId(arguments.team))
    return _shape(program)


def _leave(program: Program, arguments: argparse.Namespace) -> Shape:
    team = TeamId(arguments.team) if arguments.team else _active(program)
    membership.leave(program.teams, team, program.policy)
    return _shape(program)


def _ask(program: Program, arguments: argparse.Namespace) -> Shape:
    return {"request": _work(program).ask_to_manage(_active(program), arguments.name)}


def _add_manager(program: Program, arguments: argparse.Namespace) -> Shape:
    _work(program).add_manager(_active(program), arguments.request)
    return _shape(program)


def _remove_manager(program: Program, arguments: argparse.Namespace) -> Shape:
    team = _active(program)
    managers = standing_of(program.teams, team).pending.roster.managers
    named = next((each for each in managers if arguments.name in (each.name, to_text(each.key))), None)
    if named is None:
        raise BadInput("team.no_such_manager", name=arguments.name[:60])
    _work(program).remove_manager(team, named.key)
    return _shape(program)


def _recovery(program: Program, _arguments: argparse.Namespace) -> Shape:
    return {"recovery_key": _work(program).recovery(_active(program))}


def _recover(program: Program, _arguments: argparse.Namespace) -> Shape:
    _work(program).recover(_active(program), sys.stdin.readline())
    return _shape(program)


def _work(program: Program) -> Teamwork:
    return Teamwork(program.teams, secrets.token_bytes)


def _active(program: Program) -> TeamId:
    active = program.store.read(lambda books: books.teams.active())
    if active is None:
        raise BadInput("team.none")
    return active.team


def _place(named: str) -> str:
    """Return a place as it is kept: the whole path of a folder, or an address."""
    return named if "://" in named else str(Path(named).expanduser().absolute())


def _opened(named: str) -> str | bytes:
    """Return an invitation: the link itself, or the content of the file named."""
    if is_invitation_link(named) or not named.casefold().endswith(SUFFIX):
        return named
    try:
        with Path(named).open("rb") as stream:
            return stream.read(4 * MOST_INVITATION + 1)
    except OSError as error:
        raise BadInput("team.file_unreadable", file=named, reason=error.strerror or "") from error


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise BadInput("team.file_not_written", file=str(file), reason=error.strerror or "") from error


def _shape(program: Program) -> Shape:
    def read(books: Books) -> tuple[TeamId | None, list[Shape]]:
        active = books.teams.active()
        every = [
            {"team": each.team, "name": held(each).name, "active": each.active} for each in books.teams.memberships()
        ]
        return None if active is None else active.team, every

    team, teams = program.store.read(read)
    if team is None:
        return {"team": None, "teams": teams}
    return {**_standing(standing_of(program.teams, team), program), "teams": teams}


def _standing(standing: Standing, program: Program) -> Shape:
    profile, one, zone = standing.profile, standing.membership, program.clock.zone()
    roster = profile.roster
    return {
        "team": one.team,
        "name": profile.name,
        "role": standing.role,
        "version": profile.version,
        "published": maybe_iso(profile.published, zone),
        "published_by": profile.publisher,
        "place": one.place,
        "fingerprint": fingerprint(roster.owner.key),
        "checked": maybe_iso(one.checked, zone),
        "trouble": one.trouble and sentence(one.trouble, one.params),
        "news": list(one.news),
        "settings": dict(profile.settings),
        "draft": dict(standing.draft.settings),
        "owner": roster.owner.name,
        "managers": [each.name for each in roster.managers],
        "unpublished": not standing.draft.is_empty,
    }


def _tell(shape: Shape) -> None:
    """Print a shape for people."""
    if "link" in shape:
        print(shape["link"])
        if shape["code"]:
            print(tr("Code, to be told another way: {code}", code=shape["code"]), file=sys.stderr)
        return
    for name in ("request", "recovery_key"):
        if name in shape:
            print(shape[name])
            return
    if shape["team"] is None:
        print(tr("No team's settings hold now.") if shape["teams"] else explain(BadInput("team.none")))
        _tell_teams(shape["teams"])
        return
    version, name = shape["version"], shape["published_by"]
    print(tr("{team}, version {version}, by {name}", team=shape["name"], version=version, name=name))
    if shape["trouble"]:
        print(shape["trouble"])
    decided = {**shape["settings"], **shape["draft"]}
    lines = [(name, text, tr("not published") if name in shape["draft"] else "") for name, text in decided.items()]
    table(lines, (tr("Setting"), tr("Value"), ""))
    if shape["unpublished"]:
        print(tr("There are changes that are not published."))
    if len(shape["teams"]) > 1:
        _tell_teams(shape["teams"])
    if "changed" in shape:
        count = len(shape["changed"])
        print(trn("{count} setting changed.", "{count} settings changed.", count))


def _tell_teams(teams: Sequence[Shape]) -> None:
    """Print the teams this person belongs to, by what ``use`` calls them."""
    if teams:
        lines = [(each["team"], each["name"], tr("in force") if each["active"] else "") for each in teams]
        table(lines, (tr("Team"), tr("Name"), ""))
