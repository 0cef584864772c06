"""What two titles of the same thing have in common, over the shapes of real titles; the names in them are invented."""

from __future__ import annotations

import sys
import time
import unicodedata
from collections import defaultdict
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.office import open_store
from wisestep_desktop.core import title_words
from wisestep_desktop.core.observation import Window, clean
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.titles import _folded, plain
from wisestep_desktop.ports.store import Books

DATA = Path(__file__).parents[1] / "data"


def table(name: str) -> list[tuple[str, str, str]]:
    """Read a table of the tests; an escape in it is the space without width that Edge signs with."""
    lines = (DATA / name).read_text("utf-8").replace("\\u200b", "\u200b").splitlines()
    rows = [tuple(line.split("\t")) for line in lines[1:]]
    assert all(len(row) == 3 for row in rows)
    return rows  # type: ignore[return-value]


CORPUS = table("titles.tsv")
APART = table("titles_apart.tsv")
APPLICATIONS = sorted({application for application, _, _ in CORPUS})


def seen(application: str, title: str) -> str:
    """Clean a title as it comes from the recorder."""
    return plain(Window(application, clean(title)))


@pytest.mark.parametrize(("application", "title", "expected"), CORPUS)
def test_every_shape_of_the_corpus(application: str, title: str, expected: str) -> None:
    assert seen(application, title) == expected
    assert plain(Window(application, title)) == expected  # as some caller may not have cleaned it


def test_the_corpus_is_large_and_its_groups_collapse() -> None:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for application, title, expected in CORPUS:
        groups[application, expected].add(title)
    assert len(CORPUS) >= 320
    assert len({title for _, title, _ in CORPUS}) >= 320
    for (application, _), titles in groups.items():
        assert len({seen(application, title) for title in titles}) == 1
    assert len({(application, seen(application, title)) for application, title, _ in CORPUS}) == len(groups)


@pytest.mark.parametrize(("application", "one", "other"), APART)
def test_different_things_stay_apart(application: str, one: str, other: str) -> None:
    assert seen(application, one) != seen(application, other)


def test_there_are_many_pairs_to_keep_apart() -> None:
    assert len(APART) >= 60


PIECES = st.sampled_from(
    [
        *(piece for _, title, _ in CORPUS for piece in title.split()),
        *(
            "-",
            "|",
            "\u00b7",
            "\u2022",
            "\u2014",
            "(",
            ")",
            "[",
            "]",
            "*",
            "\u25cf",
            "\u280b",
            "%",
            ":",
            ".",
            "00:12:45",
        ),
        *(
            "(3)",
            "[+]",
            "45%",
            "14:00",
            "\u200b",
            "\u0301",
            "\ufb01",
            "\u0130",
            "\xdf",
            "\uff11",
            "\uff05",
            "\uff08\uff13\uff09",
        ),
    ]
)
TITLES = st.one_of(
    st.text(max_size=80),
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
    st.sampled_from([title for _, title, _ in CORPUS]),
)


@given(st.sampled_from(APPLICATIONS), TITLES)
def test_cleaning_twice_changes_nothing_and_nothing_becomes_empty(application: str, title: str) -> None:
    once = plain(Window(application, title))
    assert plain(Window(application, once)) == once
    assert bool(once) == bool(title)


def test_folding_is_done_at_once_for_every_character() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        once = _folded(f"a{char}b")
        assert _folded(once) == once, hex(code)
    assert _folded("\u201cL\u00e9ase\u201d\u00a0\u2014\u200b \u2018\uff38\u2019") == "\"l\u00e9ase\" - 'x'"


def test_every_word_is_written_as_titles_are_folded() -> None:
    for name, words in vars(title_words).items():
        if name.isupper() and name not in {"DASHES", "APOSTROPHES", "QUOTES", "UNSEEN", "STARS", "DISCS", "SPINNERS"}:
            for word in [words] if isinstance(words, str) else words:
                assert unicodedata.normalize("NFKC", word).casefold() == word, name
    for pattern, parts in title_words.PROGRAMS.values():
        assert all(unicodedata.normalize("NFKC", word).casefold() == word for word in (pattern, *parts))


