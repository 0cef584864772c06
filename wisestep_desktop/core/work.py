"""What kind of work a window shows: drafting, reading, a call. Knows how to read the rules, and no program by name.

What programs and sites are used for are facts, and stand in ``resources/lists/work.txt``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wisestep_desktop.core.normalise import words
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.redaction import application_key, folded
from wisestep_desktop.core.title_words import BROWSERS, DASHES, UNSEEN


class WorkKind(StrEnum):
    """What somebody does in a window, as a bill would say it."""

    DRAFT = "draft"
    REVIEW = "review"
    CORRESPOND = "correspond"
    CALL = "call"
    MEET = "meet"
    RESEARCH = "research"
    COURT = "court"
    TRAVEL = "travel"
    THINK = "think"
    CALCULATE = "calculate"
    ADMINISTER = "administer"
    OTHER = "other"


BROWSER = "browser"
"""Where rules for pages hold."""

_LONGEST = 400
"""Characters of a title that are looked at."""


@dataclass(frozen=True, slots=True)
class TitleRule:
    """What a title says of the work: a whole piece of it, words in it, or all of it."""

    kind: WorkKind
    segments: frozenset[str] = frozenset()
    phrase: tuple[str, ...] = ()
    pattern: re.Pattern[str] | None = None

    def fits(self, title: Title) -> bool:
        """Tell whether a title says so."""
        if self.pattern is not None:
            return self.pattern.fullmatch(title.text) is not None
        if self.phrase:
            size = len(self.phrase)
            return any(title.words[at : at + size] == self.phrase for at in range(len(title.words) - size + 1))
        return not self.segments.isdisjoint(title.segments)


@dataclass(frozen=True, slots=True)
class WorkRules:
    """What is known of programs, sites and files.

    Attributes:
        applications: kinds by key as ``application_key`` makes it.
        titles: rules by the kind of the program, or ``BROWSER``; the first that fits counts.
        documents: kinds by ending, without a dot.
        types: how activity types for a kind begin a word of their name.
        nothing: pieces of titles that say nothing; folded.
        nothing_like: the same as patterns.
        owners: pieces before which the owner of a mailbox stands.
        versions: words behind the name of a document that are no part of it.
    """

    applications: Mapping[str, WorkKind] = field(default_factory=dict)
    titles: Mapping[str, tuple[TitleRule, ...]] = field(default_factory=dict)
    documents: Mapping[str, WorkKind] = field(default_factory=dict)
    types: Mapping[WorkKind, tuple[str, ...]] = field(default_factory=dict)
    nothing: frozenset[str] = frozenset()
    nothing_like: tuple[re.Pattern[str], ...] = ()
    owners: frozenset[str] = frozenset()
    versions: frozenset[str] = frozenset()

    def says_nothing(self, piece: str) -> bool:
        """Tell a piece of a title, folded, that does not say what was worked on."""
        return piece in self.nothing or any(each.fullmatch(piece) for each in self.nothing_like)


@dataclass(frozen=True, slots=True)
class Title:
    """A title as rules read it: folded, its pieces, and its words."""

    text: str
    segments: frozenset[str]
    words: tuple[str, ...]

    def __repr__(self) -> str:
        return "Title(…)"


_DASHED = str.maketrans(dict.fromkeys(DASHES, "-") | dict.fromkeys(UNSEEN))
_PARTED = re.compile(r" +[-|\u00b7\u2022] +|: | \| ")
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_MARKS_AROUND = " *\u25cf\u2022"
_FILE = re.compile(r"\.([a-z][a-z0-9]{1,4})(?![\w.])")


def piece(text: str) -> str:
    """Return a piece of a title for comparing with what rules name."""
    return folded(text.translate(_DASHED)).strip(_MARKS_AROUND)


def read_title(title: str) -> Title:
    """Return a title as rules read it."""
    text = folded(title[:_LONGEST].translate(_DASHED))
    parts = {part.strip(_MARKS_AROUND) for part in _PARTED.split(text)}
    bare = {_BRACKETED.sub("", part).strip(_MARKS_AROUND) for part in parts}
    inside = {each.strip() for each in _BRACKETED.findall(text)}
    return Title(text, frozenset(parts | bare | inside), words(text))


def kind_of(window: Window, rules: WorkRules) -> WorkKind:
    """Return what somebody does in a window: by what its title says, else by its file, else by its program."""
    key = application_key(window.application)
    base = rules.applications.get(key)
    page = base is None and any(name in key for name in BROWSERS)
    where = BROWSER if page else base
    title = read_title(window.title)
    if where is not None:
        for rule in rules.titles.get(where, ()):
            if rule.fits(title):
                return rule.kind
    if base is not None:
        return base
    for ending in _endings(title.text, window.document):
        if ending in rules.documents:
            return rules.documents[ending]
    return WorkKind.OTHER


def _endings(title: str, document: str | None) -> Iterator[str]:
    """Yield the endings of the files that a window names, the document's first."""
    if document:
        yield from reversed(_FILE.findall(folded(document[-_LONGEST:])))
    yield from _FILE.findall(title)


