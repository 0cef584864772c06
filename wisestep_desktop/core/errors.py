"""What can go wrong, as codes and parameters; the sentences are made in the shell and the command line."""

from __future__ import annotations

from enum import StrEnum

from wisestep_desktop.core.choices import Choice


class WiseStepError(Exception):
    """Base of every error we raise on purpose.

    Attributes:
        code: which sentence to say; a key of the list of sentences.
        params: what the sentence names. Never a title, narrative, token or secret.
    """

    def __init__(self, code: str, /, **params: str | int) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params

    def __str__(self) -> str:
        told = " ".join(f"{name}={value}" for name, value in self.params.items())
        return f"{self.code} {told}".rstrip()


class BadSetting(WiseStepError):
    """A setting or property cannot have this value; the old one stays."""

    def __init__(self, name: str, reason: str, value: str = "", **params: str | int) -> None:
        super().__init__(f"setting.{reason}", name=name, value=value, **params)
        self.name = name
        self.reason = reason


class BadInput(WiseStepError):
    """Something a person or a file gave us cannot be used; nothing was changed."""


class NotConnected(WiseStepError):
    """There is no connection to Actionstep yet."""

    def __init__(self) -> None:
        super().__init__("connection.none")


class SignInAgain(WiseStepError):
    """Actionstep no longer accepts our sign-in; only a person can mend that. Whatever waits keeps waiting."""


class SignInFailed(WiseStepError):
    """The sign-in did not end in a connection: declined, cancelled, out of time, or an answer that makes no sense."""


class Unavailable(WiseStepError):
    """Actionstep cannot be reached or is busy, and did not take what we sent. Trying later is safe.

    Attributes:
        retry_after: seconds it asked us to wait, if it did.
    """

    def __init__(self, code: str, /, *, retry_after: int | None = None, **params: str | int) -> None:
        super().__init__(code, **params)
        self.retry_after = retry_after


class Refused(WiseStepError):
    """Actionstep looked at the request and said no. The same request would be refused again."""


class Doubt(StrEnum):
    """Why nobody knows whether a sent request took effect."""

    DROPPED = "dropped"
    TIMED_OUT = "timed_out"
    SERVER_ERROR = "server_error"
    GARBLED = "garbled"
    CRASHED = "crashed"


class Uncertain(WiseStepError):
    """The request may or may not have taken effect. It must be looked up before it is ever sent again."""

    def __init__(self, doubt: Doubt, **params: str | int) -> None:
        super().__init__(f"send.uncertain.{doubt}", **params)
        self.doubt = doubt


class Misunderstood(WiseStepError):
    """Actionstep answered something we cannot read; names the place, never the content."""


class StoreError(WiseStepError):
    """The timeline cannot be opened, read or written; says why. Nothing in it was changed."""


class KeyUnavailable(WiseStepError):
    """The key of the timeline cannot be had; the file is left untouched."""


class CaptureUnavailable(WiseStepError):
    """This desktop cannot tell us which window is in front, and why.

    Attributes:
        choice: what was tried; empty where a single technology speaks.
    """

    choice: Choice = ()


class AutostartFailed(WiseStepError):
    """Whether we start with the computer cannot be read or changed; all is as before.

    Attributes:
        params: ``place``, the file or registry key, and ``reason``, the system's word for it.
    """

    def __init__(self, place: str, reason: str) -> None:
        super().__init__("autostart.refused", place=place, reason=reason)


class AutostartForEverybody(AutostartFailed):
    """An administrator has us start for everybody on this computer, and one person cannot switch that off.

    Attributes:
        params: ``place``, where that is written.
    """

    def __init__(self, place: str) -> None:
        WiseStepError.__init__(self, "autostart.everybody", place=place)


class CheckFailed(WiseStepError):
    """A check of the self-test found something that does not work."""


class CheckNotRun(WiseStepError):
    """A check of the self-test cannot be made on this computer as it stands; that is no fault of the program."""
