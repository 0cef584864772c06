"""``make soak``: every combination, in a storm, with kills. Prints what it came to; stops where something broke."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.soak.storm import Storm, combinations
from wisestep_desktop.sandbox.practice import Sandbox


def main() -> int:
    """Take a seed and how many times to go through all combinations."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 1
    times = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    began = time.monotonic()
    everything = [one for _ in range(times) for one in combinations()]
    with tempfile.TemporaryDirectory(prefix="wisestep-soak-") as folder, Sandbox(seed=seed, matters=60) as sandbox:
        storm = Storm(sandbox, seed)
        for number, switches in enumerate(everything):
            storm.round(Path(folder) / str(number), switches)
            if not (number + 1) % 48 or number + 1 == len(everything):
                tally, seconds = storm.tally, time.monotonic() - began
                print(  # noqa: T201
                    f"{tally.rounds}/{len(everything)} rounds, {tally.entries} entries, {tally.faults} faults, "
                    f"{tally.kills + tally.program_kills} kills ({tally.program_kills} of the program itself), "
                    f"{tally.sign_ins} sign-ins again, {seconds:.0f} s: "
                    "nothing doubled, lost or stuck",
                    flush=True,
                )
        print(dict(sorted(storm.tally.kinds.items())))  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
