"""Signed documents that somebody laid hands on: none is believed, and whatever was good stays."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.firm_team import TeamFirm
from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.invitation import Invitation, read_invitation
from wisestep_desktop.core.logo import is_small_picture
from wisestep_desktop.core.signed import canonical, to_text, written
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import Profile, Roster, Signer
from wisestep_desktop.core.team_wire import MOST_PROFILE, read_profile
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.team import Membership
from wisestep_desktop.services.believing import (
    Anchor,
    believed,
    believed_invitation,
    roster_signature,
    signed_invitation,
    signed_profile,
    signed_roster,
)
from wisestep_desktop.services.membership import apply

NOW = Instant(1_800_000_000_000)
SIGNATURES = Ed25519Signatures()
OWNER, MANAGER, STRANGER = bytes([1]) * 32, bytes([2]) * 32, bytes([3]) * 32
TEAM = TeamId("abcdefghijklmnopqrstuvwxyz")


def key(seed: bytes) -> bytes:
    return SIGNATURES.public_key(seed)


ROSTER = Roster(TEAM, 3, Signer(key(OWNER), "Olive"), (Signer(key(MANAGER), "Mina"),))
PROFILE = Profile(ROSTER, 7, NOW, key(OWNER), "Hartley & Co", settings={"SHOW_CLOSED_CASES": "TRUE"})
ANCHOR = Anchor(TEAM, key(OWNER), (1, 1))


def published(
    profile: Profile = PROFILE, seed: bytes = OWNER, roster_seed: bytes = OWNER, roster: Roster | None = None
) -> bytes:
    """Return a profile as it would be published, by whatever keys."""
    signature = signed_roster(roster or profile.roster, roster_seed, SIGNATURES)
    return signed_profile(replace(profile, by=key(seed)), signature, seed, SIGNATURES)


GOOD = published()
INVITED = written(
    signed_invitation(
        Invitation(b"i" * 16, TEAM, "Hartley", key(OWNER), key(OWNER), "Olive", "/srv/team", (3, 7)), OWNER, SIGNATURES
    )
)


def why_not(data: bytes, anchor: Anchor = ANCHOR, now: Instant = NOW) -> str:
    with pytest.raises(BadInput) as told:
        believed(data, anchor, SIGNATURES, now)
    return told.value.code


def test_the_owners_and_a_managers_are_believed() -> None:
    for seed in (OWNER, MANAGER):
        assert believed(published(seed=seed), ANCHOR, SIGNATURES, NOW).settings == {"SHOW_CLOSED_CASES": "TRUE"}


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
@settings(max_examples=400)
def test_no_byte_can_be_changed(place: int, by: int) -> None:
    changed = bytearray(GOOD)
    changed[place] ^= by
    assert why_not(bytes(changed)).startswith("profile.")


@given(st.integers(0, len(GOOD)), st.binary(min_size=1, max_size=8))
def test_no_byte_can_be_added(place: int, more: bytes) -> None:
    added = GOOD[:place] + more + GOOD[place:]
    if added != GOOD:
        assert why_not(added).startswith("profile.")


@given(st.integers(0, len(GOOD) - 1))
def test_no_end_can_be_missing(length: int) -> None:
    assert why_not(GOOD[:length]) == "profile.unreadable"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2**60) | st.floats(allow_nan=False) | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.data())
@settings(max_examples=300)
def test_no_field_can_be_changed_whoever_writes_it_cleanly(data: st.DataObject) -> None:
    """A hostile writer knows our form, so the signature alone must hold."""
    told = json.loads(GOOD)
    spot = told
    while True:
        name = data.draw(st.sampled_from(sorted(spot)))
        if isinstance(spot[name], dict) and spot[name] and data.draw(st.booleans()):
            spot = spot[name]
            continue
        before, spot[name] = spot[name], data.draw(JSON)
        break
    changed = json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
    if before != spot[name] or type(before) is not type(spot[name]):
        assert why_not(changed).startswith("profile.")


@given(st.binary(max_size=400) | JSON.map(lambda value: json.dumps(value).encode()))
def test_rubbish_is_refused_and_nothing_breaks(data: bytes) -> None:
    assert why_not(data) == "profile.unreadable"
    with pytest.raises(BadInput):
        believed_invitation(data, SIGNATURES, NOW)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 100_000, "profile.unreadable"),
        (b'{"a":' * 50_000, "profile.unreadable"),
        (b"9" * 100_000, "profile.unreadable"),
        (b"x" * (MOST_PROFILE + 1), "profile.too_large"),
        (b" " + GOOD, "profile.unreadable"),
        (GOOD + b"\n", "profile.unreadable"),
        (b"\xef\xbb\xbf" + GOOD, "profile.unreadable"),
        (GOOD.replace(b'"format":1', b'"format":2'), "profile.newer"),
        (GOOD.replace(b'"format":1', b'"format":1,"format":1'), "profile.unreadable"),
        (GOOD.replace(b'"format":1', b'"format":true'), "profile.unreadable"),
        (GOOD.replace(b'"kind":"profile"', b'"kind":"roster"'), "profile.unreadable"),
        (INVITED, "profile.unreadable"),
    ],
    ids=[
        "deep lists",
        "deep objects",
        "number",
        "large",
        "space",
        "line end",
        "mark",
        "newer",
        "twice",
        "true",
        "kind",
        "other",
    ],
)
def test_what_is_no_profile_of_ours_is_refused(data: bytes, code: str) -> None:
    assert why_not(data) == code


def test_a_stranger_is_not_believed_whatever_they_call_themselves() -> None:
    theirs = replace(PROFILE, roster=replace(ROSTER, owner=Signer(key(STRANGER), "Olive")))
    assert why_not(published(theirs, STRANGER, STRANGER)) == "profile.other_team"
    assert why_not(published(seed=STRANGER)) == "profile.not_signed_by_team"
    listed = replace(ROSTER, managers=(Signer(key(STRANGER), "Mina"),))
    assert why_not(published(replace(PROFILE, roster=listed), STRANGER, STRANGER)) == "profile.forged"
    assert why_not(published(replace(PROFILE, roster=replace(ROSTER, team=TeamId("b" * 26))))) == "profile.other_team"


def test_a_roster_is_the_owners_alone() -> None:
    more = replace(ROSTER, version=4, managers=(*ROSTER.managers, Signer(key(STRANGER), "Sly")))
    assert why_not(published(replace(PROFILE, roster=more), MANAGER, MANAGER)) == "profile.forged"


def test_a_signature_of_one_kind_is_none_of_another() -> None:
    """The owner's signature under a profile must not pass for one under a roster, nor the other way round."""
    profile, document, _ = read_profile(GOOD)
    mixed = signed_profile(profile, document.signature, OWNER, SIGNATURES)
    assert why_not(mixed) == "profile.forged"
    told = json.loads(GOOD)
    told["signature"] = to_text(roster_signature(GOOD))
    assert why_not(canonical(told)) == "profile.forged"


