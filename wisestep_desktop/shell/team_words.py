"""What a team decides, in words for people. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.setting_values import Value
from wisestep_desktop.core.settings import SETTINGS, Setting, read, setting
from wisestep_desktop.core.team import Change, Role
from wisestep_desktop.services.inviting import Invited
from wisestep_desktop.shell.setting_words import told, value_words
from wisestep_desktop.shell.words import tr, trn


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing a team decides, in words.

    Attributes:
        name: of the setting.
        label: the same for people.
        value: what it is.
        instead: the person's own value that it goes before; empty where it is none or the same.
    """

    name: str
    label: str
    value: str
    instead: str = ""


def decisions(texts: Mapping[str, str], mine: Mapping[str, str]) -> tuple[Decision, ...]:
    """Return what a team decides, in the order of the table; what this program does not know comes last, as it is."""
    known = {name: found for name in texts if (found := _known(name)) is not None}
    order = [each.name for each in SETTINGS if each.name in known]
    told_of = [_decision(known[name], texts[name], mine) for name in order]
    strange = [Decision(name, name, texts[name]) for name in sorted(texts.keys() - known.keys())]
    return (*told_of, *strange)


def text_words(name: str, text: str) -> str:
    """Return a setting's text in words; blank is left to each member."""
    found = _known(name)
    if not text.strip():
        return tr("left to each member")
    return text if found is None else _value(found, text)


def label_of(what: str) -> str:
    """Return what a line of the change log is about."""
    parts = {
        "name": tr("The team's name"),
        "logo": tr("The logo"),
        "members": tr("Members"),
        "managers": tr("Managers"),
    }
    if what in parts:
        return parts[what]
    found = _known(what)
    return what if found is None else told(found).label


def change_words(change: Change) -> str:
    """Return one line of the change log, without who and when."""
    label = label_of(change.what)
    if change.what in ("logo", "members", "managers"):
        return tr("{what} changed", what=label)
    if change.what == "name":
        return tr("{what}: {before} → {after}", what=label, before=change.before, after=change.after)
    before, after = text_words(change.what, change.before), text_words(change.what, change.after)
    return tr("{what}: {before} → {after}", what=label, before=before, after=after)


def role_word(role: Role) -> str:
    """Return what somebody is in a team."""
    return {Role.OWNER: tr("Owner"), Role.MANAGER: tr("Manager"), Role.MEMBER: tr("Member")}[role]


def pending_words(count: int) -> str:
    """Return how much waits to be published."""
    return trn("{count} change is not published", "{count} changes are not published", count)


def letter(invited: Invited, until: str) -> str:
    """Return the text of an e-mail that invites; the code is never in it."""
    name = invited.invitation.name
    lines = [
        tr("Please join {team} in WiseStep.", team=name),
        "",
        tr("1. Install WiseStep and start it."),
        tr("2. Open this link, or the file attached:"),
        invited.link,
        tr("3. Press Join, then Connect to Actionstep, and sign in as you always do."),
    ]
    if invited.code:
        lines += ["", tr("You will be asked for a code, which I tell you another way.")]
    if until:
        lines += ["", tr("The invitation is good until {day}.", day=until)]
    return "\n".join((*lines, "", invited.invitation.host))


def _decision(known: Setting, text: str, mine: Mapping[str, str]) -> Decision:
    own = mine.get(known.name, "")
    instead = "" if not own.strip() or known.adds or own.strip() == text.strip() else _value(known, own)
    return Decision(known.name, told(known).label, _value(known, text), instead)


def _value(known: Setting, text: str) -> str:
    try:
        value: Value = read(known, text)
    except BadSetting:
        return text
    return value_words(known, value)


def _known(name: str) -> Setting | None:
    try:
        return setting(name)
    except BadSetting:
        return None


def summary(items: Sequence[Decision]) -> str:
    """Return how much a team decides."""
    if not items:
        return tr("Nothing is decided yet: all of your own settings go on.")
    return trn("One setting is decided by the team.", "{count} settings are decided by the team.", len(items))
