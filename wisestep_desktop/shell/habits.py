"""What Qt knows of this person's language and region, for our words, for Qt's own, and for dates."""

from __future__ import annotations

import re
from datetime import date, time

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTime, QTranslator

from wisestep_desktop.shell.formats import Formats, formats, write_as
from wisestep_desktop.shell.words import PSEUDO

_WEEKDAY = re.compile(r"d{3,4}(?P<apart>[,.،]?\s*)")
_YEAR = re.compile(r"[,،]?\s*(?:'[^']*'\s*)?y+(?:\s*'[^']*'|年|년)?\.?\s*")
_SHORT = QLocale.FormatType.ShortFormat


def take_on(app: QCoreApplication, language: str, durations: str) -> None:
    """Let Qt speak the language, and write dates, hours and times as the person's region does.

    Args:
        app: which keeps the catalogues of Qt's own texts.
        language: as in ``words.speak``.
        durations: as ``appearance.durations`` says.
    """
    locale = locale_for(language, QLocale.system())
    QLocale.setDefault(locale)
    write_as(formats_of(locale, durations))
    if language != PSEUDO:
        speak(app, locale)


def locale_for(language: str, system: QLocale) -> QLocale:
    """Return dates and figures for a language, as they are written where the system is."""
    wanted = QLocale("en" if language == PSEUDO else language).language()
    nowhere = system.language() is QLocale.Language.C  # a system that says nothing of a region
    if system.language() is wanted or (nowhere and wanted is QLocale.Language.English):
        return system
    regional = QLocale(wanted, system.territory())
    if regional.territory() is system.territory():
        return regional
    if wanted is QLocale.Language.English:  # no English is written there: what Europeans write in it
        return QLocale(wanted, QLocale.Country.Europe)
    return QLocale(wanted)


def formats_of(locale: QLocale, durations: str) -> Formats:
    """Return how a region writes; the C locale has a point and twenty-four hours."""
    if locale.language() is QLocale.Language.C:
        return Formats(durations=durations)

    def clock(at: time) -> str:
        return locale.toString(QTime(at.hour, at.minute), _SHORT)

    twelve = "A" in locale.timeFormat(_SHORT).upper()
    return Formats(locale.decimalPoint(), durations, clock, twelve)


def speak(app: QCoreApplication, locale: QLocale) -> QTranslator | None:
    """Load Qt's own texts (buttons, keys, menus of fields), and return them; English stands in Qt itself."""
    made = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if locale.language() is not QLocale.Language.English and made.load(locale, "qtbase", "_", folder):
        app.installTranslator(made)
        return made
    return None


def pattern(locale: QLocale, *, weekday: str = "", month: str = "MMMM", year: bool = False) -> str:
    """Return how a region writes a date in words.

    Args:
        locale: of the region.
        weekday: ``dddd`` or ``ddd`` before it, or nothing.
        month: ``MMMM`` or ``MMM``.
        year: whether it is told.
    """
    whole = locale.dateFormat(QLocale.FormatType.LongFormat)
    found = _WEEKDAY.search(whole)
    bare = _WEEKDAY.sub("", whole).strip(" ,")
    if not year:
        bare = _YEAR.sub("", bare).strip(" ,")
    bare = re.sub("M{3,4}", month, bare)
    apart = found["apart"] if found else " "
    if bare.startswith("d ") and locale.language() in (QLocale.Language.English, QLocale.Language.C):
        apart = " "  # as the English write it, not as Unicode's tables do
    return f"{weekday}{apart}{bare}" if weekday else bare


def time_pattern(*, seconds: bool = False) -> str:
    """Return how a field for a time of day is written."""
    if formats().twelve:
        return "h:mm:ss AP" if seconds else "h:mm AP"
    return "HH:mm:ss" if seconds else "HH:mm"


def long_day(day: date, *, year: bool = False) -> str:
    """Return a date with its weekday: ``Monday 16 March``."""
    return _written(day, weekday="dddd", year=year)


def short_day(day: date) -> str:
    """Return a date with its weekday cut short: ``Mon 16 March``."""
    return _written(day, weekday="ddd")


def day_and_month(day: date, *, short: bool = False, year: bool = False) -> str:
    """Return a date without its weekday: ``16 March``, or ``16 Mar``."""
    return _written(day, month="MMM" if short else "MMMM", year=year)


def since(first: date, last: date) -> str:
    """Return the first day of a stretch that ends on another, with no more than is needed: ``23``, or ``23 March``."""
    order = pattern(QLocale())
    if order.startswith("d") and (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{'.' if order.startswith('d.') else ''}"
    return day_and_month(first, year=first.year != last.year)


def month_and_year(day: date) -> str:
    """Return a month: ``March 2026``."""
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def weekday(day: date) -> str:
    """Return the name of a day of the week, cut short."""
    return QLocale().standaloneDayName(day.isoweekday(), _SHORT)


def _written(day: date, *, weekday: str = "", month: str = "MMMM", year: bool = False) -> str:
    locale = QLocale()
    return locale.toString(
        QDate(day.year, day.month, day.day), pattern(locale, weekday=weekday, month=month, year=year)
    )
