"""How loud each find in a title speaks: log-odds for one matter each. Knows weights, decides nothing."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.likeness import Likeness
from wisestep_desktop.core.matter_index import MatterIndex, Posting
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.name_words import GENERIC, LEGAL_FORMS, left_out
from wisestep_desktop.core.normalise import Token
from wisestep_desktop.core.numbers import Standing, is_year, standing

MOST_SHARING = 40
"""Matters that may share a name which suggests them; what more of them bear suggests nothing."""

_CODE = (
    "visual studio code", "vscode", "cursor", "pycharm", "idea", "devenv", "terminal", "powershell", "iterm", "konsole",
    "spotify", "music", "steam", "vlc", "docker", "postman", "gimp", "calculator", "regedit", "taskmgr", "wireshark",
    "calc.exe", "xterm",
)  # fmt: skip
"""Parts of the names of applications in which a number is hardly ever a matter's."""

_AND = re.compile(r"\s*(?:[/&+,;\u2013-]|and|or|to|und|et)\s*", re.IGNORECASE)
"""What joins two references."""

_LONGER, _MOST_LONGER = 3.2, 4
"""Log-odds of a matter whose name goes on after what the title says, and how many of them are suggested."""

_CITATION = re.compile(r"\[\d{4}\] ?(?:\d+ )?[A-Z][A-Za-z]|\(\d{4}\) \d+ [A-Z][A-Za-z]")
"""[2009] 1 Cr App R 118, (1992) 175 CLR 1, [2024] NSWSC 12: a judgment that is read, not a matter."""

_GOING_ON = frozenset({
    "holdings", "group", "properties", "property", "investments", "partners", "services", "trust", "no", "estate",
    "developments", "trading", "international", "enterprises", "capital", "foundation", "street", "road", "avenue",
    "lane", "court", "place", "brothers", "sons", "industries", "solutions", "systems", "bank", "insurance", "ii",
    "iii", "jr", "junior", "senior", "family", "superannuation", "super", "agents", "consulting", "logistics",
})  # fmt: skip
"""Words that make a longer name of the name before them."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A title that is being read.

    Attributes:
        index: of the matters it may mean.
        title: with characters of full width in their usual width, so that a sign is a sign however it is typed.
        raw: as it stands; offsets are the same in both.
        found: its tokens.
        application: the key of whose window it is.
        public: whether it is a page of the world, and not of what the firm works with.
    """

    index: MatterIndex
    title: str
    raw: str
    found: Sequence[Token]
    application: str
    public: bool = False


class Find(NamedTuple):
    """A key in a title: the range of its tokens, half-open, and what it means."""

    first: int
    last: int
    postings: tuple[Posting, ...]


class Word(NamedTuple):
    """Something that speaks for one matter: log-odds, already divided among ``shared`` matters, and where it stands."""

    matter: MatterId
    kind: Kind
    weight: float
    first: int
    last: int
    shared: int = 1

    @property
    def whole_weight(self) -> float:
        """Return what it would weigh if it meant this matter alone."""
        return self.weight + math.log(self.shared)


def weigh(find: Find, reading: Reading) -> Iterator[Word]:
    """Yield what a find says for each matter; several that share a name share its weight."""
    if len(find.postings) > 5 * MOST_SHARING:
        return
    counts: defaultdict[Kind, set[MatterId]] = defaultdict(set)
    for posting in find.postings:
        counts[posting.kind].add(posting.matter)
    # A matter named like its client may be any of that client's.
    clients = bool(counts[Kind.CLIENT] - counts[Kind.NAME] - counts[Kind.ALIAS])
    loudness: dict[tuple[Kind, bool], float] = {}
    for posting in find.postings:
        kind = Kind.CLIENT if clients and posting.kind in {Kind.NAME, Kind.ALIAS} else posting.kind
        shared = len(counts[kind])
        if shared > MOST_SHARING:
            continue
        if (kind, posting.whole) not in loudness:
            loudness[kind, posting.whole] = _loudness(kind, find, reading, whole=posting.whole)
        weight = loudness[kind, posting.whole]
        if weight > 0:
            yield Word(posting.matter, kind, weight - math.log(shared), find.first, find.last, shared)
    if (Kind.NAME, True) in loudness:
        texts = _texts(find, reading)
        for matter in _longer(texts, find, reading)[:_MOST_LONGER]:
            yield Word(matter, Kind.LIKENESS, min(_LONGER, 0.5 * _worth(texts, reading)), find.first, find.last)


def of_likeness(like: Likeness, *, several: bool) -> float:
    """Weigh a name by how much of it is there; never as much as would assign it by itself."""
    if like.share < 0.6 or not several:
        return min(2.2, 0.2 * like.worth)
    if like.share < 0.85:
        return min(2.8, 0.25 * like.worth)
    return min(4.6, 0.5 * like.worth) if like.exact else min(3.4, 0.35 * like.worth)


def _loudness(kind: Kind, find: Find, reading: Reading, *, whole: bool) -> float:
    texts = _texts(find, reading)
    joined = "".join(token.text for token in reading.found[find.first : find.last])
    match kind:
        case Kind.ID:
            return _of_id(find, reading)
        case Kind.REFERENCE | Kind.ALIAS if any(map(str.isdigit, joined)) and _is_referring(joined):
            if joined.isdigit():
                return _of_digits(find, reading)
            if _has_siblings(find, reading):
                return 4.4
            return 6.0 if whole and len(joined) > 3 else 2.5 if len(joined) < 5 else 4.0
        case Kind.RULE:
            return 8.0
        case Kind.CLIENT:
            worth = _worth(texts, reading)
            if reading.found[find.last - 1].text in LEGAL_FORMS:
                worth += 2.0  # "Blue Pty Ltd" is no colour
            most = 1.6 if len(texts) == 1 else 2.6
            return min(most, 0.5 * worth) if whole else min(1.5, 0.3 * worth)
        case _:
            return _of_name(texts, find, reading, whole=whole)


