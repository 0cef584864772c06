"""Recognises matters in titles against the cache, once per title, and again where the cache or a lesson changed."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import partial

from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.learning import Lesson, Trait, features, recall
from wisestep_desktop.core.matching import VERSION, Match, Matcher, Named
from wisestep_desktop.core.matter_index import MatterIndex
from wisestep_desktop.core.matters import Matter, offered_and_hidden
from wisestep_desktop.core.normalise import words
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.timeline import Title

MATCHED = "titles.matched"
"""Fact: what every title is matched by. Anything else than what is in force means that titles are still to be read."""

_BATCH = 100
"""Titles read in one transaction: a window that changes meanwhile waits for no more than that."""

_ENOUGH, _COMMON = 200, 0.05
"""Titles of which it can be said what is common in them, and the share of them from which a word is."""

_MANY = 300
"""Words by which titles are looked for; where more changed, all titles are read."""


@dataclass(frozen=True, slots=True)
class _Force:
    """What titles are matched by, swapped whole.

    Attributes:
        matcher: with its index of matters.
        version: names program, cache and settings.
        cache: the version of the matters.
        lessons: by trait and key.
        learned: the version of the lessons.
    """

    matcher: Matcher
    version: str
    cache: int
    lessons: dict[tuple[Trait, str], tuple[Lesson, ...]]
    learned: int

    def match(self, window: Window) -> Match:
        """Return what a window says."""
        learned = recall(features(window), self.lessons) if self.lessons else ()
        return self.matcher.match(window.title, window.application, learned)


@dataclass(frozen=True, slots=True)
class _News:
    """What the store has that is not in force yet; None for what is. Matters: those offered, and those hidden."""

    version: str
    cache: int
    learned: int
    matters: tuple[list[Matter], list[Matter]] | None
    lessons: dict[tuple[Trait, str], tuple[Lesson, ...]] | None


class Recogniser:
    """Holds what is in force. Safe from any thread."""

    def __init__(self) -> None:
        self._force = _Force(Matcher(()), "", -1, {}, -1)
        self._swap = threading.Lock()
        self._hearing = threading.Lock()
        self._common: Mapping[str, float] | None = None
        self._closing = threading.Event()

    def close(self) -> None:
        """Let whoever reads titles again stop after the next few; the next start goes on. Safe from any thread."""
        self._closing.set()

    @property
    def version(self) -> str:
        """Return the name of matcher and cache in force."""
        return self._force.version

    @property
    def index(self) -> MatterIndex:
        """Return the matters in force."""
        return self._force.matcher.index

    def match(self, window: Window) -> Match:
        """Return what a window says now."""
        return self._force.match(window)

    def trial(self, matters: Iterable[Matter]) -> Callable[[Window], Match]:
        """Return what says how windows would be read if some matters were called otherwise. Nothing is put in force."""
        force, index = self._force, self.index
        some = [each for each in matters if each.id in index]
        put = [each for each in some if index.offers(each.id)]
        trial = Matcher(index.changed(put, (), [each for each in some if not index.offers(each.id)]))
        return replace(force, matcher=trial).match

    def named(self, text: str) -> tuple[Named, ...]:
        """Return every matter, offered or hidden, that a text names in so many words."""
        return self._force.matcher.named(text)

    def with_offered(self, hidden: Iterable[Matter]) -> Callable[[Window], Match]:
        """Return what says how windows would be read if some hidden matters were offered. Nothing is put in force."""
        force = self._force
        return replace(force, matcher=Matcher(force.matcher.index.changed(hidden, ()))).match

    def says_the_same(self, one: Window, other: Window) -> bool:
        """Tell whether two titles name the same matters, so that they may be kept as one."""
        if one.title == other.title:
            return True
        if self._numbers(one) != self._numbers(other):
            return False
        mine, theirs = self.match(one), self.match(other)
        ours = {candidate.matter for candidate in mine.candidates}
        return mine.assigned == theirs.assigned and ours == {candidate.matter for candidate in theirs.candidates}

    def _numbers(self, window: Window) -> set[str]:
        """Return the numbers in a title that are matters' or their references, whether or not they are believed."""
        index, short = self.index, {word for word in words(window.title) if word.isdecimal() and len(word) < 19}
        return {word for word in short if MatterId(int(word)) in index or index.postings((word,))}

    def refresh(self, books: Books) -> bool:
        """Take in what changed of the cache, the settings and the lessons; tell whether anything did."""
        return self._take_in(books) is not None

    def settle(self, books: Books, title: Title) -> None:
        """Keep what a title says that nobody has read yet; before anything is in force it stays unread.

        So it does, for the next time titles are read, where another program changed what we have not heard of yet.
        """
        force = self._force
        if title.matched or not force.version.endswith(_ending(_closed_too(books))):
            return  # closed matters were let in or out, and what a title was once given it keeps
        newest = (books.matters.version(), books.learning.version()) == (force.cache, force.learned)
        books.timeline.save_matches([(title.id, force.match(title.window))], force.version if newest else "")

    def read_again(self, books: Books, titles: Iterable[TitleId]) -> None:
        """Read some titles again, now."""
        self.refresh(books)
        found = books.timeline.titles(titles)
        _save(books, [(each.id, self.match(each.window)) for each in found.values()], self.version)

    def rematch(self, store: Store) -> int:
        """Read every title again that may say something else now; return how many. Waits for the store.

        Taking in a large firm takes a second or two, reading a year's titles some more; recording goes on meanwhile.
        """
        held = self.version
        self._hear(store)
        changed = self._swap_in(store.read(self._look))
        version = self.version
        told = store.read(lambda books: books.settings.fact(MATCHED))
        done = 0
        if told != version:
            # Only what these titles were matched by tells which of them a change concerns.
            narrow = changed is not None and told == held and len(changed) <= _MANY
            done = self._read_all(store, _contains(changed) if narrow and changed is not None else _every)
            if self._closing.is_set():
                return done
            store.write(lambda books: self._note(books, version)).result()
        while not self._closing.is_set() and (count := store.write(self._read_unread).result()):
            done += count
        return done

    def _hear(self, store: Store) -> None:
        """Find out which words are common in this person's titles; once, for a person's titles change slowly."""
        with self._hearing:
            if self._common is None:
                self._common = self._words_of_all(store)

    def _words_of_all(self, store: Store) -> Mapping[str, float]:
        count, heard, before = 0, Counter[str](), None
        while page := store.read(lambda books, at=before: books.timeline.windows(at, _BATCH)):  # type: ignore[misc]
            for _, window in page:
                heard.update({*words(window.title)})
            count, before = count + len(page), page[-1][0]
        if count < _ENOUGH:
            return {}
        return {word: times / count for word, times in heard.items() if times >= _COMMON * count}

    def _read_all(self, store: Store, concerned: Callable[[str], bool]) -> int:
        done, before = 0, None
        while not self._closing.is_set():
            page = store.read(lambda books, at=before: books.timeline.windows(at, _BATCH))  # type: ignore[misc]
            wanted, force = [each for each in page if concerned(each[1].title)], self._force
            mine = [(title, force.match(window)) for title, window in wanted]
            if mine:
                store.write(partial(self._keep, force, wanted, mine)).result()
            done += len(mine)
            if len(page) < _BATCH:
                break
            before = page[-1][0]
        return done

    def _keep(
        self,
        force: _Force,
        windows: Iterable[tuple[TitleId, Window]],
        said: Iterable[tuple[TitleId, Match]],
        books: Books,
    ) -> None:
        """Keep what titles say; who was overtaken meanwhile must not put back what they said before."""
        now = self._force
        _save(books, said if now is force else [(title, now.match(window)) for title, window in windows], now.version)

    def _read_unread(self, books: Books) -> int:
        titles = books.timeline.unread(_BATCH)
        books.timeline.save_matches(((title, self.match(window)) for title, window in titles), self.version)
        return len(titles)

    def _note(self, books: Books, version: str) -> None:
        if version == self.version:  # otherwise something changed meanwhile, and the next time does it
            books.settings.put_fact(MATCHED, version)

    def _take_in(self, books: Books) -> frozenset[str] | None:
        return self._swap_in(self._look(books))

    def _look(self, books: Books) -> _News:
        """Return what is in force in the store, as far as it is not what we hold."""
        closed_too = _closed_too(books)
        cache, learned, now = books.matters.version(), books.learning.version(), self._force
        version = f"{VERSION}.{cache}{_ending(closed_too)}"
        parted = None
        if version != now.version:
            parted = offered_and_hidden(books.matters.matters(), closed_too=closed_too)
        lessons = None if learned == now.learned else _by_feature(books.learning.lessons())
        return _News(version, cache, learned, parted, lessons)

    def _swap_in(self, news: _News) -> frozenset[str] | None:
        """Put what was seen in force; return the words of what changed, or None if nothing did."""
        if news.matters is None and news.lessons is None:
            return None
        with self._swap:
            now = self._force
            if news.cache < now.cache or news.learned < now.learned:
                return None  # somebody saw something newer meanwhile
            matcher, changed, version = now.matcher, frozenset[str](), now.version
            if news.matters is not None:
                index, changed = _updated(now.matcher.index, *news.matters)
                index = index.amid(self._common) if self._common else index
                matcher, version = Matcher(index), news.version
            lessons = now.lessons if news.lessons is None else news.lessons
            self._force = _Force(matcher, version, news.cache, lessons, news.learned)
        return changed


