"""Later versions: asked for once a week where that is allowed, believed only if signed, told of, never installed.

What is ignored leaves one line in the log, with its code and nothing of what it said.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from wisestep_desktop.core.errors import BadInput, Unavailable, WiseStepError
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.releases import MOST_MANIFEST, RELEASE_KEY, Release, is_newer, read_release, version_of
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.signed import Signed, from_text, to_text
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.signing import Signatures
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.updates import ReleasePlace

_log = logging.getLogger("wisestep.updates")

CHECK, ADDRESS, KEY = "updates.check", "updates.address", "updates.key"
_DOCUMENT = "updates.document"
_SEEN = "updates.seen."
_DUE = "updates.due"
_CHECKED = "updates.checked"
_TROUBLE = "updates.trouble"
_SKIPPED = "updates.skipped"
DAY, WEEK = 24 * HOUR, 7 * 24 * HOUR


@dataclass(frozen=True, slots=True)
class UpdateTools:
    """What asking for later versions works with.

    Attributes:
        store: keeps what was heard, and when to ask next.
        clock: for that.
        signatures: verify.
        place: where the document is.
        version: of this program.
        system: what the document calls this system.
        spread: a number from 0 to 1 at random, so that a firm's computers do not ask in step.
    """

    store: Store
    clock: Clock
    signatures: Signatures
    place: ReleasePlace
    version: str
    system: str
    spread: Callable[[], float]


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of later versions.

    Attributes:
        asks: whether it is asked for once a week.
        silenced: whether an administrator decided that it is not.
        address: where it is asked; empty for nowhere.
        has_key: whether there is a key to check the answer with.
        later: a later version for this system; None where none is known.
        skipped: whether the person does not want to hear of that one.
        checked: when an answer was last believed.
        trouble: code of why the last answer was not; None while all is well.
        params: what its sentence names.
        due: when it is asked next; None where it is not.
    """

    asks: bool
    silenced: bool
    address: str
    has_key: bool
    later: Release | None = None
    skipped: bool = False
    checked: Instant | None = None
    trouble: str | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    due: Instant | None = None


def standing(books: Books, version: str, system: str) -> Standing:
    """Return what is known of versions after ``version`` for a system."""
    settings = Settings(books.settings.all())
    later = _later(books, settings, version, system)
    told = json.loads(books.settings.fact(_TROUBLE) or "null")
    return Standing(
        asks=settings.flag(CHECK),
        silenced=_silenced(books, settings),
        address=settings.text(ADDRESS),
        has_key=_key(settings) is not None,
        later=later,
        skipped=later is not None and books.settings.fact(_SKIPPED) == later.version,
        checked=_instant(books, _CHECKED),
        trouble=None if told is None else told["code"],
        params={} if told is None else told["params"],
        due=_instant(books, _DUE) if settings.flag(CHECK) else None,
    )


def to_tell(books: Books, version: str, system: str) -> Release | None:
    """Return the later version that the person is to be told of; None where they are not."""
    settings = Settings(books.settings.all())
    if not settings.flag(CHECK):
        return None
    later = _later(books, settings, version, system)
    return None if later is None or books.settings.fact(_SKIPPED) == later.version else later


def skip(books: Books, version: str) -> None:
    """Tell no more of a version; of later ones it is told all the same.

    Raises:
        BadInput: ``release.not_a_version``.
    """
    if version_of(version) is None:
        raise BadInput("release.not_a_version", text=version[:40])
    books.settings.put_fact(_SKIPPED, version)


def is_due(store: Store, clock: Clock, spread: Callable[[], float]) -> bool:
    """Tell whether it is time to ask; never at once where nothing was planned yet. Needs nothing that asks.

    A plan that lies further ahead than anybody plans comes of a clock that was wrong, and is made anew.

    Args:
        store: with the plan.
        clock: for it.
        spread: a number from 0 to 1 at random.
    """
    now = clock.read().wall
    allowed, due = store.read(lambda books: (_allowed(books), _instant(books, _DUE)))
    if allowed and due is not None and due - now <= WEEK:
        return now >= due
    planned = str(now + HOUR + round(spread() * (DAY - HOUR))) if allowed else None
    if planned is not None or due is not None:
        store.write(lambda books: books.settings.put_fact(_DUE, planned)).result()
    return False


