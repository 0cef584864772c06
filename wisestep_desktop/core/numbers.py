"""What a number in a title is: a matter's, perhaps, or a price, a page, a year, a telephone's, another system's.

Knows what stands around a number; knows no matters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum
from unicodedata import normalize

from wisestep_desktop.core.normalise import Token


class Standing(IntEnum):
    """How far a number is to be believed to be a matter's, the more the higher."""

    NONE = 0
    """It is something else: a price, a count, a version, part of a date."""
    BARE = 1
    """It might be."""
    PLACED = 2
    """It stands where people put a matter's number: first in a file's name, in brackets, in a folder's path."""
    NAMED = 3
    """It is called a matter's, a file's, or our reference."""


_STRANGE = frozenset({
    "payment", "booking", "order", "your", "customer", "transaction", "application", "invoice", "purchase", "tracking",
    "claim", "case", "policy", "quote", "client", "bank", "account", "receipt", "delivery", "ticket", "their",
})  # fmt: skip
"""Whose references are another system's."""
_FOLDERS = frozenset({"matters", "files", "cases", "clients", "akten", "dossiers"})
"""Folders that are full of matters."""
_MATTERS = frozenset(
    {"matter", "file", "action", "actionstep", "ref", "reference", "mat", "akte", "dossier", "aktenzeichen", "az"}
)
_CALLED = frozenset({"no", "id", "our", "your"})
_MONEY = frozenset(
    {"usd", "aud", "nzd", "cad", "eur", "gbp", "sgd", "hkd", "chf", "jpy", "dollars", "euros", "pounds", "cents"}
)
_PHONES = frozenset(
    {"tel", "telephone", "phone", "ph", "mobile", "mob", "fax", "cell", "call", "ext", "extension", "whatsapp"}
)
_OTHERS = (
    frozenset({
        "page", "pages", "p", "pp", "pg", "version", "ver", "build", "release", "rev", "revision", "kb", "bug", "issue",
        "invoice", "inv", "order", "ticket", "po", "receipt", "quote", "quotation", "case", "incident", "task", "job",
        "error", "code", "pin", "account", "acct", "acc", "bsb", "abn", "acn", "vat", "gst", "tfn", "iban", "policy",
        "room", "level", "unit", "suite", "lot", "floor", "box", "flight", "booking", "tracking", "parcel", "shipment",
        "asset", "serial", "section", "sections", "s", "ss", "sec", "reg", "regs", "regulation", "clause", "cl", "rule",
        "r", "chapter", "ch", "article", "art", "para", "paragraph", "part", "schedule", "sch", "annex", "item", "row",
        "volume", "vol", "step", "slide", "sheet", "line", "port", "pid", "process", "claim", "cheque", "transaction",
        "payment", "statement", "form", "model", "type", "exhibit", "tab", "bundle", "jira", "pr", "pull", "commit",
        "request", "req", "rfc", "iso", "din", "en", "route", "bus", "train", "gate", "seat", "channel", "episode",
        "season", "track", "score", "id", "postcode", "zip", "plz", "user", "customer", "client", "contact", "member",
        "img", "image", "dsc", "dscn", "pxl", "vid", "mov", "log", "scan", "scanned", "copier", "screenshot", "photo",
        "export", "dump", "backup", "trace", "ref", "delivery", "purchase", "sales",
        "support", "helpdesk", "servicenow", "chg", "prb",
    })
    | _MONEY | _PHONES
)  # fmt: skip
"""Words that, just before a number, make it another thing's number."""
_COUNTED = (
    frozenset({
        "pages", "items", "unread", "results", "messages", "words", "kb", "mb", "gb", "tb", "bytes", "files", "rows",
        "records", "steps", "views", "likes", "followers", "users", "members", "people", "employees", "km", "m", "cm",
        "mm", "kg", "g", "miles", "metres", "meters", "sqm", "m2", "ha", "hectares", "acres", "mph", "kmh", "px", "dpi",
        "pm", "am", "hrs", "hours", "minutes", "mins", "seconds", "secs", "days", "weeks", "months", "years", "percent",
        "errors", "warnings", "tests", "commits", "downloads", "points", "units", "shares", "copies", "emails",
        "notifications", "comments", "replies", "photos", "songs", "online", "new", "missed", "selected", "of", "x",
    })
    | _MONEY
)  # fmt: skip
"""Words that, just after a number, make it a count."""
_STREETS = frozenset({
    "street", "road", "avenue", "lane", "drive", "court", "place", "crescent", "parade", "terrace", "highway", "way",
    "close", "boulevard", "square", "strasse", "straße", "rue", "allee", "weg", "platz", "quay", "wharf", "esplanade",
})  # fmt: skip
_MONTHS = frozenset({
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
    "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
})  # fmt: skip
_FILE = re.compile(
    r"\.(?:docx?|pdf|xlsx?|pptx?|rtf|odt|ods|txt|msg|eml|pages|csv|dotx|tiff?|jpe?g|png|zip)\b", re.IGNORECASE
)
_ELSEWHERE = re.compile(
    r"\b(?:westlaw|lexis\w*|austlii|bailii|canlii|jade|practical law|casetext|justis|heinonline|hansard|legislation"
    r"|google search|bing|duckduckgo|stack overflow|github|gitlab|jira|confluence|wikipedia|linkedin"
    r"|amazon|ebay|youtube|netflix|spotify|booking\.com|airbnb|reddit|facebook|twitter|instagram|news|weather|maps)\b",
    re.IGNORECASE,
)
"""Places in which people look things up that are no matter's."""
_MAIL = re.compile(r"^\W*(?:re|fw|fwd|aw|wg)\s*:", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[\\/]|[-\u2013\u2014|:>]\s)[\s*\u25cf\u2022]*$")
_PARTED = re.compile(r"\s[-\u2013\u2014]\s|[|>]")
_ENDS = re.compile(r"^(?:\s*$|\s+[-\u2013\u2014|:]\s)")
_CLOSES = re.compile(r"^(?:\s*$|\s*[-\u2013\u2014_\\/:|]|\s+[^\s\d]|\.[a-zA-Z]{2,5}\b)")


