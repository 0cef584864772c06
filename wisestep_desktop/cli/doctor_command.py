"""``wisestep doctor``: what an administrator asks first, in sections, and the same as JSON. No title, no secret."""

from __future__ import annotations

import argparse
import os
import platform
import textwrap
from collections.abc import Iterable, Sequence

from wisestep_desktop import __version__
from wisestep_desktop.bootstrap import KEY_FILE, Program, open_program, watcher
from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import Shape, emit
from wisestep_desktop.core.choices import Choice
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.policy import TEAM_FINGERPRINT, TEAM_PLACE, Policy
from wisestep_desktop.core.settings import setting
from wisestep_desktop.ports.capture import SignalHealth
from wisestep_desktop.services import facts
from wisestep_desktop.shell import health
from wisestep_desktop.shell.capture_sentences import brief
from wisestep_desktop.shell.guides import Guide, guide, steps_for
from wisestep_desktop.shell.policy_words import complaint_words
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.words import tr

_WIDTH = 100
_OF_TEAM = ((TEAM_PLACE, "team_place"), (TEAM_FINGERPRINT, "team_fingerprint"))
_DESKTOP = ("XDG_SESSION_TYPE", "XDG_CURRENT_DESKTOP", "WAYLAND_DISPLAY", "DISPLAY")
"""What a desktop says of itself in the environment; shown as it is."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    command(commands, "doctor", _doctor, tr("the health of every signal, and what was chosen and why"))


def _doctor(arguments: argparse.Namespace) -> int:
    with open_program(arguments.data_dir) as program:
        shape = {**_program(program), "policy": _policy(program.policy), **_capture()}
    if arguments.json:
        emit(shape)
    else:
        print("\n\n".join(_sections(shape)))
    return 0


def _program(program: Program) -> Shape:
    connection = program.store.read(facts.read_connection)
    return {
        "version": __version__,
        "python": platform.python_version(),
        "system": platform.platform(),
        "timeline": str(program.store.path),
        "key": "keyring" if program.keys.kind == "keyring" else f"KEY FILE ({KEY_FILE})",
        "zone": program.clock.zone_name(),
        "connection": connection.state,
        "matters": connection.matters,
        "actionstep": program.store.read(facts.learnt),
    }


def _policy(policy: Policy) -> Shape:
    """Return what an administrator decided, and what of it does not hold; a secret is there without its value."""
    return {
        "places": list(policy.places),
        "settings": {name: None if setting(name).secret else text for name, text in policy.texts.items()},
        "team_place": policy.team_place,
        "team_fingerprint": policy.team_fingerprint,
        "complaints": [{"code": each.code, "reason": complaint_words(each)} for each in policy.complaints],
    }


def _capture() -> Shape:
    """Return what watches this desktop; nothing is recorded while asking."""
    desktop = {name: os.environ[name] for name in _DESKTOP if os.environ.get(name)}
    try:
        watched = watcher()
    except CaptureUnavailable as error:
        return {
            "desktop": desktop,
            "capture": None,
            "capture_reason": sentence(error.code, error.params),
            "choice": _choice(error.choice),
            "signals": [],
            "steps": _steps(guide(error.code)),
        }
    try:
        signals = watched.health()
        return {
            "desktop": desktop,
            "capture": watched.name,
            "capture_reason": None,
            "choice": _choice(watched.choice),
            "signals": [_signal(each) for each in signals],
            "steps": _steps(steps_for(signals, watched.choice)),
        }
    finally:
        watched.close()


def _choice(choice: Choice) -> list[Shape]:
    return [
        {
            "need": chosen.need,
            "name": chosen.name,
            "tried": [{"name": each.name, "code": each.reason, "reason": brief(each.reason)} for each in chosen.tried],
        }
        for chosen in choice
    ]


def _signal(each: SignalHealth) -> Shape:
    reason = None if each.reason is None else sentence(each.reason)
    return {"signal": each.signal, "health": each.health, "code": each.reason, "reason": reason}


def _steps(found: Guide | None) -> list[str]:
    return [] if found is None else list(found.steps)


def _sections(shape: Shape) -> Iterable[str]:
    facts_told = [(name, shape[name]) for name in ("version", "python", "system", "timeline", "key", "zone")]
    yield _section(tr("Program"), facts_told)
    learnt = [(f"actionstep {name}", text) for name, text in shape["actionstep"].items()]
    connected = [("connection", shape["connection"]), ("matters", shape["matters"])]
    yield _section(tr("Actionstep"), [*connected, *learnt])
    yield from _policy_section(shape["policy"])
    yield _section(tr("Desktop"), list(shape["desktop"].items()) or [("-", tr("nothing says that there is one"))])
    yield _section(tr("Watching"), [(health.need(each["need"]), _told(each)) for each in shape["choice"]])
    if shape["capture_reason"] is not None:
        yield f"{tr('Nothing is recorded')}: {shape['capture_reason']}"
    if shape["signals"]:
        lines = [(health.signal_name(each["signal"]), _state(each)) for each in shape["signals"]]
        yield _section(tr("Signals"), lines)
    if shape["steps"]:
        yield _section(tr("What to do"), [(f"{number}.", step) for number, step in enumerate(shape["steps"], start=1)])


def _policy_section(policy: Shape) -> Iterable[str]:
    """Return what an administrator decided, where anybody did."""
    lines = [(tr("from"), place) for place in policy["places"]]
    for name, text in policy["settings"].items():
        lines.append((name, tr("(kept, not shown)") if text is None else text))
    lines += [(name, policy[key]) for name, key in _OF_TEAM if policy[key]]
    lines += [("!", each["reason"]) for each in policy["complaints"]]
    if lines:
        yield _section(tr("Policy"), lines)


def _told(chosen: Shape) -> str:
    name = health.technology(chosen["name"])
    tried = "; ".join(f"{health.technology(each['name'])}: {each['reason']}" for each in chosen["tried"])
    return f"{name}. {tr('Tried before')}: {tried}" if tried else name


def _state(each: Shape) -> str:
    word = health.health_word(each["health"])
    return word if each["reason"] is None else f"{word}: {each['reason']}"


def _section(title: str, rows: Sequence[tuple[str, object]]) -> str:
    wide = max((len(name) for name, _ in rows), default=0) + 2
    lines = [title]
    for name, value in rows:
        indent = " " * (wide + 2)
        told = textwrap.wrap(str(value), _WIDTH - wide, break_long_words=False) or [""]
        lines.append(f"  {name:<{wide}}{told[0]}")
        lines.extend(indent + more for more in told[1:])
    return "\n".join(lines)
