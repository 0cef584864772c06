"""What is left when the program ends unexpectedly, made into a report that says where it was and nothing about anybody.

Knows the ways Python's faulthandler writes (CPython's Modules/faulthandler.c and Python/traceback.c) and how we write
down what nobody caught. Every line is taken apart and put together again: what has another shape is left out, so that
no title, value or path with somebody's name can be in the report, whatever is in the files.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

PACKAGE = "wisestep_desktop"
MOST_LINES = 400
"""Of a stack: a hundred frames in each of some threads."""
MOST_LOG = 40
"""Last lines of the log that a report holds."""
_LONGEST = 200

_NAME = r"[\w.<>-]{1,80}"
_FATAL = re.compile(r"Fatal Python error: ([A-Za-z][A-Za-z _-]{2,60})")
_WINDOWS = re.compile(r"Windows fatal exception: ((?:code )?[A-Za-z0-9 _-]{2,40})")
_UNCAUGHT = re.compile(rf"Uncaught ({_NAME}) in ({_NAME})")
_THREAD = re.compile(r"(Current thread|Thread) 0x[0-9a-f]+ (?:\[[^\]]{0,40}\] )?\(most recent call first\):")
_FRAME = re.compile(r'\s*File "(.{1,1000})", line (\d{1,7}|\?{3}) in (.{1,200})')
_NO_FRAME = re.compile(r"\s*<no Python frame>|\s*\.\.\.")
_CODE = re.compile(r"code 0x([0-9a-f]{1,16})")
_LOG_LINE = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)[,.]?\d*Z (DEBUG|INFO|WARNING|ERROR|CRITICAL) ([\w.]{1,80}) (.*)"
)
_LOG_FRAME = re.compile(r"  (.{1,1000}):(\d{1,7}) (.{1,200})")
_IDENTIFIER = re.compile(r"[\w.<>]{1,100}")
_CODES = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+)*|[A-Z][A-Za-z]*(?:Error|Exception|Lost)|\d{1,9}")
_HOUSES = ("site-packages/", "dist-packages/", "lib-dynload/")


@dataclass(frozen=True, slots=True)
class Fault:
    """What was written down of one end.

    Attributes:
        lines: of stacks, the oldest first, with nothing in them but kinds and places.
        left_out: how many lines had another shape.
    """

    lines: tuple[str, ...]
    left_out: int = 0


def read_fault(text: str) -> Fault | None:
    """Return what was written down; None if nothing in it can have ended a program.

    Windows tells faulthandler of exceptions that somebody handles afterwards, such as those of remote procedure calls
    (0x6ba, 0x8001010d). Only those end a program that have a name, or that Windows itself calls an error (NTSTATUS with
    severity 3, not a customer's: MS-ERREF 2.3).
    """
    lines: list[str] = []
    left_out = 0
    skips = False
    for line in text.splitlines():
        opens = _opening(line)
        if opens is not None:
            skips = is_handled(opens)
        if skips:
            continue
        said = opens or _inside(line)
        if said is not None:
            lines.append(said)
        elif line.strip():
            left_out += 1
    if not any(_is_cause(line) for line in lines):
        return None
    return Fault(tuple(lines[-MOST_LINES:]), left_out + max(0, len(lines) - MOST_LINES))


def is_handled(opening: str) -> bool:
    """Tell whether this is an exception of Windows that somebody handles and that ends nothing."""
    found = _WINDOWS.fullmatch(opening)
    code = None if found is None else _CODE.fullmatch(found[1])
    return code is not None and (int(code[1], 16) & 0xFFFFFFFF) >> 29 != 0b110


def uncaught(kind: str, thread: str, frames: Iterable[tuple[str, int, str]]) -> str:
    """Return how an error that nobody caught is written down: its kind and its places, never its text.

    Args:
        kind: the name of its class.
        thread: in which it was.
        frames: file, line and function of each call, the outermost first.
    """
    name = thread if re.fullmatch(_NAME, thread) else "thread"
    places = (f'  File "{file}", line {line} in {function}' for file, line, function in reversed(tuple(frames)))
    return "\n".join((f"Uncaught {kind} in {name}", *places, ""))


def report(facts: Mapping[str, str], fault: Fault, log: Iterable[str]) -> str:
    """Return a report.

    Args:
        facts: about program and system, by name; each is cut to one line.
        fault: what was written down.
        log: the last lines of the log.
    """
    told = [f"{name}: {_line(value)}" for name, value in facts.items()]
    lines = ["WiseStep crash report", "", *told, "", "stack:", *(f"  {line}" for line in fault.lines)]
    if fault.left_out:
        lines.append(f"  ({fault.left_out} lines left out)")
    kept = [said for said in map(log_line, log) if said is not None][-MOST_LOG:]
    return "\n".join([*lines, "", "log:", *(f"  {line}" for line in kept), ""])


def log_line(line: str) -> str | None:
    """Return a line of the log with nothing but codes and places in it; None for what has another shape."""
    found = _LOG_LINE.fullmatch(line.rstrip())
    if found is not None:
        at, level, logger, message = found.groups()
        return f"{at}Z {level} {logger} {_codes(message)}".rstrip()
    frame = _LOG_FRAME.fullmatch(line.rstrip())
    if frame is not None and _IDENTIFIER.fullmatch(frame[3]):
        return f"  {place(frame[1])}:{frame[2]} {frame[3]}"
    return None


def place(file: str) -> str:
    """Return a file of code as it is called everywhere, without the folders of this computer."""
    path = file.replace("\\", "/")
    for house in _HOUSES:
        _, inside, rest = path.rpartition(house)
        if inside:
            return _plain(rest)
    _, ours, rest = path.rpartition(f"{PACKAGE}/")
    if ours:
        return _plain(ours + rest)
    return _plain(path.rpartition("/")[2])


def _opening(line: str) -> str | None:
    """Return the first line of what is written down, if it is one."""
    for pattern in (_FATAL, _WINDOWS, _UNCAUGHT):
        if pattern.fullmatch(line.rstrip()):
            return line.rstrip()
    return None


def _inside(line: str) -> str | None:
    thread = _THREAD.fullmatch(line.rstrip())
    if thread is not None:
        return f"{thread[1]} (most recent call first):"
    frame = _FRAME.fullmatch(line.rstrip())
    if frame is not None:
        function = frame[3] if _IDENTIFIER.fullmatch(frame[3]) else "?"
        return f"  {place(frame[1])}:{frame[2]} in {function}"
    return line.rstrip()[:40] if _NO_FRAME.fullmatch(line.rstrip()) else None


def _is_cause(line: str) -> bool:
    return _opening(line) is not None


def _codes(message: str) -> str:
    """Return the words of a message that are codes, kinds of errors or numbers; a dot stands for the others.

    Of what Qt says nothing is kept: it is the one part of the log whose words are not ours.
    """
    if message.startswith("Qt:"):
        return "Qt ·"
    words = (word.strip(":,;()") for word in message.split())
    return " ".join(word if _CODES.fullmatch(word) else "·" for word in words if word)[:_LONGEST]


def _plain(path: str) -> str:
    return "".join(char if char.isalnum() or char in "._-/<>" else "?" for char in path)[-_LONGEST:]


def _line(value: str) -> str:
    return "".join(char if char.isprintable() else " " for char in value)[:_LONGEST]
