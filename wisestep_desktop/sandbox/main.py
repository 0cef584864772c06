"""The command `sandbox`: reads its arguments, prints one line of JSON when ready, serves until told to stop."""

import argparse
import json
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

from wisestep_desktop.sandbox.arguments import add_arguments
from wisestep_desktop.sandbox.faults import BadFaultError
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.sandbox.seeding import BadDataError
from wisestep_desktop.sandbox.server import PortTakenError
from wisestep_desktop.sandbox.switches import BadSwitchError, parse_switch


def run(args: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT; 0 then, 1 after saying on stderr why it could not start, 2 for wrong usage.

    The end of stdin counts as well, if that was asked for. To be called from the main thread, because that is where
    signals arrive.
    """
    stop = threading.Event()
    before = _stop_on_signals(stop)
    try:
        with Sandbox(
            port=args.port,
            seed=args.seed,
            matters=args.matters,
            data=_read_data(args.data),
            switches=dict(parse_switch(text) for text in args.switch),
            faults=args.fault,
        ) as sandbox:
            sys.stdout.write(json.dumps(sandbox.announcement()) + "\n")
            sys.stdout.flush()
            if args.until_stdin_ends:
                threading.Thread(target=_wait_for_stdin, args=(stop,), name="parent", daemon=True).start()
            # Windows does not wake a wait without end for Ctrl+C.
            while not stop.wait(0.5):
                pass
    except (BadSwitchError, BadFaultError) as wrong:
        return _say(f"{wrong}.", 2)
    except BadDataError as wrong:
        return _say(f"{args.data}: {wrong}.", 1)
    except PortTakenError as wrong:
        return _say(f"The sandbox cannot start: {wrong}.", 1)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    return 0


def _wait_for_stdin(stop: threading.Event) -> None:
    """Block until whoever started us hangs up; reads below any buffer and its lock."""
    try:
        while os.read(0, 4_096):
            pass
    except OSError:
        pass
    stop.set()


def _read_data(path: Path | None) -> dict[str, Any] | None:
    if path is None:
        return None
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as wrong:
        raise BadDataError(f"the file cannot be read ({wrong.strerror})") from wrong
    except ValueError as wrong:
        raise BadDataError("the file is not JSON") from wrong
    if not isinstance(data, dict):
        raise BadDataError('it must hold an object with "matters" and "quickcodes"')
    return data


def _stop_on_signals(stop: threading.Event) -> dict[int, Any]:
    def ask_to_stop(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    numbers = [signal.SIGINT, signal.SIGTERM]
    if sys.platform == "win32":
        numbers.append(signal.SIGBREAK)
    return {int(number): signal.signal(number, ask_to_stop) for number in numbers}


def _say(text: str, status: int) -> int:
    sys.stderr.write(f"{text}\n")
    return status


__all__ = ["add_arguments", "run"]
