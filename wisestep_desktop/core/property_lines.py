"""Properties as lines of ``NAME=VALUE``, as an administrator keeps and pastes them. Reads text, never a file.

Blank lines and lines that begin with ``#`` say nothing; names are compared regardless of case; spaces around names and
values do not count; a blank value means the default. One wrong line refuses all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.setting_values import Value, listed
from wisestep_desktop.core.settings import PROPERTIES, SETTINGS, Setting, read, setting

MOST_BYTES = 4 * 1024 * 1024
"""Ten thousand activity types with long names are a quarter of it."""

_SHOWN = 60
"""Characters of what is wrong that a sentence repeats."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What lines say.

    Attributes:
        texts: by exact names, in the order of the lines.
        places: the number of each one's line, from 1.
    """

    texts: Mapping[str, str]
    places: Mapping[str, int]

    def place(self, wrong: BadSetting) -> BadSetting:
        """Return an error about one of these settings with the number of its line, where it has one."""
        return at_line(wrong, self.places[wrong.name]) if wrong.name in self.places else wrong


def holdable(known: Setting) -> bool:
    """Tell whether lines may hold a setting: what a team may decide, for nothing else is true on every computer.

    So no secret is ever pasted, and nothing that is for each person to say.
    """
    return known.of_team and not known.secret and not known.personal


def decoded(data: bytes) -> str:
    """Return the text of a file: UTF-8 with or without a mark, or UTF-16 with one, as Windows editors write it.

    Raises:
        BadInput: ``lines.too_large`` beyond ``MOST_BYTES``, ``lines.no_text`` if it is no such text.
    """
    if len(data) > MOST_BYTES:
        raise BadInput("lines.too_large", most=MOST_BYTES // (1024 * 1024))
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        return data.decode("utf-16" if wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadInput("lines.no_text") from error


def read_lines(text: str) -> Lines:
    """Return what lines say, each one checked as far as that needs no list of activity types.

    Raises:
        BadInput: naming the line, and the name where there is one: no ``=``, an unknown name, one that lines may not
            hold, or one that was there before.
        BadSetting: naming the line, the setting and what it must be.
    """
    found: dict[str, str] = {}
    places: dict[str, int] = {}
    for number, name, value in _told(text):
        known = _known(name, number)
        if known.name in found:
            raise BadInput("lines.twice", line=number, name=known.name, first=places[known.name])
        try:
            read(known, value)
        except BadSetting as wrong:
            raise at_line(wrong, number) from None
        found[known.name], places[known.name] = value, number
    return Lines(found, places)


def at_line(wrong: BadSetting, line: int) -> BadSetting:
    """Return an error of a setting that also names the line, and repeats no more of a value than a sentence holds."""
    params = {name: told for name, told in wrong.params.items() if name not in ("name", "value")}
    return BadSetting(wrong.name, wrong.reason, _short(str(wrong.params.get("value", ""))), **{**params, "line": line})


def lines_of(texts: Mapping[str, str]) -> str:
    """Return lines that ``read_lines`` reads back, one a name, in the order given."""
    return "".join(f"{name}={text}\n" for name, text in texts.items())


def text_of(value: Value) -> str:
    """Return a value as a text that its setting reads back."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case tuple():
            return listed(value)
        case int() | Decimal() | str():
            return str(value)


def _told(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield number, name and value of every line that says something."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(map(str.strip, text.split("\n")), start=1):
        if not line or line.startswith("#"):
            continue
        name, is_there, value = line.partition("=")
        if not is_there:
            raise BadInput("lines.no_equals", line=number, name=_short(name))
        if any(char < " " and char != "\t" for char in line):
            raise BadInput("lines.control", line=number, name=_short(name))
        yield number, name.strip(), value.strip()


def _known(name: str, line: int) -> Setting:
    try:
        known = setting(name)
    except BadSetting:
        names = {each.name.casefold(): each.name for each in (*PROPERTIES, *filter(holdable, SETTINGS))}
        near = get_close_matches(name.casefold()[:_SHOWN], names, n=1)
        if not near:
            raise BadInput("lines.strange", line=line, name=_short(name)) from None
        raise BadInput("lines.unknown", line=line, name=_short(name), nearest=names[near[0]]) from None
    if not holdable(known):
        raise BadInput("lines.not_here", line=line, name=known.name)
    return known


def _short(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text.strip())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"
