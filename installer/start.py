"""Where the frozen program begins: the command line, whose default is the tray app."""

import sys

from wisestep_desktop.cli import main

if __name__ == "__main__":
    sys.exit(main())
