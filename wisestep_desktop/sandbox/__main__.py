"""`python -m wisestep_desktop.sandbox` is the command `wisestep sandbox`."""

import argparse
import sys

from wisestep_desktop.sandbox.main import add_arguments, run

if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        prog="wisestep sandbox", description="A stand-in for Actionstep, for practice and tests."
    )
    add_arguments(parser)
    sys.exit(run(parser.parse_args()))