REFERENCES = st.one_of(
    st.integers(1_000, 99_999_999).map(str),
    st.from_regex(r"[A-Z]{2,4}-(19|20)[0-9]{2}-[0-9]{3}", fullmatch=True),
    st.from_regex(r"\[[A-Z]{3}-[0-9]{4}-[0-9]{3}\]", fullmatch=True),
    st.from_regex(r"\([0-9]{4,6}\)", fullmatch=True),
    st.from_regex(r"[0-9]:[0-9]{2}-cv-[0-9]{5}", fullmatch=True),
    st.from_regex(r"(19|20)[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True),
    st.from_regex(r"\$[1-9],[0-9]{3}\.[0-9]{2}", fullmatch=True),
    st.from_regex(r"v[0-9]{1,2}(\.[0-9])?", fullmatch=True),
    st.from_regex(r"[0-9]{8}\.[0-9]", fullmatch=True),
    st.from_regex(r"Lease \([0-9]{1,2}\)\.docx", fullmatch=True),
)


@given(st.sampled_from(CORPUS), REFERENCES, st.data())
def test_what_names_a_matter_survives_wherever_it_stands(
    row: tuple[str, str, str], reference: str, data: st.DataObject
) -> None:
    application, title, _ = row
    parts = title.split(" - ")
    parts.insert(data.draw(st.integers(0, len(parts) - 1)), reference)
    assert reference.casefold() in plain(Window(application, " - ".join(parts)))


@given(st.sampled_from(CORPUS), st.integers(10_000, 99_999_999))
def test_a_number_beside_the_first_word_survives(row: tuple[str, str, str], number: int) -> None:
    application, title, _ = row
    assert str(number) in plain(Window(application, f"{number} {title}"))


HOSTILE = {
    "counts": "(1) ", "dots": "\u25cf ", "stars": "*", "spinners": "\u280b", "brackets": "[", "states": "[Read-Only] ",
    "open states": "[Read-Onl", "separators": " - ", "segments": "a - ", "programs": "Word - ", "clocks": "00:12:45 ",
    "clock segments": "14:00 - ", "digits": "1", "shares": "45% ", "shares at work": "Downloading a.zip (45%) - ",
    "files": ".pdf ", "file brackets": ".pdf (page 3 of 20) (45%)", "unread": "5 new items - ", "stars behind": "a**",
    "more pages": " and 3 more pages", "tab": "Memory usage - 158 MB - ", "spaces": " ", "words": "lease ",
    "nothing": "\u200b", "accents": "\u0301", "wide": "\uff08\uff13\uff09", "accented segments": "\u00e9 \u2014 ",
    "mixed": "(1) * a.pdf [+] - 1:00 - ", "numbers": "1,234.", "a list of stars": "x* ",
}  # fmt: skip


def seconds(window: Window, tries: int) -> float:
    """Tell the least time of the processor that a title took."""
    times = []
    for _ in range(tries):
        begun = time.process_time()
        plain(window)
        times.append(time.process_time() - begun)
    return min(times)


@pytest.mark.parametrize(
    ("application", "end"), [("WINWORD.EXE", "x - Word"), ("msedge.exe", "x - Personal - Microsoft Edge")]
)
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_time_grows_with_the_length_only(piece: str, application: str, end: str) -> None:
    short, long = (
        Window(application, "z" + piece * (size // len(piece)) + end)  # what stands in front alone is never slow
        for size in (6_250, 100_000)
    )
    for one, other in ((short, long), (replace(short, title=short.title[1:]), replace(long, title=long.title[1:]))):
        assert seconds(other, 2) < 64 * max(seconds(one, 5), 0.000_2)  # 16 where linear, 256 where quadratic


def open_visit(at: Instant, window: Window, books: Books) -> None:
    books.timeline.open_visit(at, window)


def test_unread_counts_make_one_title_and_the_first_is_shown(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    windows = [Window("OUTLOOK.EXE", f"Inbox ({count}) - anna@firm.example - Outlook") for count in range(23, 223)]
    for number, window in enumerate(windows):
        store.write(partial(open_visit, Instant(1_000 * number), window)).result()
    visits = store.read(lambda books: books.timeline.visits(Span(Instant(0), Instant(10**9))))
    assert len({visit.title for visit in visits if visit.title is not None}) == 1
    titles = store.read(lambda books: books.timeline.titles([visit.title for visit in visits if visit.title]))
    assert [title.window for title in titles.values()] == [windows[0]]
    store.close()
