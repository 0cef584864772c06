"""Titles made clean: what two titles of the same thing have in common. The raw title is kept for show.

Unread counts, dirty marks, progress, running clocks, the names of programs and profiles come and go while the document
or page stays the same. What may mean a matter, a copy, a version, a date or an amount is never touched: where a mark
could be either, something beside it has to prove that it is only a mark.

Nothing is remembered between two calls: what a person has forgotten must not live on here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from wisestep_desktop.core import title_words as words
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.redaction import application_key

_ROUNDS = 8
"""Times a title is gone over; one that would still change is taken for hostile, and left as it is."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """What the windows of an application are wont to say.

    Attributes:
        application: its key.
        pages: whether it is a browser.
        counts: whether it counts what is unread.
        counts_in_front: whether it may put that count before everything else.
        tabs: whether it tells how many other tabs there are.
        profiles: whether it puts the profile before its name.
    """

    application: str
    pages: bool
    counts: bool
    counts_in_front: bool
    tabs: bool
    profiles: bool


def plain(window: Window) -> str:
    """Return a window's title without what changes while the thing shown stays the same; for comparing, not for show.

    Never empty unless the title is. Cleaning a clean title changes nothing. The time taken grows with the length of the
    title only, whatever is in it.
    """
    whole = _folded(_EDITED.sub(r"\1", window.title) if "\u2014" in window.title else window.title)
    habits = _habits(application_key(window.application))
    text = whole
    for _ in range(_ROUNDS):
        before, text = text, _gone_over(text, habits) or text
        if text == before:
            return text or window.title
    return whole


def _habits(application: str) -> _Habits:
    pages = _named(application, words.BROWSERS)
    counts = pages or _named(application, words.POST)
    return _Habits(
        application,
        pages,
        counts,
        counts_in_front=counts and not _named(application, words.QUIET_IN_FRONT),
        tabs=pages or _named(application, words.FOLDER_VIEWS),
        profiles=pages and _named(application, words.PROFILE_SIGNERS),
    )


def _named(application: str, parts: tuple[str, ...]) -> bool:
    return any(part in application for part in parts)


# --- Folding --------------------------------------------------------------------------------------------------

_ALIKE = (
    dict.fromkeys(map(ord, words.DASHES), "-")
    | dict.fromkeys(map(ord, words.APOSTROPHES), "'")
    | dict.fromkeys(map(ord, words.QUOTES), '"')
    | dict.fromkeys(map(ord, words.UNSEEN))
)

_EDITED = re.compile(rf"(\S) \u2014 (?:{words.EDITED})$", re.IGNORECASE)
"""Only the long dash proves it: "Lease - Edited" may be another document than "Lease"."""


def _folded(title: str) -> str:
    """Return a title in which neither case nor dashes, quotes, spaces or what cannot be seen make a difference."""
    if title.isascii():
        return _spaced(title.lower().replace("`", "'"))
    told = unicodedata.normalize("NFKC", title.translate(_ALIKE)).casefold()
    return _spaced(unicodedata.normalize("NFKC", told).translate(_ALIKE))


def _spaced(text: str) -> str:
    return " ".join(text.split())


# --- Marks ----------------------------------------------------------------------------------------------------

_PERCENT = r"\d{1,3}(?:[.,]\d{1,2})? ?%"
_CLOCK = r"-?\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?"
_CLOCKS = rf"{_CLOCK}(?: ?[/-] ?{_CLOCK})?"
_FILE = r"\.[a-z][a-z0-9]{1,4}"
_END = r"(?=\]?$)"
"""The end of a segment, also within the square brackets that a program puts around its document."""


def _marks(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


_IN_FRONT = re.compile(
    rf"(?:[{words.STARS}{words.SPINNERS}] ?|[{words.DISCS}] )++(?=[^\s{words.STARS}{words.SPINNERS}])"
)
"""*Lease.docx, ● notes.txt, ⠋ building"""

_COUNT_IN_FRONT = re.compile(r"(?:[\(\[]\d{1,3}\+?[\)\]] ?|! )++(?=\S)")
"""(3) Inbox; but the number in front of a file name is the file's."""

_NAMES_A_FILE = re.compile(rf"{_FILE}(?= |$)")

_MOVING = _marks(_CLOCKS, words.WAITING, "meeting compact view")
_UNREAD = _marks(words.UNREAD)
"""Whole segments that say nothing of the thing shown, wherever they stand."""

