"""``wisestep record``: capture without any window of ours."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from wisestep_desktop.bootstrap import Program, keep_in_one_piece, log_kept_in, open_program, watcher
from wisestep_desktop.bootstrap.watching import wait_for
from wisestep_desktop.cli.arguments import Commands, command, seconds
from wisestep_desktop.cli.output import emit
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.instants import iso
from wisestep_desktop.core.presence import Presence
from wisestep_desktop.core.visits import Visit
from wisestep_desktop.services.capture import Recorder
from wisestep_desktop.shell.words import tr


def add(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the command."""
    parser = command(commands, "record", _record, tr("record without a window, until stopped"))
    parser.add_argument("--seconds", type=seconds, default=None, metavar="N")


def _record(arguments: argparse.Namespace) -> int:
    keep_in_one_piece()
    with (
        open_program(arguments.data_dir) as program,
        log_kept_in(program.folder),
        program.recording_turn.take() as ours,
    ):
        if not ours:
            raise CaptureUnavailable("capture.running")
        stop = threading.Event()
        recorder = _recorder(program, arguments, stop)
        watched = watcher()
        try:
            with _stopped_by_signals(stop):
                watched.start(recorder)
                wait_for(stop, arguments.seconds)
        finally:
            watched.close()
            recorder.close()
        trouble = recorder.state().trouble
    if trouble is not None:
        raise CaptureUnavailable(trouble)
    return 0


def _recorder(program: Program, arguments: argparse.Namespace, stop: threading.Event) -> Recorder:
    zone = program.clock.zone()
    program.store.read(program.recogniser.refresh)

    def tell(visit: Visit, presence: Presence) -> None:
        shown = None if visit.window.private else visit.window
        shape = {
            "start": iso(visit.span.start, zone),
            "end": iso(visit.span.end, zone),
            "application": shown.application if shown else None,
            "title": shown.title if shown else None,
            "presence": presence,
        }
        if arguments.json:
            emit(shape)
        else:
            print(*(value for value in shape.values() if value), sep="  ", flush=True)

    return Recorder(program.store, program.clock, program.recogniser, program.rules, closed=tell, ended=stop.set)


@contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let Ctrl-C and a service manager end the recording in order."""

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
