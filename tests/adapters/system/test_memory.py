"""One heap for all threads, where the system's allocator can be told so, and nothing kept of loading."""

from __future__ import annotations

import linecache
import subprocess
import sys
import weakref

from wisestep_desktop.adapters.system.memory import let_go_of_loading

SCRIPT = """
import threading
from wisestep_desktop.adapters.system.memory import keep_in_one_piece
if {one}:
    keep_in_one_piece()
kept = []
threads = [threading.Thread(target=lambda: kept.append([bytes(600) for _ in range(50_000)])) for _ in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
lines = [line.strip() for line in open("/proc/self/maps")]
starts = [int(line.split("-")[0], 16) for line in lines if " rw-p " in line and not line.endswith(("]", ".so"))]
print(sum(start % (64 * 1024 * 1024) == 0 for start in starts))
"""


def heaps(*, one: bool) -> int:
    """Return how many heaps of their own threads were given; glibc aligns each to 64 MB."""
    done = subprocess.run([sys.executable, "-c", SCRIPT.format(one=one)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_threads_get_no_heaps_of_their_own() -> None:
    assert heaps(one=True) == 0
    assert heaps(one=False) > 0


def test_what_loading_took_is_given_back() -> None:
    class Ring:
        def __init__(self) -> None:
            self.me = self

    linecache.getlines(__file__)
    gone = weakref.ref(Ring())
    let_go_of_loading()
    assert not linecache.cache
    assert gone() is None
