"""How well matters are recognised in invented firms' titles, beside the keyword rule other trackers use.

``python -m benchmarks.recognition --misses [--train] [--style STYLE]`` lists what went wrong; without ``--misses`` it
prints the figures. The held-out half is what counts; only the other may be looked at while the matcher is tuned. The
second firm made by hand, ``hand2``, has no held-out half.
"""

from __future__ import annotations

import argparse
import inspect
import json
import os
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Candidate, Match, Matcher
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.normalise import words

Row = tuple[str, str, str]

FOLDER = Path(__file__).parents[1] / "tests" / "data" / "matching"
STYLES = ("integers", "client_matter", "dockets", "names_only", "international", "hand", "hand2")

Answer = Callable[[str, str], Match]
"""What a matcher makes of a title and the application it stood in."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A labelled title and what a matcher made of it."""

    style: str
    title: str
    shape: str
    label: dict[str, Any]
    match: Match

    @property
    def means(self) -> int | None:
        """Return the matter it means, if it means one."""
        return self.label.get("means")

    @property
    def due(self) -> bool:
        """Tell whether it says enough that the matter should be assigned."""
        return self.means is not None and not self.label.get("partial")

    @property
    def assigned(self) -> bool:
        """Tell whether a matter was assigned."""
        return self.match.assigned is not None

    @property
    def right(self) -> bool:
        """Tell whether the matter assigned is the one meant."""
        return self.assigned and self.match.assigned == self.means

    @property
    def in_top_3(self) -> bool:
        """Tell whether the matter meant is among the first three offered."""
        return any(candidate.matter == self.means for candidate in self.match.candidates[:3])

    @property
    def missed(self) -> bool:
        """Tell whether anything about the answer could be better."""
        if self.means is None:
            return self.assigned
        return (self.assigned and not self.right) or (self.due and not self.right) or not self.in_top_3


def recognition(_folder: Path) -> list[Row]:
    """Score the matcher and the keyword rule on the held-out half, then by firm and by kind of window."""
    ours, keywords = (score(answers, split="held_out") for answers in (_ours, _keyword_rule))
    if os.environ.get("MISSES"):
        with Path(os.environ["MISSES"]).open("w", encoding="utf-8") as out:
            list_misses(ours, out)
    return [*_figures(ours, keywords), *_table("firm", ours, keywords), *_table("window", ours, keywords)]


# --- Reading and answering ------------------------------------------------------------------------------------


def score(answers: Callable[[list[Matter]], Answer], *, split: str, styles: Iterable[str] = STYLES) -> list[Scored]:
    """Return every title of a split with what a matcher, made of the firm's offered matters, says."""
    scored: list[Scored] = []
    for style in styles:
        answer = answers(matters_of(style))
        for line in (FOLDER / f"{style}_titles.jsonl").read_text("utf-8").splitlines():
            told = json.loads(line)
            if told["split"] == split:
                match = answer(told["title"], told["app"])
                scored.append(Scored(style, told["title"], told["shape"], told["label"], match))
    return scored


def matters_of(style: str) -> list[Matter]:
    """Return the matters of a firm, closed ones and templates too."""
    told = json.loads((FOLDER / f"{style}_matters.json").read_text("utf-8"))
    return [
        Matter(
            MatterId(each["id"]),
            each["name"],
            each["reference"],
            MatterStatus.read(each["status"]),
            tuple(each["clients"]),
            aliases=tuple(each.get("aliases", ())),
        )
        for each in told
    ]


def _ours(matters: list[Matter]) -> Answer:
    match: Callable[..., Match] = Matcher.of(matters, closed_too=False).match
    if len(inspect.signature(match).parameters) > 1:
        return match
    return lambda title, _app: match(title)


def _keyword_rule(matters: list[Matter]) -> Answer:
    """The rule of a plain keyword tracker: one case reference as whole words in the title tags it, else nothing."""
    keys: defaultdict[tuple[str, ...], set[MatterId]] = defaultdict(set)
    for matter in (each for each in matters if each.offered(closed_too=False)):
        keys[words(matter.reference or str(matter.id))].add(matter.id)
    longest = max(map(len, keys))

    def answer(title: str, _app: str) -> Match:
        said = words(title)
        found: set[MatterId] = set()
        for first in range(len(said)):
            for size in range(1, longest + 1):
                found |= keys.get(said[first : first + size], set())
        candidates = tuple(Candidate(matter, 1.0 / len(found), ()) for matter in sorted(found))
        return Match(candidates[0].matter if len(candidates) == 1 else None, candidates)

    return answer


# --- Figures --------------------------------------------------------------------------------------------------


