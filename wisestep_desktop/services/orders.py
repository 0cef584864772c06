"""What an entry says when it goes out, whether it may go, and what its fate is called. Rules only: nothing is sent."""

from __future__ import annotations

from dataclasses import replace

from wisestep_desktop.core.entries import Charge, Draft, Entry, Figures, figures, without_matter
from wisestep_desktop.core.errors import BadInput, Refused, WiseStepError
from wisestep_desktop.core.ids import ParticipantId, PostingKey
from wisestep_desktop.core.instants import whole_seconds
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.narrative import Activity, Additions, SummaryWords, text_to_send
from wisestep_desktop.core.observation import NOTHING
from wisestep_desktop.core.posting import Move, moved
from wisestep_desktop.core.records import RecordedEntry, differences
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.stated import occupation_of
from wisestep_desktop.ports.practice import TimeEntry
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.review import non_billable_names, same_name

_NAMED = {
    "refused.scope": ("resource",),
    "refused.other": ("detail", "status"),
    "net.server_error": ("status",),
    "setting.required": ("name",),
    "sign_in.moved": ("organisation",),
}
"""Which parameter of an error its sentence names, where that is not what Actionstep said; the first that is given."""
_ROUNDED = frozenset({"worked_hours", "billed_hours"})


def worded(books: Books, entry: Entry, words: SummaryWords, *, move: Move, key: PostingKey, closed_too: bool) -> Entry:
    """Return an entry with its words and figures decided for good, after ``move``.

    Raises:
        BadInput: if it lacks time, or a matter that is required, or its matter is gone, or closed and ``closed_too``
            was not said.
    """
    _sendable(books, entry.draft, entry.id, closed_too=closed_too)
    draft, told, text = as_sent(books, entry.draft, words)
    return replace(
        entry,
        draft=draft,
        state=moved(entry.state, move),
        key=key,
        text_sent=text,
        billed_sent=told.billed_hours,
        worked_sent=None,
        reason=None,
        detail=None,
        closed_too=closed_too,
    )


def as_sent(books: Books, draft: Draft, words: SummaryWords) -> tuple[Draft, Figures, str]:
    """Return a draft as it would go out now: its charge, its figures, and the exact text."""
    return as_sent_under(books, draft, Settings(books.settings.all()), words)


def as_sent_under(books: Books, draft: Draft, settings: Settings, words: SummaryWords) -> tuple[Draft, Figures, str]:
    """Return a draft as it would go out under some settings, in force or not."""
    charged = _charged(books, draft, settings)
    told = billing(charged, settings)
    return charged, told, text_to_send(charged.narrative, told, words, additions(books, charged, settings, words))


def billing(draft: Draft, settings: Settings) -> Figures:
    """Return what a draft says and bills under the settings in force."""
    unit, weighting = settings.number("BILLABLE_TIME_ROUNDING_SEC"), settings.number("billing.weighting_percent")
    return figures(draft, unit=unit, weighting=weighting)


def additions(books: Books, draft: Draft, settings: Settings, words: SummaryWords) -> Additions:
    """Return what goes out below the narrative: as the entry says, else as the settings do."""
    summary = settings.flag("ADD_SUMMARY_TO_NARRATIVE") if draft.with_summary is None else draft.with_summary
    listed = settings.flag("narrative.add_activity_list") if draft.with_list is None else draft.with_list
    weighted = draft.billed is None and draft.charge is not Charge.NON_BILLABLE
    return Additions(
        summary=summary,
        activities=_activities(books, draft, words) if listed else (),
        weighting=settings.number("billing.weighting_percent") if weighted else 100,
    )


def _activities(books: Books, draft: Draft, words: SummaryWords) -> tuple[Activity, ...]:
    """Return what was done, a line a title, in order of the first time it was done."""
    titles = books.timeline.titles(part.title for part in draft.parts)
    millis: dict[str, int] = {}
    for part in draft.parts:
        window = titles[part.title].window if part.title in titles else NOTHING
        occupation = occupation_of(window)
        named = window.title or (words.occupations.get(occupation, "") if occupation else window.application)
        millis[named] = millis.get(named, 0) + part.span.length
    return tuple(Activity(whole_seconds(spent), title) for title, spent in millis.items() if title)


