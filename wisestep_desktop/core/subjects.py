"""What a window was about, in the words of its title and no others: the document, the message, the page.

Programs, states, unread counts, endings, versions, mailboxes and the matter's own number go; every word that is left
stood in the title, in that order. Nothing is added, and a title that says nothing gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import Token, tokens
from wisestep_desktop.core.observation import Window, clean
from wisestep_desktop.core.title_words import DASHES, UNSEEN
from wisestep_desktop.core.titles import plain
from wisestep_desktop.core.work import WorkRules, piece

LONGEST_SUBJECT = 120
"""Characters of a subject; it ends with a whole word."""

_LONGEST_TITLE = 600
_SEPARATOR = re.compile(rf"\s+[-{DASHES}|\u00b7\u2022]\s+")
_UNSEEN = str.maketrans(dict.fromkeys(UNSEEN) | {ord("<"): " ", ord(">"): " ", ord("_"): " ", ord("`"): "'"})
_ANSWERED = re.compile(
    r"^(?:(?:re|fwd?|fw|aw|wg|tr|rv|sv|vs|antw|ref|r|write|print|call)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE
)
_BEGUN = re.compile(
    r"^(?:\d{1,3} ?% )?(?:save changes to|printing|transcribe|extracting|downloading|uploading|complete with docusign:"
    r"|search results:)\s+",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:\d{4}-\d{4}-\d{4}(?:\s+v\.?\s?\d+)?|\d{6,}\.\d{1,2}|\d{1,2}\))\s+")
"""How document systems number what they keep."""
_ASIDE = re.compile(
    r"\s*[(\[](?:external|ext|encrypted|secure|confidential|channel|dm|unmodified)[)\]]\s*", re.IGNORECASE
)
_VERSION = re.compile(
    r"[\s._-]*(?:[(\[]?(?<![^\W_])(?:v|ver|version|rev)\.?\s?\d+(?:\.\d+)*[)\]]?|\(\d{1,2}\)|\(\d{6,}\.\d+\))$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:\b(?:our\s+ref(?:erence)?|ref(?:erence)?|matter(?:\s+no)?|file(?:\s+no)?|no)\b[.:#\s]*|#\s*)$", re.IGNORECASE
)
_EDGES = " \t-\u2013\u2014_.,;:|/\\*#=+@~^&'\"!?\u2026\u25cf\u2022\u201c\u201d\u201e"
_OPENERS = {")": "(", "]": "["}
_JOINED = frozenset("-./_")


@dataclass(frozen=True, slots=True)
class Own:
    """What of a title is the matter's own, and so says nothing on its own bill.

    Attributes:
        number: the matter's, as it is written.
        reference: its folded words.
        names: what it and its clients are called, folded words each.
    """

    number: str = ""
    reference: tuple[str, ...] = ()
    names: frozenset[tuple[str, ...]] = frozenset()

    @classmethod
    def of(cls, matter: Matter | None) -> Own:
        """Return what a matter calls its own."""
        if matter is None:
            return NOBODYS
        names = (matter.name, *matter.clients, *matter.aliases, *matter.phrases)
        return cls(str(matter.id), _texts(matter.reference or ""), frozenset(map(_texts, names)))


NOBODYS = Own()
"""Of no matter."""


def subject_of(window: Window, own: Own, rules: WorkRules) -> str:
    """Return what a window was about, or nothing. At most ``LONGEST_SUBJECT`` characters of plain text in one line."""
    title = clean(window.title[:_LONGEST_TITLE]).translate(_UNSEEN)
    if not title.isprintable():
        title = "".join(char if char.isprintable() else " " for char in title)
    if not title.strip():
        return ""
    kept = _kept(title, plain(Window(window.application, title)))
    pieces = _pieces(title, kept)
    last = max((place for place, (_, stays) in enumerate(pieces) if stays), default=0)
    if last and any(piece(text) in rules.owners for text, _ in pieces[last + 1 :]):
        pieces = pieces[:last]
    told: list[str] = []
    files: list[str] = []
    for text, stays in pieces:
        if _is_mailbox(piece(text)):
            break  # what follows is whose mailbox it is, and in what
        cleaned, is_file = _cleaned(text, own, rules) if stays else ("", False)
        if cleaned:
            told.append(cleaned)
            files += [cleaned] if is_file else []
    return _bounded(" - ".join(dict.fromkeys(files or told)))


def _pieces(title: str, kept: frozenset[int]) -> list[tuple[str, bool]]:
    """Return the pieces of a title, each with whether anything stays of it when what comes and goes is taken out."""
    pieces: list[tuple[str, bool]] = []
    found = list(enumerate(tokens(title)))
    start = 0
    for parting in [*_SEPARATOR.finditer(title), None]:
        end, after = (len(title), 0) if parting is None else parting.span()
        inside = [(place, token) for place, token in found if start <= token.start < end]
        mine = [token for place, token in inside if place in kept]
        pieces.append((_between(title, mine, inside, kept), True) if mine else (title[start:end], False))
        start = after
    return pieces


def _between(title: str, mine: Sequence[Token], inside: Sequence[tuple[int, Token]], kept: frozenset[int]) -> str:
    """Return a piece from the first word that stays to the last, without those between that do not."""
    text, at = "", mine[0].start
    for place, token in inside:
        if mine[0].start <= token.start < mine[-1].end and place not in kept:
            text += f"{title[at : token.start]} "
            at = token.end
    text += title[at : mine[-1].end]
    rest = title[mine[-1].end :]
    if rest[:1] in _OPENERS and text.count(_OPENERS[rest[0]]) > text.count(rest[0]):
        text += rest[0]
    return text


def _kept(title: str, told: str) -> frozenset[int]:
    """Return the places of the title's words that are left in what ``plain`` makes of it."""
    whole, left = [token.text for token in tokens(title)], [token.text for token in tokens(told)]
    size = len(left)
    for at in range(len(whole) - size + 1):
        if whole[at : at + size] == left:
            return frozenset(range(at, at + size))
    places, at = [], 0
    for word in left:
        while at < len(whole) and whole[at] != word:
            at += 1
        if at == len(whole):
            return frozenset(range(len(whole)))
        places.append(at)
        at += 1
    return frozenset(places)