def _figures(ours: list[Scored], keywords: list[Scored]) -> list[Row]:
    bars = (
        ("recognition: right where pre-assigned", "≥ 99 % (99.8)", precision),
        ("recognition: pre-assigned of titles that surely mean one", "(more than keywords)", recall),
        ("recognition: right one in the top 3", "≥ 95 % (99)", top_3),
        ("recognition: tags on titles that mean none", "≤ 0.5 % (0.1)", false_tags),
        ("recognition: ambiguous titles pre-assigned", "0", ambiguous_assigned),
        ("recognition: calibration error", "≤ 0.05", calibration_error),
    )
    return [
        ("recognition: labelled titles", "", f"{len(ours)}; measured / keyword rule:"),
        *((figure, bar, f"{measure(ours)} / {measure(keywords)}") for figure, bar, measure in bars),
    ]


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f} % ({part}/{whole})" if whole else "none"


def precision(scored: list[Scored]) -> str:
    """Return how many of the matters assigned are right; a title whose meaning is only hinted at counts too."""
    assigned = [each for each in scored if each.assigned]
    return _share(sum(each.right for each in assigned), len(assigned))


def recall(scored: list[Scored]) -> str:
    """Return how many titles that surely mean one matter got it."""
    due = [each for each in scored if each.due]
    return _share(sum(each.right for each in due), len(due))


def top_3(scored: list[Scored]) -> str:
    """Return how many titles that mean a matter, surely or not, have it among the first three offered."""
    meaning = [each for each in scored if each.means is not None]
    return _share(sum(each.in_top_3 for each in meaning), len(meaning))


def false_tags(scored: list[Scored]) -> str:
    """Return how many titles that mean nothing were tagged."""
    nothing = [each for each in scored if each.label.get("none")]
    return _share(sum(each.assigned for each in nothing), len(nothing))


def ambiguous_assigned(scored: list[Scored]) -> str:
    """Return how many titles that fit several matters were tagged."""
    several = [each for each in scored if each.label.get("ambiguous")]
    return f"{sum(each.assigned for each in several)} of {len(several)}"


def calibration_error(scored: list[Scored]) -> str:
    """Return how far the probability of the best candidate is from how often it is right, over ten bins.

    Of a title that fits three matters each is right one time in three: which one was meant is not known.
    """
    bins: defaultdict[int, list[tuple[float, float]]] = defaultdict(list)
    for each in scored:
        if each.match.candidates:
            best = each.match.candidates[0]
            fits = each.label.get("ambiguous") or [each.means]
            bins[min(int(best.p * 10), 9)].append((best.p, (best.matter in fits) / len(fits)))
    count = sum(map(len, bins.values()))
    error = sum(abs(sum(p for p, _ in found) - sum(right for _, right in found)) for found in bins.values())
    return f"{error / count:.3f}" if count else "none"


def _table(by: str, ours: list[Scored], keywords: list[Scored]) -> list[Row]:
    """Return a row for each firm or kind of window: assigned of those due, wrong tags, in the top 3."""
    groups: defaultdict[str, tuple[list[Scored], list[Scored]]] = defaultdict(lambda: ([], []))
    for place, scored in enumerate((ours, keywords)):
        for each in scored:
            groups[each.style if by == "firm" else each.shape][place].append(each)
    rows = [(f"  by {by}: titles", "", "wrong tags, of due assigned, in top 3 / keyword rule")]
    for name, (mine, theirs) in sorted(groups.items()):
        rows.append((f"  {name}: {len(mine)}", "", f"{_brief(mine)} / {_brief(theirs)}"))
    return rows


def _brief(scored: list[Scored]) -> str:
    wrong = sum(each.assigned and not each.right for each in scored)
    due = [each.right for each in scored if each.due]
    meaning = [each.in_top_3 for each in scored if each.means is not None]
    shares = (f"{100 * sum(part) / len(part):4.0f} %" if part else "   - " for part in (due, meaning))
    return f"{wrong:3} {' '.join(shares)}"


# --- Misses ---------------------------------------------------------------------------------------------------


def list_misses(scored: list[Scored], out: TextIO) -> None:
    """Write every title whose answer could be better: its label, what was assigned, the candidates and why."""
    for each in scored:
        if not each.missed:
            continue
        print(f"{each.style} | {each.shape} | {each.title}", file=out)
        print(f"    label {json.dumps(each.label)}, assigned {each.match.assigned}", file=out)
        for candidate in each.match.candidates[:4]:
            why = ", ".join(f"{find.kind} {find.text!r}" for find in candidate.evidence)
            print(f"    {candidate.matter} p {candidate.p:.3f}: {why}", file=out)


def main() -> int:
    """Print the figures, or the misses."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list what went wrong")
    parser.add_argument("--train", action="store_true", help="the half for tuning, not the held-out one")
    parser.add_argument("--style", choices=STYLES, help="one firm only")
    chosen = parser.parse_args()
    styles = (chosen.style,) if chosen.style else STYLES
    split = "train" if chosen.train else "held_out"
    ours = score(_ours, split=split, styles=styles)
    if chosen.misses:
        list_misses(ours, sys.stdout)
        return 0
    keywords = score(_keyword_rule, split=split, styles=styles)
    for figure, bar, measured in (
        *_figures(ours, keywords),
        *_table("firm", ours, keywords),
        *_table("window", ours, keywords),
    ):
        print(f"{figure:<62} {bar:<26} {measured}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
