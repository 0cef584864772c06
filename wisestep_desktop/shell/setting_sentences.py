"""The words for every setting and every choice, as a table; a test holds it to the table of settings. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wisestep_desktop.shell.words import N_


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a setting: its name, what it does, what its number counts, and whether it waits for a start."""

    label: str
    about: str
    unit: str = ""
    later: bool = False


_MINUTES, _DAYS = N_("minutes"), N_("days")

WORDS: Mapping[str, Words] = {
    # Properties of the connection
    "ADD_SUMMARY_TO_NARRATIVE": Words(
        N_("Add the summary to narratives"),
        N_("Entries go out with a block of totals below the narrative. Every entry can still do otherwise."),
    ),
    "ACTIVITY_TYPES_NON_BILLABLE": Words(
        N_("Activity types that are not billed"),
        N_("Entries of these types go to Actionstep as non-billable, with no time on the bill."),
    ),
    "ACTION_SYNC_INTERVAL_MINUTES": Words(
        N_("Sync matters every"), N_("How often matters are brought up to date with Actionstep."), _MINUTES
    ),
    "QUICK_CODE_SYNC_INTERVAL_MINUTES": Words(
        N_("Sync activity types every"),
        N_("How often activity types are brought up to date with Actionstep."),
        _MINUTES,
    ),
    "SHOW_CLOSED_CASES": Words(
        N_("Offer closed matters"),
        N_("Closed matters are offered and recognised too. Off: a row that has one keeps it, and sending asks first."),
    ),
    "BILLABLE_TIME_ROUNDING_SEC": Words(
        N_("Round billed time up to"),
        N_("Billed time goes up to the next multiple: 360 makes steps of 0.1 h. With 0 nothing is rounded."),
        N_("seconds"),
    ),
    # Reviewing
    "narrative.add_activity_list": Words(
        N_("Add the list of activities"),
        N_("Entries go out with a list of what was done below the narrative. Every entry can still do otherwise."),
    ),
    "billing.weighting_percent": Words(
        N_("Part of worked time that is billed"),
        N_("For members whose time counts in part, such as trainees. Worked time stays as it is."),
        N_("%"),
    ),
    "review.shortest_gap_minutes": Words(
        N_("Ask about absences from"),
        N_("Shorter absences are not listed in the day, so nobody asks what they were."),
        _MINUTES,
    ),
    "review.require_matter": Words(
        N_("A matter is required"), N_("Entries without a matter are not sent. Their time is kept.")
    ),
    "review.require_activity_type": Words(
        N_("An activity type is required"), N_("Entries without an activity type are not sent. Their time is kept.")
    ),
    "review.day_start_hour": Words(
        N_("A day begins at"),
        N_("Work after midnight belongs to the day before until this hour. 0 is midnight."),
        N_("o'clock"),
    ),
    "review.arrangement": Words(N_("Order of the day"), N_("How the rows of a day are arranged, as you left it.")),
    "review.filter": Words(N_("Filter of the day"), N_("Which rows of a day are listed, as you left it.")),
    "review.goal_hours": Words(
        N_("Goal for a day"),
        N_("How much you mean to work on a day, shown below it and in reports. With 0 there is no goal."),
        N_("hours"),
    ),
    "review.remind_after_days": Words(
        N_("Remind me of unsent time after"),
        N_("How long time may wait before you are told of it once a day. With 0 you are not."),
        _DAYS,
    ),
    "review.remind_at": Words(N_("Remind me at"), N_("The time of day at which you are reminded, such as 17:00.")),
    # The connection
    "connection.timekeepers": Words(
        N_("Timekeepers"),
        N_("On whose behalf time can be entered, as pairs of a name and a participant number: Jane Marlow=17."),
    ),
    "connection.environment": Words(
        N_("Environment"), N_("Which Actionstep to connect to. For “custom” the addresses below count.")
    ),
    "connection.authorize_url": Words(N_("Sign-in address"), N_("Where signing in begins, in a custom environment.")),
    "connection.token_url": Words(N_("Token address"), N_("Where a sign-in is exchanged and renewed.")),
    "connection.client_id": Words(N_("Client id"), N_("The name under which Actionstep knows this program.")),
    "connection.client_secret": Words(
        N_("Client secret"), N_("Goes with the client id. It is kept encrypted and never shown again.")
    ),
    "connection.client_authentication": Words(
        N_("How the client proves itself"), N_("Where the sign-in server wants the client id and secret.")
    ),
    "connection.pkce": Words(
        N_("Protect the sign-in with PKCE"), N_("Turn it off only for a sign-in server that refuses it.")
    ),
    "connection.relay_url": Words(
        N_("Relay"), N_("A server of your firm that keeps the client secret, so that none is needed on this computer.")
    ),
    "connection.redirect_uri": Words(
        N_("Redirect address"),
        N_("Where the browser returns to after signing in, on this computer. Port 0 is any free one."),
    ),
    "connection.scopes": Words(N_("Rights asked for"), N_("Names of rights in Actionstep, with spaces between.")),
    "connection.allowed_api_hosts": Words(
        N_("Further servers of Actionstep"), N_("Servers that may be used besides Actionstep's own, by name.")
    ),
    "connection.allowed_sign_in_hosts": Words(
        N_("Further servers for signing in"), N_("Servers that the sign-in window may open, by name.")
    ),
    "connection.pause_milliseconds": Words(
        N_("Pause between requests"),
        N_("So that Actionstep is never pressed. It asks for less or more by itself."),
        N_("milliseconds"),
    ),
    "connection.browser": Words(
        N_("Browser for signing in"), N_("A window of WiseStep, or the browser that you use for everything else.")
    ),
    # Recording and privacy
    "capture.idle_limit_seconds": Words(
        N_("Away after"),
        N_("Without keyboard or mouse for this long you count as away, from the last input on."),
        N_("seconds"),
    ),
    "capture.calls": Words(
        N_("Calls count as work"),
        N_("While a meeting program uses the microphone, you are there even without keyboard and mouse."),
    ),
    "privacy.excluded_applications": Words(
        N_("Applications that are never recorded"), N_("Their time is private: nothing of them reaches the disk.")
    ),
    "privacy.excluded_titles": Words(
        N_("Titles that are never recorded"),
        N_("A window whose title contains one of these is private. With * or ? the whole title has to fit."),
    ),
    "privacy.masked_applications": Words(
        N_("Applications without titles"), N_("That they were used is recorded, what was open in them is not.")
    ),
    "privacy.masked_titles": Words(
        N_("Titles that are masked"),
        N_("Of a window whose title contains one of these, only the application is recorded."),
    ),
    "privacy.shipped_exclusions": Words(
        N_("Leave out what is usually private"),
        N_("Password managers, password prompts, online banking and private browser windows are never recorded."),
    ),
    "privacy.recorded_anyway": Words(
        N_("Recorded all the same"), N_("Applications to record although they are usually private.")
    ),
    "privacy.hide_names_in_calls": Words(
        N_("Hide names during calls"),
        N_("Titles and matters are covered in WiseStep's windows while a call goes on, for you may share your screen."),
    ),
    "privacy.consent": Words(
        N_("You agreed to be recorded on"), N_("Blank: from the next start on nothing is recorded until you agree.")
    ),
    "retention.days": Words(
        N_("Keep what was recorded for"),
        N_("Older records are deleted for good. Unsent time with a matter, drafts and sent time stay. 0 keeps all."),
        _DAYS,
    ),
    "retention.legal_hold": Words(
        N_("Legal hold"), N_("While it is on, nothing is deleted for its age, and not everything at once either.")
    ),
    # Narratives
    "narrative.template": Words(
        N_("Narratives are proposed as"), N_("A sentence, a list of what was done, or nothing at all.")
    ),
    "narrative.include_minutes": Words(
        N_("Say how long each thing took"), N_("Proposed narratives name the minutes of each thing.")
    ),
    "narrative.required": Words(
        N_("A narrative is required"), N_("Entries without a narrative are not sent. Their time is kept.")
    ),
    "narrative.excluded_words": Words(
        N_("Words that narratives leave out"), N_("They are not proposed, and you are warned where you write them.")
    ),
    "activity.by_kind": Words(
        N_("Activity types by kind of work"),
        N_("Which activity type is proposed for which kind of work, as pairs: draft=Drafting."),
    ),
    "activity.enabled": Words(
        N_("Activity types that are offered"), N_("Only these are offered. With none named, all are.")
    ),
    "activity.labels": Words(
        N_("Other names for activity types"), N_("What activity types are called here, as pairs: Drafting=Draft.")
    ),
    # The program
    "notifications.system": Words(
        N_("Messages of the system"), N_("The few things that cannot wait are also said where other programs say them.")
    ),
    "team.check_minutes": Words(
        N_("Look for news of the team every"), N_("How often your team's settings are looked up."), _MINUTES
    ),
    "updates.check": Words(
        N_("Look for new versions once a week"),
        N_("Asks one address for a small signed file and tells you at the bell. Nothing is ever installed."),
    ),
    "updates.address": Words(
        N_("Where new versions are told of"), N_("The https address of the file that says so. Blank: nobody is asked.")
    ),
    "updates.key": Words(
        N_("Key of whoever tells of new versions"),
        N_("The public key, in base64, that the file has to be signed with. Blank: the key that came with WiseStep."),
    ),
    "export.rate": Words(N_("Rate of an hour"), N_("For exports that hold amounts. With 0 they hold none.")),
    "export.timekeeper_id": Words(
        N_("Timekeeper id"), N_("Who worked, in LEDES files. Blank: your number in Actionstep.")
    ),
    "export.ledes.law_firm_id": Words(N_("Law firm id"), N_("Who bills, in LEDES files.")),
    "export.ledes.client_id": Words(N_("Client id in LEDES"), N_("Whom a LEDES file is for.")),
    "appearance.theme": Words(N_("Look"), N_("Light or dark, or as the system has it.")),
    "appearance.language": Words(N_("Language"), N_("What WiseStep speaks, from the next start on."), later=True),
    "appearance.text_percent": Words(
        N_("Text size"), N_("From 100 to 200 % of what the system says, from the next start on."), N_("%"), later=True
    ),
    "appearance.durations": Words(
        N_("Durations are written as"), N_("How an hour and a half is written in windows. What is sent is not touched.")
    ),
}