def _cleaned(part: str, own: Own, rules: WorkRules) -> tuple[str, bool]:
    """Return a piece without what is not its subject, nothing if nothing is left; and whether it is a file."""
    text = _ANSWERED.sub("", _ASIDE.sub(" ", part).strip(), count=1)
    text = _NUMBERED.sub("", _BEGUN.sub("", text, count=1).strip(_EDGES), count=1)
    if "\\" in text or text.startswith("/"):
        text = re.split(r"[\\/]", text)[-1]
    bare, is_file = _without_ending(text, rules)
    bare = _without_versions(bare, rules)
    if rules.says_nothing(piece(text)) or rules.says_nothing(piece(bare)):
        return "", is_file
    if not is_file and _texts(_without_own(bare, own)) in own.names:
        return "", is_file  # the matter's own record; a file is called something, if only that
    rest = _trimmed(_without_own(bare, own))
    return "" if rules.says_nothing(piece(rest)) or not any(map(str.isalpha, rest)) else rest, is_file


def _without_ending(text: str, rules: WorkRules) -> tuple[str, bool]:
    stem, dot, ending = text.rpartition(".")
    if dot and stem and ending.strip(" ])*").casefold() in rules.documents:
        return stem.rstrip(), True
    return text, False


def _without_versions(text: str, rules: WorkRules) -> str:
    """Take versions from the end of a name, as long as something is left of it."""
    while True:
        shorter = _VERSION.sub("", text).rstrip(" -_.,")
        told = shorter.split()
        for count in (2, 1):
            if len(told) > count and piece(" ".join(told[-count:]).strip("()[]")) in rules.versions:
                shorter = " ".join(told[:-count]).rstrip(_EDGES + "([")
                break
        if shorter == text or not any(map(str.isalpha, shorter)):
            return text
        text = shorter


def _without_own(text: str, own: Own) -> str:
    """Take out the matter's own number and reference, each with the word that says what it is."""
    if not own.number:
        return text
    found = tokens(text)
    spans = [*_references(text, found, own.reference), *_numbers(text, found, own.number)]
    untouched = len(text)
    for start, end in sorted(spans, key=lambda span: (-span[1], span[0])):
        if end > untouched:
            continue  # within one that is gone already
        label = _LABEL.search(text[:start])
        untouched = label.start() if label else start
        before, after = text[:untouched], text[end:]
        text = f"{before.rstrip(_EDGES)} {after.lstrip(_EDGES)}" if before.strip() else after
    return text.strip(_EDGES)


def _references(text: str, found: Sequence[Token], reference: tuple[str, ...]) -> Iterable[tuple[int, int]]:
    """Yield where the reference stands by itself; a short one, or one without a digit, may be a word like any other."""
    joined = "".join(reference)
    if len(joined) < 4 or not any(map(str.isdigit, joined)):
        return
    for first in range(len(found)):
        whole = ""
        for last in range(first, min(first + 6, len(found))):
            whole += found[last].text
            if whole == joined and _alone(text, found, first, last):
                yield found[first].start, found[last].end
            if len(whole) >= len(joined):
                break


def _numbers(text: str, found: Sequence[Token], number: str) -> Iterable[tuple[int, int]]:
    """Yield where the number stands by itself: a short one, or one like a year, may count something else."""
    plain_number = len(number) > 4 or (len(number) == 4 and not 1800 <= int(number) < 2200)
    for place, token in enumerate(found):
        labelled = _LABEL.search(text[: token.start]) is not None
        if token.text == number and (plain_number or labelled) and _alone(text, found, place, place):
            yield token.start, token.end


def _alone(text: str, found: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether no other number or sign of money is joined to some words."""
    start, end = found[first].start, found[last].end
    before = first > 0 and found[first - 1].end == start - 1 and text[start - 1] in _JOINED
    after = last + 1 < len(found) and found[last + 1].start == end + 1 and text[end] in _JOINED
    if before and any(map(str.isdigit, found[first - 1].text)):
        return False
    if after and any(map(str.isdigit, found[last + 1].text)):
        return False
    return text[start - 1 : start] not in {"$", "\u00a3", "\u20ac", ","} and text[end : end + 1] not in {",", "%"}


def _trimmed(text: str) -> str:
    """Return a text without what hangs loose at its ends, and with every bracket closed."""
    text = " ".join(text.split()).strip(_EDGES)
    for closer, opener in _OPENERS.items():
        if text.count(opener) != text.count(closer):
            text = text.replace(opener, " ").replace(closer, " ")
        text = text.replace(f"{opener}{closer}", " ").replace(f"{opener} {closer}", " ")
    return " ".join(text.split()).strip(_EDGES)


def _is_mailbox(text: str) -> bool:
    return "@" in text and " " not in text and "." in text.rpartition("@")[2]


def _texts(text: str) -> tuple[str, ...]:
    return tuple(token.text for token in tokens(text))


def _bounded(text: str) -> str:
    if len(text) <= LONGEST_SUBJECT:
        return text
    cut = text[: LONGEST_SUBJECT + 1].rpartition(" ")[0] or text[:LONGEST_SUBJECT]
    return _trimmed(cut[:LONGEST_SUBJECT])