def _save(books: Books, said: Iterable[tuple[TitleId, Match]], version: str) -> None:
    """Keep what titles say. What was recorded keeps a matter that is closed since, unless a person says no to it."""
    told = dict(said)
    mute = [title for title, match in told.items() if match.assigned is None]
    before = books.timeline.assigned(mute)
    books.timeline.keep_matches([title for title, matter in before.items() if _is_hidden(books, matter)])
    for title, held in books.timeline.kept(mute).items():
        matter = held.assigned
        if matter is not None and _is_hidden(books, matter) and not _is_refused(books, title, matter):
            told[title] = held
    books.timeline.save_matches(told.items(), version)


def _is_hidden(books: Books, matter: MatterId) -> bool:
    known = books.matters.matter(matter)
    return known is not None and known.is_hidden(closed_too=_closed_too(books))


def _closed_too(books: Books) -> bool:
    return Settings(books.settings.all()).flag("SHOW_CLOSED_CASES")


def _ending(closed_too: bool) -> str:  # noqa: FBT001  it is all that this is about
    return f".{int(closed_too)}"


def _is_refused(books: Books, title: TitleId, matter: MatterId) -> bool:
    window = books.timeline.titles([title])[title].window
    lessons = books.learning.about(features(window)[:1])
    return any(each.matter == matter and each.is_refused for each in lessons)


