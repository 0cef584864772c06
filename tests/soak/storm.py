"""Rounds of a storm: each signs in, owes some entries, lets faults strike and kills fall, and counts what arrived.

A round is one combination of everything a real Actionstep might do either way. What must hold afterwards, always: the
ledger there is what is sent here, nothing twice, nothing lost, nothing stuck.
"""

from __future__ import annotations

import contextlib
import itertools
import multiprocessing
import os
import random
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tests.services.office import KEY, WORDS, Office
from tests.soak.attorney import SIGN_IN_AGAIN, HurriedClock, send_everything
from wisestep_desktop.core.entries import Entry, figures
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.sandbox.practice import Sandbox

DIMENSIONS: Mapping[str, tuple[str, ...]] = {
    "extref_filter": ("on", "ignored"),
    "post_status": ("201", "200"),
    "retry_after": ("on", "off"),
    "refresh_reuse": ("reject", "grace", "revoke_family"),
    "filter_tz": ("utc", "org"),
    "api_endpoint_form": ("api_slash", "api", "bare", "bare_slash", "rest", "rest_slash"),
    "ebm": ("on", "404", "403"),
}
BESIDES: Mapping[str, tuple[str, ...]] = {
    "extref_stored": ("on", "on", "off"),
    "entry_filters": ("on", "ignored", "400"),
    "id_filter": ("on", "ignored", "400"),
    "modified_filter": ("on", "ignored", "400"),
    "org_rules": ("ignore", "round"),
    "org_rounds": ("billed", "both"),
    "session_tz": ("org", "America/New_York", "Asia/Kolkata"),
    "put_mode": ("merge", "replace"),
    "missing_record": ("404", "204"),
}
"""What the dice decide in each round, lest there be more combinations than anybody waits for."""
SCOPES = "users participants actions actiontypes quickcodes timeentries timerecords timerecordactivities"
_MOST_PROCESSES = 60
_ALL_IS_DONE = 3_600
"""Seconds after which also the latest work there is done, so that a record too many cannot come after the judgement."""
_PROGRAMS = (("send", "--json"), ("run", "--hidden"))
ROOT = Path(__file__).parents[2]


@dataclass(slots=True)
class Tally:
    """What rounds came to."""

    rounds: int = 0
    entries: int = 0
    faults: int = 0
    kills: int = 0
    program_kills: int = 0
    sign_ins: int = 0
    kinds: Counter[str] = field(default_factory=Counter)


def combinations() -> Iterator[dict[str, str]]:
    """Give every combination, in the same order each time."""
    for values in itertools.product(*DIMENSIONS.values()):
        yield dict(zip(DIMENSIONS, values, strict=True))


