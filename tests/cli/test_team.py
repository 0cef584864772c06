"""A firm on the command line: an owner decides, a member joins, and what is sent obeys each of the six properties."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import RunningSandbox, Wisestep, configure, made_key, sign_in

pytestmark = pytest.mark.journey
DAY = "2026-03-16"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    made = tmp_path / "shared"
    made.mkdir()
    return made


def person(folder: Path) -> Wisestep:
    folder.mkdir()
    made_key(folder)
    return Wisestep(folder)


@pytest.fixture
def owner(tmp_path: Path, sandbox: RunningSandbox, shared: Path) -> Wisestep:
    one = person(tmp_path / "owner")
    configure(one, sandbox)
    assert one("settings", "set", "connection.pause_milliseconds", "0").code == 0
    made = one("team", "create", "--name", "Hartley & Co", "--owner", "Olive Owner", "--place", str(shared), "--json")
    told = made.value("team")
    assert (told["role"], told["version"], told["place"]) == ("owner", 1, str(shared))
    assert "connection.client_secret" not in told["settings"]
    return one


def decided(owner: Wisestep, **texts: str) -> None:
    for name, text in texts.items():
        assert owner("team", "set", name, text).code == 0
    assert owner("team", "publish").code == 0


def invited(owner: Wisestep, *more: str) -> dict[str, Any]:
    return owner("team", "invite", *more, "--json").value("team")  # type: ignore[no-any-return]


def value(one: Wisestep, name: str) -> dict[str, Any]:
    return one("settings", "get", name, "--json").value("settings")[name]  # type: ignore[no-any-return]


def test_a_member_gets_everything_by_the_invitation_and_sends_as_the_team_decides(
    owner: Wisestep, tmp_path: Path
) -> None:
    decided(
        owner,
        BILLABLE_TIME_ROUNDING_SEC="360",
        ADD_SUMMARY_TO_NARRATIVE="TRUE",
        ACTION_SYNC_INTERVAL_MINUTES="30",
        QUICK_CODE_SYNC_INTERVAL_MINUTES="90",
    )
    told = invited(owner, "--with-secret", "--file", str(tmp_path / "join.wisestep"))
    member = person(tmp_path / "member")
    no_code = member("team", "join", told["link"])
    assert "opened with a code" in no_code.sentence()
    joined = member(
        "team", "join", str(tmp_path / "join.wisestep"), "--code", "-", "--json", stdin=told["code"].encode()
    )
    assert joined.value("team")["role"] == "member"
    assert value(member, "BILLABLE_TIME_ROUNDING_SEC") == {"value": 360, "default": 0, "source": "team"}
    assert value(member, "connection.client_secret")["source"] == "team"
    assert "decided by your team" in member("settings", "set", "BILLABLE_TIME_ROUNDING_SEC", "1").sentence()
    sign_in(member)
    assert member("sync").code == 0
    matter = next(each for each in member("matters", "--json").value("matters") if each["status"] == "Active")
    kinds = member("activity-types", "--json").value("activity-types")
    added = member(
        "add", "--matter", str(matter["id"]), "--date", DAY, "--seconds", "120", "--activity-type", kinds[0]["name"],
        "--narrative", "Call with the client", "--json",
    )  # fmt: skip
    assert added.code == 0, added.err
    assert member("send", "--date", DAY).code == 0
    [entry] = member("entries", "--date", DAY, "--json").value("entries")
    assert (entry["worked_hours"], entry["billed_hours"], entry["state"]) == ("0.03", "0.10", "sent")
    assert "Total worked time" in entry["text_sent"]


def test_what_the_owner_changes_arrives_and_what_is_changed_on_the_way_does_not(
    owner: Wisestep, tmp_path: Path, shared: Path
) -> None:
    member = person(tmp_path / "member")
    assert member("team", "join", invited(owner)["link"]).code == 0
    decided(owner, SHOW_CLOSED_CASES="TRUE")
    checked = member("team", "check", "--json").value("team")
    assert checked["changed"] == ["SHOW_CLOSED_CASES"]
    published = shared / "team.wisestep-profile"
    good = published.read_bytes()
    published.write_bytes(good.replace(b'"TRUE"', b'"FALSE"'))
    assert "not signed by your team" in member("team", "check").sentence()
    assert value(member, "SHOW_CLOSED_CASES")["value"] is True
    published.write_bytes(good[:-9])
    assert "cannot be read" in member("team", "check").sentence()
    published.unlink()
    assert "Nothing is published" in member("team", "check").sentence()
    published.write_bytes(good)
    assert member("team", "check").code == 0
    assert member("team", "leave", "--json").value("team") == {"team": None, "teams": []}
    assert value(member, "SHOW_CLOSED_CASES") == {"value": False, "default": False, "source": "default"}


def test_a_manager_comes_and_goes(owner: Wisestep, tmp_path: Path) -> None:
    member = person(tmp_path / "member")
    assert member("team", "join", invited(owner)["link"]).code == 0
    assert "Only the team's owner and its managers" in member("team", "set", "SHOW_CLOSED_CASES", "TRUE").sentence()
    request = member("team", "ask-to-manage", "--name", "Mina Manager", "--json").value("team")["request"]
    assert owner("team", "add-manager", request).code == 0
    assert owner("team", "publish").code == 0
    assert member("team", "check", "--json").value("team")["role"] == "manager"
    decided(member, BILLABLE_TIME_ROUNDING_SEC="36")
    assert owner("team", "check", "--json").value("team")["changed"] == ["BILLABLE_TIME_ROUNDING_SEC"]
    assert owner("team", "remove-manager", "Mina Manager").code == 0
    assert owner("team", "publish").code == 0
    assert member("team", "check", "--json").value("team")["role"] == "member"
    assert "No manager" in owner("team", "remove-manager", "Nobody").sentence()


def test_the_place_moves(owner: Wisestep, tmp_path: Path, shared: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    assert "Nothing is published" in owner("team", "move", str(elsewhere)).sentence()
    shared.rename(elsewhere)
    assert owner("team", "move", str(elsewhere), "--json").value("team")["place"] == str(elsewhere)
    assert owner("team", "check").code == 0


def test_the_recovery_key_brings_the_owner_back(owner: Wisestep, tmp_path: Path) -> None:
    key = owner("team", "recovery-key", "--json").value("team")["recovery_key"]
    fresh = person(tmp_path / "fresh")
    assert fresh("team", "join", invited(owner)["link"]).code == 0
    assert "not the recovery key" in fresh("team", "recover", stdin=b"hello\n").sentence()
    assert fresh("team", "recover", "--json", stdin=key.encode()).value("team")["role"] == "owner"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("publish",), "You belong to no team"),
        (("invite",), "You belong to no team"),
        (("check",), "You belong to no team"),
        (("leave",), "You belong to no team"),
        (("leave", "nosuchteam"), "do not belong to that team"),
        (("use", "nosuchteam"), "do not belong to that team"),
        (("join", "hello"), "no whole invitation"),
        (("join", "/nowhere/x.wisestep"), "cannot be read"),
        (("create", "--name", "A", "--owner", "B", "--place", "/nowhere/at/all"), "There is no folder"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(wisestep: Wisestep, words: tuple[str, ...], says: str) -> None:
    assert says in wisestep("team", *words).sentence()
    assert wisestep("team", "status", "--json").value("team") == {"team": None, "teams": []}


def test_for_people_it_says_who_decides_what(owner: Wisestep) -> None:
    assert owner("team", "set", "BILLABLE_TIME_ROUNDING_SEC", "360").code == 0
    told = owner("team", "status")
    assert "Hartley & Co, version 1, by Olive Owner" in told.out
    assert any("BILLABLE_TIME_ROUNDING_SEC" in line and "not published" in line for line in told.out.splitlines())
    assert "There are changes that are not published." in told.out
    assert json.loads(owner("team", "status", "--json").out)["unpublished"] is True


def test_for_people_it_lists_the_teams_where_there_are_several(owner: Wisestep, tmp_path: Path) -> None:
    place = tmp_path / "quay"
    place.mkdir()
    told = owner("team", "create", "--name", "Quay Legal", "--owner", "Olive Owner", "--place", str(place))
    assert [line.split()[-1] for line in told.out.splitlines() if "in force" in line or "Hartley" in line] == [
        "Co",
        "force",
    ]
    assert "No team's settings hold now." in owner("team", "use", "none").out
