"""What holds of every title, whatever is in it: how it is written makes no difference, and evidence is what decides."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Learned
from wisestep_desktop.core.matching import Kind, Match, Matcher
from wisestep_desktop.core.matter_index import MatterIndex, Posting
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.spans import Instant


def matter(number: int, name: str, reference: str | None = None, *clients: str) -> Matter:
    return Matter(MatterId(number), name, reference, clients=clients)


FIRM = (
    matter(10482, "Marlow v Hartley Shipping", "HS-2026/014", "Marlow, Jane"),
    matter(10483, "Lease of 5 High Street", "LS-2026/002", "Hartley Shipping Pty Ltd"),
    matter(10484, "Estate of O'Brien", None, "O'Brien, Seán"),
    matter(10485, "Zebulon trade mark opposition", "TM/77", "Zebulon Pty Ltd"),
    matter(10486, "Zebulon supply agreement", "SA-9", "Zebulon Pty Ltd"),
    matter(10487, "Zoë Łukasiewicz conveyance", "0012.0345", "Łukasiewicz, Zoë"),
    matter(10488, "田中商事 契約", None, "田中商事株式会社"),
    matter(10489, "ガスパール 遺産"),
    matter(10490, "한국무역 분쟁"),
)
CLOSED = (
    matter(20481, "Marlow v Hartley Shipping No 2", "HS-2019/001", "Marlow, Jane"),
    matter(20482, "Quillfeather probate", "QP-1"),
)
MATCHER = Matcher(FIRM, CLOSED)

pieces = st.sampled_from(
    [text for each in (*FIRM, *CLOSED) for text in (str(each.id), each.name, each.reference or "", *each.clients)]
    + ["Letter", "v", "$", "2024", "Page 3 of 9", "[10482]", "Matter no. 10484", "No 2", "draft.docx", "RE:", "Zebulon"]
    + ["O\u2019Brien\u2019s will", "O\u02bcBrien estate", "ß", "e\u0301", "Ł", "ﾀﾅｶ", "ｶﾞｽﾊﾟｰﾙ 遺産", "- Google Chrome"]
)
glue = st.sampled_from([" ", " - ", "", "_", "/", ", ", ".", "\t", "'", " | ", "-", "…"])
noise = st.text(st.characters(codec=None, exclude_categories=()), max_size=6)
made = st.lists(st.one_of(pieces, glue), max_size=8).map("".join)
titles = st.one_of(made, st.lists(st.one_of(pieces, glue, noise), max_size=8).map("".join))
applications = st.sampled_from(["Word", "Google Chrome", "code", "Outlook"])


def answer(found: Match) -> tuple[int | None, list[tuple[int, float]]]:
    return found.assigned, [(each.matter, each.p) for each in found.candidates]


def same(one: str, other: str, application: str = "") -> None:
    assert answer(MATCHER.match(one, application)) == answer(MATCHER.match(other, application)), (one, other)


# how it is written ----------------------------------------------------------------------------------------------


@given(titles, applications)
@example("HS-2026/014 bundle", "Word")
@example("estate of o\u2019brien", "Word")
def test_capitals_make_no_difference(title: str, application: str) -> None:
    plain = "".join(char for char in title if len(char.upper()) == 1 and char.upper().lower() == char.lower())
    same(plain.upper(), plain.lower(), application)


def wide(text: str) -> str:
    """Return a text as it is typed with an input method that sets everything in full width."""
    return "".join(
        chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else "\u3000" if char == " " else char for char in text
    )


@given(titles, applications)
@example("HS-2026/014 bundle", "Word")
@example("$10482", "Word")
@example("[10482] Letter", "Word")
@example("Estate of O'Brien - Will", "Word")
@example("Matter no. 10484", "Google Chrome")
def test_full_width_makes_no_difference(title: str, application: str) -> None:
    same(wide(title), title, application)


def test_kana_of_half_width_are_kana() -> None:
    assert MATCHER.match("ｶﾞｽﾊﾟｰﾙ 遺産.pdf").assigned == 10489
    same("ｶﾞｽﾊﾟｰﾙ 遺産", "ガスパール 遺産")


@given(made, applications)
@example("한국무역 분쟁.docx", "Word")
@example("Zoë Łukasiewicz conveyance", "Word")
@example("ガスパール 遺産", "Word")
@example("Jane Marlow émail", "Google Chrome")
@example("O\u2019Brien\u2019s estate", "Word")
def test_the_form_in_which_letters_are_put_together_makes_no_difference(title: str, application: str) -> None:
    for form in ("NFC", "NFD"):
        same(unicodedata.normalize(form, title), title, application)


LIKE_LETTERS = [chr(code) for code in (*range(0xFB00, 0xFB07), 0x2460, 0x2461, 0x1D400, 0x1D7CE, 0x00AA)]
assert all(char.isalnum() and unicodedata.normalize("NFKC", char).isalnum() for char in LIKE_LETTERS)


@given(st.lists(st.one_of(pieces, glue, st.sampled_from(LIKE_LETTERS)), max_size=8).map("".join))
@example("of\ufb01ce of \uff2darlow v Hartley Shipping")
@example("\U0001d7cf\U0001d7ce\U0001d7d2\U0001d7d6\U0001d7d0 - Letter.docx")
def test_letters_and_digits_that_stand_for_others_make_no_difference(title: str) -> None:
    """Only those: a sign that stands for letters, such as "№", parts words as the letters would not."""
    replaced = "".join(unicodedata.normalize("NFKC", char) if char in LIKE_LETTERS else char for char in title)
    same(replaced, title)


@given(titles)
def test_the_same_title_gets_the_same_answer_from_another_index(title: str) -> None:
    assert Matcher(tuple(reversed(FIRM)), tuple(reversed(CLOSED))).match(title) == MATCHER.match(title)


# what decides ---------------------------------------------------------------------------------------------------

SURE = (
    "10482 - Letter.docx",
    "[10484] Will",
    "HS-2026/014 Bundle.pdf",
    "LS 2026 002 rent review",
    "Zebulon supply agreement - draft 2.docx",
    "Zoe Lukasiewicz conveyance",
    "Estate of O'Brien - Will.pdf",
    "田中商事 契約.docx",
    "한국무역 분쟁",
)
unrelated = st.builds(
    matter,
    st.integers(700_000_000, 799_999_999),
    st.sampled_from(["Quokka umbrella sale", "Xylem v Yttrium", "Estate of Vuvuzela", "Jabberwock lease"]),
    st.sampled_from([None, "QX-555/1", "8181818"]),
    st.sampled_from(["Quokka Holdings", "Jabberwock, Ada", "鈴木工業"]),
)


@pytest.mark.parametrize("title", SURE)
def test_these_titles_are_certain(title: str) -> None:
    assert MATCHER.match(title).assigned is not None


@given(st.one_of(st.sampled_from(SURE), titles), st.lists(unrelated, max_size=4), st.booleans())
def test_an_unrelated_matter_takes_no_certain_answer_back(title: str, others: list[Matter], hidden: bool) -> None:
    more = Matcher([*FIRM, *others], CLOSED) if not hidden else Matcher(FIRM, [*CLOSED, *others])
    before = MATCHER.match(title).assigned
    if before is not None:
        assert more.match(title).assigned == before


@given(st.one_of(st.sampled_from(SURE), made), applications)
def test_without_its_evidence_a_title_means_the_matter_no_more(title: str, application: str) -> None:
    found = MATCHER.match(title, application)
    if found.assigned is None:
        return
    left = title
    for find in sorted(found.candidates[0].evidence, key=lambda each: -each.start):
        left = f"{left[: find.start]} \x01 {left[find.end :]}"
    assert MATCHER.match(left, application).assigned != found.assigned, left


@given(st.one_of(titles, made.map(wide), made.map(lambda text: unicodedata.normalize("NFD", text))), applications)
def test_evidence_quotes_the_title_as_it_stands(title: str, application: str) -> None:
    for candidate in MATCHER.match(title, application).candidates:
        assert candidate.evidence
        for find in candidate.evidence:
            assert find.text
            assert title[find.start : find.end] == find.text


# closed matters -------------------------------------------------------------------------------------------------


@given(titles, applications)
def test_a_closed_matter_is_never_suggested(title: str, application: str) -> None:
    assert not {each.id for each in CLOSED} & {each.matter for each in MATCHER.match(title, application).candidates}


@pytest.mark.parametrize(
    "title",
    [
        "Marlow v Hartley Shipping No 2",
        "Marlow v Hartley Shipping No. 2 - Chronology.docx",
        "20481 Marlow v Hartley Shipping",
        "HS-2019/001 Marlow v Hartley Shipping",
        "MARLOW V HARTLEY SHIPPING NO 2",
    ],
)
def test_a_title_that_means_a_closed_matter_means_no_open_one_inside_its_name(title: str) -> None:
    assert MATCHER.match(title).assigned is None
    assert Matcher((*FIRM, *CLOSED)).match(title).assigned in {20481, None}


# what was learned -----------------------------------------------------------------------------------------------

numbers = st.sampled_from([*(each.id for each in (*FIRM, *CLOSED)), MatterId(99)])
lessons = st.lists(
    st.builds(
        Learned,
        matter=numbers,
        weight=st.floats(-4, 6),
        never=st.booleans(),
        start=st.just(0),
        end=st.integers(0, 3),
        at=st.just(Instant(5)),
    ),
    max_size=4,
)


@given(titles, lessons)
def test_what_was_learned_suggests_only_what_is_offered(title: str, learned: Sequence[Learned]) -> None:
    found = MATCHER.match(title, "Word", learned)
    assert {each.matter for each in found.candidates} <= {each.id for each in FIRM}


@given(titles, numbers)
def test_what_a_title_was_said_not_to_mean_it_does_not_mean(title: str, refused: MatterId) -> None:
    found = MATCHER.match(title, "Word", [Learned(refused, -4.0, True, 0, 0, Instant(5))])
    assert refused not in {each.matter for each in found.candidates}


@given(st.sampled_from(["Letter.docx", "Minutes", "call note 3"]), st.floats(0.1, 4.0), st.floats(0.1, 4.0))
def test_lessons_of_one_correction_do_not_assign_together(title: str, one: float, other: float) -> None:
    learned = [Learned(MatterId(10482), weight, False, 0, 0, Instant(5)) for weight in (4.0, one, other)]
    found = MATCHER.match(title, "Word", learned)
    assert found.assigned is None
    assert [each.matter for each in found.candidates] == [10482]
    assert {find.kind for find in found.candidates[0].evidence} == {Kind.LEARNED}


# bounded work ---------------------------------------------------------------------------------------------------


class CountingIndex(MatterIndex):
    """An index that counts what it is asked; the matters are FIRM's."""

    asked = 0

    def postings(self, key: tuple[str, ...]) -> tuple[Posting, ...]:
        type(self).asked += 1
        return super().postings(key)

    def bearers(self, word: str) -> tuple[MatterId, ...]:
        type(self).asked += 1
        return super().bearers(word)

    def sizes(self, first: str) -> tuple[int, ...]:
        type(self).asked += 1
        return super().sizes(first)

    def may_begin(self, word: str) -> bool:
        type(self).asked += 1
        return super().may_begin(word)

    def worth(self, word: str) -> float:
        type(self).asked += 1
        return super().worth(word)


