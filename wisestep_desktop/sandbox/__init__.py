"""A stand-in for Actionstep on a loopback address: sign-in pages, tokens, the REST dialect, and faults on demand.

Written from the documentation alone. It imports nothing else of ours, so it cannot agree with the client's mistakes.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from wisestep_desktop.sandbox.practice import Sandbox

__all__ = ["Sandbox"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's own signature
    """Load the server when it is first named: the command line only wants this package's arguments."""
    if name == "Sandbox":
        from wisestep_desktop.sandbox.practice import Sandbox  # noqa: PLC0415

        return Sandbox
    raise AttributeError(name)
