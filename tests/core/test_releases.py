"""What tells of later versions: read only as it was signed, every field bounded, versions compared as numbers."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.services.releasing import KEY, OTHER_SEED, RELEASE, SIGNATURES, signed, signed_body
from wisestep_desktop.core.errors import BadInput, BadSetting, WiseStepError
from wisestep_desktop.core.releases import (
    MOST_FILES,
    MOST_MANIFEST,
    Release,
    is_newer,
    read_release,
    release_body,
    system_of,
    version_of,
)
from wisestep_desktop.core.settings import read, setting
from wisestep_desktop.core.signed import to_text
from wisestep_desktop.services.updates import believed

DOCUMENT = signed()
numbers = st.integers(0, 999_999)
versions = st.tuples(numbers, numbers, numbers)


def refused(code: str) -> pytest.RaisesExc[WiseStepError]:
    return pytest.raises(WiseStepError, check=lambda error: error.code == code)


def believe(data: bytes) -> Release:
    return believed(data, KEY, SIGNATURES)


def test_what_was_signed_is_read_as_it_was_meant() -> None:
    assert believe(DOCUMENT) == RELEASE
    assert read_release(DOCUMENT)[0] == RELEASE
    assert believe(signed(replace(RELEASE, notes="", important=True))) == replace(RELEASE, notes="", important=True)


@given(st.integers(0, len(DOCUMENT) - 1), st.integers(1, 255))
def test_no_byte_can_be_changed(at: int, by: int) -> None:
    changed = bytearray(DOCUMENT)
    changed[at] ^= by
    with pytest.raises(BadInput):
        believe(bytes(changed))


@given(st.integers(0, len(DOCUMENT)), st.binary(min_size=1, max_size=20))
def test_nothing_can_be_put_in_or_left_out(at: int, more: bytes) -> None:
    for changed in (DOCUMENT[:at] + more + DOCUMENT[at:], DOCUMENT[:at] + DOCUMENT[at + len(more) :]):
        if changed != DOCUMENT:
            with pytest.raises(BadInput):
                believe(changed)


@given(st.binary(max_size=300))
@example(b"")
@example(b"null")
@example(b"[" * 5_000)
@example(b'{"format":2}')
def test_anything_else_is_refused_with_a_code(data: bytes) -> None:
    with pytest.raises(BadInput, check=lambda error: error.code.startswith("release.")):
        read_release(data)


def test_another_key_another_kind_and_another_writing_are_refused() -> None:
    with refused("release.wrong_key"):
        believe(signed(seed=OTHER_SEED))
    with refused("release.unreadable"):
        believe(DOCUMENT.replace(b'"kind":"release"', b'"kind":"profile"'))
    with refused("release.unreadable"):
        believe(json.dumps(json.loads(DOCUMENT), indent=1).encode())
    forged = json.loads(DOCUMENT)
    forged["key"] = to_text(SIGNATURES.public_key(OTHER_SEED))
    with refused("release.wrong_key"):
        believe(json.dumps(forged, sort_keys=True, separators=(",", ":")).encode())


def test_what_is_too_large_is_not_read() -> None:
    with refused("release.too_large"):
        believe(signed(more="x" * MOST_MANIFEST))
    assert believe(signed(more="x" * 1_000)) == RELEASE  # what a later program adds


def test_another_product_is_none_of_ours() -> None:
    with refused("release.other_product"):
        believe(signed(product="wisestep-server"))


BAD_FILE = {"name": "a.exe", "size": 1, "sha256": "ab" * 32}


def of_windows(**more: object) -> dict[str, object]:
    return {"windows": {"page": "https://firm.example/", "files": [{**BAD_FILE, **more}]}}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", "1.3"),
        ("version", "1.3.0rc1"),
        ("version", "01.3.0"),
        ("version", "1.3.0\n"),
        ("version", 13),
        ("serial", 0),
        ("serial", True),
        ("serial", "7"),
        ("serial", 2**50),
        ("released", "2026-13-01"),
        ("released", "tomorrow"),
        ("important", 1),
        ("important", None),
        ("notes", "http://firm.example/notes"),
        ("notes", "http://127.0.0.1/notes"),
        ("notes", "file:///etc/passwd"),
        ("notes", "https://someone@firm.example/"),
        ("notes", "https://firm.example/" + "x" * 500),
        ("notes", "https://fírm.example/"),
        ("systems", []),
        ("systems", {"Windows!": {}}),
        ("systems", {f"s{number}": {"page": "https://a.example/", "files": []} for number in range(17)}),
        ("page", {"windows": {"page": "http://firm.example/", "files": []}}),
        ("page", {"windows": {"page": "", "files": []}}),
        ("files", {"windows": {"page": "https://a.example/", "files": [BAD_FILE] * (MOST_FILES + 1)}}),
        ("files", {"windows": {"page": "https://a.example/", "files": ["a.exe"]}}),
        ("name", of_windows(name="../a.exe")),
        ("name", of_windows(name="a b.exe")),
        ("name", of_windows(name="-rf")),
        ("size", of_windows(size=0)),
        ("size", of_windows(size=-1)),
        ("sha256", of_windows(sha256="AB" * 32)),
        ("sha256", of_windows(sha256="ab" * 31)),
    ],
)
def test_each_field_has_its_bounds(field: str, value: object) -> None:
    name = field if field in release_body(RELEASE) else "systems"
    with pytest.raises(BadInput) as error:
        believe(signed(**{name: value}))
    assert (error.value.code, error.value.params) == ("release.bad_field", {"field": field})


@pytest.mark.parametrize("name", ["product", "version", "serial", "released", "systems", "notes", "important"])
def test_each_field_is_needed(name: str) -> None:
    body = {key: value for key, value in release_body(RELEASE).items() if key != name}
    with refused("release.bad_field"):
        believe(signed_body(body))


# Versions ----------------------------------------------------------------------------------------------------------


@given(versions, versions)
def test_versions_compare_as_their_numbers(one: tuple[int, int, int], other: tuple[int, int, int]) -> None:
    mine, theirs = (".".join(map(str, each)) for each in (one, other))
    assert version_of(mine) == one
    assert is_newer(mine, theirs) is (one > other)


@pytest.mark.parametrize(
    "text", ["", "1", "1.2", "1.2.3.4", "1.2.3rc1", "v1.2.3", "1.2.-3", " 1.2.3", "1.2.٣", "1.2.3\n"]
)
def test_what_is_no_plain_version_is_neither_newer_nor_older(text: str) -> None:
    assert version_of(text) is None
    assert not is_newer(text, "0.0.0")
    assert not is_newer("9.9.9", text)


def test_systems_are_called_as_people_call_them() -> None:
    assert [system_of(each) for each in ("win32", "darwin", "linux")] == ["windows", "macos", "linux"]


# Settings ----------------------------------------------------------------------------------------------------------


def test_nobody_is_asked_unless_somebody_allows_it() -> None:
    known = [setting(f"updates.{name}") for name in ("check", "address", "key")]
    assert [each.default for each in known] == [False, "", ""]
    assert not any(each.of_team or each.personal for each in known)


def test_the_address_is_https_and_nothing_else() -> None:
    known = setting("updates.address")
    assert read(known, "https://firm.example/a.json") == "https://firm.example/a.json"
    for text in ("http://127.0.0.1/", "http://localhost/", "ftp://a.example/"):
        with pytest.raises(BadSetting, check=lambda error: error.reason == "only_https"):
            read(known, text)


def test_the_key_may_be_written_either_way() -> None:
    known = setting("updates.key")
    raw = bytes([251, 255] * 16)
    plain = to_text(raw)
    assert "-" in plain
    for text in (plain, plain + "=", plain.replace("-", "+").replace("_", "/") + "="):
        assert read(known, text) == plain
    for text in ("abc", plain[:-2], plain + "AAAA", "ä" * 43):
        with pytest.raises(BadSetting, check=lambda error: error.reason == "public_key"):
            read(known, text)


def test_the_day_is_a_day() -> None:
    assert RELEASE.released == date(2026, 3, 2)
