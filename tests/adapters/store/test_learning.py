"""What corrections taught comes out as it went in, and is forgotten with the titles it was learned from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.adapters.store.test_forgetting import raw, record
from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.learning import Feature, Lesson, Phrase, Trait
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, learning
from wisestep_desktop.services.forget import Outcome, forget_application, forget_last, forget_word
from wisestep_desktop.services.matching import Recogniser

ONE, TWO = MatterId(10482), MatterId(10483)
AT = Instant(MONDAY)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path)
    matters = [Matter(ONE, "Marlow v Hartley"), Matter(TWO, "Wattle Lease")]
    opened.write(lambda books: books.matters.put_matters(matters)).result()
    yield opened
    opened.close()


class Undo(Exception):
    """Leaves the store as it was, so that one store serves every example."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    opened = open_store(tmp_path_factory.mktemp("learning"))
    yield opened
    opened.close()


def trying(store: SqlStore, job: Callable[[Books], None]) -> None:
    def and_undo(books: Books) -> None:
        job(books)
        raise Undo

    with pytest.raises(Undo):
        store.write(and_undo).result()


# the book -------------------------------------------------------------------------------------------------------

texts = st.text(st.characters(codec="utf-8"), max_size=20)
lessons = st.builds(
    Lesson,
    trait=st.sampled_from(Trait),
    key=texts,
    text=texts,
    matter=st.integers(1, 10**15).map(MatterId),
    accepted=st.floats(0, 1e6),
    refused=st.floats(0, 1e6),
    at=st.integers(0, 4 * 10**12).map(Instant),
)


@given(st.lists(lessons, max_size=6, unique_by=lambda each: (each.trait, each.key, each.matter)))
def test_lessons_come_out_as_they_went_in(shared: SqlStore, some: list[Lesson]) -> None:
    def job(books: Books) -> None:
        book = books.learning
        before = book.version()
        book.put(some)
        assert book.version() > before
        assert sorted(book.lessons(), key=repr) == sorted(some, key=repr)
        assert [each.at for each in book.lessons()] == sorted((each.at for each in some), reverse=True)
        for each in some:
            about = book.about([Feature(each.trait, each.key)])
            assert each in about
            assert all((other.trait, other.key) == (each.trait, each.key) for other in about)
        assert book.about([Feature(Trait.PART, "nobody said this about anything")]) == ()
        changed = [replace(each, accepted=each.accepted + 1, text="as it stands now") for each in some]
        book.put(changed)
        assert sorted(book.lessons(), key=repr) == sorted(changed, key=repr)
        for number, each in enumerate(changed):
            held = book.version()
            book.drop(each)
            book.drop(each)
            assert book.version() > held
            assert len(book.lessons()) == len(some) - number - 1

    trying(shared, job)


def test_the_same_words_are_one_phrase_of_the_newest_matter(shared: SqlStore) -> None:
    def job(books: Books) -> None:
        for text, matter in (
            ("Blue Folder", ONE),
            ("the BLUE  folder", TWO),
            ("Acme vs Zed", ONE),
            ("acme v. zed", TWO),
        ):
            books.learning.put_phrase(Phrase(text, matter, AT))
        assert books.learning.phrases() == (Phrase("acme v. zed", TWO, AT), Phrase("the BLUE  folder", TWO, AT))
        books.learning.drop_phrase("Blue folder!")
        assert [each.text for each in books.learning.phrases()] == ["acme v. zed"]

    trying(shared, job)


def test_a_phrase_changes_the_matters_and_a_lesson_does_not(shared: SqlStore) -> None:
    def job(books: Books) -> None:
        books.matters.put_matters([Matter(ONE, "Marlow")])
        matters, known = books.matters.version(), books.learning.version()
        books.learning.put([Lesson(Trait.PART, "zebulon", "Zebulon", ONE, 1.0, 0.0, AT)])
        assert (books.matters.version(), books.learning.version() > known) == (matters, True)
        books.learning.drop_phrase("nobody ever said this")
        assert books.matters.version() == matters
        books.learning.put_phrase(Phrase("Blue folder", ONE, AT))
        assert books.matters.version() > matters
        found = books.matters.matter(ONE)
        assert found is not None
        assert found.phrases == ("Blue folder",)
        assert books.matters.matters() == (found,)
        assert books.matters.put_matters([Matter(ONE, "Marlow")]) == (0, 0)
        again = books.matters.version()
        books.learning.drop_phrase("blue folder")
        assert books.matters.version() > again
        assert books.matters.matter(ONE) == Matter(ONE, "Marlow")

    trying(shared, job)


def test_what_was_declined_is_declined_for_that_matter(shared: SqlStore) -> None:
    def job(books: Books) -> None:
        books.learning.decline("zebulon", ONE)
        books.learning.decline("zebulon", ONE)
        told = [
            books.learning.is_declined(key, number) for key, number in (("zebulon", ONE), ("zebulon", TWO), ("z", ONE))
        ]
        assert told == [True, False, False]

    trying(shared, job)


def test_everything_is_forgotten_at_once(shared: SqlStore) -> None:
    def job(books: Books) -> None:
        books.learning.put([Lesson(Trait.PART, "zebulon", "Zebulon", ONE, 1.0, 0.0, AT)])
        books.learning.put_phrase(Phrase("Blue folder", ONE, AT))
        books.learning.decline("zebulon", ONE)
        versions = books.matters.version(), books.learning.version()
        books.learning.forget()
        assert (books.learning.lessons(), books.learning.phrases()) == ((), ())
        assert not books.learning.is_declined("zebulon", ONE)
        assert books.matters.version() > versions[0]
        assert books.learning.version() > versions[1]

    trying(shared, job)


