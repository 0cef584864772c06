"""``wisestep learned``: read, forget, name, take back, carry away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Wisestep, schema
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Lesson, Trait
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books

MARLOW, OLD = MatterId(10990), MatterId(10355)


@pytest.fixture
def taught(wisestep: Wisestep) -> Wisestep:
    """A timeline with two matters, two titles and two lessons."""
    import time  # noqa: PLC0415

    at = Instant(int(time.time() * 1_000) - 3_600_000)

    def fill(books: Books) -> None:
        books.matters.put_matters(
            [Matter(MARLOW, "Marlow Estate"), Matter(OLD, "Old Mill", status=MatterStatus.CLOSED)]
        )
        books.timeline.open_visit(at, Window("Word", "wharf job notes.docx - Word"))
        books.timeline.extend_visit(at, Instant(at + 1_200_000))
        books.learning.put(
            [
                Lesson(Trait.PART, "wharf job notes", "wharf job notes", MARLOW, 3.0, 0.0, at),
                Lesson(Trait.FOLDER, "c:/mill", "c:/mill", OLD, 0.0, 1.0, Instant(at - 1)),
            ]
        )

    folder = wisestep.folder / "data"
    folder.mkdir(mode=0o700)
    store = SqlStore(folder, bytes.fromhex("5e" * 32), "test")
    store.write(fill).result()
    store.close()
    return wisestep


def test_what_was_learned_is_listed_for_people_and_for_machines(taught: Wisestep) -> None:
    told = taught("learned", "list", "--json").value("learned")
    assert [each["number"] for each in told["lessons"]] == [1, 2]
    assert [each["meant"] for each in told["lessons"]] == [True, False]
    shown = taught("learned").out
    assert "meant 3 times, last on" in shown
    assert "10355 Old Mill (closed)" in shown
    assert "not meant" in shown


def test_a_name_says_what_it_changes_and_is_taken_back(taught: Wisestep) -> None:
    tried = taught("learned", "call", "10990", "wharf  job", "--dry-run", "--json").value("learned")
    assert (tried["text"], tried["kept"], len(tried["changes"])) == ("wharf job", False, 1)
    assert tried["changes"][0]["after"] == MARLOW
    assert taught("learned", "list", "--json").value("learned")["phrases"] == []
    said = taught("learned", "call", "10990", "wharf job").out
    assert "“wharf job” means 10990 from now on." in said
    assert "It would tag one more title (20 min)." in said
    assert "wharf job notes.docx" in said
    [phrase] = taught("learned", "list", "--json").value("learned")["phrases"]
    assert (phrase["text"], phrase["matter"]) == ("wharf job", MARLOW)
    assert taught("learned", "uncall", "Wharf job", "--json").value("learned") == {"text": "Wharf job"}
    assert taught("learned", "list", "--json").value("learned")["phrases"] == []
    assert "no matter the name" in taught("learned", "uncall", "wharf job").sentence()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("call", "10990", " "), "at least one word"),
        (("call", "10990", "x" * 200), "up to 120 characters"),
        (("call", "10990", "letter"), "too many titles"),
        (("call", "4711", "wharf job"), "No matter has the number 4711"),
        (("call", "10990", "letter", "--dry-run"), "too many titles"),
        (("forget", "99"), "has the number 99"),
        (("forget", "0"), "has the number 0"),
        (("export", "/nowhere/at/all.json"), "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(taught: Wisestep, words: tuple[str, ...], says: str) -> None:
    assert says in taught("learned", *words).sentence()


def test_one_lesson_is_forgotten_or_all(taught: Wisestep) -> None:
    assert taught("learned", "forget", "1", "--json").value("learned") == {"forgotten": 1}
    [left] = taught("learned", "list", "--json").value("learned")["lessons"]
    assert left["trait"] == "folder"
    assert taught("learned", "forget", "--all").out.strip() == "One lesson forgotten."
    assert taught("learned", "list", "--json").value("learned")["lessons"] == []
    assert taught("learned", "forget").code == 2


def test_everything_is_exported_for_nobody_else_to_read(taught: Wisestep, tmp_path: Path) -> None:
    file = tmp_path / "learned.json"
    told = taught("learned", "export", str(file), "--json").value("learned")
    assert (told["phrases"], told["lessons"]) == (0, 2)
    kept = json.loads(file.read_text("utf-8"))
    schema("learned").validate(kept)
    assert len(kept["lessons"]) == 2
    assert file.stat().st_mode & 0o077 == 0
