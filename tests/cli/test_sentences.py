"""Every code that any part of the program may raise has a sentence, and every sentence can be said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter

import pytest

import wisestep_desktop
from wisestep_desktop.core import errors
from wisestep_desktop.core.errors import Doubt, WiseStepError
from wisestep_desktop.core.settings import SETTINGS
from wisestep_desktop.shell import sentences
from wisestep_desktop.shell.sentences import sentence

PACKAGE = Path(wisestep_desktop.__file__).parent
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, WiseStepError)}
OWN_FAULTS = {"posting.illegal_move", "entry.not_queued"}
"""Codes that no person can bring about; they mean a fault of ours, and the general sentence fits."""
NOT_CODES = {known.name for known in SETTINGS} | {
    "connection.grant", "connection.organisation", "connection.person", "connection.trouble",
    "keyring.backends.kwallet", "team.place", "team.fingerprint",
}  # fmt: skip
"""Names of settings, facts and modules that look like codes."""
CODE = re.compile(r"[a-z_]+(\.[a-z_]+)+")
UNFORESEEN = "Something unforeseen"


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        if "sandbox" not in file.parts:
            yield file, ast.parse(file.read_text("utf-8"))


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")


def literals(node: ast.expr) -> Iterator[str]:
    """Return every text an expression may be, as far as the code says so."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp(body=one, orelse=other):
            yield from literals(one)
            yield from literals(other)
        case ast.JoinedStr():
            return
        case _:
            return


def raised() -> dict[str, Path]:
    """Return the codes in calls of our error classes."""
    found: dict[str, Path] = {}
    for file, tree in modules():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and called(node) in ERRORS):
                continue
            if called(node) == "BadSetting" and len(node.args) > 1:
                found |= {f"setting.{text}": file for text in literals(node.args[1])}
            elif node.args:
                found |= {text: file for text in literals(node.args[0]) if CODE.fullmatch(text)}
    return found


def written() -> dict[str, Path]:
    """Return every text that looks like a code in the adapters' and services' tables and variables."""
    prefixes = {code.split(".")[0] for code in sentences._SENTENCES}
    found: dict[str, Path] = {}
    for file, tree in modules():
        if not {"adapters", "services", "ports", "core"} & set(file.parts):
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                kind = node.value.split(".")[0]
                if kind in prefixes and node.value not in NOT_CODES:
                    found[node.value] = file
    return found


def codes() -> list[str]:
    refusals = {f"refused.{meaning}" for meaning in ("request", "permission", "missing", "conflict", "other", "scope")}
    doubts = {f"send.uncertain.{doubt}" for doubt in Doubt}
    return sorted((set(raised()) | set(written()) | refusals | doubts | {"connection.none"}) - OWN_FAULTS)


def test_the_walk_sees_what_there_is() -> None:
    found = codes()
    assert len(found) > 60
    assert {"sign_in.declined", "store.newer", "key_file.not_a_key", "matter.gone", "setting.https"} <= set(found)


@pytest.mark.parametrize("code", codes())
def test_every_code_has_a_sentence(code: str) -> None:
    assert not sentence(code).startswith(UNFORESEEN)


def refusals_of_settings() -> list[str]:
    from wisestep_desktop.core.errors import BadSetting  # noqa: PLC0415
    from wisestep_desktop.core.settings import read  # noqa: PLC0415

    found = set()
    for known in SETTINGS:
        for text in ("nonsense \x01", "-1", "999999999", '"', "http://example.test/", "https://a b/", "://"):
            try:
                read(known, text)
            except BadSetting as refused:
                found.add(refused.code)
    return sorted(found)


@pytest.mark.parametrize("code", refusals_of_settings())
def test_every_refusal_of_a_setting_names_it(code: str) -> None:
    told = sentence(code, {"name": "THE_NAME", "value": "THE VALUE"})
    assert "THE_NAME" in told
    assert not re.search(r"[{}…]", told)


class _Anything(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return f"<{key}>"


@pytest.mark.parametrize(("code", "template"), sorted(sentences._SENTENCES.items()))
def test_every_sentence_can_be_said(code: str, template: str) -> None:
    names = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    params: Mapping[str, object] = {name: f"<{name}>" for name in names}
    told = sentence(code, params)
    assert told == template.format_map(_Anything())
    assert told.endswith(".")
    assert told[0].isupper() or told[0] in "<“-" or told.startswith("connection.")
    assert "…" not in told
    assert sentence(code)  # also without anything to name


def params_given() -> dict[str, set[str]]:
    """Return the names that code raising an error gives along, where the call shows all of them."""
    given: dict[str, set[str]] = {}
    for _, tree in modules():
        for node in ast.walk(tree):
            if not (isinstance(node, ast.Call) and called(node) in ERRORS - {"BadSetting", "Uncertain"} and node.args):
                continue
            if any(keyword.arg is None for keyword in node.keywords):
                continue
            names = {keyword.arg for keyword in node.keywords if keyword.arg}
            for code in literals(node.args[0]):
                given[code] = given.get(code, names) & names
    return given


@pytest.mark.parametrize(("code", "names"), sorted(params_given().items()))
def test_whoever_raises_gives_what_the_sentence_names(code: str, names: set[str]) -> None:
    template = sentences._SENTENCES.get(code, "")
    wanted = {name for _, name, _, _ in Formatter().parse(template) if name is not None}
    assert wanted <= names
