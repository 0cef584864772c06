"""Keeps one grant fresh: one refresher at a time, and the new pair is stored before anybody uses it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Protocol

from wisestep_desktop.core.errors import NotConnected, SignInAgain, Unavailable
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import Grant, Registration
from wisestep_desktop.ports.turn import Turn

_EARLY = 120_000
"""Milliseconds before its end at which a token is renewed, for tokens that live longer than twice that."""

_OLD = 10 * 24 * HOUR
"""A refresh token lives 21 days (API notes, 1.8), so a pair is never left to half of that."""

_PATIENCE = 60.0
"""Seconds to wait for another process of ours that is renewing."""


class Renewer(Protocol):
    """Trades a grant for a newer one."""

    def renew(self, registration: Registration, grant: Grant) -> Grant:
        """Return the new pair, or raise ``SignInAgain`` or ``Unavailable``."""
        ...


class GrantKeeper:
    """Hands out access tokens.

    Args:
        load: reads the stored grant; called before each renewal, since another process may have renewed it.
        store: keeps a grant durably, and returns only then.
        registration: as the settings have it now.
        renewer: speaks with the token endpoint.
        now: the wall clock.
        turn: held while renewing, so that two processes never use one refresh token twice; None where there is but one.
    """

    def __init__(
        self,
        load: Callable[[], Grant | None],
        store: Callable[[Grant], None],
        registration: Callable[[], Registration],
        renewer: Renewer,
        now: Callable[[], Instant],
        turn: Turn | None = None,
    ) -> None:
        self._load = load
        self._store = store
        self._registration = registration
        self._renewer = renewer
        self._now = now
        self._turn = turn
        self._one_at_a_time = threading.Lock()
        self._refused: str | None = None

    def grant(self) -> Grant:
        """Return a grant that is good now, renewed if it is about to end.

        Raises:
            NotConnected: without any grant.
            SignInAgain: if it ended for good.
            Unavailable: if it ended and cannot be renewed right now.
        """
        with self._one_at_a_time:
            grant = self._load()
            if grant is None:
                raise NotConnected
            life, now = grant.expires - grant.renewed, self._now()
            if now < grant.expires - min(_EARLY, life // 4) and now - grant.renewed < _OLD:
                return grant
            try:
                return self._renew(grant)
            except Unavailable:
                if self._now() < grant.expires:
                    return grant  # it was only to be renewed early
                raise

    def after_refusal(self, used: Grant) -> Grant:
        """Return a newer grant than one that was answered with 401; renews at most once per grant.

        Raises:
            SignInAgain: if the grant was new already, or cannot be renewed.
        """
        with self._one_at_a_time:
            grant = self._load()
            if grant is None:
                raise NotConnected
            if grant.access_token != used.access_token:
                return grant
            return self._renew(grant)

    def _renew(self, grant: Grant) -> Grant:
        if self._turn is None:
            return self._renew_alone(grant)
        with self._turn.take(patience=_PATIENCE) as ours:
            if not ours:
                raise Unavailable("net.renewing")
            newest = self._load()
            if newest is None:
                raise NotConnected
            if newest.refresh_token != grant.refresh_token:
                return newest  # another process of ours was faster
            return self._renew_alone(newest)

    def _renew_alone(self, grant: Grant) -> Grant:
        if self._refused == grant.refresh_token:
            raise SignInAgain("sign_in.again", reason="invalid_grant")  # asking again could revoke more than it mends
        try:
            renewed = self._renewer.renew(self._registration(), grant)
        except SignInAgain as refused:
            newest = self._load()
            if newest is not None and newest.refresh_token != grant.refresh_token:
                return newest  # another process of ours was faster, which is why ours was refused
            if refused.code == "sign_in.again":  # any other reason may be mended in the settings
                self._refused = grant.refresh_token
            raise
        self._store(renewed)
        return renewed
