"""The rules of the house, read from the code itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "wisestep_desktop"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
IMPURE = {
    "asyncio", "ctypes", "http", "importlib", "io", "logging", "multiprocessing", "os", "pathlib", "random", "secrets",
    "select", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time",
    "urllib.request", "warnings",
}  # fmt: skip
"""What the core may not import: files, clocks, threads, chance, other processes."""

each_module = pytest.mark.parametrize("module", MODULES, ids=lambda module: str(module.relative_to(PACKAGE)))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def tree_of(module: Path) -> ast.Module:
    return ast.parse(module.read_text("utf-8"))


def layer(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def functions(tree: ast.AST) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: Function) -> int:
    """Count the lines of a function without its docstring and without functions inside it."""
    assert function.end_lineno is not None
    lines = set(range(function.lineno, function.end_lineno + 1))
    if ast.get_docstring(function) is not None:
        said = function.body[0]
        lines -= set(range(said.lineno, (said.end_lineno or said.lineno) + 1))
    return len(lines)


def test_there_is_something_to_read() -> None:
    assert len(MODULES) > 80


def test_imports_keep_to_their_layers() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


@each_module
def test_modules_are_short_and_say_what_they_know(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_MODULE
    assert ast.get_docstring(ast.parse(text))


@each_module
def test_functions_are_short(module: Path) -> None:
    long = {each.name: length(each) for each in functions(tree_of(module)) if length(each) > LONGEST_FUNCTION}
    assert long == {}


@each_module
def test_nothing_is_caught_blindly_and_nothing_is_printed_but_by_the_command_line(module: Path) -> None:
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"a bare except in line {node.lineno}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and layer(module) != "cli":
            assert node.func.id not in {"print", "breakpoint", "eval", "exec"}, f"line {node.lineno}"


@pytest.mark.parametrize("module", [each for each in MODULES if layer(each) == "core"], ids=lambda each: each.stem)
def test_the_core_is_pure(module: Path) -> None:
    for node in ast.walk(tree_of(module)):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        for name in names:
            assert name not in IMPURE
            assert name.split(".")[0] not in IMPURE - {"urllib.request"}
            assert name.split(".")[0] in sys.stdlib_module_names | {"wisestep_desktop"}
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "input"}
        if isinstance(node, ast.Attribute):
            assert (
                node.attr not in {"now", "today", "utcnow"}
                or not isinstance(node.value, ast.Name)
                or (node.value.id not in {"datetime", "date"})
            )


@pytest.mark.parametrize(
    "module",
    [each for each in MODULES if layer(each) in {"core", "ports", "services"}],
    ids=lambda each: str(each.relative_to(PACKAGE)),
)
def test_what_is_public_says_what_it_promises(module: Path) -> None:
    assert [each.name for each in public(tree_of(module).body) if not ast.get_docstring(each)] == []


def public(body: list[ast.stmt]) -> Iterator[Function | ast.ClassDef]:
    """Return the public functions and classes of a module, with the public methods of the latter."""
    for node in body:
        if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from public(node.body)


REGISTRY = re.compile(
    r"(pypi\.org|pythonhosted\.org|index-url|extra-index|trusted-host|npmjs|registry\.|/simple\b)", re.IGNORECASE
)


@pytest.mark.parametrize(
    "file",
    [
        *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "Makefile", "pyproject.toml")),
        *sorted((ROOT / "requirements").glob("*")),
        *sorted((ROOT / "docs").rglob("*.md")),
        *sorted((ROOT / ".ci").glob("*")),
    ],
    ids=lambda file: str(file.relative_to(ROOT)),
)
def test_no_file_names_a_package_registry(file: Path) -> None:
    if file.is_file():
        assert not REGISTRY.findall(file.read_text("utf-8"))