def check(tools: UpdateTools) -> Standing:
    """Ask now, whether it is time or not, and return what is known then. May block.

    What is not believed is ignored: what was known before stays, and the standing says why.

    Raises:
        BadInput: ``release.silenced``, ``release.no_address`` or ``release.no_key``; then nobody was asked.
    """
    address, key = tools.store.read(_whom)
    heard: tuple[bytes, Release] | None = None
    trouble: WiseStepError | None = None
    try:
        data = tools.place.fetch(address, most=MOST_MANIFEST)
        heard = data, believed(data, key, tools.signatures)
    except (BadInput, Unavailable) as error:
        trouble = error
    now = tools.clock.read().wall
    late = round((DAY if trouble else WEEK) * (0.9 + 0.1 * tools.spread()))

    def keep(books: Books) -> WiseStepError | None:
        unfit = trouble if heard is None else _keep(books, key, *heard)
        if unfit is None:
            books.settings.put_fact(_CHECKED, str(now))
        books.settings.put_fact(_TROUBLE, _written(unfit))
        books.settings.put_fact(_DUE, str(now + late))
        return unfit

    unfit = tools.store.write(keep).result()
    if isinstance(unfit, BadInput):
        _log.warning("news of versions was ignored: %s", unfit.code)
    return tools.store.read(lambda books: standing(books, tools.version, tools.system))


def believed(data: bytes, key: bytes, signatures: Signatures) -> Release:
    """Return what a document says that the holder of a key signed.

    Raises:
        BadInput: ``release.*``, for whatever is wrong with it.
    """
    release, document = read_release(data)
    if document.key != key:
        raise BadInput("release.wrong_key")
    if not signatures.verify(key, document.message, document.signature):
        raise BadInput("release.forged")
    return release


def _keep(books: Books, key: bytes, data: bytes, release: Release) -> BadInput | None:
    """Keep a believed document unless a later one was seen before; return why not."""
    text = data.decode("ascii")
    name = _SEEN + to_text(key)
    seen = int(books.settings.fact(name) or "0")
    if release.serial < seen:
        return BadInput("release.older")
    if release.serial == seen and _kept(books, key) not in (None, text):
        return BadInput("release.twice")
    books.settings.put_fact(name, str(release.serial))
    books.settings.put_fact(_DOCUMENT, text)
    return None


def _later(books: Books, settings: Settings, version: str, system: str) -> Release | None:
    """Return the newest known version, if it is later than ours and there is one for this system."""
    key = _key(settings)
    text = None if key is None else _kept(books, key)
    if text is None:
        return None
    release, _ = read_release(text.encode("ascii"))
    return release if system in release.systems and is_newer(release.version, version) else None


def _kept(books: Books, key: bytes) -> str | None:
    """Return the document that was believed last, if it was by this key."""
    text = books.settings.fact(_DOCUMENT)
    document = None if text is None else _read(text)
    return text if document is not None and document.key == key else None


def _read(text: str) -> Signed | None:
    """Return a kept document; None where a program with other rules kept it."""
    try:
        return read_release(text.encode("ascii"))[1]
    except BadInput:
        return None


def _whom(books: Books) -> tuple[str, bytes]:
    """Return where to ask, and whose answer to believe."""
    settings = Settings(books.settings.all())
    if _silenced(books, settings):
        raise BadInput("release.silenced")
    address, key = settings.text(ADDRESS), _key(settings)
    if not address:
        raise BadInput("release.no_address")
    if key is None:
        raise BadInput("release.no_key")
    return address, key


def _allowed(books: Books) -> bool:
    """Tell whether it may be asked by itself, and could be."""
    settings = Settings(books.settings.all())
    return settings.flag(CHECK) and bool(settings.text(ADDRESS)) and _key(settings) is not None


def _silenced(books: Books, settings: Settings) -> bool:
    return CHECK in books.settings.above().get(Source.POLICY, {}) and not settings.flag(CHECK)


def _key(settings: Settings) -> bytes | None:
    return from_text(settings.text(KEY) or RELEASE_KEY) or None


def _instant(books: Books, name: str) -> Instant | None:
    kept = books.settings.fact(name)
    return None if kept is None else Instant(int(kept))


def _written(error: WiseStepError | None) -> str | None:
    return None if error is None else json.dumps({"code": error.code, "params": dict(error.params)})
