"""``python -m wisestep_desktop``."""

import sys

from wisestep_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
