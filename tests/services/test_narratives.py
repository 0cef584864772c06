"""From a recorded day to a narrative and an activity type, over the real store."""

from __future__ import annotations

from dataclasses import replace

from tests.services.reading_firm import ONE, Firm
from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.facts_of_work import Fact, Order, main_kind
from wisestep_desktop.core.ids import ActivityTypeId
from wisestep_desktop.core.matters import ActivityType
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.phrases import Style
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.services import activity_types, narratives, preferences
from wisestep_desktop.services.timeline import Day
from wisestep_desktop.shell.narrative_words import narrative_of
from wisestep_desktop.shell.words import resources

LISTS = load(resources())


def recorded(firm: Firm) -> Day:
    firm.see(
        Window("OUTLOOK.EXE", "RE: HS-2026/014 demurrage - Message (HTML)"),
        Window("WINWORD.EXE", "10482 Points of claim v2.docx - Word"),
        PRIVATE,
        Window("Acrobat.exe", "Thrown away.pdf"),
        Window("Acrobat.exe", "Points of claim.pdf"),
        Window("chrome.exe", "New Tab - Google Chrome"),
    )
    firm.rematch()
    day = firm.day()
    thrown = next(row for row in day.rows if "Thrown" in row.window.title)
    assert thrown.row.title is not None
    tag = Tag(thrown.row.title, thrown.row.since, None, trashed=True)
    firm.write(lambda books: books.timeline.put_tag(tag))
    return firm.day()


def facts_of(firm: Firm, day: Day, order: Order) -> tuple[Fact, ...]:
    matter = firm.store.read(lambda books: books.matters.matter(ONE))
    return narratives.facts_of_rows(day.rows, matter, LISTS.work, order=order)


def test_a_day_says_what_was_done_and_which_rows_say_so(firm: Firm) -> None:
    day = recorded(firm)
    made = narrative_of(facts_of(firm, day, Order.WEIGHT), Style.SENTENCE)
    assert made.text == "Drafting Points of claim; correspondence regarding demurrage"
    by_id = {row.row.id: row.window.title for row in day.rows}
    assert [{by_id[row] for row in phrase.rows} for phrase in made.phrases] == [
        {"10482 Points of claim v2.docx - Word", "Points of claim.pdf"},
        {"RE: HS-2026/014 demurrage - Message (HTML)"},
    ]
    in_time = narrative_of(facts_of(firm, day, Order.TIME), Style.LIST, minutes=True)
    assert in_time.text == "Correspondence regarding demurrage (5 min)\nDrafting Points of claim (10 min)"


def test_what_is_told_decides_the_activity_type(firm: Firm) -> None:
    firm.write(lambda books: books.matters.put_activity_types([ActivityType(ActivityTypeId(301), "Drafting")]))
    kind = main_kind(facts_of(firm, recorded(firm), Order.WEIGHT))
    found = firm.store.read(lambda books: activity_types.default_type(books, ONE, kind, LISTS.work.types))
    assert found == ActivityTypeId(301)


def test_a_narrative_of_our_own_names_a_stranger_only_if_a_title_did(firm: Firm) -> None:
    day = recorded(firm)
    clean = narrative_of(facts_of(firm, day, Order.TIME), Style.LIST, minutes=True).text

    def findings(text: str) -> tuple[str, ...]:
        told = firm.store.read(lambda books: narratives.check(books, firm.recogniser, text, ONE, LISTS.tasks))
        return tuple(finding.kind for finding in told.findings)

    assert findings(clean) == ()
    facts = facts_of(firm, day, Order.TIME)
    strange = narrative_of([replace(facts[0], subject="Estate of O'Brien")], Style.LIST).text
    assert findings(strange) == ("other_client",)


def test_settings_say_how_narratives_are_made(firm: Firm) -> None:
    def settings() -> Settings:
        return firm.store.read(lambda books: Settings(books.settings.all()))

    assert narratives.template(settings()) == (Style.SENTENCE, False)
    firm.write(lambda books: preferences.change(books, "narrative.template", "List"))
    firm.write(lambda books: preferences.change(books, "narrative.include_minutes", "true"))
    firm.write(lambda books: preferences.change(books, "narrative.required", "TRUE"))
    firm.write(
        lambda books: preferences.change(books, "narrative.excluded_words", 'fallback, "cap, without prejudice"')
    )
    assert narratives.template(settings()) == (Style.LIST, True)
    rules = narratives.narrative_rules(settings())
    assert (rules.excluded, rules.required) == (("fallback", "cap, without prejudice"), True)
