"""Reads JSON piece by piece, so that a file of years need not fit into memory. Knows no ActivityWatch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn, TextIO

_CHUNK = 1 << 16
_LONGEST = 1 << 22
"""Characters of one value; whatever is longer is no event of a tracker."""


class Malformed(ValueError):
    """The text is no JSON, or not of the shape that was asked for."""


def _no_constant(name: str) -> NoReturn:
    raise Malformed(name)


class JsonStream:
    """A place in a JSON text. Objects and lists are entered, everything else is read whole."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._text = ""
        self._at = 0
        self._decoder = json.JSONDecoder(parse_constant=_no_constant)

    def members(self) -> Iterator[str]:
        """Enter an object: return each name; whoever asks reads the value before asking for the next."""
        for _ in self._inside("{", "}"):
            name = self.value()
            if not isinstance(name, str):
                raise Malformed("name")
            self._take(":")
            yield name

    def items(self) -> Iterator[None]:
        """Enter a list: each turn stands before a value; whoever asks reads it before asking for the next."""
        return self._inside("[", "]")

    def value(self) -> Any:  # noqa: ANN401  whatever stands there
        """Read one value whole.

        Raises:
            Malformed: if there is none, or one that is far too long.
        """
        self._peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except RecursionError:
                raise Malformed("depth") from None
            except json.JSONDecodeError:
                if not self._more():
                    raise Malformed("value") from None
                continue
            if end == len(self._text) and self._more():
                continue  # a number may go on
            self._at = end
            return found

    def end(self) -> None:
        """Make sure that nothing follows."""
        if self._peek():
            raise Malformed("end")

    def _inside(self, opens: str, closes: str) -> Iterator[None]:
        self._take(opens)
        if self._peek() == closes:
            self._at += 1
            return
        while True:
            yield
            if self._peek() == closes:
                self._at += 1
                return
            self._take(",")

    def _take(self, wanted: str) -> None:
        if self._peek() != wanted:
            raise Malformed(wanted)
        self._at += 1

    def _peek(self) -> str:
        """Return the next sign that is no space; empty at the end."""
        while True:
            while self._at < len(self._text) and self._text[self._at] in " \t\r\n":
                self._at += 1
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def _more(self) -> bool:
        """Read on; what lies behind is let go."""
        left = len(self._text) - self._at
        if left > _LONGEST:
            raise Malformed("length")
        chunk = self._file.read(max(_CHUNK, left))  # twice as much each time, so that no value is read too often
        self._text, self._at = self._text[self._at :] + chunk, 0
        return bool(chunk)