_COUNTED = _marks(
    rf"(?P<folder>{words.FOLDERS}) ?[\(\[][\d.,' ]{{1,9}}\+?[\)\]]",  # Inbox (1,234)
    rf"\d{{1,4}} ?(?P<reminders>{words.REMINDERS})",  # 3 Reminder(s)
)
"""A whole segment of which the count is dropped and the rest kept."""

_STATES_BEHIND = re.compile(rf"(?: ?[\(\[](?:{words.SURE_STATES}|{words.BRACKETED_STATES})[\)\]]){{1,4}}{_END}")
"""Lease [Read-Only] [Compatibility Mode] - Word"""

_FILE_STATES_BEHIND = re.compile(
    rf"({_FILE}\*?)(?: [\(\[](?:{words.SHY_STATES}|{words.PAGES}|{_PERCENT})[\)\]]){{1,4}}{_END}"
)
"""Lease.pdf (page 3 of 20), Budget.xlsx [Shared]: the brackets follow a whole file name."""

_UNREAD_IN_BRACKETS = re.compile(rf"[\(\[](?:{words.UNREAD})[\)\]]")
"""Inbox (3 unread)"""

_IN_BRACKETS = _marks(
    rf"[\(\[]{_PERCENT} (?:{words.DONE})[\)\]]",  # Backup (45% complete)
    rf"[\(\[]{_CLOCKS}[\)\]]",  # Interview.mp4 [00:12 / 03:45]
)

_DOTS_BEHIND = re.compile(rf"(?: ?[{words.STARS}]{{1,4}}| [{words.DISCS}]){_END}")
"""Lease.odt* - Writer, general ● | Slack"""

_WINDOW_NUMBER = re.compile(rf"({_FILE}):\d{{1,2}}{_END}")
"""Lease.docx:2 - Word: the second window on one document."""

_SECONDS = re.compile(
    r"(?<![\d:.,/-])(?<!\d{4}-\d\d-\d\d )(?<!\d\d[./-]\d\d[./-]\d{4} )-?\d{1,2}:\d{2}:\d{2}(?![\w:,/-]|\.\d)"
    r"(?: ?[ap]\.?m\.?(?!\w))?"
)
"""Only running clocks show seconds; behind a date they are part of it."""

_SHARE_DONE = re.compile(rf"(?<![\w.,]){_PERCENT} (?=(?:{words.DONE})$)")


def _without_front(text: str, habits: _Habits) -> str:
    """Take the marks in front of a title away."""
    if found := _IN_FRONT.match(text):
        text = text[found.end() :]
    if habits.counts_in_front and (found := _COUNT_IN_FRONT.match(text)):
        return text if _NAMES_A_FILE.search(text, found.end()) else text[found.end() :]
    return text


def _without_marks(segment: str, habits: _Habits) -> str:
    """Take the marks of a segment away, or the whole of it."""
    if _MOVING.fullmatch(segment) or (habits.counts and _UNREAD.fullmatch(segment)):
        return ""
    if habits.counts and (found := _COUNTED.fullmatch(segment)):
        return found["folder"] or found["reminders"]
    if "(" in segment or "[" in segment:
        segment = _FILE_STATES_BEHIND.sub(r"\1", _STATES_BEHIND.sub("", segment))
        segment = _IN_BRACKETS.sub(" ", segment)
        if habits.counts:
            segment = _UNREAD_IN_BRACKETS.sub(" ", segment)
    if ":" in segment:
        segment = _SECONDS.sub(" ", _WINDOW_NUMBER.sub(r"\1", segment))
    if "%" in segment:
        segment = _SHARE_DONE.sub(" ", segment)
    if not segment[-1:].isalnum():
        segment = _DOTS_BEHIND.sub("", segment)
    return _spaced(segment)


# --- Segments -------------------------------------------------------------------------------------------------

_SEPARATOR = re.compile(r"( [-|\u00b7\u2022] )")


def _gone_over(text: str, habits: _Habits) -> str:
    """Return a title with what can be seen to move taken out, once."""
    pieces = _SEPARATOR.split(_without_front(text, habits))
    cleaned = [_without_marks(segment, habits) for segment in pieces[::2]]
    left = [index for index, segment in enumerate(cleaned) if segment]
    segments = [cleaned[index] for index in left]
    first, last = _without_programs(segments, habits)
    if "%" in text or any(page in text for page in _PAGE_WORDS):
        _stop_progress(segments, first, last)
    kept: list[str] = []
    for index in range(first, last):
        if segments[index]:
            kept += (pieces[2 * left[index] - 1], segments[index]) if kept else (segments[index],)
    return _spaced("".join(kept))


