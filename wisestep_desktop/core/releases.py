"""What is told of a newer WiseStep: a signed document, each field bounded. Believes no signature, fetches nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.fields import Fields
from wisestep_desktop.core.setting_values import WebAddress
from wisestep_desktop.core.signed import Body, Signed, read_signed

KIND: Final = "release"
PRODUCT: Final = "wisestep-desktop"
RELEASE_KEY: Final = ""
"""The public key that the project signs with, as ``signed.to_text`` writes it. Blank until there is one: a key that
nobody holds would be worse than none. Whoever cuts the first release puts it here (docs/releasing.md)."""

MOST_MANIFEST: Final = 64 * 1024
"""Bytes: hundreds of files fit."""
MOST_SYSTEMS, MOST_FILES = 16, 40
_MOST_SERIAL = 2**40
_MOST_SIZE = 2**36
_LONGEST_ADDRESS = 500
_LONGEST_NAME = 120
_HTTPS = WebAddress(only_https=True)
_VERSION = re.compile(r"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})", re.ASCII)
_SYSTEM = re.compile(r"[a-z0-9-]{1,32}", re.ASCII)
_FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]*", re.ASCII)
_HASH = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DATE = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}", re.ASCII)

Version = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ReleaseFile:
    """One file that can be downloaded.

    Attributes:
        name: of the file, without a folder.
        size: in bytes.
        sha256: in 64 small hexadecimal digits.
    """

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Download:
    """What there is for one system.

    Attributes:
        page: https address of the page with the files.
        files: that stand there.
    """

    page: str
    files: tuple[ReleaseFile, ...]


@dataclass(frozen=True, slots=True)
class Release:
    """A version that was published.

    Attributes:
        version: as ``x.y.z``.
        serial: of the document; each later one has a greater.
        released: the day.
        systems: what there is, by system: ``windows``, ``macos``, ``linux``.
        notes: https address of what it brings; empty for none.
        important: whether it closes a gap that others could use.
    """

    version: str
    serial: int
    released: date
    systems: Mapping[str, Download]
    notes: str = ""
    important: bool = False


def version_of(text: str) -> Version | None:
    """Return a version as numbers that compare; None for anything that is not plainly ``x.y.z``."""
    found = _VERSION.fullmatch(text)
    return None if found is None else (int(found[1]), int(found[2]), int(found[3]))


def is_newer(one: str, other: str) -> bool:
    """Tell whether a version comes after another; what is no plain version neither comes after nor before."""
    mine, theirs = version_of(one), version_of(other)
    return mine is not None and theirs is not None and mine > theirs


def system_of(platform: str) -> str:
    """Return what the documents call a system that Python calls ``platform`` (``sys.platform``)."""
    return {"win32": "windows", "darwin": "macos"}.get(platform, platform[:32])


def read_release(data: bytes) -> tuple[Release, Signed]:
    """Read a document without believing it: the signature is still to be verified.

    Fields that this program does not know are left alone, so that later ones can say more.

    Raises:
        BadInput: ``release.too_large``, ``release.newer``, ``release.unreadable``, ``release.other_product``, or
            ``release.bad_field`` with its name.
    """
    document = read_signed(data, KIND, most=MOST_MANIFEST)
    fields = Fields(KIND, document.body)
    if fields.text("product", most=60) != PRODUCT:
        raise BadInput("release.other_product")
    version = fields.text("version", most=30)
    if version_of(version) is None:
        fields.refuse("version")
    release = Release(
        version=version,
        serial=fields.number("serial", 1, _MOST_SERIAL),
        released=_date(fields, "released"),
        systems=_systems(fields),
        notes=_address(fields, "notes", empty=True),
        important=_flag(fields, "important"),
    )
    return release, document


def release_body(release: Release) -> Body:
    """Return what a release's document says."""
    return {
        "important": release.important,
        "notes": release.notes,
        "product": PRODUCT,
        "released": release.released.isoformat(),
        "serial": release.serial,
        "systems": {name: _told(each) for name, each in release.systems.items()},
        "version": release.version,
    }


def _told(download: Download) -> dict[str, Any]:
    files = [{"name": each.name, "sha256": each.sha256, "size": each.size} for each in download.files]
    return {"files": files, "page": download.page}


def _systems(fields: Fields) -> dict[str, Download]:
    part = fields.part("systems")
    if len(part.told) > MOST_SYSTEMS or not all(_SYSTEM.fullmatch(name) for name in part.told):
        fields.refuse("systems")
    return {name: _download(part.part(name)) for name in part.told}


def _download(fields: Fields) -> Download:
    files = fields.parts("files", most=MOST_FILES)
    return Download(_address(fields, "page"), tuple(map(_file, files)))


def _file(fields: Fields) -> ReleaseFile:
    name = _like(fields, "name", _FILE, _LONGEST_NAME)
    return ReleaseFile(name, fields.number("size", 1, _MOST_SIZE), _like(fields, "sha256", _HASH, 64))


def _address(fields: Fields, name: str, *, empty: bool = False) -> str:
    text = fields.text(name, most=_LONGEST_ADDRESS, empty=empty)
    if not text and empty:
        return ""
    if not text.isascii():
        fields.refuse(name)
    try:
        _HTTPS(name, text)
    except BadSetting:
        fields.refuse(name)
    return text


def _like(fields: Fields, name: str, pattern: re.Pattern[str], most: int) -> str:
    text = fields.text(name, most=most)
    if not pattern.fullmatch(text):
        fields.refuse(name)
    return text


def _date(fields: Fields, name: str) -> date:
    text = _like(fields, name, _DATE, 10)
    try:
        return date.fromisoformat(text)
    except ValueError:
        fields.refuse(name)


def _flag(fields: Fields, name: str) -> bool:
    flag = fields.told.get(name)
    if not isinstance(flag, bool):
        fields.refuse(name)
    return flag
