"""What a setting may be, a class a kind: reads its text, and tells an editor what to offer. Nothing is guessed at."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from urllib.parse import urlsplit

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.signed import KEY_BYTES, from_text
from wisestep_desktop.core.work import WorkKind

Value = str | int | bool | Decimal | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Text:
    """Any text."""

    def __call__(self, _name: str, text: str) -> Value:
        """Return the text."""
        return text


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false, in any case; ``yes`` and ``1`` are refused rather than taken for false."""

    def __call__(self, name: str, text: str) -> Value:
        """Return the flag; raise ``BadSetting``."""
        match text.casefold():
            case "true":
                return True
            case "false":
                return False
            case _:
                raise BadSetting(name, "true_or_false", text)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from ``least`` to ``most``."""

    least: int
    most: int

    def __call__(self, name: str, text: str) -> Value:
        """Return the number; raise ``BadSetting``."""
        digits = text.removeprefix("+")
        if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
            raise BadSetting(name, "whole_number", text)
        if not self.least <= int(digits) <= self.most:
            raise BadSetting(name, f"from_{self.least}_to_{self.most}", text)
        return int(digits)


@dataclass(frozen=True, slots=True)
class Decimals:
    """A number with up to two decimals; a comma is read as a point, for that is how half of Europe writes."""

    least: int
    most: int

    def __call__(self, name: str, text: str) -> Value:
        """Return the number; raise ``BadSetting``."""
        if not re.fullmatch(r"\+?[0-9]{1,9}([.,][0-9]{0,2})?", text):
            raise BadSetting(name, "decimal", text)
        number = Decimal(text.replace(",", "."))
        if not self.least <= number <= self.most:
            raise BadSetting(name, f"from_{self.least}_to_{self.most}", text)
        return number


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some words; those that are unlisted are taken and not told of."""

    words: tuple[str, ...]
    unlisted: tuple[str, ...] = ()

    def __call__(self, name: str, text: str) -> Value:
        """Return the word; raise ``BadSetting``."""
        if text.casefold() not in (*self.words, *self.unlisted):
            raise BadSetting(name, "one_of_" + "_".join(self.words), text)
        return text.casefold()


@dataclass(frozen=True, slots=True)
class Names:
    """A comma list; a name with a comma in it is quoted as in CSV."""

    def __call__(self, name: str, text: str) -> Value:
        """Return the names; raise ``BadSetting``."""
        return _names(name, text)


@dataclass(frozen=True, slots=True)
class Pairs:
    """A comma list of ``name=value``; both sides have something in them."""

    def __call__(self, name: str, text: str) -> Value:
        """Return the pairs as texts; raise ``BadSetting``."""
        return _pairs(name, text)


@dataclass(frozen=True, slots=True)
class ByKind:
    """Pairs of a kind of work and a name, each kind once."""

    def __call__(self, name: str, text: str) -> Value:
        """Return the pairs as texts; raise ``BadSetting``."""
        items = _pairs(name, text)
        kinds = [item.partition("=")[0].rstrip().casefold() for item in items]
        for kind in kinds:
            if kind not in {*WorkKind}:
                raise BadSetting(name, "work_kind", kind)
            if kinds.count(kind) > 1:
                raise BadSetting(name, "twice", kind)
        return tuple(f"{kind}={item.partition('=')[2]}" for kind, item in zip(kinds, items, strict=True))


@dataclass(frozen=True, slots=True)
class TimeOfDay:
    """A time as ``HH:MM``; ``9:05`` is ``09:05``."""

    def __call__(self, name: str, text: str) -> Value:
        """Return the time; raise ``BadSetting``."""
        found = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text, re.ASCII)
        if found is None:
            raise BadSetting(name, "time_of_day", text)
        return f"{int(found[1]):02d}:{found[2]}"


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An address with https anywhere, and with plain http only on this very computer, if at all."""

    only_https: bool = False

    def __call__(self, name: str, text: str) -> Value:
        """Return the address; raise ``BadSetting``."""
        try:
            parts = urlsplit(text)
            host, _ = parts.hostname, parts.port
        except ValueError:
            raise BadSetting(name, "web_address", text) from None
        if not host or parts.username is not None or any(char.isspace() for char in text):
            raise BadSetting(name, "web_address", text)
        if parts.scheme == "https":
            return text
        if self.only_https:
            raise BadSetting(name, "only_https", text)
        if parts.scheme == "http" and is_loopback(host):
            return text
        raise BadSetting(name, "https", text)


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key of Ed25519: 32 bytes in base64, with either alphabet, padded or not."""

    def __call__(self, name: str, text: str) -> Value:
        """Return the key as ``signed.to_text`` writes it; raise ``BadSetting``."""
        plain = text.replace("+", "-").replace("/", "_").rstrip("=")
        key = from_text(plain)
        if key is None or len(key) != KEY_BYTES:
            raise BadSetting(name, "public_key", text)
        return plain


Kind = Text | Flag | Whole | Decimals | Choice | Names | Pairs | ByKind | TimeOfDay | WebAddress | PublicKey


def is_loopback(host: str) -> bool:
    """Tell whether a host name can only mean this computer."""
    numbers = host.split(".")
    if len(numbers) == 4 and all(part.isascii() and part.isdigit() and int(part) < 256 for part in numbers):
        return numbers[0] == "127"
    return host.casefold() in {"localhost", "::1"}


def listed(names: Iterable[str]) -> str:
    """Return names as a comma list that ``Names`` reads back; a name with a comma or a quote in it is quoted."""
    return ", ".join(f'"{each.replace(chr(34), chr(34) * 2)}"' if set(each) & {",", '"'} else each for each in names)


def _names(name: str, text: str) -> tuple[str, ...]:
    try:
        rows = list(csv.reader([text], skipinitialspace=True, strict=True))
    except csv.Error:
        raise BadSetting(name, "comma_list", text) from None
    return tuple(item.strip() for row in rows for item in row if item.strip())


def _pairs(name: str, text: str) -> tuple[str, ...]:
    items = _names(name, text)
    read = [tuple(part.strip() for part in item.partition("=")[::2]) for item in items]
    if not all(one and other for one, other in read):
        raise BadSetting(name, "pairs", text)
    return tuple(f"{one}={other}" for one, other in read)
