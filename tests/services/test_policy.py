"""A policy comes into force, locks what it decides, and goes again; the commands tell what of it holds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import made_key, schema
from tests.fakes.policy import DictatedPolicy
from tests.services.reading_firm import Firm
from wisestep_desktop import bootstrap
from wisestep_desktop.cli.main import main
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.policy import Complaint, Policy
from wisestep_desktop.services import policy, preferences
from wisestep_desktop.shell.policy_words import complaint_words

ROUNDING, EXCLUDED = "BILLABLE_TIME_ROUNDING_SEC", "privacy.excluded_titles"


def apply(firm: Firm, **values: object) -> Policy:
    return policy.apply(firm.store, DictatedPolicy(registry=values).read())


def standing(firm: Firm, name: str) -> preferences.Preference:
    return firm.store.read(lambda books: preferences.preference(books, name))


def test_it_is_in_force_until_it_is_gone(firm: Firm) -> None:
    firm.write(lambda books: preferences.change(books, ROUNDING, "36"))
    apply(firm, **{ROUNDING: 360, "privacy.excluded_applications": ["KeePass"]})
    decided = standing(firm, ROUNDING)
    assert (decided.value, decided.source, decided.locked, decided.own) == (360, Source.POLICY, True, "36")
    with pytest.raises(BadSetting, match="locked_by_policy"):
        firm.write(lambda books: preferences.change(books, ROUNDING, "900"))
    firm.write(lambda books: preferences.change(books, "privacy.excluded_applications", "Solitaire"))
    assert set(standing(firm, "privacy.excluded_applications").value or ()) == {"KeePass", "Solitaire"}  # type: ignore[arg-type]
    apply(firm)
    mine = standing(firm, ROUNDING)
    assert (mine.value, mine.source, mine.locked) == (36, Source.MINE, False)


def test_it_goes_before_the_team(firm: Firm) -> None:
    firm.write(lambda books: preferences.decide(books, Source.TEAM, {ROUNDING: "900"}))
    apply(firm, **{ROUNDING: "360"})
    assert standing(firm, ROUNDING).value == 360


def test_what_is_kept_already_is_not_written_again(firm: Firm, monkeypatch: pytest.MonkeyPatch) -> None:
    apply(firm, **{ROUNDING: 360})
    monkeypatch.setattr(firm.store, "write", lambda _job: pytest.fail("written"))
    assert apply(firm, **{ROUNDING: 360}).texts == {ROUNDING: "360"}


def test_a_pattern_that_cannot_be_is_skipped_and_told(firm: Firm) -> None:
    told = apply(firm, **{EXCLUDED: "*a*b*c*d*e*f*g*h*i*", ROUNDING: 360})
    assert dict(told.texts) == {ROUNDING: "360"}
    [complaint] = told.complaints
    assert complaint.code == "setting.too_many_wildcards"
    assert complaint_words(complaint).startswith(f"registry: {EXCLUDED} has too many *")
    assert standing(firm, EXCLUDED).value == ()


@pytest.mark.parametrize(
    ("complaint", "words"),
    [
        (Complaint("policy.unknown", {"place": "P", "name": "X"}), "P names X, which is no setting."),
        (Complaint("setting.whole_number", {"place": "P", "name": "X", "value": "y"}), "P: X must be a whole number"),
        (
            Complaint("policy.unsafe", {"place": "P", "mode": "0666"}),
            "could be changed by others than root (mode 0666)",
        ),
    ],
)
def test_every_complaint_is_a_sentence_that_names_its_place(complaint: Complaint, words: str) -> None:
    told = complaint_words(complaint)
    assert words in told
    assert told.startswith("P")
    assert told.endswith(".")


def test_doctor_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    made_key(tmp_path)
    monkeypatch.setenv("WISESTEP_DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("WISESTEP_KEY_FILE", str(tmp_path / "key"))
    dictated = DictatedPolicy(
        **{"/etc/wisestep/policy.d/firm.conf": {
            ROUNDING: "360", "connection.client_secret": "hunter2", "team.place": "/mnt/firm",
            "team.fingerprint": "ab12", "NO_SUCH": "1",
        }}
    )  # fmt: skip
    monkeypatch.setattr(bootstrap, "policy_source", lambda: dictated)
    assert main(["doctor", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    schema("doctor").validate(told)
    assert told["policy"] == {
        "places": ["/etc/wisestep/policy.d/firm.conf"],
        "settings": {ROUNDING: "360", "connection.client_secret": None},
        "team_place": "/mnt/firm",
        "team_fingerprint": "ab12",
        "complaints": [
            {
                "code": "policy.unknown",
                "reason": "/etc/wisestep/policy.d/firm.conf names NO_SUCH, which is no setting. It is skipped; the "
                "rest applies.",
            }
        ],
    }
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "hunter2" not in out
    assert "names NO_SUCH" in out
    assert main(["settings", "get", ROUNDING, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[ROUNDING] == {"value": 360, "default": 0, "source": "policy"}
    assert main(["settings", "set", ROUNDING, "36"]) == 1
    assert "decided by your administrator" in capsys.readouterr().err
    dictated.places = {}
    assert main(["doctor", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["policy"]["settings"] == {}