# --- The rules as text ----------------------------------------------------------------------------------------

_HEAD = re.compile(r"(\w+) (application|segment|words|pattern|document|type|word|before)(?: in (\w+))?")
_NEEDS_A_PLACE = frozenset({"segment", "words", "pattern"})
_NOTHING, _VERSION = "nothing", "version"


@dataclass(slots=True)
class _Found:
    """What was read so far."""

    applications: dict[str, WorkKind] = field(default_factory=dict)
    titles: defaultdict[str, list[TitleRule]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, WorkKind] = field(default_factory=dict)
    types: defaultdict[WorkKind, list[str]] = field(default_factory=lambda: defaultdict(list))
    nothing: set[str] = field(default_factory=set)
    nothing_like: list[re.Pattern[str]] = field(default_factory=list)
    owners: set[str] = field(default_factory=set)
    versions: set[str] = field(default_factory=set)


def work_rules(text: str) -> WorkRules:
    """Read the rules; the head of the file says how they are written.

    Raises:
        ValueError: naming the line that is neither empty, nor a comment, nor a rule. The text is ours.
    """
    found = _Found()
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        head, _, rule = line.partition(":")
        told = _HEAD.fullmatch(head.strip())
        if told is None or not rule.strip() or not _take(found, told[1], told[2], told[3], rule.strip()):
            raise ValueError(f"line {number} is no rule: {line!r}")
    return WorkRules(
        found.applications,
        {where: tuple(rules) for where, rules in found.titles.items()},
        found.documents,
        {kind: tuple(each) for kind, each in found.types.items()},
        frozenset(found.nothing),
        tuple(found.nothing_like),
        frozenset(found.owners),
        frozenset(found.versions),
    )


def _take(found: _Found, kind: str, trait: str, where: str | None, rule: str) -> bool:
    """Take a line in; tell whether it is a rule."""
    texts = [piece(each) for each in rule.split(",") if each.strip()]
    if kind == _NOTHING and where is None:
        return _take_nothing(found, trait, texts, rule)
    if kind == _VERSION and trait == "word" and where is None:
        found.versions.update(texts)
        return True
    if kind not in {*WorkKind} or (where is None) is (trait in _NEEDS_A_PLACE):
        return False
    return _take_kind(found, WorkKind(kind), trait, where or "", texts, rule)


def _take_nothing(found: _Found, trait: str, texts: list[str], rule: str) -> bool:
    match trait:
        case "segment":
            found.nothing.update(texts)
        case "before":
            found.owners.update(texts)
        case "pattern":
            found.nothing_like.append(re.compile(rule))
        case _:
            return False
    return True


def _take_kind(found: _Found, kind: WorkKind, trait: str, where: str, texts: list[str], rule: str) -> bool:
    match trait:
        case "application":
            found.applications.update((application_key(each), kind) for each in rule.split(","))
        case "document":
            found.documents.update((each, kind) for each in texts)
        case "type":
            found.types[kind] += texts
        case "segment":
            found.titles[where].append(TitleRule(kind, segments=frozenset(texts)))
            found.nothing.update(texts)
        case "words":
            found.titles[where].append(TitleRule(kind, phrase=words(rule)))
        case "pattern":
            found.titles[where].append(TitleRule(kind, pattern=re.compile(rule)))
        case _:
            return False
    return where == "" or where in {*WorkKind, BROWSER}
