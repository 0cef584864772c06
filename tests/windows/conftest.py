"""Which half of these tests runs where: those in ``inside`` on Windows only, the one that starts them anywhere else."""

from __future__ import annotations

import sys

collect_ignore = ["test_under_wine.py"] if sys.platform == "win32" else ["inside"]
