"""What a program may do that was started for a self-test: it knows no policy, and reaches no other computer.

Without the second the first would be a way around an administrator; and it works in folders of a self-test only.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer
from wisestep_desktop.core.errors import BadInput, SignInFailed
from wisestep_desktop.core.setting_values import is_loopback
from wisestep_desktop.ports.sign_in import AuthorizationRequest, Grant, Registration

_MARK = "selftest"
"""A file of this name lies in the folder of a timeline that a self-test made."""


class AuthorizerHere(ActionstepAuthorizer):
    """Speaks OAuth with a practice Actionstep on this computer, and with nobody else."""

    def begin(self, registration: Registration, redirect_uri: str) -> AuthorizationRequest:
        """Return a fresh attempt.

        Raises:
            SignInFailed: ``sign_in.rehearsal`` if it would leave this computer.
        """
        _check(registration)
        return super().begin(registration, redirect_uri)

    def finish(self, registration: Registration, request: AuthorizationRequest, redirected: str) -> Grant:
        """Turn the answer into a grant that is for this computer."""
        _check(registration)
        grant = super().finish(registration, request, redirected)
        only_here(grant.api_endpoint)
        return grant

    def renew(self, registration: Registration, grant: Grant) -> Grant:
        """Return a new pair for an old one."""
        _check(registration)
        return super().renew(registration, grant)


def only_here(url: str) -> None:
    """Refuse an address of any other computer.

    Raises:
        SignInFailed: ``sign_in.rehearsal``.
    """
    if not is_loopback(urlsplit(url).hostname or ""):
        raise SignInFailed("sign_in.rehearsal")


def mark(folder: Path) -> None:
    """Let rehearsals use a new folder."""
    folder.mkdir(mode=0o700)
    (folder / _MARK).touch()


def made_for_it(folder: Path) -> None:
    """Refuse a folder that no self-test made.

    Raises:
        BadInput: ``selftest.no_rehearsal``.
    """
    if not (folder / _MARK).is_file():
        raise BadInput("selftest.no_rehearsal", folder=str(folder))


def _check(registration: Registration) -> None:
    for url in (registration.authorize_url, registration.token_url):
        only_here(url)