def order(entry: Entry, owner: ParticipantId) -> TimeEntry:
    """Return the order for a worded entry; the same entry always gives the same order.

    Raises:
        BadInput: if it was never worded.
    """
    draft = entry.draft
    if entry.key is None or entry.text_sent is None or entry.billed_sent is None:
        raise BadInput("entry.not_queued", entry=entry.id)
    return TimeEntry(
        key=entry.key,
        work_date=draft.work_date,
        zone=draft.zone,
        started=draft.started,
        text=entry.text_sent,
        actual_hours=figures(draft, unit=0).worked_hours,
        billable_hours=entry.billed_sent,
        charge=draft.charge,
        matter=draft.matter,
        activity_type=draft.activity_type,
        owner=draft.timekeeper or owner,
        author=owner if draft.timekeeper not in (None, owner) else None,
        task_code=draft.task_code,
        activity_code=draft.activity_code,
    )


def objection(entry: Entry, now: Matter | None) -> WiseStepError | None:
    """Return why the matter, as Actionstep has it this moment, cannot take the entry; without one nothing objects."""
    matter = entry.draft.matter
    if matter is None:
        return None
    if now is None:
        return Refused("matter.gone", matter=matter)
    if now.status is MatterStatus.CLOSED and not entry.closed_too:
        return Refused("matter.closed", matter=matter)
    if now.status is MatterStatus.TEMPLATE:
        return Refused("matter.template", matter=matter)
    return None


def received(sent: Entry, back: RecordedEntry) -> Entry:
    """Return a sent entry with what Actionstep made of it: its hours are adopted, and what differs is said."""
    different = differences(sent, back)
    if not different:
        return sent
    if "work_date" in different:
        reason = "sent.other_date"
    else:
        reason = "sent.rounded" if _ROUNDED.issuperset(different) else "sent.differs"
    return replace(
        sent,
        billed_sent=back.billable_hours,
        worked_sent=back.actual_hours if "worked_hours" in different else None,
        reason=reason,
        detail=", ".join(different),
    )


def named(error: WiseStepError) -> str | None:
    """Return the one thing a reason names besides the entry and its matter: mostly Actionstep's own words."""
    names = _NAMED.get(error.code, ("detail",))
    return next((str(error.params[name]) for name in names if error.params.get(name)), None)


def twins(one: Entry, other: Entry) -> bool:
    """Tell whether two entries look alike in Actionstep but for their reference; hours may be rounded there."""
    return (
        one.id != other.id
        and one.draft.work_date == other.draft.work_date
        and one.draft.matter == other.draft.matter
        and one.text_sent == other.text_sent
    )


def _charged(books: Books, draft: Draft, settings: Settings) -> Draft:
    """Return the draft as it goes out: what is never billed is not, whatever was set when."""
    draft = without_matter(draft, allowed=not settings.flag("review.require_matter"))
    known = None if draft.activity_type is None else books.matters.activity_type(draft.activity_type)
    if known is None or same_name(known.name) not in non_billable_names(settings):
        return draft
    return replace(draft, charge=Charge.NON_BILLABLE)


def _sendable(books: Books, draft: Draft, entry: int, *, closed_too: bool) -> None:
    settings = Settings(books.settings.all())
    if draft.matter is None and settings.flag("review.require_matter"):
        raise BadInput("entry.no_matter", entry=entry)
    if not draft.worked_seconds:
        raise BadInput("entry.no_time", entry=entry)
    if draft.activity_type is None and settings.flag("review.require_activity_type"):
        raise BadInput("entry.no_activity_type", entry=entry)
    if not draft.narrative.strip() and settings.flag("narrative.required"):
        raise BadInput("entry.no_narrative", entry=entry)
    if draft.matter is None:
        return
    matter = books.matters.matter(draft.matter)
    if matter is None or matter.gone:
        raise BadInput("matter.gone", matter=draft.matter)
    if matter.status is MatterStatus.CLOSED and not closed_too:
        raise BadInput("matter.closed", matter=draft.matter)
