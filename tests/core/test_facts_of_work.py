"""Narratives hold nothing that no window showed, and every piece knows the rows it came from."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.entries import LONGEST_NARRATIVE
from wisestep_desktop.core.facts_of_work import MOST_FACTS, Fact, Order, Seen, facts_of_work, main_kind
from wisestep_desktop.core.ids import MatterId, RowId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.narrative import tidy
from wisestep_desktop.core.normalise import words
from wisestep_desktop.core.observation import Window, clean
from wisestep_desktop.core.phrases import NO_SUGGESTION, Style
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.subjects import LONGEST_SUBJECT, Own, subject_of
from wisestep_desktop.core.title_words import UNSEEN
from wisestep_desktop.core.work import WorkKind
from wisestep_desktop.shell.narrative_words import narrative_of
from wisestep_desktop.shell.words import resources

RULES = load(resources()).work
MATTER = Matter(MatterId(10482), "Hartley lease", "HAR-2024-017", clients=("Hartley Pty Ltd",))
OWN = Own.of(MATTER)
MINUTE = 60_000


def seen(*windows: tuple[str, str, int]) -> list[Seen]:
    return [
        Seen(RowId(f"r{at}"), Window(application, title), Instant(at * 1_000_000), minutes * MINUTE)
        for at, (application, title, minutes) in enumerate(windows)
    ]


def told(*windows: tuple[str, str, int], order: Order = Order.WEIGHT) -> list[tuple[str, str, int]]:
    facts = facts_of_work(seen(*windows), MATTER, RULES, order=order)
    return [(fact.kind.value, fact.subject, fact.millis // MINUTE) for fact in facts]


@pytest.mark.parametrize(
    ("subject", "application", "title"),
    [
        ("Deed of Variation", "WINWORD.EXE", "Deed of Variation v3.docx - Read-Only - Compatibility Mode - Word"),
        ("Deed of Variation", "WINWORD.EXE", "10482 Deed_of_Variation_v2.1 FINAL (marked up).docx - Word"),
        ("Deed of Variation", "WINWORD.EXE", "HAR-2024-017 Deed of Variation (2).docx - Word"),
        ("Deed of Variation", "Acrobat.exe", "[HAR 2024 017] Deed of Variation.pdf - Adobe Acrobat"),
        ("Deed of Variation", "OUTLOOK.EXE", "RE: FW: Our ref: 10482 - Deed of Variation - Message (HTML)"),
        ("Deed of Variation", "chrome.exe", "(1) Deed of Variation.pdf and 3 more pages - Google Chrome - Anna"),
        ("rent review", "olk.exe", "(3) RE: rent review - Anna Beck - Outlook"),
        ("rent review", "chrome.exe", "RE: rent review - anna@firm.example - Firm Mail - Google Chrome"),
        ("Hartley Lease", "WINWORD.EXE", "10482 Hartley Lease.docx - Word"),  # a file is called something
        ("Transcript 12 March 2024", "AcroRd32.exe", "Transcript 12 March 2024.pdf - Adobe Reader"),
        ("Settlement $10,482.00", "EXCEL.EXE", "Settlement $10,482.00.xlsx - Excel"),
        ("Deed 10482-3", "WINWORD.EXE", "Deed 10482-3.docx - Word"),  # another number's part is not ours
        ("Okonkwo v Delacroix advice", "WINWORD.EXE", "Okonkwo v Delacroix advice.docx - Word"),
        ("Roe v. Dunn, 2:21-cv-00417", "chrome.exe", "Roe v. Dunn, 2:21-cv-00417 | Westlaw Precision - Google Chrome"),
        ("Jane Roe", "ms-teams.exe", "(2) Chat | Jane Roe | Microsoft Teams"),
        ("chronology", "notepad++.exe", r"*D:\Matters\10482\chronology.txt - Notepad++ [Administrator]"),
        ("賃貸借契約書", "WINWORD.EXE", "賃貸借契約書 10482.docx [互換モード] - Word"),
        ("", "OUTLOOK.EXE", "Inbox (1,234) - anna.beck@firm.example - Outlook"),
        ("", "chrome.exe", "New Tab - Google Chrome"),
        ("", "chrome.exe", "Time records - 10482 Hartley lease - Actionstep - Google Chrome - Anna"),
        ("", "WINWORD.EXE", "Document1 - Word"),
        ("", "olk.exe", "Mail - Anna Beck - Outlook"),
        ("", "Zoom.exe", "Zoom Meeting"),
        ("", "explorer.exe", "This PC"),
        ("", "", ""),
    ],
)
def test_subjects(subject: str, application: str, title: str) -> None:
    assert subject_of(Window(application, title), OWN, RULES) == subject


def test_a_short_number_is_no_matters_unless_somebody_says_so() -> None:
    own = Own.of(Matter(MatterId(12), "Small"))
    assert subject_of(Window("Acrobat.exe", "Transcript 12 March.pdf"), own, RULES) == "Transcript 12 March"
    assert subject_of(Window("Acrobat.exe", "Matter 12 Transcript.pdf"), own, RULES) == "Transcript"


def test_one_document_in_several_programs_is_one_fact() -> None:
    assert told(
        ("WINWORD.EXE", "Deed v1.docx - Word", 20),
        ("Acrobat.exe", "10482 Deed.pdf - Adobe Acrobat", 5),
        ("explorer.exe", "Deed", 1),
        ("PrintDialog", "Print - Deed.docx", 1),
    ) == [("draft", "Deed", 27)]


def test_talking_about_a_document_is_another_fact_than_writing_it() -> None:
    assert told(
        ("WINWORD.EXE", "Deed.docx - Word", 20),
        ("OUTLOOK.EXE", "RE: Deed - Message (HTML)", 7),
        ("@call", "Deed", 3),
    ) == [("draft", "Deed", 20), ("correspond", "Deed", 7), ("call", "Deed", 3)]


def test_facts_go_by_weight_or_by_time() -> None:
    windows = (("Acrobat.exe", "Brief.pdf", 2), ("WINWORD.EXE", "Deed.docx - Word", 9))
    assert [subject for _, subject, _ in told(*windows)] == ["Deed", "Brief"]
    assert [subject for _, subject, _ in told(*windows, order=Order.TIME)] == ["Brief", "Deed"]


def test_what_was_only_passed_by_is_left_out_where_there_was_work() -> None:
    rows = seen(("WINWORD.EXE", "Deed.docx - Word", 9))
    glance = Seen(RowId("g"), Window("Acrobat.exe", "Brief.pdf"), Instant(5), 4_000)
    assert [fact.subject for fact in facts_of_work([*rows, glance], MATTER, RULES)] == ["Deed"]
    assert [fact.subject for fact in facts_of_work([glance], MATTER, RULES)] == ["Brief"]


def test_what_a_person_noted_without_a_subject_is_a_fact_and_a_window_without_one_is_none() -> None:
    assert told(("@hearing", "", 30), ("@thinking", "", 30), ("Zoom.exe", "Zoom Meeting", 30)) == [("court", "", 30)]


def test_of_many_facts_the_heaviest_are_told() -> None:
    windows = [("Acrobat.exe", f"Exhibit {chr(65 + at)}.pdf", at + 1) for at in range(20)]
    assert [minutes for *_, minutes in told(*windows)] == list(range(20, 20 - MOST_FACTS, -1))


def test_the_main_kind_is_what_took_most_of_the_time() -> None:
    facts = facts_of_work(
        seen(("Acrobat.exe", "A.pdf", 4), ("Acrobat.exe", "Brief.pdf", 4), ("WINWORD.EXE", "Deed.docx", 6)), None, RULES
    )
    assert main_kind(facts) is WorkKind.REVIEW
    assert main_kind(()) is None


# --- In words -------------------------------------------------------------------------------------------------


def test_a_narrative_of_facts_with_its_phrases() -> None:
    facts = facts_of_work(
        seen(
            ("WINWORD.EXE", "Deed.docx - Word", 20), ("OUTLOOK.EXE", "RE: rent - Message (HTML)", 7), ("@travel", "", 3)
        ),
        MATTER,
        RULES,
    )
    made = narrative_of(facts, Style.SENTENCE)
    assert made.text == "Drafting Deed; correspondence regarding rent; travel"
    assert [(each.text, each.rows) for each in made.phrases] == [
        ("Drafting Deed", ("r0",)),
        ("correspondence regarding rent", ("r1",)),
        ("travel", ("r2",)),
    ]
    assert narrative_of(facts, Style.LIST, minutes=True).text == (
        "Drafting Deed (20 min)\nCorrespondence regarding rent (7 min)\nTravel (3 min)"
    )
    assert narrative_of(facts, Style.BLANK) == NO_SUGGESTION
    assert narrative_of((), Style.SENTENCE) == NO_SUGGESTION


@pytest.mark.parametrize("kind", WorkKind)
@pytest.mark.parametrize("style", [Style.SENTENCE, Style.LIST])
def test_every_kind_has_words(kind: WorkKind, style: Style) -> None:
    facts = [Fact(kind, "the {lease}", (RowId("r"),), MINUTE, Instant(at)) for at in range(2)]
    made = narrative_of(facts, style)
    assert made.text.count("the {lease}") == 2


# --- Laws -----------------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["Deed", "Lease", ".docx", ".pdf", " - ", " | ", "Word", "Outlook", "10482", "HAR-2024-017", "v3", "(2)", "RE: ",
     "Inbox", "(3) ", "\u202e", "\u200b", "<b>", "=1+1", "@firm.example", "[Read-Only]", "賃貸", "é", "_",
     "\n", "\\", "/"]
)  # fmt: skip
TITLES = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=80) | st.lists(PIECES, max_size=9).map(" ".join)
APPLICATIONS = st.sampled_from(["WINWORD.EXE", "OUTLOOK.EXE", "chrome.exe", "Acrobat.exe", "@call", "slack", "x", ""])
WINDOWS = st.builds(Window, APPLICATIONS, TITLES)
ROWS = st.lists(st.tuples(WINDOWS, st.integers(0, 90_000)), max_size=12).map(
    lambda rows: [Seen(RowId(f"r{at}"), window, Instant(at * 7), millis) for at, (window, millis) in enumerate(rows)]
)


@given(WINDOWS)
def test_every_word_of_a_subject_stands_in_the_title(window: Window) -> None:
    subject = subject_of(window, OWN, RULES)
    title = clean(window.title).translate(dict.fromkeys(map(ord, UNSEEN)) | {ord("_"): " "})
    title = "".join(char if char.isprintable() else " " for char in title)
    assert not Counter(words(subject)) - Counter(words(title))
    assert len(subject) <= LONGEST_SUBJECT
    assert subject.isprintable()
    assert subject == subject.strip()
    assert not {"<", ">"} & {*subject}
    assert subject[:1] not in {"=", "+", "-", "@", "\t"}


@given(ROWS, st.sampled_from(Order), st.sampled_from([Style.SENTENCE, Style.LIST]), st.booleans())
def test_phrases_are_disjoint_pieces_of_the_text_and_name_rows_once(
    rows: list[Seen], order: Order, style: Style, minutes: bool
) -> None:
    facts = facts_of_work(rows, MATTER, RULES, order=order)
    made = narrative_of(facts, style, minutes=minutes)
    for phrase in made.phrases:
        assert made.text[phrase.start : phrase.end] == phrase.text
        assert phrase.rows
    assert tidy(made.text, LONGEST_NARRATIVE) == made.text  # so that phrases still fit what is kept
    assert all(one.end <= two.start for one, two in pairwise(made.phrases))
    named = [row for phrase in made.phrases for row in phrase.rows]
    assert len(named) == len({*named})
    assert {*named} <= {row.row for row in rows}
    assert sum(fact.millis for fact in facts) <= sum(row.millis for row in rows)
    assert len(facts) <= MOST_FACTS


@given(ROWS.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_same_rows_in_any_order_give_the_same_facts(both: tuple[list[Seen], list[Seen]]) -> None:
    rows, turned = both
    assert facts_of_work(rows, MATTER, RULES) == facts_of_work(turned, MATTER, RULES)


@pytest.mark.parametrize(
    "title",
    ["\u202e" * 10_000, "a" * 10_000, "Deed " * 5_000, "<script>alert(1)</script>.docx", '=HYPERLINK("http://x","y").docx',
     "- " * 4_000, "[" * 5_000, ". " * 4_000, "RE: " * 3_000, "\x00\x1b[31mDeed\x1b[0m.docx", "'" * 9_000 + "Deed"],
)  # fmt: skip
def test_hostile_titles_come_out_as_plain_bounded_text(title: str) -> None:
    facts = facts_of_work(seen(("WINWORD.EXE", title, 5)), MATTER, RULES)
    text = narrative_of(facts, Style.SENTENCE).text
    assert len(text) <= LONGEST_SUBJECT + 40
    assert text.isprintable()
    assert "<" not in text
    assert not text.startswith(("=", "+", "-", "@"))


def test_nothing_is_said_of_titles_in_what_is_logged() -> None:
    (fact,) = facts_of_work(seen(("WINWORD.EXE", "Deed.docx", 5)), MATTER, RULES)
    made = narrative_of([fact], Style.SENTENCE)
    assert "Deed" not in f"{fact!r} {made!r} {made.phrases!r} {seen(('a', 'Deed', 1))!r}"
