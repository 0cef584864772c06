"""A stand-in for Actionstep on a loopback address: sign-in pages, tokens, the REST dialect, and faults on demand.

Written from the documentation alone. It imports nothing else of ours, so it cannot agree with the client's mistakes.
"""

from wisestep_desktop.sandbox.faults import BadFaultError, Fault, parse_fault
from wisestep_desktop.sandbox.main import add_arguments, run
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.sandbox.seeding import BadDataError
from wisestep_desktop.sandbox.server import PortTakenError
from wisestep_desktop.sandbox.switches import BadSwitchError

__all__ = [
    "BadDataError",
    "BadFaultError",
    "BadSwitchError",
    "Fault",
    "PortTakenError",
    "Sandbox",
    "add_arguments",
    "parse_fault",
    "run",
]