# forgetting -----------------------------------------------------------------------------------------------------

SECRET = Window("Signal", "Zebulon affair - talk", "/home/jane/Zebulon/talk.txt")
OTHER = Window("Word", "Okonkwo lease - draft", "/home/jane/Okonkwo/draft.docx")
TABLES = ("lesson", "phrase", "declined")


def learn(store: SqlStore, title: int, phrase: str) -> Recogniser:
    """Learn all that can be learned from a title: lessons, a phrase agreed to, and one that was declined."""
    recogniser = Recogniser()

    def job(books: Books) -> None:
        learning.teach(books, recogniser, [TitleId(title)], ONE, AT)
        learning.add_phrase(books, phrase, ONE, AT)
        learning.decline(books, learning.Offer(phrase, TWO))

    store.write(job).result()
    return recogniser


def left(store: SqlStore) -> str:
    def job(books: Books) -> str:
        db = books.learning._db  # type: ignore[attr-defined]
        return repr([db.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES])  # noqa: S608

    return store.read(job).casefold()


def the_word(store: SqlStore) -> Outcome:
    return forget_word(store, FakeClock(), "ZEBULON", exclude=False)


def the_application(store: SqlStore) -> Outcome:
    return forget_application(store, FakeClock(), "signal", exclude=False)


def the_last_minutes(store: SqlStore) -> Outcome:
    return forget_last(store, FakeClock(MONDAY + HOUR), 30 * MINUTE)


@pytest.mark.parametrize("forget", [the_word, the_application, the_last_minutes])
def test_nothing_learned_from_a_forgotten_title_is_left(
    store: SqlStore, tmp_path: Path, forget: Callable[[SqlStore], Outcome]
) -> None:
    record(store, (0, 30, OTHER), (30, 30, SECRET))
    learn(store, 1, "Okonkwo lease")
    learn(store, 2, "Zebulon affair")
    assert "zebulon affair" in left(store)
    assert b"ebulon affair" in raw(tmp_path)
    assert forget(store).wiped
    assert "zebulon" not in left(store)
    assert left(store).count("okonkwo") >= 5
    pages = raw(tmp_path)
    assert b"Okonkwo lease" in pages
    assert b"ebulon" not in pages


@pytest.mark.parametrize("forget", [the_word, the_application, the_last_minutes])
def test_what_is_forgotten_is_recalled_no_more(store: SqlStore, forget: Callable[[SqlStore], Outcome]) -> None:
    record(store, (0, 30, OTHER), (30, 30, SECRET))
    recogniser = learn(store, 2, "Zebulon affair")
    recogniser.rematch(store)
    assert recogniser.match(SECRET).assigned == ONE
    forget(store)
    store.read(recogniser.refresh)
    assert recogniser.match(SECRET).candidates == ()
    recogniser.rematch(store)
    assert store.read(lambda books: books.timeline.titles([TitleId(1)])[TitleId(1)].match.candidates) == ()


def test_a_title_that_is_also_older_keeps_what_was_learned(store: SqlStore) -> None:
    record(store, (0, 10, SECRET), (10, 20, OTHER), (30, 30, SECRET))
    learn(store, 1, "Zebulon affair")
    before = left(store)
    the_last_minutes(store)
    assert left(store) == before


def test_a_phrase_that_another_title_has_too_stays(store: SqlStore) -> None:
    record(store, (0, 30, Window("Word", "Zebulon affair - brief")), (30, 30, SECRET))
    learn(store, 1, "Zebulon affair")
    the_last_minutes(store)
    assert [each.text for each in store.read(lambda books: books.learning.phrases())] == ["Zebulon affair"]


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("O'Brien matter", "o'brien"),
        ("O\u2019Brien matter", "o\u2019BRIEN"),
        ("Se\u00e1n papers", "SE\u00c1N"),
        ("Se\u00e1n papers", "Sea\u0301n"),
        ("Quagmire Ltd", "quagmire ltd"),
        ("Quagmire vs Zed", "Quagmire vs"),
    ],
)
def test_a_word_is_forgotten_however_it_was_kept(store: SqlStore, said: str, word: str) -> None:
    record(store, (0, 10, Window("Word", f"{said} - draft")), (10, 10, OTHER))
    learn(store, 1, said)
    forget_word(store, FakeClock(), word, exclude=False)
    assert left(store) == "[[], [], []]"


def test_another_organisation_forgets_everything_learned(store: SqlStore, tmp_path: Path) -> None:
    store.write(lambda books: facts.keep_organisation(books, "one")).result()
    record(store, (0, 30, SECRET))
    recogniser = learn(store, 1, "Zebulon affair")
    recogniser.rematch(store)
    store.write(lambda books: facts.keep_organisation(books, "one")).result()
    assert "zebulon" in left(store)
    store.write(lambda books: facts.keep_organisation(books, "another")).result()
    assert left(store) == "[[], [], []]"
    recogniser.rematch(store)
    assert recogniser.match(SECRET).candidates == ()
    assert store.read(lambda books: books.timeline.titles([TitleId(1)])[TitleId(1)].match.candidates) == ()
    store.scrub().result()
    pages = raw(tmp_path)
    assert b"zebulon affair" not in pages  # as lessons are keyed; the word alone is how the title is searched for
    assert pages.count(b"Zebulon affair") == pages.count(b"Zebulon affair - talk") > 0  # the title; nobody forgot that