def _texts(find: Find, reading: Reading) -> tuple[str, ...]:
    return tuple(token.text for token in reading.found[find.first : find.last] if not left_out(token.text))


def _of_name(texts: tuple[str, ...], find: Find, reading: Reading, *, whole: bool) -> float:
    """Weigh a name by what its words are worth; one that is short, common, parted or goes on only suggests."""
    worth = _worth(texts, reading)
    if len(texts) == 1 or (all(len(text) == 1 for text in texts) and len(texts) < 4):
        return min(1.8, 0.4 * worth)
    parties = 1.0 if "v" in texts[1:-1] else 0.0
    common = not parties and all(_is_generic(text) for text in texts)  # "Supply agreement": many titles say that
    if (
        common
        or reading.public
        or (parties and _CITATION.search(reading.title))
        or _is_parted(find, reading)
        or _goes_on(find, reading)
        or _longer(texts, find, reading)
    ):
        return min(4.4, 0.9 * worth)
    return min(5.8 if whole else 5.2, 0.9 * worth + parties)


def _worth(texts: Iterable[str], reading: Reading) -> float:
    return sum(map(reading.index.worth, texts))


def _longer(texts: tuple[str, ...], find: Find, reading: Reading) -> list[MatterId]:
    """Return other matters that have all these words in their names: "Marlow Estate" may be "Marlow Estate No 2"."""
    index, mine = reading.index, {posting.matter for posting in find.postings}
    rarest = min((index.bearers(text) for text in texts if index.bearers(text)), key=len, default=())
    words = {*texts}
    return [matter for matter in rarest if matter not in mine and words.issubset(index.called(matter))]


def _is_parted(find: Find, reading: Reading) -> bool:
    """Tell whether a name goes across what parts a title; then its words may only stand side by side."""
    inside = pairwise(reading.found[find.first : find.last])
    return any(set("|;") & {*reading.title[one.end : two.start]} for one, two in inside)


def _goes_on(find: Find, reading: Reading) -> bool:
    """Tell whether a name goes on: "Marlow Holdings" is not Marlow, and "Marlow Estate No 2" not the Marlow Estate."""
    found, title, last = reading.found, reading.title, find.last
    if last == len(found):
        return False
    gap = title[found[last - 1].end : found[last].start]
    if gap == "-" and found[last].text.isalpha():  # R v Skelton-Ward; but Skelton-v-Ward-draft is joined throughout
        return all(title[one.end : two.start] != "-" for one, two in pairwise(found[find.first : last]))
    return gap == " " and found[last].text in _GOING_ON


def _is_generic(word: str) -> bool:
    return word in GENERIC or word.removesuffix("s") in GENERIC


def _has_siblings(find: Find, reading: Reading) -> bool:
    """Tell "48210.003/004" and "TB24-1031 and 1032": two matters, of which the second is written short."""
    found, last = reading.found, find.last
    after = next((place for place in range(last, min(last + 2, len(found))) if found[place].text.isdigit()), None)
    if after is None or len(found[after].text) != len(found[last - 1].text):
        return False
    return _AND.fullmatch(reading.title[found[last - 1].end : found[after].start]) is not None


def _of_id(find: Find, reading: Reading) -> float:
    """Weigh an id: where matters go by references, a number that nobody calls a matter's is hardly one."""
    told = _believed(find, reading)
    weight = _of_number(reading.found[find.first].text, told)
    if told is Standing.NAMED:
        return weight
    doubtful = reading.public or (reading.index.goes_by_references and told is Standing.BARE)
    return weight / 2 if doubtful else weight


def _of_digits(find: Find, reading: Reading) -> float:
    """Weigh a reference of digits only: like an id where it is one number, by its parts where they are joined."""
    parts = reading.found[find.first : find.last]
    if len(parts) == 1:
        return _of_number(parts[0].text, _believed(find, reading))
    gaps = {reading.title[one.end : two.start] for one, two in pairwise(parts)}
    long = sum(len(token.text) for token in parts) > 6
    if _has_siblings(find, reading):
        return 4.4
    return 6.0 if long and gaps <= {"-", ".", "/", "_", "\u2013"} else 3.0


def _is_referring(joined: str) -> bool:
    """Tell the words of a reference from a name with a number in it: more than half of it is digits, or it is short."""
    return len(joined) <= 16 or 2 * sum(map(str.isdigit, joined)) >= len(joined)


def _believed(find: Find, reading: Reading) -> Standing:
    told = standing(reading.title, reading.found, find.first)
    if told in {Standing.BARE, Standing.PLACED} and _counts_everything(reading.application):
        return Standing(told - 1)
    return told


def _counts_everything(application: str) -> bool:
    return application in {"code", "cmd", "calc"} or any(name in application for name in _CODE)


def _of_number(text: str, told: Standing) -> float:
    """Return the weight of a number by how it stands and how long it is."""
    size = 2 if is_year(text) else len(text)
    match told:
        case Standing.NONE:
            return 0.0
        case Standing.NAMED:
            return 6.5
        case Standing.PLACED:
            return 5.5 if size > 4 else 3.0 if size == 4 else 1.5 if size == 3 else 0.0
        case Standing.BARE:
            return 2.6 if size > 4 else 0.8 if size == 4 else 0.3 if size == 3 else 0.0
