"""Activity types as they are offered: which, under what name, in what order, and which one fits a kind of work.

A type is guessed from its name only where exactly one can be meant, and a UTBMS task code never is: what a client is
told of the stage of a case is for the attorney to say.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from heapq import nsmallest

from wisestep_desktop.core.ids import ActivityTypeId
from wisestep_desktop.core.matters import ActivityType
from wisestep_desktop.core.normalise import tokens, words
from wisestep_desktop.core.settings import Settings, pairs
from wisestep_desktop.core.work import WorkKind

NON_BILLABLE = "ACTIVITY_TYPES_NON_BILLABLE"
BY_KIND, ENABLED, LABELS = "activity.by_kind", "activity.enabled", "activity.labels"
NAMING = (NON_BILLABLE, BY_KIND, ENABLED, LABELS)
"""The settings that name activity types."""

_TASK_CODE = re.compile(r"\W*(?:[A-Z]{1,3})[1-9]\d{2}\b")
_ACTIVITY_CODE = re.compile(r"\W*A1\d\d\b")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """An activity type that may be picked, and what it is called here."""

    type: ActivityType
    label: str


def same_type(name: str) -> str:
    """Return a name for comparing: case and spaces do not count."""
    return " ".join(name.casefold().split())


def offered_types(
    types: Iterable[ActivityType], settings: Settings, kept: ActivityTypeId | None = None
) -> tuple[Offer, ...]:
    """Return the types that may be picked, under the names the settings give them, in the order of those names.

    Args:
        types: those in use.
        settings: which are enabled (none named: all), and what they are called.
        kept: the type an entry has already; it stays, whether or not it is still offered to others.
    """
    enabled = frozenset(map(same_type, settings.names(ENABLED)))
    labels = {same_type(name): label for name, label in pairs(settings.names(LABELS))}
    offers = (
        Offer(each, labels.get(same_type(each.name), each.name))
        for each in types
        if not enabled or same_type(each.name) in enabled or each.id == kept
    )
    return tuple(sorted(offers, key=lambda offer: (same_type(offer.label), offer.type.id)))


def type_for_kind(
    kind: WorkKind, offers: Sequence[Offer], settings: Settings, stems: Mapping[WorkKind, Sequence[str]]
) -> ActivityTypeId | None:
    """Return the type for a kind of work: the one the settings name, else the only one whose name fits.

    Args:
        kind: of work.
        offers: what may be picked.
        settings: with the person's own pairs.
        stems: how the words of fitting names begin.
    """
    wanted = {WorkKind(one): same_type(name) for one, name in pairs(settings.names(BY_KIND))}
    if kind in wanted:
        named = [each.type.id for each in offers if wanted[kind] == same_type(each.type.name)]
        return named[0] if len(named) == 1 else None
    fitting = [each.type.id for each in offers if fits(each, stems.get(kind, ()))]
    return fitting[0] if len(fitting) == 1 else None


def fits(offer: Offer, stems: Iterable[str]) -> bool:
    """Tell whether a word of a type's name begins like the kind of work; a task code never fits."""
    name = offer.type.name
    if _TASK_CODE.match(name) and not _ACTIVITY_CODE.match(name):
        return False
    told = {*words(name), *words(offer.label)}
    return any(word.startswith(stem) for word in told for stem in stems)


def names_of(setting: str, settings: Settings) -> tuple[str, ...]:
    """Return the activity types that a setting names."""
    items = settings.names(setting)
    match setting:
        case "activity.by_kind":
            return tuple(name for _, name in pairs(items))
        case "activity.labels":
            return tuple(name for name, _ in pairs(items))
        case _:
            return items


def unknown_types(setting: str, settings: Settings, types: Iterable[ActivityType]) -> tuple[str, ...]:
    """Return the names in a setting that no activity type has."""
    known = {same_type(each.name) for each in types}
    return tuple(name for name in names_of(setting, settings) if same_type(name) not in known)


def nearest_type(name: str, types: Iterable[ActivityType]) -> str:
    """Return the name among the types that is most like another one; empty where there are no types."""
    known = {same_type(each.name): each.name for each in types}
    wanted = same_type(name)
    best = get_close_matches(wanted, known, n=1, cutoff=0.3)
    if best:
        return known[best[0]]
    return known[max(known, key=lambda each: SequenceMatcher(None, wanted, each).quick_ratio())] if known else ""


class TypeSearch:
    """Finds activity types as they are typed. Built once for a list of offers; read from any thread.

    Args:
        offers: those that may be picked, in the order in which equals are shown.
    """

    def __init__(self, offers: Sequence[Offer] = ()) -> None:
        self._offers = tuple(offers)
        places: defaultdict[str, set[int]] = defaultdict(set)
        self._texts: list[str] = []
        for place, offer in enumerate(self._offers):
            told = [*words(offer.label), *words(offer.type.name)]
            self._texts.append(" ".join(told))
            for word in told:
                places[word].add(place)
        self._places = dict(places)
        self._words = sorted(places)

    def find(self, text: str, most: int = 40) -> list[Offer]:
        """Return the offers that ``text`` may mean, at most some of them; nothing typed gives the first ones.

        First those whose name begins with it, then those with a word that begins so, for every word typed, then those
        that have every word typed somewhere in them. Neither case nor accents count.
        """
        typed = [token.text for token in tokens(text[:_LONGEST])]
        if not typed:
            return list(self._offers[:most])
        begun = self._begun(typed[0])
        for word in typed[1:]:
            begun = begun & self._begun(word)
        whole = " ".join(typed)
        found = nsmallest(most, (place for place in begun if self._texts[place].startswith(whole)))
        if len(found) < most:
            found += nsmallest(most - len(found), begun.difference(found))
        if len(found) < most:
            inside = self._holding(typed[0])
            for word in typed[1:]:
                inside = inside & self._holding(word)
            found += nsmallest(most - len(found), inside.difference(found))
        return [self._offers[place] for place in found]

    def _holding(self, part: str) -> set[int]:
        return set().union(*(self._places[each] for each in self._words if part in each))

    def _begun(self, word: str) -> set[int]:
        first = bisect_left(self._words, word)
        after = bisect_left(self._words, f"{word}\U0010ffff", first)
        return set().union(*(self._places[each] for each in self._words[first:after]))
