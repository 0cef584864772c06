"""Modules of ours as they would be on another system: a copy each, that nobody else will see."""

from __future__ import annotations

import importlib.util
import sys
from typing import Any

import pytest


def copy_on(system: str, name: str) -> Any:  # noqa: ANN401  a module
    """Return ``wisestep_desktop.adapters.<name>`` as it is where ``sys.platform`` is ``system``."""
    spec = importlib.util.find_spec("wisestep_desktop.adapters." + name)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as there:
        there.setattr(sys, "platform", system)
        spec.loader.exec_module(module)
    return module