COUNTING = Matcher(CountingIndex.of([*FIRM, *(matter(40_000 + n, f"Zebulon {n} appeal", f"Z-{n}") for n in range(60))]))


def look_ups(title: str) -> int:
    CountingIndex.asked = 0
    COUNTING.match(title)
    return CountingIndex.asked


def _repeated(text: str, length: int) -> str:
    return (text * (length // len(text) + 1))[:length]


LONG: Iterable[str] = (
    "a",
    "a ",
    "Z-",
    "HS-",
    "1-",
    "1 ",
    "10482 ",
    "Marlow v Hartley Shipping ",
    "Zebulon ",
    "Marlow v ",
    "Hartley, ",
    "田中商事",
    "\u1112",
    "ﾊﾟ",
    "O\u2019",
    "e\u0301",
)


@pytest.mark.parametrize("text", LONG, ids=ascii)
def test_twice_the_title_is_at_most_twice_the_work(text: str) -> None:
    for length in (2_500, 5_000):
        once, twice = look_ups(_repeated(text, length)), look_ups(_repeated(text, 2 * length))
        assert twice <= 2.1 * once + 50


@given(st.lists(st.one_of(pieces, glue, noise), min_size=1, max_size=6).map("".join).filter(bool))
def test_ten_thousand_characters_cost_no_more_than_a_look_up_or_two_for_each(text: str) -> None:
    assert look_ups(_repeated(text, 10_000)) <= 12 * 10_000
