"""Choices of activity types are kept, decide the next entry's type, and go with the organisation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.fakes.clock import MONDAY
from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.matters import ActivityType, Matter
from wisestep_desktop.core.narrative_checks import FindingKind
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse
from wisestep_desktop.core.work import WorkKind
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import activity_types, facts, narratives, preferences
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.words import resources

LISTS = load(resources())
STEMS = LISTS.work.types
ONE, TWO = MatterId(10482), MatterId(10990)
DRAFTING, REVIEW, LETTER = ActivityTypeId(1), ActivityTypeId(2), ActivityTypeId(3)
DRAFT = WorkKind.DRAFT
T = TypeVar("T")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path)
    opened.write(furnish).result()
    yield opened
    opened.close()


def furnish(books: Books) -> None:
    books.matters.put_matters([Matter(ONE, "Harbour v Quay"), Matter(TWO, "Okonkwo v Delacroix")])
    names = {DRAFTING: "Drafting", REVIEW: "Review / analyse", LETTER: "Letters"}
    books.matters.put_activity_types([ActivityType(number, name) for number, name in names.items()])


def done(store: SqlStore, job: Callable[[Books], T]) -> T:
    return store.write(job).result()


def type_of(store: SqlStore, matter: MatterId | None = ONE, kind: WorkKind | None = DRAFT) -> ActivityTypeId | None:
    return store.read(lambda books: activity_types.default_type(books, matter, kind, STEMS))


def pick(store: SqlStore, kind: WorkKind, picked: ActivityTypeId | None, at: int = 0, matter: MatterId = ONE) -> None:
    done(store, lambda books: activity_types.learn(books, matter, kind, picked, Instant(MONDAY + at)))


def test_the_last_choice_then_the_settings_then_the_name(store: SqlStore) -> None:
    assert type_of(store) == DRAFTING
    done(store, lambda books: preferences.change(books, "activity.by_kind", "draft=review / analyse"))
    assert type_of(store) == REVIEW
    pick(store, DRAFT, LETTER)
    pick(store, DRAFT, LETTER, 5)
    assert type_of(store) == LETTER
    pick(store, DRAFT, DRAFTING, 9)
    assert type_of(store) == DRAFTING
    assert type_of(store, TWO) == REVIEW
    pick(store, DRAFT, None)
    assert type_of(store) == REVIEW


def test_choices_are_counted_and_listed_newest_first(store: SqlStore) -> None:
    for at, picked in enumerate([LETTER, LETTER, DRAFTING]):
        pick(store, DRAFT, picked, at)
    told = store.read(lambda books: books.activity.choices())
    assert [(each.activity_type, each.times, each.at) for each in told] == [
        (DRAFTING, 1, MONDAY + 2),
        (LETTER, 2, MONDAY + 1),
    ]


def test_no_kind_or_no_matter_teaches_nothing(store: SqlStore) -> None:
    done(store, lambda books: activity_types.learn(books, None, DRAFT, LETTER, Instant(0)))
    done(store, lambda books: activity_types.learn(books, ONE, None, LETTER, Instant(0)))
    assert store.read(lambda books: books.activity.choices()) == ()
    assert type_of(store, kind=None) is None


def test_a_choice_that_is_no_longer_offered_does_not_come_back(store: SqlStore) -> None:
    pick(store, DRAFT, LETTER)
    done(store, lambda books: preferences.change(books, "activity.enabled", "Drafting"))
    assert type_of(store) == DRAFTING
    done(store, lambda books: books.matters.put_activity_types([ActivityType(REVIEW, "Review")]))
    assert type_of(store) is None


def test_an_entry_keeps_a_type_that_is_gone(store: SqlStore) -> None:
    done(store, lambda books: books.matters.put_activity_types([ActivityType(REVIEW, "Review")]))
    offered = store.read(lambda books: activity_types.offers(books, LETTER))
    assert [each.label for each in offered] == ["Letters", "Review"]
    assert [each.label for each in store.read(activity_types.offers)] == ["Review"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("activity.by_kind", "draft=Draftng"),
        ("activity.enabled", "Review / analyse, Draftng"),
        ("activity.labels", "Draftng=Writing"),
    ],
)
def test_a_name_that_no_type_has_is_refused_with_the_nearest(store: SqlStore, name: str, text: str) -> None:
    with pytest.raises(BadSetting) as refused:
        done(store, lambda books: preferences.change(books, name, text))
    assert explain(refused.value) == (
        f"{name}: there is no activity type called “Draftng”. The nearest is “Drafting”. The old value stays."
    )
    assert store.read(lambda books: preferences.preference(books, name)).value == ()


def test_before_the_first_sync_any_name_may_be_right(store: SqlStore) -> None:
    done(store, lambda books: books.matters.put_activity_types([]))
    done(store, lambda books: preferences.change(books, "activity.enabled", "Something"))
    assert store.read(activity_types.names_in_vain) == ()
    done(store, furnish)
    assert store.read(activity_types.names_in_vain) == (("activity.enabled", "Something"),)


def test_another_organisation_has_other_numbers(store: SqlStore) -> None:
    done(store, lambda books: facts.keep_organisation(books, "one"))
    pick(store, DRAFT, LETTER)
    done(store, lambda books: books.activity.put_utbms_use(ONE, UtbmsUse(wanted=True, category="Litigation")))
    done(store, lambda books: facts.keep_organisation(books, "one"))
    assert type_of(store) == LETTER
    done(store, lambda books: facts.keep_organisation(books, "two"))
    assert store.read(lambda books: books.activity.choices()) == ()
    assert store.read(lambda books: books.activity.utbms_use(ONE)) is None


def test_codes_come_out_as_they_went_in(store: SqlStore) -> None:
    codes = (
        UtbmsCode("A103", "Activity", "Draft/revise"),
        UtbmsCode("L110", "Litigation", "Fact investigation", enabled=False, parent="L100"),
    )
    done(store, lambda books: books.activity.put_utbms_codes(codes[::-1]))
    assert store.read(lambda books: books.activity.utbms_codes()) == codes
    done(store, lambda books: books.activity.put_utbms_codes(codes[:1]))
    assert store.read(lambda books: books.activity.utbms_codes()) == codes[:1]


def test_narratives_are_looked_over_by_the_matters_in_force(store: SqlStore) -> None:
    recogniser = Recogniser()
    recogniser.rematch(store)
    done(store, lambda books: preferences.change(books, "narrative.excluded_words", "fallback"))
    text = "Comparing fallback with Okonkwo v Delacroix"
    told = store.read(lambda books: narratives.check(books, recogniser, text, ONE, LISTS.tasks))
    assert [each.kind for each in told.findings] == [FindingKind.EXCLUDED_WORD, FindingKind.OTHER_CLIENT]
    assert [*told.matters] == [TWO]
    assert store.read(lambda books: narratives.check(books, recogniser, text, TWO, LISTS.tasks)).matters == {}