class Storm:
    """One sandbox through many rounds.

    Args:
        sandbox: used by nobody else.
        seed: of everything that is left to chance here and there.
        chance: that a fault strikes a request.
        entries: owed in each round; two of them look alike.
        program_every: in each so manyth round the program itself sends first, as command and as tray app by turns,
            and is killed.
    """

    def __init__(
        self, sandbox: Sandbox, seed: int, *, chance: float = 0.4, entries: int = 5, program_every: int = 6
    ) -> None:
        self._sandbox = sandbox
        self._seed = seed
        self._chance = chance
        self._entries = entries
        self._program_every = program_every
        self._processes = multiprocessing.get_context("forkserver")
        self._processes.set_forkserver_preload(["tests.soak.attorney"])
        self.tally = Tally()

    def round(self, folder: Path, switches: Mapping[str, str]) -> None:
        """Live through one round.

        Raises:
            AssertionError: naming the combination and what does not hold.
        """
        number = self.tally.rounds
        dice = random.Random(f"{self._seed} {number}")  # noqa: S311  a soak must repeat
        folder.mkdir()
        self._prepare(folder, switches, dice)
        if number % self._program_every == 0:
            # The program waits longer than a stalled line is silent, so to it that would be a line dropped at once and
            # work done half a minute later, which nobody can tell from a line dropped and nothing done.
            self._sandbox.inject(f"squall:*%{self._chance}")
            self._kill_the_program(folder, _PROGRAMS[number // self._program_every % len(_PROGRAMS)], dice)
            self._sandbox.clear_faults()
        self._sandbox.inject(f"storm:*%{self._chance}")
        self._live_through(folder, dice)
        self._sandbox.clear_faults()
        self._sandbox.advance(_ALL_IS_DONE)
        self._judge(folder, switches)
        struck = self._sandbox.struck()
        self.tally.kinds.update(struck)
        self.tally.faults += sum(struck.values())
        self.tally.rounds += 1

    def _prepare(self, folder: Path, switches: Mapping[str, str], dice: random.Random) -> None:
        self._sandbox.forget()
        besides = {name: dice.choice(values) for name, values in BESIDES.items()}
        for name, value in {**besides, **switches}.items():
            self._sandbox.set_switch(name, value)
        with self._office(folder) as office:
            office.set("connection.scopes", SCOPES)
            office.set("connection.pause_milliseconds", "0")
            office.connect()
            office.sync()
            known = office.store.read(lambda books: books.matters.matters())
            open_ones = [matter.id for matter in known if matter.offered(closed_too=False)][:2]
            for each in range(self._entries):
                text = f"Drafting {each}" if each else "The same words"
                seconds = dice.randrange(60, 20_000) if each else 2_520
                for _ in range(1 if each else 2):
                    number = office.add(dice.choice(open_ones) if each else open_ones[0], seconds, text)
                    office.courier().queue(number, WORDS)
                    self.tally.entries += 1

    def _kill_the_program(self, folder: Path, words: tuple[str, ...], dice: random.Random) -> None:
        """Let the real program send, in real time, and kill it in the middle of whatever it is doing."""
        key = folder / "key"
        key.touch(mode=0o600)
        key.write_text(KEY.hex())
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
            "WISESTEP_DATA_DIR": str(folder),
            "WISESTEP_KEY_FILE": str(key),
            "TZ": "Australia/Sydney",
        }
        command = [sys.executable, "-m", "wisestep_desktop", *words]
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=quiet, stderr=quiet) as process:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(0.4 + dice.random() * 1.6)
            if process.poll() is None:
                process.kill()
                self.tally.program_kills += 1
        assert self._sandbox.wait_until_idle()

    def _live_through(self, folder: Path, dice: random.Random) -> None:
        kills = dice.randrange(1, 4)
        for _ in range(_MOST_PROCESSES):
            process = self._processes.Process(target=send_everything, args=(str(folder), self._sandbox.control_url))
            process.start()
            if kills:
                kills -= 1
                process.join(dice.random() * 0.5)
                if process.is_alive():
                    process.kill()
            process.join()
            status = process.exitcode
            process.close()
            assert self._sandbox.wait_until_idle()  # what it asked for just before its end is done by now
            if status == 0:
                return
            if status == -signal.SIGKILL:
                self.tally.kills += 1
            elif status == SIGN_IN_AGAIN:
                self._sign_in_again(folder)
            else:
                raise AssertionError(f"the sender ended with {status}: {self._standing(folder)}")
        raise AssertionError(f"the storm never ended: {self._standing(folder)}")

    def _sign_in_again(self, folder: Path) -> None:
        """Do what only a person can; the storm holds its breath for that long."""
        self._sandbox.clear_faults()
        with self._office(folder) as office:
            office.connect()
        self._sandbox.inject(f"storm:*%{self._chance}")
        self.tally.sign_ins += 1

    def _judge(self, folder: Path, switches: Mapping[str, str]) -> None:
        resource, text = ("timeentries", "description") if switches["ebm"] == "on" else ("timerecords", "notes")
        rows = self._sandbox.ledger(resource=resource)
        with self._office(folder) as office:
            entries = office.entries()
        there = {int(row["id"]): (row[text], row["actualHours"], int(row["links"]["action"])) for row in rows}
        here = {int(entry.remote or 0): _told(entry) for entry in entries}
        waiting = [
            f"{entry.id} {entry.state} {entry.reason}" for entry in entries if entry.state is not EntryState.SENT
        ]
        assert not waiting, f"{switches}: not sent: {waiting}"
        assert len(here) == len(entries), f"{switches}: two entries are one record"
        assert there == here, f"{switches}: there {there}, here {here}"

    def _standing(self, folder: Path) -> list[str]:
        with self._office(folder) as office:
            return [f"{entry.id} {entry.state} {entry.reason}" for entry in office.entries()]

    def _office(self, folder: Path) -> Office:
        return Office(folder, self._sandbox, clock=HurriedClock(folder))


def _told(entry: Entry) -> tuple[str | None, str, int]:
    rounded, worked = entry.worked_sent, figures(entry.draft, unit=0).worked_hours
    return entry.text_sent, f"{worked if rounded is None else rounded:.2f}", int(entry.draft.matter or 0)
