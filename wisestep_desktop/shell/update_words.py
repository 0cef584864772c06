"""What is known of later versions, in words: a headline, and what stands below it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.updates import Standing
from wisestep_desktop.shell.sentences import explain, sentence
from wisestep_desktop.shell.words import tr

Dated = Callable[[Instant], str]
Written = Callable[[date], str]


def headline(standing: Standing) -> str:
    """Return in a few words how things stand."""
    if standing.silenced:
        return tr("Looked after by your administrator")
    if standing.later is not None:
        return tr("Version {version} is available", version=standing.later.version)
    if standing.checked is None or standing.trouble is not None:
        return tr("Not checked")
    return tr("You have the latest version")


def details(standing: Standing, dated: Dated, written: Written) -> tuple[str, ...]:
    """Return sentences: about the version there is, about the last look and about the next."""
    if standing.silenced:
        return (explain(BadInput("release.silenced")),)
    lines = list(_of_version(standing, written))
    if not standing.address:
        return (*lines, explain(BadInput("release.no_address")))
    if not standing.has_key:
        return (*lines, explain(BadInput("release.no_key")))
    if standing.trouble is not None:
        lines.append(sentence(standing.trouble, standing.params))
    if standing.checked is not None:
        lines.append(tr("Last checked on {day}.", day=dated(standing.checked)))
    if not standing.asks:
        lines.append(tr("WiseStep looks only when you ask it to; on the page General you can let it look once a week."))
    elif standing.due is not None:
        lines.append(tr("The next look is on {day} or later.", day=dated(standing.due)))
    else:
        lines.append(tr("WiseStep looks once a week."))
    return tuple(lines)


def _of_version(standing: Standing, written: Written) -> tuple[str, ...]:
    later = standing.later
    if later is None:
        return ()
    lines = [tr("Released on {day}.", day=written(later.released))]
    if later.important:
        lines.append(tr("It closes a security gap."))
    lines.append(
        tr("You skipped it, so the bell is silent about it.")
        if standing.skipped
        else tr("Nothing is installed by itself.")
    )
    return tuple(lines)
