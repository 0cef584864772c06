"""How long a doubt takes to settle: from when on a look-up that finds nothing proves that nothing arrived.

A request that broke off may still be worked on over there. Nobody can know for how long, but a server that was quick
until it failed is done soon, and one that was slow, or that a gateway gave up on, goes on being slow.
"""

from __future__ import annotations

from wisestep_desktop.core.errors import Doubt
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.spans import Instant

_LEAST: dict[Doubt, int] = {
    Doubt.DROPPED: 10 * SECOND,  # a laptop taken from its dock drops the line at once, whatever the server is at
    Doubt.SERVER_ERROR: 10 * SECOND,
    Doubt.GARBLED: 10 * SECOND,
    Doubt.CRASHED: 90 * SECOND,
    Doubt.TIMED_OUT: 90 * SECOND,
}
"""Milliseconds that pass at least between the doubt and its end."""

_TIMES_AS_LONG = 3
"""An attempt that took so long before it failed may go on over there for so many times as long."""

LONGEST = 180 * SECOND
"""Milliseconds after which nobody works on it any more; no request of ours may take longer either."""


def settled_at(doubt: Doubt, *, began: Instant, doubted: Instant) -> Instant:
    """Return the instant from which a look-up counts.

    Args:
        doubt: why nobody knows.
        began: when the attempt began.
        doubted: when it failed, by the same clock, which may have been set meanwhile. Of a process that died nobody
            knows when it did, so the time since then counts as waited.
    """
    took = max(0, doubted - began)
    if doubt is Doubt.CRASHED:
        return Instant(max(doubted, min(began, doubted) + _LEAST[doubt]))
    return Instant(doubted + min(LONGEST, max(_LEAST[doubt], _TIMES_AS_LONG * took)))


def believable(settles: Instant, now: Instant) -> Instant:
    """Return an instant that was reckoned earlier, or the latest that can be, if the clock was set back since."""
    return min(settles, Instant(now + LONGEST))