# --- Progress -------------------------------------------------------------------------------------------------

_PAGE_WORDS = ("page", "seite", "ページ")
_BUSY = re.compile(rf"(?:[\(\[]?{_PERCENT}[\)\]]?(?: of|:)? )?(?:{words.VERBS})(?![\w-])")
_SO_FAR = rf"[\(\[]?(?:{_PERCENT}|{words.PAGES})[\)\]]?"
_HOW_FAR = re.compile(_SO_FAR)
_PROGRESS = _marks(rf"^[\(\[]?{_PERCENT}[\)\]]?(?: of|:)?(?= )", rf" {_SO_FAR}$")
"""45% Extracting a.zip, Printing page 3 of 20; never within a name."""


def _stop_progress(segments: list[str], first: int, last: int) -> None:
    """Take shares and pages out of what a program is busy with, and segments beside it that are nothing else."""
    busy = [index for index in range(first, last) if _is_busy(segments[index])]
    for index in busy:
        segments[index] = _spaced(_PROGRESS.sub(" ", segments[index]))
    if busy:
        for index in range(first, last):
            if _HOW_FAR.fullmatch(segments[index]):
                segments[index] = ""


def _is_busy(segment: str) -> bool:
    """Tell work in progress from a name: "Printing page 3 of 20", but not "Printing Partners (50%)"."""
    found = _BUSY.match(segment)
    return found is not None and (
        found.end() == len(segment)
        or "..." in segment
        or _PROGRESS.match(segment, found.end()) is not None
        or _NAMES_A_FILE.search(segment, found.end()) is not None
    )


# --- Programs, and what stands between them and the thing shown ----------------------------------------------

_PROGRAM = re.compile("|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in words.PROGRAMS.items()))
_SURE_STATE = _marks(words.SURE_STATES)
_STATE = _marks(words.SURE_STATES, words.SHY_STATES, words.PAGES)
_PROFILE = _marks(words.PROFILES)
_MORE = re.compile(f"(?:{words.MORE})$")
_SIZE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})? ?[kmg]b(?: freed up)?")
_ENDS_IN_A_FILE = re.compile(rf"{_FILE}\*?$")


def _without_programs(segments: list[str], habits: _Habits) -> tuple[int, int]:
    """Return the range of segments between the names of programs, never an empty one; "and 3 more pages" is cut off."""
    first, last = 0, len(segments)
    if last > 1 and not habits.pages and " " in segments[0] and _signs(segments[0], habits):
        first = 1  # Microsoft Excel - Budget.xls
    if last - first > 2 and "chrom" in habits.application and _signs(segments[last - 2], habits):
        last -= 1  # Lease - Google Chrome - Anna
    signed = last - first > 1 and _signs(segments[last - 1], habits)
    last -= signed
    if signed and habits.pages:
        last = _before_the_tab(segments, first, last, habits)
    if signed and habits.tabs:
        segments[last - 1] = _cut(segments[last - 1])
    while last - first > 1 and _is_state(segments[last - 1], segments[last - 2], signed=signed):
        last -= 1
    return first, last


def _signs(segment: str, habits: _Habits) -> bool:
    """Tell the name of the program of the window."""
    found = _PROGRAM.fullmatch(segment)
    if found is None or found.lastgroup is None:
        return segment == habits.application
    return _named(habits.application, words.PROGRAMS[found.lastgroup][1])


def _before_the_tab(segments: list[str], first: int, last: int, habits: _Habits) -> int:
    """Return where the page ends: before what a browser says of the tab, and of the profile."""
    if habits.profiles and last - first > 1 and _PROFILE.fullmatch(segments[last - 1]):
        last -= 1
    while last - first > 1:
        if segments[last - 1] in words.TAB_STATES:
            last -= 1
        elif last - first > 2 and segments[last - 2] in words.TAB_STATES and _SIZE.fullmatch(segments[last - 1]):
            last -= 2
        else:
            break
    return last


def _cut(segment: str) -> str:
    found = _MORE.search(segment, max(0, len(segment) - 60))
    return segment[: found.start()] if found and found.start() else segment


def _is_state(segment: str, before: str, *, signed: bool) -> bool:
    """Tell the state of a document from a part of its name: a whole file name before it, or a program behind it."""
    if signed and _SURE_STATE.fullmatch(segment):
        return True
    return _STATE.fullmatch(segment) is not None and _ENDS_IN_A_FILE.search(before[-7:]) is not None
