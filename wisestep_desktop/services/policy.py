"""Puts what an administrator decided into force; what cannot be kept is complained of, and the rest holds."""

from __future__ import annotations

from dataclasses import replace

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.policy import Complaint, Policy
from wisestep_desktop.core.settings import setting
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services import preferences


def apply(store: Store, found: Policy) -> Policy:
    """Keep a policy in place of the one before; return what of it holds, with further complaints.

    Nothing is written where it is kept already, so that a command that only reads need not wait for the disk.

    Raises:
        StoreError: if the disk says no.
    """
    held, complaints = {}, list(found.complaints)
    for name, text in found.texts.items():
        try:
            preferences.check_patterns(setting(name), text)
        except BadSetting as wrong:
            place = ", ".join(found.places)
            complaints.append(Complaint(wrong.code, {**wrong.params, "place": place}))
        else:
            held[name] = text
    policy = replace(found, texts=held, complaints=tuple(complaints))
    if store.read(_kept) != held:
        store.write(lambda books: preferences.decide(books, Source.POLICY, held)).result()
    return policy


def _kept(books: Books) -> dict[str, str]:
    return dict(books.settings.above().get(Source.POLICY, {}))