def test_time_goes_one_way() -> None:
    known = Anchor(TEAM, key(OWNER), PROFILE.edition, GOOD)
    assert believed(GOOD, known, SIGNATURES, NOW) == PROFILE
    assert why_not(published(replace(PROFILE, version=6)), known) == "profile.older"
    assert why_not(published(replace(PROFILE, name="Another")), known) == "profile.forked"
    older = replace(PROFILE, version=900, roster=replace(ROSTER, version=2))
    assert why_not(published(older), known) == "profile.older"
    newer = replace(PROFILE, version=1, roster=replace(ROSTER, version=4))
    assert believed(published(newer), known, SIGNATURES, NOW).edition == (4, 1)


def test_a_clock_that_is_a_day_wrong_is_forgiven_and_a_year_is_not() -> None:
    assert believed(published(replace(PROFILE, published=Instant(NOW + 25 * HOUR))), ANCHOR, SIGNATURES, NOW)
    ahead = published(replace(PROFILE, published=Instant(NOW + 400 * 24 * HOUR)))
    assert why_not(ahead) == "profile.from_the_future"


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"BILLABLE_TIME_ROUNDING_SEC": "six"}, "profile.bad_setting"),
        ({"appearance.theme": "dark"}, "profile.bad_setting"),
        ({"connection.client_secret": "x"}, "profile.bad_setting"),
        ({"privacy.consent": "2026"}, "profile.bad_setting"),
        ({"privacy.excluded_titles": "a\nb"}, "profile.bad_field"),
        ({"privacy.excluded_titles": "x" * 500_000}, "profile.bad_field"),
    ],
)
def test_a_team_decides_what_is_the_teams_and_no_more(texts: dict[str, str], code: str) -> None:
    assert why_not(published(replace(PROFILE, settings=texts))) == code


