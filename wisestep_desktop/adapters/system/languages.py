"""Which languages the person reads, best first, as this system tells. Knows no catalogue of ours."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping


def preferred_languages() -> tuple[str, ...]:
    """Return languages such as ``de_AT`` or ``de-AT``; what a terminal was told comes before the desktop's."""
    told = from_environment(os.environ)
    if told or sys.platform not in ("win32", "darwin"):
        return told
    return _of_windows() if sys.platform == "win32" else _of_the_mac()


def from_environment(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the variables of POSIX and GNU say; where the locale is plain ``C``, GNU's list does not count."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((environment[name] for name in names if environment.get(name)), "")
    listed = [] if locale in ("C", "POSIX") else environment.get("LANGUAGE", "").split(":")
    return tuple(bare for bare in map(_bare, (*listed, locale)) if bare)


def _bare(locale: str) -> str:
    """Return a locale without its encoding and variant; nothing for the locale of no language."""
    bare = locale.partition(".")[0].partition("@")[0]
    return "" if bare in ("C", "POSIX") else bare


def _of_windows() -> tuple[str, ...]:
    if sys.platform != "win32":
        return ()
    import ctypes  # noqa: PLC0415  this system only
    import locale  # noqa: PLC0415

    number = int(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    named = locale.windows_locale.get(number)
    return () if named is None else (named,)


def _of_the_mac() -> tuple[str, ...]:
    if sys.platform != "darwin":
        return ()
    import Foundation  # noqa: PLC0415  this system only

    return tuple(str(each) for each in Foundation.NSLocale.preferredLanguages())
