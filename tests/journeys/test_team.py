"""A firm takes WiseStep up, with hands alone: an owner decides and invites, a member joins, connects and sends.

Two programs on one screen, a real keyboard, a real folder, the real embedded browser, and Actionstep's stand-in.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import requests

from tests import desktop
from tests.journeys.conftest import Machine, until
from tests.journeys.test_program import sandbox

pytestmark = [pytest.mark.journey, pytest.mark.display]

DAY = "2026-03-16"
PICTURES = Path(__file__).parents[2] / "build" / "pictures"
TRIES = 40
SOON = 1.5
"""Seconds in which a program that heard a key shows what it did."""
DECIDED = {
    "ADD_SUMMARY_TO_NARRATIVE": " ",
    "ACTIVITY_TYPES_NON_BILLABLE": "",
    "ACTION_SYNC_INTERVAL_MINUTES": "30",
    "QUICK_CODE_SYNC_INTERVAL_MINUTES": "90",
    "SHOW_CLOSED_CASES": " ",
    "BILLABLE_TIME_ROUNDING_SEC": "360",
}
"""What the owner types at each property: a space turns a switch on, the activity type is known only later."""


@dataclass
class Desk:
    """One person's program on the shared screen, and their hands."""

    machine: Machine
    pid: int

    def window(self, title: str) -> str:
        """Return the id of this person's visible window with this title; nothing if there is none.

        Qt puts the program's name behind a title that does not end so.
        """
        shown = ("search", "--onlyvisible", "--all", "--pid", str(self.pid), "--name", ".")
        with contextlib.suppress(subprocess.CalledProcessError):
            for found in desktop.xdotool(self.machine.display, *shown).split():
                name = desktop.xdotool(self.machine.display, "getwindowname", found).strip()
                if name == title or name.startswith(f"{title} "):
                    return found
        return ""

    def front(self, title: str) -> str:
        """Bring a window to the front once it is there."""
        found: str = until(lambda: self.window(title), title)
        desktop.xdotool(self.machine.display, "windowactivate", "--sync", found)
        return found

    def press(self, *chords: str) -> None:
        """Press keys, one chord after the other."""
        desktop.xdotool(self.machine.display, "key", "--delay", "60", *chords)

    def type(self, text: str) -> None:
        """Type a text."""
        desktop.xdotool(self.machine.display, "type", "--delay", "12", text)

    def settings(self, wanted: str) -> None:
        """Go to something in the settings as a person who does not know where it is: by searching."""
        if not self.window("WiseStep: settings"):
            self.front("WiseStep")
            repeat(lambda: self.press("ctrl+comma"), lambda: self.window("WiseStep: settings"), "the settings")
        self.front("WiseStep: settings")
        self.press("ctrl+f", "ctrl+a")
        self.type(wanted)
        self.press("Return")

    def team(self) -> dict[str, Any]:
        """Return the team as the command line tells it."""
        told: dict[str, Any] = self.machine.ask("team", "status")
        return told

    def value(self, name: str) -> Any:  # noqa: ANN401
        """Return a setting in force."""
        return self.machine.ask("settings", "get", name)[name]["value"]


def other_person(machine: Machine, name: str) -> Machine:
    """Return the same screen with another person's timeline, agreed to be recorded, and asking the team each minute."""
    folder = machine.folder / name
    folder.mkdir()
    key = folder / "key"
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32))
    own = {"HOME": str(folder), "WISESTEP_DATA_DIR": str(folder / "data"), "WISESTEP_KEY_FILE": str(key)}
    made = Machine(machine.display, folder, {**machine.environment, **own})
    made.ask("settings", "set", "privacy.consent", "2026-03-02T09:00:00+00:00")
    made.ask("settings", "set", "team.check_minutes", "1")
    return made


@contextlib.contextmanager
def at_work(machine: Machine) -> Iterator[Desk]:
    more = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}
    with machine.app(**more) as process:
        desk = Desk(machine, process.pid)
        until(lambda: desk.window("WiseStep"), "the timeline")
        try:
            yield desk
        finally:  # what the screen showed last, for finding out why somebody tried in vain
            PICTURES.mkdir(parents=True, exist_ok=True)
            desktop.screenshot(machine.display, PICTURES / f"team-{machine.folder.name}.png")


