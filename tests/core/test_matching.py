"""What titles say: the right matter with its evidence, and nothing where there is doubt."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import ASSIGN, MARGIN, MOST_CANDIDATES, Kind, Match, Matcher
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import tokens, words


def matter(number: int, name: str, reference: str | None = None, *clients: str) -> Matter:
    return Matter(MatterId(number), name, reference, clients=clients)


FIRM = (
    matter(10482, "Marlow v Hartley Shipping", "HS-2026/014", "Marlow, Jane"),
    matter(10483, "Lease of 5 High Street", "LS-2026/002", "Hartley Shipping Pty Ltd"),
    matter(10484, "Estate of O'Brien", None, "O'Brien, Seán"),
    matter(10485, "Trade mark opposition", "TM/77", "Acme Pty Ltd"),
    matter(10486, "Supply agreement", "SA-9", "Acme Pty Ltd"),
    matter(312, "Retainer advice", None, "Quill Partners LLP"),
    matter(2024, "Shareholder dispute", None, "Vega GmbH"),
    matter(7, "Conveyance Wattle Grove", None, "Nguyen, Linh"),
    matter(10490, "Merger", None, "Björn & Söhne AG"),
)
MATCHER = Matcher(FIRM)


def assigned(title: str) -> int | None:
    return MATCHER.match(title).assigned


def suggested(title: str) -> list[int]:
    return [candidate.matter for candidate in MATCHER.match(title).candidates]


@pytest.mark.parametrize(
    ("title", "means"),
    [
        # ids
        ("10482 - Letter of demand.docx - Word", 10482),
        ("[10482] Letter", 10482),
        ("Matter 10482: Letter", 10482),
        ("matter #312 advice.docx", 312),
        ("File 7 notes", 7),
        ("letter_10482_final.docx", 10482),
        ("\uff11\uff10\uff14\uff18\uff12 letter.docx", 10482),
        # references, as written and without separators
        ("HS-2026/014 Bundle.pdf", 10482),
        ("hs 2026 014 bundle", 10482),
        ("HS2026014.pdf", 10482),
        ("Re: HS-2026-014", 10482),
        ("TM/77 evidence", 10485),
        # names
        ("Marlow v Hartley Shipping - Chronology.xlsx", 10482),
        ("MARLOW V. HARTLEY SHIPPING", 10482),
        ("Estate of O\u2019Brien - Will.pdf", 10484),
        ("estate of OBrien", 10484),
        ("Lease of 5 High Street (draft 3)", 10483),
        # the longest counts: the matter's name, not the client inside it
        ("Marlow v Hartley Shipping (10482)", 10482),
        # a number of ours next to a year, a small number or a page is still clear
        ("Marlow v Hartley Shipping 2024", 10482),
        ("Marlow v Hartley Shipping - Page 7 of 9", 10482),
        ("7. Marlow v Hartley Shipping", 10482),
    ],
)
def test_a_clear_title_is_assigned(title: str, means: int) -> None:
    assert assigned(title) == means


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Inbox (3) - Mail",
        "Marlowe v Hartleys Shippings",
        "110482",
        "104821",
        "10482b",
        "v10482",
        # prices, decimals, percentages, times, versions
        "Invoice $10482",
        "Invoice $ 10,482.00",
        "€10482 paid",
        "AUD 10482",
        "10482 USD",
        "10482.50",
        "0.10482",
        "10482%",
        "1.2.10482",
        "version 10482",
        "Build 10482 failed",
        "10:10482",
        # pages and other counts
        "Page 3 of 10482",
        "page 10482",
        "p. 10482",
        "10482 pages",
        "10482 items - Files",
        "10482 unread",
        "10482 KB",
        # telephone numbers
        "118888 letter",
        "10482 letter",  # five digits by themselves only suggest
        "Invoice 10482.pdf",
        "JIRA-10482 Login fails",
        "#10482",
        "Order no. 10482",
        "10482 - Google Search",
        "10482 Wattle Street",
        "+61 2 10482",
        "+10482",
        "Tel 10482",
        "Phone: (02) 9555 10482",
        # a year, an isolated small number
        "Report 2024",
        "Chapter 7",
        "312",
        # a shared client, a client alone
        "Acme Pty Ltd - minutes",
        "Jane Marlow - call",
        # two matters in one title
        "10482 and 10483",
        "HS-2026/014 / LS-2026/002",
        "Marlow v Hartley Shipping; Lease of 5 High Street",
        "10483 Marlow v Hartley Shipping",
        "312 Marlow v Hartley Shipping",  # the number may be the matter, the name the client's
    ],
)
def test_a_doubtful_title_is_not_assigned(title: str) -> None:
    assert assigned(title) is None


@pytest.mark.parametrize(
    ("title", "offered"),
    [
        ("Jane Marlow - call", {10482}),
        ("Marlow, Jane", {10482}),
        ("Sean O'Brien", {10484}),
        ("Seán O'Brien", {10484}),
        ("Acme Pty Ltd", {10485, 10486}),
        ("Acme - minutes", {10485, 10486}),  # the legal form is often left out
        ("Letter to Hartley Shipping", {10482, 10483}),
        ("Quill Partners", {312}),
        ("Quill Partners LLP", {312}),
        ("Vega", {2024}),
        ("Björn & Söhne", {10490}),
        ("10482 and 10483", {10482, 10483}),
        ("Report 312", {312}),
        ("Pty Ltd", set()),
        ("$10482", set()),
        ("110482", set()),
    ],
)
def test_what_is_offered(title: str, offered: set[int]) -> None:
    assert set(suggested(title)) == offered


def test_saying_a_thing_more_often_does_not_make_it_truer() -> None:
    once, often = MATCHER.match("Vega"), MATCHER.match("Vega - Vega - Vega - Vega - Vega")
    assert often.assigned is None
    assert often.candidates[0].p == once.candidates[0].p
    assert len(often.candidates[0].evidence) == 5


def test_a_shared_name_is_decided_by_the_number_beside_it() -> None:
    twins = Matcher([matter(20001, "Smith v Jones"), matter(20002, "Smith v Jones")])
    assert twins.match("Smith v Jones").assigned is None
    assert twins.match("20002 Smith v Jones").assigned == 20002


def test_a_name_that_is_another_matters_reference_decides_nothing() -> None:
    both = Matcher([matter(30001, "Project Alpha 77"), matter(30002, "Merger", "Project Alpha 77")])
    found = both.match("Project Alpha 77 - minutes")
    assert found.assigned is None
    assert {each.matter for each in found.candidates} == {30001, 30002}


def test_evidence_says_kind_words_and_place() -> None:
    title = "RE: Estate of O\u2019Brien [10484]"
    evidence = MATCHER.match(title).candidates[0].evidence
    assert [(find.kind, find.text) for find in evidence] == [
        (Kind.NAME, "Estate of O\u2019Brien"),
        (Kind.ID, "10484"),
    ]
    assert all(title[find.start : find.end] == find.text for find in evidence)


def test_a_matter_without_any_telling_text_does_no_harm() -> None:
    assert Matcher([matter(99999, "", "--", "", ",", "!!!")]).match("anything - --").candidates == ()


# invariants ---------------------------------------------------------------------------------------------------

pieces = st.sampled_from(
    [text for each in FIRM for text in (str(each.id), each.name, each.reference or "", *each.clients)]
    + ["Letter", "v", "$", "2024", "Page 3 of 9", "\u202e", "O\u2019Brien", "ﬁ", "İ", "ß", "e\u0301"]
)
glue = st.sampled_from([" ", " - ", "", "_", "/", ", ", ".", "\t", "'"])
noise = st.text(st.characters(codec=None, exclude_categories=()), max_size=8)
titles = st.lists(st.one_of(pieces, glue, noise), max_size=10).map("".join)


def check(title: str, found: Match) -> None:
    assert len(found.candidates) <= MOST_CANDIDATES
    assert [each.p for each in found.candidates] == sorted((each.p for each in found.candidates), reverse=True)
    for candidate in found.candidates:
        assert 0 < candidate.p <= 1
        assert candidate.evidence
        for find in candidate.evidence:
            assert find.text == title[find.start : find.end]
            assert words(find.text)
    if found.assigned is not None:
        best, *others = found.candidates
        assert found.assigned == best.matter
        assert best.p >= ASSIGN
        assert all(best.p - other.p >= MARGIN for other in others)


@given(titles)
def test_every_answer_keeps_the_rules(title: str) -> None:
    check(title, MATCHER.match(title))


@given(titles)
def test_the_same_title_says_the_same_again_and_in_capitals(title: str) -> None:
    assert MATCHER.match(title) == MATCHER.match(title)
    plain = "".join(char for char in title if len(char.upper()) == 1 and char.upper().casefold() == char.casefold())
    shouted = MATCHER.match(plain.upper())
    assert [(each.matter, each.p) for each in shouted.candidates] == [
        (each.matter, each.p) for each in MATCHER.match(plain).candidates
    ]


@given(titles)
def test_an_unrelated_matter_changes_nothing(title: str) -> None:
    more = Matcher([*FIRM, matter(55555555, "Zyzzyx quokka umbrella", "ZQU-8888888", "Quokka Zyzzyx")])
    assert more.match(title) == MATCHER.match(title)


@given(titles)
def test_two_matters_that_are_alike_are_never_told_apart(title: str) -> None:
    alike = Matcher(
        [matter(10482001, "Marlow v Hartley", "HS1", "Acme"), matter(10482002, "Marlow v Hartley", "HS1", "Acme")]
    )
    assert alike.match(title).assigned is None or "1048200" in "".join(words(title))


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=80))
def test_tokens_know_where_they_stood(raw: str) -> None:
    found = tokens(raw)
    assert all(0 <= token.start < token.end <= len(raw) for token in found)
    assert all(left.end <= right.start for left, right in pairwise(found))
    assert all(token.text and token.text.isalnum() for token in found)


@pytest.mark.parametrize(
    "title",
    [
        "a" * 10_000,
        "a " * 5_000,
        "10482 " * 2_000,
        "'" * 10_000,
        "\u0301" * 10_000,
        "\ufdfa" * 10_000,  # one character that unfolds into eighteen
        "Marlow v Hartley Shipping " * 400,
        "$" * 9_995 + "10482",
        "9" * 10_000,
        "+" + "1 " * 5_000,
    ],
    ids=lambda title: ascii(title[:6]),
)
def test_hostile_titles_come_to_an_end(title: str) -> None:
    hostile = Matcher([*FIRM, matter(60001, "a " * 255 + "b"), matter(60002, "a " * 200 + "c")])
    check(title, hostile.match(title))


def test_twenty_thousand_matters() -> None:
    large = Matcher(
        matter(100_000 + number, f"Case of party {number} v Respondent", f"R-{number}", f"Client {number} Pty Ltd")
        for number in range(20_000)
    )
    assert large.match("Case of party 19999 v Respondent.docx").assigned == 119_999
    assert large.match("Matter 118888 letter").assigned == 118_888
    assert large.match("118888 letter").assigned is None
    assert large.match("R-12345 bundle").assigned == 112_345


def test_a_house_number_is_no_matter() -> None:
    assert assigned("No 7 High Street – contract.docx") is None
    assert assigned("Case 312 of wine – invoice") is None


@given(st.text(max_size=60))
def test_words_are_the_texts_of_tokens(raw: str) -> None:
    assert words(raw) == tuple(token.text for token in tokens(raw))
