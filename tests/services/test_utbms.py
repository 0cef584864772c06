"""UTBMS codes come with the activity types where the sign-in covers them, and go where a matter wants them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.office import Office
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse
from wisestep_desktop.sandbox import Sandbox
from wisestep_desktop.services import utbms

WANTS, WANTS_NONE = MatterId(10611), MatterId(10482)
SCOPES = "users participants actions actiontypes quickcodes timeentries"


def signed_in(office: Office, more: str) -> None:
    office.set("connection.scopes", f"{SCOPES} {more}")
    office.connect()
    office.sync()


def codes(office: Office, matter: MatterId) -> tuple[list[str], list[str]]:
    tasks, activities = office.store.read(lambda books: utbms.codes_for(books, matter))
    return [each.code for each in tasks], [each.code for each in activities]


def test_codes_are_kept_and_offered_where_the_matter_wants_them(sandbox: Sandbox, tmp_path: Path) -> None:
    with Office(tmp_path, sandbox) as office:
        signed_in(office, "utbmscodes actionbillsettings")
        kept = office.store.read(lambda books: books.activity.utbms_codes())
        assert UtbmsCode("A106", "Activity Codes", "Client communications") in kept
        assert codes(office, WANTS) == ([], [])
        assert utbms.ask_use(office.store, office.practice, WANTS) == UtbmsUse(
            wanted=True, category="Litigation Code Set"
        )
        assert utbms.ask_use(office.store, office.practice, WANTS_NONE) == UtbmsUse(wanted=False)
        assert codes(office, WANTS) == (["L110", "L120"], ["A102", "A103", "A106"])
        assert codes(office, WANTS_NONE) == ([], [])
        assert utbms.ask_use(office.store, office.practice, MatterId(99)) is None


@pytest.mark.parametrize("more", ["", "actionbillsettings"])
def test_without_the_scope_nobody_asks(sandbox: Sandbox, tmp_path: Path, more: str) -> None:
    with Office(tmp_path, sandbox) as office:
        signed_in(office, more)
        asked = office.practice.requests()
        assert utbms.ask_use(office.store, office.practice, WANTS) is None
        assert office.practice.utbms_codes() is None
        assert office.practice.requests() == asked
        assert codes(office, WANTS) == ([], [])


def test_a_refusal_leaves_the_activity_types_alone(sandbox: Sandbox, tmp_path: Path) -> None:
    with Office(tmp_path, sandbox) as office:
        signed_in(office, "")
        grant = office.store.read(lambda books: books.settings.grant())
        assert grant is not None
        office.keep_grant(replace(grant, scopes=f"{grant.scopes} utbmscodes actionbillsettings"))  # we only think so
        office.sync()
        assert office.store.read(lambda books: books.matters.activity_types())
        assert office.practice.utbms_codes() is None
        assert office.practice.utbms_use(WANTS) is None
