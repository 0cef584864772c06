"""``wisestep selftest``: whether the installed program works on this computer, part by part. Nothing of it is kept."""

from __future__ import annotations

import argparse
import os
import signal
import sys
from collections.abc import Mapping
from types import FrameType
from typing import TYPE_CHECKING

from wisestep_desktop.cli.arguments import Commands, command
from wisestep_desktop.cli.output import Shape, emit
from wisestep_desktop.core.selftest import Outcome, Part, Result, all_well, counts
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.words import tr

if TYPE_CHECKING:
    from wisestep_desktop.bootstrap.selftesting import Report

_WIDE = 16
_FEW = 3
"""Facts that stand in one line."""


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(
        commands, "selftest", _selftest, tr("see whether everything works on this computer; keeps and changes nothing")
    )
    parser.add_argument("--keep", action="store_true", help=tr("leave the throw-away folder, to look for a fault"))


def _selftest(arguments: argparse.Namespace) -> int:
    from wisestep_desktop.bootstrap.selftesting import run_selftest  # noqa: PLC0415  for this command only

    signal.signal(signal.SIGTERM, _interrupt)  # whoever loses patience leaves nothing of it behind
    report = run_selftest(_quiet if arguments.json else _tell, keep=arguments.keep)
    well = all_well(report.results)
    if arguments.json:
        emit(_shape(report, well=well))
    else:
        print(_sum(report))
    for result in report.results:
        if result.outcome is Outcome.FAILED:
            print(f"{result.part}: {_why(result)}", file=sys.stderr)
    status = 0 if well else 1
    if report.stuck:  # a thread hangs in something that does not answer: waiting for it would take for ever
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    return status


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _quiet(_result: Result) -> None:
    """Say nothing: one object is printed at the end."""


def _tell(result: Result) -> None:
    """Print a part as soon as it is over; why one failed is said at the end, on stderr."""
    words: Mapping[Outcome, str] = {
        Outcome.PASSED: tr("passed"), Outcome.FAILED: tr("FAILED"), Outcome.NOT_RUN: tr("not run"),
    }  # fmt: skip
    head = f"{result.part:<{_WIDE}}{words[result.outcome]:<{_WIDE - 4}}{result.milliseconds / 1_000:>5.1f} s"
    facts = [f"{name} {value}" for name, value in result.facts.items()]
    told = [_why(result)] if result.outcome is Outcome.NOT_RUN else facts
    if len(told) <= _FEW:
        print(f"{head}  {'; '.join(told)}".rstrip(), flush=True)
    else:
        print(head, *(f"  {each}" for each in told), sep="\n", flush=True)


def _why(result: Result) -> str:
    return sentence(result.code or "", result.params)


def _sum(report: Report) -> str:
    told = counts(report.results)
    return tr(
        "{passed} passed, {failed} failed, {not_run} not run, in {seconds} seconds.",
        passed=told[Outcome.PASSED],
        failed=told[Outcome.FAILED],
        not_run=told[Outcome.NOT_RUN],
        seconds=f"{report.milliseconds / 1_000:.1f}",
    )


def _shape(report: Report, *, well: bool) -> Shape:
    versions = next((each.facts for each in report.results if each.part is Part.VERSIONS), {})
    return {
        "passed": well,
        "counts": {outcome.value: count for outcome, count in counts(report.results).items()},
        "milliseconds": report.milliseconds,
        "folder": None if report.folder is None else str(report.folder),
        "versions": dict(versions),
        "parts": [
            {
                "part": each.part,
                "outcome": each.outcome,
                "code": each.code,
                "reason": None if each.code is None else _why(each),
                "facts": dict(each.facts),
                "milliseconds": each.milliseconds,
            }
            for each in report.results
        ],
    }
