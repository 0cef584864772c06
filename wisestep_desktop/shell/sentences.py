"""One calm sentence for every code of ours: what happened, what it means for the time, what to do next. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.shell import policy_sentences, property_sentences, review_sentences
from wisestep_desktop.shell.capture_sentences import SENTENCES
from wisestep_desktop.shell.selftest_sentences import SENTENCES as SELFTEST_SENTENCES
from wisestep_desktop.shell.team_sentences import TEAM_SENTENCES
from wisestep_desktop.shell.update_sentences import UPDATE_SENTENCES
from wisestep_desktop.shell.words import N_, tr

_SENTENCES: Mapping[str, str] = {
    **SENTENCES,
    **review_sentences.SENTENCES,
    **property_sentences.SENTENCES,
    **policy_sentences.SENTENCES,
    **SELFTEST_SENTENCES,
    # Actionstep cannot be reached
    "net.unreachable": N_("Actionstep cannot be reached. Your time is kept here and sent when it answers again."),
    "net.dropped": N_("The connection to Actionstep broke off. Nothing is lost; try again in a moment."),
    "net.timed_out": N_("Actionstep did not answer in time. Nothing is lost; try again in a moment."),
    "net.certificate": N_(
        "The certificate of Actionstep's server is not trusted on this computer, so nothing was sent. Ask whoever "
        "looks after your network."
    ),
    "net.proxy": N_("The proxy of this network refused the connection. Ask whoever looks after your network."),
    "net.rate_limit": N_("Actionstep asks for a pause. Your time waits here and is sent afterwards."),
    "net.maintenance": N_("Actionstep is being maintained. Your time waits here and is sent afterwards."),
    "net.server_error": N_("Actionstep has a problem (status {status}). Nothing is lost; try again later."),
    # Answers that make no sense
    "answer.no_json": N_("Actionstep's answer could not be read. Nothing was changed; try again in a moment."),
    "answer.no_object": N_("Actionstep's answer could not be read. Nothing was changed; try again in a moment."),
    "answer.no_rows": N_("Actionstep's answer held no {resource}. Nothing was changed; try again in a moment."),
    "answer.bad_row": N_("Actionstep's list of {resource} could not be read. Nothing was changed."),
    "answer.bad_field": N_("Actionstep's answer has no usable {field}. Nothing was changed."),
    "answer.too_large": N_("Actionstep's answer is far too large to be true, so it was not read."),
    "answer.redirected": N_("Actionstep's server sent us to another address. We never follow; check the connection."),
    "net.closing": N_("WiseStep is closing. What waits to be sent is kept and goes out next time."),
    "net.renewing": N_("Another WiseStep is renewing the sign-in. Nothing is lost; try again in a moment."),
    "net.sync_running": N_("Matters are being synced already; there is nothing to do but wait a moment."),
    # Signing in
    "connection.none": N_("Not connected to Actionstep yet. Connect first; until then your time is kept here."),
    "sign_in.again": N_("Actionstep asks you to sign in again. What waits to be sent is kept and goes out afterwards."),
    "sign_in.declined": N_("Access was declined, so nothing was connected. Connect again whenever you like."),
    "sign_in.refused": N_("Actionstep refused the sign-in ({error}). Check the connection settings, then try again."),
    "sign_in.wrong_state": N_(
        "The answer to the sign-in does not belong to it, so it was thrown away. Please sign in again."
    ),
    "sign_in.no_code": N_("The sign-in came back without an answer. Please try again."),
    "sign_in.wrong_client": N_(
        "Actionstep does not know this client id and secret. Check connection.client_id and connection.client_secret."
    ),
    "sign_in.code_refused": N_("Actionstep no longer accepts this sign-in. Please sign in once more."),
    "sign_in.no_json": N_("The sign-in server answered something that is no answer. Check connection.token_url."),
    "sign_in.no_token": N_("The sign-in server granted nothing usable. Check connection.token_url."),
    "sign_in.no_endpoint": N_("The sign-in server did not say where Actionstep is. Check connection.token_url."),
    "sign_in.foreign_endpoint": N_(
        "The sign-in server names {host} as Actionstep, which is not allowed. If it is right, add it to "
        "connection.allowed_api_hosts."
    ),
    "sign_in.other_organisation": N_(
        "This timeline belongs to {known}, and {count} of its entries are not sent yet. Send or discard them before "
        "you connect to {organisation}; nothing was changed."
    ),
    "sign_in.ends_soon": N_(
        "Actionstep was not reached for a long time, so the sign-in ends at {date}. Go online before that, or sign in "
        "again; your time is kept."
    ),
    "sign_in.other_person": N_(
        "You signed in as {person}, but entries of {known} wait to be sent. Sign in as {known} to send them first; the "
        "new sign-in was forgotten and nothing was changed."
    ),
    "sign_in.moved": N_(
        "Actionstep renewed the sign-in for another organisation ({organisation}), so it is not used. Please sign in "
        "again; what waits to be sent is kept."
    ),
    "signin.cancelled": N_("The sign-in window was closed, so nothing was connected. Connect again whenever you like."),
    "signin.timed_out": N_("Nobody finished the sign-in in time, so nothing was connected. Please try again."),
    "signin.no_browser": N_(
        "The sign-in window could not be opened. Use your own browser: wisestep connect --browser system."
    ),
    "signin.no_display": N_(
        "There is no screen for the sign-in window. Use: wisestep connect --browser system --no-open."
    ),
    "signin.crashed": N_(
        "The sign-in window ended unexpectedly; nothing was connected. Try again, or use your own browser."
    ),
    "signin.switch_to_system": N_("You chose your own browser for signing in."),
    "signin.root": N_(
        "The sign-in window does not open for the system administrator (root), whom a web page could harm most. "
        "Start WiseStep as yourself."
    ),
    "signin.port_busy": N_(
        "Port {port} for the sign-in's answer is in use. Close what uses it, or paste the address: "
        "wisestep connect --paste."
    ),
    "signin.bad_redirect": N_(
        "connection.redirect_uri is no address of this computer. Change it, or paste the address the browser ends at: "
        "wisestep connect --paste."
    ),
    # Sending
    "send.uncertain.dropped": N_(
        "The connection broke while sending. Actionstep is asked before anything is sent again."
    ),
    "send.uncertain.timed_out": N_("Actionstep did not answer in time. It is asked before anything is sent again."),
    "send.uncertain.server_error": N_(
        "Actionstep had a problem while sending. It is asked before anything is sent again."
    ),
    "send.uncertain.garbled": N_("Actionstep's answer was unreadable. It is asked before anything is sent again."),
    "send.uncertain.crashed": N_("WiseStep ended while sending. Actionstep is asked before anything is sent again."),
    "send.found_twice": N_(
        "Actionstep has this entry more than once. Delete the extra one there; nothing is sent again."
    ),
    "send.twin_in_doubt": N_(
        "Waits for an entry just like it, of which nobody knows yet whether it arrived. It goes out by itself."
    ),
    "sent.differs": N_("Actionstep has {fields} otherwise than it was sent. Please compare."),
    "sent.rounded": N_("Actionstep rounded {fields} by its own rules; what it has is shown."),
    "sent.other_date": N_(
        "Actionstep put it on another day. Correct the date there, and ask whoever manages Actionstep about "
        "the organisation's time zone."
    ),
    "record.billed": N_("Entry {entry} is on bill {bill} already, so it cannot be changed any more."),
    "record.locked": N_("Entry {entry} is locked in Actionstep, so it cannot be changed. Ask whoever manages billing."),
    "record.gone": N_("Entry {entry} was deleted in Actionstep. Take it back to make it a draft again."),
    "record.changed": N_(
        "Somebody changed entry {entry} in Actionstep ({fields}). Look at it first; nothing was overwritten."
    ),
    "record.unsure": N_("Nobody knows whether Actionstep took the change. Try again in a moment; that is safe."),
    "entry.not_sent": N_("Entry {entry} is {state}; only sent entries can be changed or taken back in Actionstep."),
    "entry.not_waiting": N_("Entry {entry} is {state}; only an entry that waits to be sent can be held back."),
    "entry.may_be_there": N_(
        "Entry {entry} may have reached Actionstep already, so it cannot be held back. Once that is known it can be "
        "taken back there."
    ),
    "entry.not_queued": N_("Entry {entry} was never sent."),
    "refused.no_time_resource": N_(
        "This organisation takes time in Actionstep's older way, which this connection may not use. Ask for the rights "
        "timerecords and timerecordactivities, add them to connection.scopes, and sign in again."
    ),
    "refused.legacy_charge": N_(
        "This organisation's Actionstep knows neither “no charge” nor “hide”. Choose bill or non-billable, then send."
    ),
    "matter.template": N_("The matter is a template in Actionstep. Choose a real one; the time is kept."),
    "refused.request": N_("Actionstep did not accept this entry. Change it, then send again."),
    "refused.permission": N_("Actionstep does not let you record time there. Ask whoever manages the matter."),
    "refused.scope": N_(
        "This sign-in has no right to use {resource}. Ask Actionstep to grant the scope {resource}, add it to "
        "connection.scopes, and sign in again; your time is kept."
    ),
    "refused.missing": N_("Actionstep has no such record for you (any more). Sync the matters, then try again."),
    "refused.conflict": N_("Actionstep says the record was changed meanwhile. Sync, then try again."),
    "refused.other": N_("Actionstep refused this ({status})."),
    "matter.unknown": N_("No matter has the number {matter}. Sync the matters if it is new."),
    "matter.gone": N_("The matter is no longer visible to you in Actionstep. Choose another one; the time is kept."),
    "matter.closed": N_("The matter is closed in Actionstep. Confirm to send anyway, or choose another one."),
    "entry.no_matter": N_("Entry {entry} has no matter yet. Choose one, then send."),
    "entry.no_time": N_("Entry {entry} has no time, so there is nothing to send."),
    "entry.unknown": N_("There is no entry {entry}."),
    "entry.not_ours": N_("Entry {entry} is {state} and cannot be changed here any more."),
    "row.unknown": N_("There is no row {row} on that day."),
    "row.private": N_("A private row has no title and cannot be sent."),
    "row.taken": N_("That time already belongs to entry {entry}."),
    "row.trashed": N_("Row {row} is in the trash. Take it out first."),
    "rows.none": N_("No rows were chosen."),
    "rows.several_days": N_("The rows lie on several days; an entry has one date."),
    "seconds.range": N_("--seconds must lie between 1 and {most}."),
    "activity_type.unknown": N_("No activity type is called “{name}”. See: wisestep activity-types."),
    "date.unreadable": N_("“{text}” is no date. Write it as 2026-03-16."),
    "dates.order": N_("The dates run backwards: {first} comes after {last}. Name the earlier one first."),
    "dates.too_many": N_("Reports reach over up to {most} years. Name dates that are closer together."),
    # Files for other programs
    "export.exists": N_("{file} exists already, so nothing was written. Choose another name, or add --force."),
    "export.is_folder": N_("{file} is a folder. Name a file in it."),
    "export.no_folder": N_("There is no folder {folder}, so nothing was written. Make it first, or choose another."),
    "export.no_permission": N_("You may not write to {folder}, so nothing was written. Choose another folder."),
    "export.disk_full": N_("The disk of {folder} is full, so nothing was written. Make room, or choose another one."),
    "export.not_written": N_("{file} could not be written: {reason}. Nothing was changed; choose another place."),
    "export.ledes_law_firm": N_(
        "LEDES needs your firm's id, which is not set yet. Set it with: wisestep settings set "
        "export.ledes.law_firm_id VALUE."
    ),
    "export.ledes_timekeeper": N_(
        "LEDES needs to know who worked. Connect to Actionstep, or set it with: wisestep settings set "
        "export.timekeeper_id VALUE."
    ),
    "export.ledes_no_matter": N_(
        "Entry {entry} has no matter, which LEDES needs. Choose one first; nothing was written."
    ),
    # Another tracker's history
    "import.not_activitywatch": N_(
        "{file} is no export of ActivityWatch, or is cut off. Export all buckets once more; nothing was imported."
    ),
    "import.too_large": N_(
        "{file} is larger than {most} MB. Export one bucket at a time, windows and presence; nothing was imported."
    ),
    "import.bad_event": N_("Event {number} of a bucket in {file} has no usable {field}. Nothing was imported."),
    "import.no_windows": N_("The file holds no windows that are over, so there was nothing to import."),
    "import.no_presence": N_(
        "The file does not say when somebody was there (no afk bucket). To count every window as work, add "
        "--without-presence; nothing was imported."
    ),
    "file.unreadable": N_("{file} cannot be read: {reason}."),
    "matters_file.not_a_list": N_("{file} must hold a JSON list of matters."),
    "matters_file.bad_matter": N_("Matter {number} in {file} needs an “id” (a whole number) and a “name”."),
    # What was learned
    "phrase.blank": N_("A name needs at least one word of two letters or more. Nothing was changed."),
    "phrase.too_long": N_("A name may have up to {most} characters. Nothing was changed."),
    "phrase.too_common": N_("“{text}” stands in too many titles to mean one matter. Add a word that is its own."),
    "phrase.unknown": N_("You gave no matter the name “{text}”. See: wisestep learned list."),
    "lesson.unknown": N_("Nothing that was learned has the number {number}. See: wisestep learned list."),
    "learned.not_written": N_("{file} cannot be written: {reason}. Choose another place."),
    "app.stays": N_(
        "WiseStep still runs after {seconds} seconds: it may be waiting for an answer in one of its windows. "
        "Nothing was interrupted."
    ),
    # Settings
    "autostart.refused": N_(
        "Whether WiseStep starts with the computer could not be changed in {place}: {reason}. All is as before."
    ),
    "autostart.everybody": N_(
        "Your administrator has WiseStep start for everybody on this computer. Only they can switch that off."
    ),
    "setting.unknown": N_("There is no setting called {name}. See: wisestep settings list."),
    "setting.locked_by_team": N_("{name} is decided by your team, so it cannot be changed here. The value stays."),
    "setting.locked_by_policy": N_("{name} is decided by your administrator, so it cannot be changed here."),
    "setting.not_theirs": N_("{name} is for each person to decide; neither a team nor an administrator may."),
    "setting.required": N_("{name} is not set yet. Set it with: wisestep settings set {name} VALUE."),
    "setting.true_or_false": N_("{name} must be TRUE or FALSE, not “{value}”. The old value stays."),
    "setting.whole_number": N_("{name} must be a whole number, not “{value}”. The old value stays."),
    "setting.decimal": N_("{name} must be a number such as 7.5, not “{value}”. The old value stays."),
    "setting.time_of_day": N_("{name} must be a time such as 17:00, not “{value}”. The old value stays."),
    "setting.comma_list": N_("{name} must be a list of names with commas; quote a name that has a comma in it."),
    "setting.pairs": N_(
        "{name} must be a list of pairs such as draft=Drafting, with commas between. The old value stays."
    ),
    "setting.work_kind": N_(
        "{name}: there is no kind of work called “{value}”. There are draft, review, correspond, call, meet, research, "
        "court, travel, think, calculate, administer and other. The old value stays."
    ),
    "setting.twice": N_("{name} names “{value}” twice. The old value stays."),
    "setting.no_activity_type": N_(
        "{name}: there is no activity type called “{value}”. The nearest is “{nearest}”. The old value stays."
    ),
    "setting.web_address": N_("{name} must be a web address, not “{value}”. The old value stays."),
    "setting.https": N_("{name} must begin with https:// (http:// only for this computer). The old value stays."),
    "setting.only_https": N_("{name} must begin with https://, not “{value}”. The old value stays."),
    "setting.public_key": N_("{name} must be a public key: 32 bytes in base64, not “{value}”. The old value stays."),
    "setting.too_many_wildcards": N_("{name} has too many * in “{value}”. The old value stays."),
    # The timeline and its key
    "store.wrong_key": N_("The key does not open this timeline. Nothing was changed; bring the right key back."),
    "store.newer": N_("This timeline was written by a newer WiseStep ({written_by}). Update WiseStep to open it."),
    "store.no_folder": N_("The folder {folder} cannot be written to: {reason}. Choose another with --data-dir."),
    "store.no_copy": N_("There is no room for a copy before the update: {reason}. Nothing was changed."),
    "store.disk_full": N_("The disk is full. WiseStep keeps recording in memory; please make room."),
    "store.disk_error": N_("The disk reports an error. WiseStep keeps recording in memory; please check the disk."),
    "store.read_only": N_("The timeline cannot be written to. WiseStep keeps recording in memory; check its folder."),
    "store.cannot_open": N_("The timeline cannot be opened. Check that its folder can be written to."),
    "store.busy": N_("Another program holds the timeline. Try again in a moment."),
    "store.damaged": N_("The timeline is damaged. It is left as it is; restore a copy."),
    "store.closed": N_("The timeline is closed already."),
    "store.failed": N_("The timeline could not be written. WiseStep keeps recording in memory."),
    "key.missing": N_(
        "The timeline's key is not in the keyring any more. The timeline is left untouched; restore the key."
    ),
    "key.length": N_("The timeline's key is damaged. The timeline is left untouched; restore the key."),
    "keyring.missing": N_(
        "This computer offers no keyring, and WiseStep never keeps time unencrypted. Start a Secret Service (such as "
        "GNOME Keyring), or name a key file with WISESTEP_KEY_FILE."
    ),
    "keyring.locked": N_("The keyring is locked. Unlock it, then start WiseStep again."),
    "keyring.failed": N_("The keyring did not answer. Unlock or restart it, then start WiseStep again."),
    "keyring.strange": N_("What the keyring holds is no key of ours. The timeline is left untouched."),
    "keyring.forgetful": N_("The keyring did not keep the key, so nothing was recorded. Check the keyring."),
    "key_file.unreadable": N_("The key file {file} cannot be read: {reason}."),
    "key_file.open_to_others": N_("The key file {file} can be read by others (mode {mode}). Set it to 0600."),
    "key_file.not_a_key": N_("The key file {file} must hold 64 hexadecimal digits."),
    "key_file.not_ours": N_("The key file {file} belongs to the administrator and is never changed."),
    # Deleting everything
    "erase.legal_hold": N_("A legal hold is on, so nothing was deleted. Whoever decided it can lift it."),
    "erase.left": N_("{file} could not be deleted: {reason}. Close what uses it, then delete everything once more."),
    "erase.running": N_("WiseStep is running. Quit it first; nothing was deleted."),
    "clock.ahead": N_(
        "Between {before} and {after} there was no day on which WiseStep ran, so the clock may have gone ahead. "
        "Nothing was deleted. If the clock is right, say --clock-is-right."
    ),
    # Forgetting
    "forget.how_long": N_("“Last” must be a time of up to a day, such as 15m or 1h. Nothing was forgotten."),
    "forget.nothing_named": N_("Name what is to be forgotten. Nothing was forgotten."),
    "store.copy_kept": N_(
        "It is forgotten, but an older copy of the timeline ({file}) could not be deleted: {reason}. Please delete it."
    ),
    "qt.no_display": N_("There is no display for a window. The commands work without one: wisestep --help."),
    **TEAM_SENTENCES,
    **UPDATE_SENTENCES,
}
"""Every code that reaches a person; a test walks the code base for codes that are missing here."""


def sentence(code: str, params: Mapping[str, object] | None = None) -> str:
    """Return the sentence for a code; an unknown one is shown as it is rather than hidden."""
    template = _SENTENCES.get(code) or _setting_sentence(code)
    if template is None:
        return tr("Something unforeseen happened ({code}). Your time is safe.", code=code)
    told = dict(params or {})
    if "fields" in told:
        told["fields"] = in_words(str(told["fields"]))
    said = tr(template).format_map(_Forgiving(told))
    return tr("Line {line}: {said}", line=told["line"], said=said) if _of_a_line(code, told) else said


def explain(error: WiseStepError) -> str:
    """Return the sentence for an error of ours."""
    return sentence(error.code, error.params)


def why(entry: Entry) -> str:
    """Return why an entry stands where it stands, with Actionstep's own words where it gave some; empty for no reason.

    The one thing that a reason names besides the entry and its matter is kept with the entry as ``detail``.
    """
    if entry.reason is None:
        return ""
    known = {"matter": entry.draft.matter, "entry": entry.id}
    template = _SENTENCES.get(entry.reason) or _setting_sentence(entry.reason) or ""
    unknown = {name for _, name, _, _ in Formatter().parse(template) if name is not None} - known.keys()
    told = sentence(entry.reason, {**known, **dict.fromkeys(unknown, entry.detail or "…")})
    if not entry.detail or unknown or not entry.reason.startswith("refused."):
        return told
    return f"{told} {tr('It says: “{words}”.', words=entry.detail.rstrip('.'))}"


def in_words(fields: str) -> str:
    """Return what differs, given as names with commas, in words for people."""
    words = {
        "work_date": tr("the date"),
        "worked_hours": tr("the hours worked"),
        "billed_hours": tr("the hours billed"),
        "charge": tr("whether it is billed"),
        "matter": tr("the matter"),
        "activity_type": tr("the activity type"),
        "text": tr("the text"),
    }
    return ", ".join(words.get(name, name) for name in fields.split(", "))


def _setting_sentence(code: str) -> str | None:
    rest = code.removeprefix("setting.")
    if rest.startswith("from_"):
        least, most = rest.removeprefix("from_").split("_to_")
        template = tr("{name} must lie between {least} and {most}, not {value}. The old value stays.")
        return template.replace("{least}", least).replace("{most}", most)
    if rest.startswith("one_of_"):
        words = ", ".join(rest.removeprefix("one_of_").split("_"))
        return tr("{name} must be one of {words}, not “{value}”. The old value stays.").replace("{words}", words)
    return None


def _of_a_line(code: str, told: Mapping[str, object]) -> bool:
    return code.startswith("setting.") and "line" in told


class _Forgiving(dict[str, object]):
    """A sentence with a gap is better than no sentence."""

    def __missing__(self, key: str) -> str:
        return "…"