def test_what_a_newer_program_decides_is_passed_over() -> None:
    told = published(replace(PROFILE, settings={"future.setting": "7"}))
    assert believed(told, ANCHOR, SIGNATURES, NOW).settings == {"future.setting": "7"}


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"


@pytest.mark.parametrize(
    ("logo", "good"),
    [
        (PNG + (64).to_bytes(4, "big") * 2, True),
        (PNG + (512).to_bytes(4, "big") * 2, True),
        (PNG + (513).to_bytes(4, "big") * 2, False),
        (PNG + (100_000).to_bytes(4, "big") * 2, False),
        (PNG + bytes(8), False),
        (PNG, False),
        (b"GIF89a", False),
        (b"<svg/>", False),
        (b"MZ", False),
    ],
)
def test_a_logo_is_a_small_picture_or_none(logo: bytes, good: bool) -> None:
    assert is_small_picture(logo) is good
    data = published(replace(PROFILE, logo=logo))
    if good:
        assert believed(data, ANCHOR, SIGNATURES, NOW).logo == logo
    else:
        assert why_not(data) == "profile.bad_field"


@given(st.integers(0, len(INVITED) - 1), st.integers(1, 255))
@settings(max_examples=300)
def test_no_byte_of_an_invitation_can_be_changed(place: int, by: int) -> None:
    changed = bytearray(INVITED)
    changed[place] ^= by
    with pytest.raises(BadInput, check=lambda error: error.code.startswith("invitation.")):
        believed_invitation(bytes(changed), SIGNATURES, NOW)


def test_an_invitation_for_another_version_says_so() -> None:
    with pytest.raises(BadInput, check=lambda error: error.code == "invitation.newer"):
        read_invitation(INVITED.replace(b'"format":1', b'"format":2'))


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TeamFirm]:
    with contextlib.closing(TeamFirm(tmp_path)) as made:
        yield made


@given(st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_lies_in_the_folder_the_last_good_profile_stays(firm: TeamFirm, data: st.DataObject) -> None:
    if not firm.published.exists():
        owner, team = firm.founded(lambda one: one.set("BILLABLE_TIME_ROUNDING_SEC", "360"))
        firm.colleague().join(owner.invite(team).link)
        (firm.folder / "good").write_bytes(firm.published.read_bytes())
    member = firm._people[1]
    good = (firm.folder / "good").read_bytes()
    place = data.draw(st.integers(0, len(good) - 1))
    firm.published.write_bytes(data.draw(st.sampled_from([good[:place], good[:place] + b"\0" + good[place:], GOOD])))
    assert member.check().trouble is not None
    assert member.value("BILLABLE_TIME_ROUNDING_SEC") == 360
    firm.published.write_bytes(good)
    assert member.check().trouble is None


def test_what_a_program_with_other_rules_let_through_keeps_nobody_from_starting(firm: TeamFirm) -> None:
    member = firm.colleague()
    texts = {"BILLABLE_TIME_ROUNDING_SEC": "six", "SHOW_CLOSED_CASES": "TRUE"}
    kept = Membership(
        TEAM, "/nowhere", key(OWNER), published(replace(PROFILE, settings=texts)), active=True, joined=NOW
    )

    def put(books: Books) -> tuple[str, ...]:
        books.teams.put(kept)
        return apply(books)

    assert member.store.write(put).result() == ("SHOW_CLOSED_CASES",)
    assert member.standing(TEAM).profile.settings == texts
    assert member.check().trouble is not None  # there is no such folder


def test_a_profile_of_fifty_megabytes_is_not_read_whole(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    member = firm.colleague()
    member.join(owner.invite(team).link)
    with firm.published.open("wb") as stream:
        stream.truncate(50_000_000)
    told = member.check()
    assert told.trouble is not None
    assert told.trouble.code == "profile.too_large"
    assert len(member.tools.places.fetch(str(firm.shared), most=1_000)) == 1_001