def _updated(index: MatterIndex, offered: list[Matter], hidden: list[Matter]) -> tuple[MatterIndex, frozenset[str]]:
    """Return an index of other matters, and the words by which what differs is found in titles."""
    there = {each.id for each in (*offered, *hidden)}
    put = [each for each in offered if not index.is_known(each)]
    hide = [each for each in hidden if not index.is_known(each, hidden=True)]
    gone = [number for number in index.ids() if number not in there]
    after = index.changed(put, gone, hide)
    put += hide
    if len(put) + len(gone) > _MANY or after.goes_by_references is not index.goes_by_references:
        return after, frozenset(map(str, range(_MANY + 1)))  # then numbers everywhere are believed more, or less
    changed = [word for each in put for word in after.vocabulary(each.id)]
    touched = (*gone, *(each.id for each in put))
    changed += [word for each in touched for word in index.vocabulary(each)]
    return after, frozenset(changed).union(_tipped(index, after, touched))


def _tipped(before: MatterIndex, after: MatterIndex, touched: Iterable[MatterId]) -> set[str]:
    """Return words that became too common to lead to a matter, or rare enough: they concern all who bear them."""
    told = {word for index in (before, after) for each in touched if each in index for word in index.name_of(each)}
    return {word for word in told if before.leads(word) is not after.leads(word)}


def _by_feature(lessons: Iterable[Lesson]) -> dict[tuple[Trait, str], tuple[Lesson, ...]]:
    found: defaultdict[tuple[Trait, str], list[Lesson]] = defaultdict(list)
    for lesson in lessons:
        found[lesson.trait, lesson.key].append(lesson)
    return {key: tuple(each) for key, each in found.items()}


def _every(_title: str) -> bool:
    return True


def _contains(changed: frozenset[str]) -> Callable[[str], bool]:
    """Return what tells whether a title has one of some words, also across what parts a reference."""

    def concerned(title: str) -> bool:
        joined = "".join(words(title))  # as names are told: "Bros" is "brothers", and a possessive is none
        return any(word in joined for word in changed)

    return concerned
