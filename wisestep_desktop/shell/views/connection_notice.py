"""What the notice below the header says of the connection, and what it offers to do about it. No widget."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.facts import Connection, ConnectionState, Trouble
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.words import tr


class Mend(Enum):
    """The one thing a notice offers to do."""

    NOTHING = auto()
    SYNC = auto()
    SIGN_IN = auto()
    OWN_BROWSER = auto()
    PASTE = auto()
    SET_UP = auto()


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence and its next step.

    Attributes:
        about: the code of what is wrong, by which a notice that was put away is known again; empty for none.
        said: the sentence; empty where there is nothing to say.
        mend: the next step.
        good: nothing is wrong; it is only said.
    """

    about: str
    said: str
    mend: Mend
    good: bool = False


NOTHING = Notice("", "", Mend.NOTHING)


def welcome(state: Connection) -> Notice:
    """Return who is connected now, and to which organisation: it was chosen on a page that is gone."""
    where = tr(" in {region}", region=state.region) if state.region else ""
    user = state.person.name if state.person else "–"
    told = tr("Connected to {organisation}{where} as {user}.", organisation=state.organisation, where=where, user=user)
    return Notice("connected", told, Mend.NOTHING, good=True)


def notice(
    state: Connection, trouble: WiseStepError | None, *, takes_pasted: bool, ends_soon: bool, until: str
) -> Notice:
    """Return what is to be said.

    Args:
        state: the connection as last read.
        trouble: what just went wrong; it outranks what is kept.
        takes_pasted: the person's own browser is open, and its address can be pasted.
        ends_soon: the sign-in is about to end.
        until: when it ends, in words.
    """
    if takes_pasted:
        told = tr("Finish signing in in your browser. If it ends at an error page, paste that page's address here.")
        return Notice("paste", told, Mend.PASTE)
    wrong = state.trouble if trouble is None else Trouble(trouble.code, trouble.params)
    if wrong is not None and wrong.code == "setting.required":
        told = tr(
            "WiseStep does not know yet how your firm signs in at Actionstep. Fill in the connection, or join your "
            "team."
        )
        return Notice(wrong.code, told, Mend.SET_UP)
    if wrong is not None:
        return Notice(wrong.code, sentence(wrong.code, wrong.params), _mend(state.state, wrong))
    if ends_soon and until:
        return Notice("sign_in.ends_soon", sentence("sign_in.ends_soon", {"date": until}), Mend.SYNC)
    return NOTHING


def _mend(state: ConnectionState, wrong: Trouble) -> Mend:
    if state is ConnectionState.DISCONNECTED:
        return Mend.OWN_BROWSER
    if state is ConnectionState.SIGN_IN_AGAIN or wrong.code == "refused.scope":  # granted by signing in
        return Mend.SIGN_IN
    return Mend.SYNC


def in_words(mend: Mend) -> str:
    """Return what the offer is called."""
    match mend:
        case Mend.NOTHING:
            return ""
        case Mend.SYNC:
            return tr("Try again")
        case Mend.SIGN_IN:
            return tr("Sign in again")
        case Mend.OWN_BROWSER:
            return tr("Use my own browser")
        case Mend.PASTE:
            return tr("Paste the address")
        case Mend.SET_UP:
            return tr("Set it up")