def standing(title: str, found: Sequence[Token], at: int) -> Standing:
    """Return how far the number that is token ``at`` is to be believed."""
    token = found[at]
    before, after = title[: token.start], title[token.end :]
    if _is_part_of_more(before, after) or _is_phone(title, found, at):
        return Standing.NONE
    told = [each.text for each in found[_segment(title, found, at) : at]]
    named = _named(told, before)
    if named is Standing.NAMED:
        return named
    if _ELSEWHERE.search(normalize("NFC", title)):
        return Standing.NONE
    following = [each.text for each in found[at + 1 : at + 4]]
    if named is Standing.NONE or _is_counted(told, following) or _is_dated(told, following, token.text):
        return Standing.NONE
    if _STREETS & {*following} and not before.strip():
        return Standing.BARE
    if _STREETS & {*following}:
        return Standing.NONE
    if _is_our_page(title, before, after):
        return Standing.NAMED
    return Standing.PLACED if _is_placed(title, before, after) else Standing.BARE


def _segment(title: str, found: Sequence[Token], at: int) -> int:
    """Return the first of up to three tokens before ``at`` that are not parted from it."""
    first = at
    while first > max(0, at - 3) and not _PARTED.search(title[found[first - 1].end : found[first].start]):
        first -= 1
    return first


def is_year(text: str) -> bool:
    """Tell a number that is far more often a year."""
    return len(text) == 4 and 1900 <= int(text) < 2100


def _is_part_of_more(before: str, after: str) -> bool:
    """Tell a price, a decimal, a time, a share, an address of the net, a number sign of another system."""
    last = before.rstrip()[-1:]
    if before[-1:] in tuple("$€£¥#+@&=?~^%") or last in tuple("$€£¥+#"):
        return last != "#" or not _called_matter(before)
    if before[-1:] in tuple(".,:") and before[-2:-1].isdigit():
        return True
    if before[-1:] in tuple("-\u2013/") and before[-2:-1].isdigit():
        return True
    if before[-1:] == "-" and before[-2:-1].isalpha() and before.rstrip("-")[-4:].isupper():
        return True  # JIRA-10482
    if after[:1] in tuple(".,:/-") and after[1:2].isdigit():
        return True
    return after[:1] in tuple("%°€£$@") or after.lstrip()[:1] in tuple("%€")


