"""The arguments of `wisestep sandbox`, apart from the server, so that other commands do not load it to print help."""

import argparse
from pathlib import Path


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments of `wisestep sandbox`."""
    parser.add_argument(
        "--port", type=int, default=0, metavar="N", help="port on 127.0.0.1; 0, the default, is any free one"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="which firm to make up")
    parser.add_argument("--matters", type=_count, default=400, metavar="N", help="how many matters it has")
    parser.add_argument("--data", type=Path, metavar="FILE", help="JSON with matters and quickcodes to use instead")
    parser.add_argument(
        "--switch",
        action="extend",
        nargs="+",
        default=[],
        metavar="NAME=VALUE",
        help="how an unknown of the API is settled; a wrong name lists them all",
    )
    parser.add_argument(
        "--fault",
        action="extend",
        nargs="+",
        default=[],
        metavar="SPEC",
        help="KIND[=NUMBER][:COUNT][@[METHOD ]RESOURCE][%%CHANCE]; a wrong kind lists them all",
    )
    parser.add_argument("--until-stdin-ends", action="store_true", help=argparse.SUPPRESS)


def _count(text: str) -> int:
    number = int(text)
    if number < 0:
        raise argparse.ArgumentTypeError("must not be negative")
    return number