def control(told: dict[str, Any], what: str) -> Any:  # noqa: ANN401
    answer = requests.get(f"{told['control_url']}/{what}", timeout=10)
    assert answer.status_code == 200
    return answer.json()


def asked(told: dict[str, Any], path: str) -> bool:
    return any(str(each["path"]).split("?", 1)[0] == path for each in control(told, "requests"))


def repeat(act: Callable[[], object], holds: Callable[[], object], what: str) -> None:
    """Do something again until it had its effect: a page that is not painted yet takes no keys."""
    for _ in range(TRIES):
        act()
        try:
            until_soon(holds)
        except AssertionError:
            continue
        return
    raise AssertionError(f"tried in vain: {what}")


def until_soon(holds: Callable[[], object]) -> None:
    """Look for a second or two."""
    deadline = time.monotonic() + SOON
    while time.monotonic() < deadline:
        if holds():
            return
    raise AssertionError


@pytest.fixture
def firm(machine: Machine) -> Iterator[tuple[Machine, dict[str, Any], Path]]:
    """Return the owner's computer with credentials, the practice Actionstep, and a folder that everybody can read."""
    shared = machine.folder / "shared"
    shared.mkdir()
    owner = other_person(machine, "owner")
    with sandbox(owner) as told:
        owner.ask("settings", "set", "connection.pause_milliseconds", "0")
        yield owner, told, shared


def create(owner: Desk, shared: Path) -> None:
    owner.settings("create a team")
    owner.type("Hartley & Co")
    owner.press("Tab")
    owner.type("Olive Owner")
    owner.press("Tab")
    owner.type(str(shared))
    owner.press("Return")
    until(lambda: owner.team()["team"], "the team")


def decide(owner: Desk, name: str, typed: str, *, then: str) -> None:
    """Decide a property on the team's page, and wait until the draft has it."""
    owner.settings(f"team.{name}")
    owner.type(typed)
    if typed.strip():
        owner.press("Return")
    until(lambda: owner.team()["draft"].get(name) == then, f"{name} in the draft")


def publish(owner: Desk) -> None:
    version = owner.team()["version"]
    owner.settings("team.publish")
    owner.press("space")
    until(lambda: owner.team()["version"] == version + 1 and not owner.team()["unpublished"], "the next version")


def invite(owner: Desk, file: Path) -> None:
    """Make an invitation with the secret, save it, and leave the code on the clipboard, as for a chat."""
    owner.settings("team.invite")
    owner.press("shift+Tab", "space", "Tab", "space")

    def save() -> None:
        owner.settings("team.invite")
        owner.press("Tab", "Tab", "Tab", "Tab", "space")

    repeat(save, lambda: owner.window("Save the invitation"), "the question where to save it")

    def name() -> None:  # Enter may only close the list of what the typed path could become
        if owner.window("Save the invitation"):
            owner.front("Save the invitation")
            owner.press("ctrl+a")
            owner.type(str(file))
            owner.press("Return")

    repeat(name, file.exists, "the invitation's file")
    owner.front("WiseStep: settings")
    owner.press("Tab", "ctrl+a", "ctrl+c")


def join(member: Machine, desk: Desk, file: Path) -> None:
    """Open the file as the system does: by a second start, which hands it over."""
    second = subprocess.run(member.command(str(file)), env=member.environment, timeout=60, check=False)
    assert second.returncode == 0
    desk.front("WiseStep: join a team")
    # First the code is asked for, then whether to join: Enter answers both, once each is there.
    repeat(
        lambda: desk.press("ctrl+a", "ctrl+v", "Return"), lambda: not desk.window("WiseStep: join a team"), "joining"
    )
    until(lambda: desk.team()["team"], "the membership")


def sign_in(desk: Desk, told: dict[str, Any]) -> None:
    """Press what the bell offers, then sign in, choose the organisation and consent in the embedded browser."""
    desk.front("WiseStep")
    repeat(
        lambda: desk.press("ctrl+b", "Return"),
        lambda: asked(told, "/api/oauth/authorize"),
        "the bell's Connect to Actionstep",
    )
    window = until(lambda: _any(desk, "Connect to Actionstep"), "the sign-in window")
    desktop.xdotool(desk.machine.display, "windowactivate", "--sync", window)

    def fill() -> None:
        desk.press("ctrl+a")
        desk.type("terry.tester@hartley.example")
        desk.press("Tab", "ctrl+a")
        desk.type("practice")
        desk.press("Return")

    repeat(fill, lambda: asked(told, "/api/oauth/organisation"), "signing in")
    repeat(lambda: desk.press("Return"), lambda: asked(told, "/api/oauth/consent"), "the organisation")
    repeat(lambda: desk.press("Return"), lambda: not _any(desk, "Connect to Actionstep"), "consent")


