"""What is found in narratives: measured on labelled ones, and quiet on good ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.narrative_checks import Finding, FindingKind, NarrativeRules, checked
from wisestep_desktop.core.tasks_told import lumped, vague_parts
from wisestep_desktop.shell.narrative_words import finding_sentence
from wisestep_desktop.shell.words import resources

WORDS = load(resources()).tasks
GIVEN = ("Anna", "Bela", "Carl", "Dora", "Emil", "Fay", "Gus", "Hana", "Ivo", "Jude", "John", "Peter", "Jane")
SURNAMES = ("Smith", "Nguyen", "Brown", "Patel", "Kowalski", "Rossi", "Haddad", "Lindgren", "Mbeki", "Castro")
BACKGROUND = [
    Matter(
        MatterId(30_000 + 17 * one + two), f"{surname}, {given} - conveyancing", None, clients=(f"{surname}, {given}",)
    )
    for one, given in enumerate(GIVEN)
    for two, surname in enumerate(SURNAMES)
]
MATTERS = {
    each.id: each
    for each in (
        Matter(MatterId(10482), "Harbour Holdings v Quay Pty Ltd", "HAR-2024-017",
               clients=("Harbour Holdings Pty Ltd",)),
        Matter(MatterId(10483), "Harbour Holdings - Wharf Street lease", "HAR-2024-021",
               clients=("Harbour Holdings Pty Ltd",)),
        Matter(MatterId(10990), "Estate of Jane Marlow", "48210-003", clients=("Marlow, Peter",)),
        Matter(MatterId(11207), "Brightwater Foods Ltd - supply agreement", "BF/2023/88",
               clients=("Brightwater Foods Ltd",)),
        Matter(MatterId(12044), "Okonkwo v Delacroix", clients=("Okonkwo, Adaeze",)),
        Matter(MatterId(2019), "Project Kestrel", clients=("Kestrel Mining NL",)),
        Matter(MatterId(11300), "Supply agreement", clients=("Summit Pty Ltd",)),
        *BACKGROUND,
    )
}  # fmt: skip
MATCHER = Matcher(MATTERS.values())
RULES = NarrativeRules(("fallback position", "litigation funder"), required=True)


def found_in(text: str, matter: int | None) -> tuple[Finding, ...]:
    own = None if matter is None else MATTERS[MatterId(matter)]
    return checked(text, own, MATCHER.named(text), MATTERS, WORDS, RULES)


def labelled() -> Iterator[tuple[frozenset[str], int, str]]:
    file = Path(__file__).parents[1] / "data" / "narratives.tsv"
    for line in file.read_text("utf-8").splitlines()[1:]:
        labels, matter, text = line.split("\t")
        yield frozenset(labels.split(",")) - {"good"}, int(matter), text


def test_labelled_narratives_are_judged_as_people_judge_them() -> None:
    """Precision and recall over every label; a good narrative is one without any finding."""
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    disturbed = []
    rows = list(labelled())
    for labels, matter, text in rows:
        found = {finding.kind.value for finding in found_in(text, matter)}
        right.update(labels & found)
        wrong.update(found - labels)
        missed.update(labels - found)
        if not labels and found:
            disturbed.append((text, found))
    hits, told, there = sum(right.values()), sum(right.values()) + sum(wrong.values()), sum((right + missed).values())
    figures = f"precision {hits / told:.3f}, recall {hits / there:.3f}; wrong {wrong}, missed {missed}"
    assert len(rows) >= 120
    assert disturbed == []
    assert hits / told >= 0.97, figures
    assert hits / there >= 0.92, figures


def test_where_in_the_text_a_finding_is() -> None:
    text = "Considering fallback position; see Okonkwo v. Delacroix"
    said = {finding.kind: text[finding.start : finding.end] for finding in found_in(text, 10482)}
    assert said == {
        FindingKind.EXCLUDED_WORD: "fallback position",
        FindingKind.OTHER_CLIENT: "Okonkwo v. Delacroix",
    }


def test_another_clients_matter_is_named_in_the_finding() -> None:
    (finding,) = found_in("Drafting letter regarding Okonkwo v Delacroix", 10482)
    assert finding.matters == (MatterId(12044),)
    assert "12044 Okonkwo v Delacroix" in finding_sentence(
        finding, "Drafting letter regarding Okonkwo v Delacroix", MATTERS
    )


def test_without_a_matter_no_name_is_strange() -> None:
    assert found_in("Drafting letter regarding Okonkwo v Delacroix", None) == ()


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_a_blank_narrative_is_a_finding_only_where_one_is_required(text: str) -> None:
    assert [each.kind for each in found_in(text, 10482)] == [FindingKind.BLANK]
    assert checked(text, None, (), {}, WORDS, NarrativeRules()) == ()


def test_a_narrative_that_is_too_long_is_marked_from_where_it_is_cut() -> None:
    text = "Drafting affidavit of Simon Adler " * 200
    (finding,) = (each for each in found_in(text, 10482) if each.kind is FindingKind.TOO_LONG)
    assert (finding.start, finding.end) == (4_000, len(text))


@pytest.mark.parametrize("kind", FindingKind)
def test_every_finding_has_a_sentence(kind: FindingKind) -> None:
    said = finding_sentence(Finding(kind, 0, 4, (MatterId(12044),)), "Text", MATTERS)
    assert said.endswith(".")
    assert "{" not in said


@given(st.text(max_size=300) | st.lists(st.sampled_from(
    ["drafting", "and", ",", ";", "reviewing", "lease", "call with", "10482", "Okonkwo v Delacroix", ".", "(0.2)", "\n"]
), max_size=30).map(" ".join))  # fmt: skip
def test_findings_lie_inside_the_text_whatever_it_is(text: str) -> None:
    for finding in found_in(text, 10482):
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.kind is FindingKind.BLANK or text[finding.start : finding.end].strip()


@given(st.text(max_size=200))
def test_the_same_text_is_judged_the_same(text: str) -> None:
    assert found_in(text, 10990) == found_in(text, 10990)
    assert vague_parts(text, WORDS) == vague_parts(text, WORDS)
    assert lumped(text, WORDS) == lumped(text, WORDS)