def _called_matter(before: str) -> bool:
    return re.search(r"(?:matter|file|ref|action)[\W_]*#\s*$", before, re.IGNORECASE) is not None


def _named(told: Sequence[str], before: str) -> Standing:
    """Return NAMED behind "matter no.", NONE behind "invoice no.", BARE otherwise."""
    behind = list(told)
    if behind and behind[-1] in _FOLDERS and before[-1:] in tuple("\\/"):
        return Standing.NAMED
    called = False
    while behind and behind[-1] in _CALLED:
        called = behind[-1] != "our"
        if behind.pop() == "our":
            return Standing.NAMED
    if not behind:
        return Standing.BARE if not called else Standing.NONE
    if behind[-1] in {"ref", "reference"}:
        sort = behind[-2] if len(behind) > 1 else ""
        return Standing.NONE if sort in _STRANGE else Standing.NAMED
    if behind[-1] in _MATTERS:
        return Standing.NAMED
    return Standing.NONE if behind[-1] in _OTHERS or (called and behind[-1] != "no") else Standing.BARE


def _is_counted(told: Sequence[str], following: Sequence[str]) -> bool:
    """Tell "7 pages", "7 of 9" and the 9 in it."""
    if following and following[0] in _COUNTED:
        return following[0] != "of" or following[1:2] == [] or following[1].isdigit()
    return len(told) > 1 and told[-1] == "of" and told[-2].isdigit()


def _is_dated(told: Sequence[str], following: Sequence[str], text: str) -> bool:
    return len(text) <= 4 and bool({*told[-1:], *following[:1]} & _MONTHS)


def _is_phone(title: str, found: Sequence[Token], at: int) -> bool:
    """Tell a part of "+61 2 9555 0100", "Tel (02) 9555 0100" and "04 1048 2000"."""
    first = at
    while (
        first and found[first - 1].text.isdigit() and not title[found[first - 1].end : found[first].start].strip(" -()")
    ):
        first -= 1
    if first and found[first - 1].text in _PHONES:
        return True
    if title[: found[first].start].rstrip(" (").endswith("+"):
        return True
    last = at
    while (
        last + 1 < len(found)
        and found[last + 1].text.isdigit()
        and not title[found[last].end : found[last + 1].start].strip(" ()")
    ):
        last += 1
    return last > first and found[first].text.startswith("0")


def _is_placed(title: str, before: str, after: str) -> bool:
    """Tell the places where people put a matter's number: see ``Standing.PLACED``."""
    bracketed = before[-1:] + after[:1] in {"[]", "()"}
    if bracketed:
        before, after = before[:-1], after[1:]
    elif before[-1:] in tuple("\\/") and after[:1] in tuple("\\/"):
        return "://" not in before
    opens, closes = _OPENS.search(before) is not None, _CLOSES.match(after) is not None
    mail, file = _MAIL.match(title), _FILE.search(title)
    if mail and _MAIL.fullmatch(before.rstrip()):
        opens = True
    alone = opens and _ENDS.match(after) is not None
    if mail or file:
        return (opens and closes) or alone or bool(file and (bracketed or _is_between(before, after)))
    first = not before.strip()
    return (alone and (bracketed or first)) or (bracketed and first and closes)


def _is_our_page(title: str, before: str, after: str) -> bool:
    """Tell a number that is a whole part of the title of a page of Actionstep."""
    return "actionstep" in title.lower() and bool(_OPENS.search(before) and _ENDS.match(after))


def _is_between(before: str, after: str) -> bool:
    """Tell a number that lines of a file's name part from its words."""
    return before[-1:] == "_" and after[:1] in tuple("_. ")