CHOICES: Mapping[tuple[str, str], str] = {
    ("appearance.theme", "system"): N_("As the system"),
    ("", "light"): N_("Light"),
    ("", "dark"): N_("Dark"),
    ("appearance.language", "system"): N_("As the system"),
    ("", "en"): "English",
    ("", "de"): "Deutsch",
    ("", "spoken"): N_("1 h 30"),
    ("", "clock"): N_("1:30"),
    ("", "units"): N_("1.5 h"),
    ("", "production"): N_("Production"),
    ("", "staging"): N_("Staging"),
    ("", "custom"): N_("Custom"),
    ("", "form"): N_("In the form"),
    ("", "basic"): N_("In the head (basic)"),
    ("", "embedded"): N_("A window of WiseStep"),
    ("connection.browser", "system"): N_("My own browser"),
    ("", "sentence"): N_("A sentence"),
    ("", "list"): N_("A list"),
    ("", "blank"): N_("Nothing"),
    ("", "hour"): N_("By hour"),
    ("", "matter"): N_("By matter"),
    ("", "longest"): N_("Longest first"),
    ("", "title"): N_("By title"),
    ("", "all"): N_("All"),
    ("", "untagged"): N_("Without a matter"),
    ("", "suggested"): N_("Suggested"),
    ("", "tagged"): N_("With a matter"),
    ("", "sent"): N_("Sent"),
    ("", "failed"): N_("Not sent"),
    ("", "private"): N_("Private"),
    ("", "trash"): N_("Trash"),
}
"""What choices are called: of one setting, or of whichever has no word of its own."""