def _any(desk: Desk, title: str) -> str:
    """Return a window of any program with a title that begins so: the browser is a process of its own."""
    try:
        found = desktop.xdotool(desk.machine.display, "search", "--onlyvisible", "--name", f"^{title}")
    except subprocess.CalledProcessError:
        return ""
    return found.split()[0] if found.split() else ""


def add(member: Machine, matter: int, kind: str, seconds: int, text: str) -> None:
    member.ask(
        "add", "--matter", str(matter), "--date", DAY, "--seconds", str(seconds), "--activity-type", kind,
        "--narrative", text,
    )  # fmt: skip


@pytest.mark.timeout(600)
def test_a_firm_takes_it_up(firm: tuple[Machine, dict[str, Any], Path]) -> None:
    owner_machine, told, shared = firm
    never_billed = "Non-Billable"
    file = owner_machine.folder / "join.wisestep"
    member_machine = other_person(owner_machine, "member")
    with at_work(owner_machine) as owner:
        create(owner, shared)
        for name, typed in DECIDED.items():
            then = {"": never_billed, " ": "TRUE"}.get(typed, typed)
            decide(owner, name, typed or never_billed, then=then)
        publish(owner)
        invite(owner, file)
        with at_work(member_machine) as member:
            join(member_machine, member, file)
            assert member.team()["role"] == "member"
            assert [member.value(name) for name in DECIDED] == [True, [never_billed], 30, 90, True, 360]
            sign_in(member, told)
            until(lambda: member.machine.ask("status")["state"] == "ready", "green")
            sends_as_decided(member_machine, told, never_billed)
            owner.front("WiseStep: settings")
            decide(owner, "BILLABLE_TIME_ROUNDING_SEC", "900", then="900")
            publish(owner)
            for _ in range(3):  # its poll is a minute
                with contextlib.suppress(AssertionError):
                    until(lambda: member.value("BILLABLE_TIME_ROUNDING_SEC") == 900, "the member's next look")
                    break
            assert member.value("BILLABLE_TIME_ROUNDING_SEC") == 900
            assert "BILLABLE_TIME_ROUNDING_SEC" in member.team()["news"]


def sends_as_decided(member: Machine, told: dict[str, Any], never_billed: str) -> None:
    """Send two entries, and look into Actionstep whether each of the six properties was obeyed."""
    status = member.ask("status")
    assert status["matters"] > 0
    kinds = {each["name"] for each in member.ask("activity-types")}
    assert never_billed in kinds
    matters = member.ask("matters")
    matter = next(each["id"] for each in matters if each["status"] == "Active")
    closed = next(each for each in control(told, "matters") if each["status"] == "Closed")
    assert closed["id"] in {each["id"] for each in matters}  # SHOW_CLOSED_CASES
    add(member, matter, next(iter(sorted(kinds - {never_billed}))), 120, "Call with the client")
    add(member, matter, never_billed, 600, "Filing at the registry")
    member.ask("send", "--date", DAY)
    sent = {each["description"].split("\n")[0]: each for each in control(told, "ledger")}
    billed, unbilled = sent["Call with the client"], sent["Filing at the registry"]
    assert (float(billed["actualHours"]), float(billed["billableHours"]), billed["isBillable"]) == (0.03, 0.1, "T")
    assert (float(unbilled["billableHours"]), unbilled["isBillable"]) == (0, "F")  # ACTIVITY_TYPES_NON_BILLABLE
    assert "Total worked time" in billed["description"]  # ADD_SUMMARY_TO_NARRATIVE
    last, following = (parse(status[name]) for name in ("last_sync", "next_sync"))
    assert 25 * 60 <= following - last <= 30 * 60  # ACTION_SYNC_INTERVAL_MINUTES


def parse(text: str) -> float:
    return datetime.fromisoformat(text).timestamp()
