"""Decides what PyInstaller found goes into the program, by ``trim.toml``. Knows names in the bundle, and no file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

_DATA = Path(__file__).with_name("trim.toml")
_LIBRARY = (
    re.compile(r"(?:PySide6/(?:lib/)?)?libQt6?(?P<name>\w+?)\.(?:so[.\d]*|dylib)"),
    re.compile(r"PySide6/Qt6(?P<name>\w+)\.dll"),
    re.compile(r"(?:PySide6/lib/)?Qt(?P<name>\w+)\.framework(?:/.*)?"),
)
_MODULE = re.compile(r"PySide6/(?P<name>Qt\w+?)\.(?:abi3\.so|pyd|pyi)")
_PLUGIN = re.compile(r"PySide6/plugins/(?P<folder>[\w-]+)/(?:lib)?(?P<name>[\w-]+?)\.(?:so|dll|dylib)")


@dataclass(frozen=True, slots=True)
class Trim:
    """What stays and what goes.

    Attributes:
        libraries, modules, plugins: of Qt that stay, by the reason.
        drop: patterns of other names that go, by the reason.
        keep: patterns that stay although ``drop`` names them.
        exclude: Python modules that are not even looked for.
    """

    libraries: Mapping[str, str]
    modules: Mapping[str, str]
    plugins: Mapping[str, str]
    drop: Mapping[str, str]
    keep: Mapping[str, str]
    exclude: Mapping[str, str]

    def keeps(self, name: str) -> bool:
        """Tell whether what has this name in the bundle goes into the program."""
        name = name.replace("\\", "/").replace("PySide6/Qt/", "PySide6/")
        if (library := _first(_LIBRARY, name)) is not None:
            return library.removeprefix("6") in self.libraries
        if module := _MODULE.fullmatch(name):
            return module["name"] in self.modules
        if plugin := _PLUGIN.fullmatch(name):
            return f"{plugin['folder']}/{plugin['name']}" in self.plugins
        return _any(self.keep, name) or not _any(self.drop, name)


def read(languages: Iterable[str], *, slim: bool, text: str | None = None) -> Trim:
    """Read what stays.

    Args:
        languages: that the program speaks, as ``de``.
        slim: without the browser.
        text: of the file; None for ours.
    """
    told = tomllib.loads(_DATA.read_text("utf-8") if text is None else text)
    full: Mapping[str, Mapping[str, str]] = {} if slim else told["full"]
    keep = {pattern.format(language=language): why for pattern, why in told["keep"].items() for language in languages}
    dropped = dict(told["drop"])
    if slim:
        only = told["full"]["only"]
        dropped |= only
        keep = {pattern: why for pattern, why in keep.items() if not _any(only, pattern)}
    return Trim(
        libraries=told["libraries"] | full.get("libraries", {}),
        modules=told["modules"] | full.get("modules", {}),
        plugins=told["plugins"],
        drop=dropped,
        keep=keep,
        exclude=told["exclude"] | (dict.fromkeys(_bindings(told), "slim") if slim else {}),
    )


def _bindings(told: Mapping[str, Mapping[str, Mapping[str, str]]]) -> Iterable[str]:
    return (f"PySide6.{name}" for name in told["full"]["modules"])


def _first(patterns: Iterable[re.Pattern[str]], name: str) -> str | None:
    return next((found["name"] for each in patterns if (found := each.fullmatch(name))), None)


def _any(patterns: Iterable[str], name: str) -> bool:
    return any(fnmatchcase(name, pattern.replace("**", "*")) for pattern in patterns)
