"""A Debian of its own in a folder: nothing in it but what its packages bring, and no network but its own loopback."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

PERSON = "attorney"
_NUMBER = 1000
_PLAIN = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

# Namespaces of its own for files, processes and network. A folder that is only changed into (chroot) would keep
# Chromium from making its sandbox: the kernel allows no user namespace there.
_ENTER = r"""
set -e
ip link set lo up
mount --bind "$ROOT" "$ROOT"
mount -t proc proc "$ROOT/proc"
mount -t tmpfs tmpfs "$ROOT/dev"
for node in null zero full random urandom tty; do
  touch "$ROOT/dev/$node"
  mount --bind "/dev/$node" "$ROOT/dev/$node"
done
mkdir -m 1777 "$ROOT/dev/shm"
mount -t tmpfs -o mode=1777 tmpfs "$ROOT/dev/shm"
ln -s /proc/self/fd "$ROOT/dev/fd"
cd "$ROOT"
mkdir -p .old
pivot_root . .old
cd /
umount -l /.old
exec setpriv --reuid "$NUMBER" --regid "$NUMBER" --clear-groups sh -c "$COMMAND"
"""


class Root:
    """A Debian in a folder. Needs to be root, for mounting.

    Args:
        folder: in which it is; made when it is not there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home" / PERSON
        if not (folder / "ready").exists():
            self._make()

    def as_root(self, *command: str) -> str:
        """Run a command of the system's administrator, with the network; return what it says.

        Raises:
            subprocess.CalledProcessError: if it fails.
        """
        environment = {"PATH": _PLAIN, "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["chroot", str(self.folder), *command], env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise AssertionError(f"{shlex.join(command)} failed:\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
        return done.stdout

    def as_person(self, command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a line of shell as an ordinary person, without a network, and wait for it and all that it started."""
        environment = {
            "PATH": _PLAIN,
            "HOME": f"/home/{PERSON}",
            "USER": PERSON,
            "LOGNAME": PERSON,
            "LANG": "C.UTF-8",
            "XDG_RUNTIME_DIR": f"/home/{PERSON}/run",
            "ROOT": str(self.folder),
            "NUMBER": str(_NUMBER),
            "COMMAND": command,
            **variables,
        }
        namespaces = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--net", "--ipc"]
        return subprocess.run(
            [*namespaces, "bash", "-c", _ENTER],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def at_a_desktop(self, command: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a line of shell with a display, a window manager, a session bus and an open keyring."""
        return self.as_person(f"exec /usr/local/bin/at-a-desktop {shlex.quote(command)}", **variables)

    def files(self) -> Mapping[str, str]:
        """Return every file that belongs to the system rather than to its administration, with where a link leads."""
        found = {}
        passing = (
            "var/cache",
            "var/lib/apt",
            "var/lib/dpkg",
            "var/log",
            "proc",
            "dev",
            "sys",
            "tmp",
            "run",
            "home",
            "root",
        )
        for folder, folders, names in os.walk(self.folder):
            here = Path(folder).relative_to(self.folder).as_posix()
            folders[:] = [each for each in folders if f"{here}/{each}".removeprefix("./") not in passing]
            for name in names:
                path = Path(folder, name)
                found[f"{here}/{name}".removeprefix("./")] = str(path.readlink()) if path.is_symlink() else ""
        return found

    def _make(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        mirror = subprocess.run(
            ["apt-get", "indextargets", "--format", "$(SITE)", "Created-By: Packages"],
            capture_output=True, text=True, check=True,
        ).stdout.split()[0]  # fmt: skip
        extra = "ca-certificates,libxkbcommon0"
        subprocess.run(
            ["debootstrap", "--variant=minbase", f"--include={extra}", "bookworm", str(self.folder), mirror],
            check=True, capture_output=True,
        )  # fmt: skip
        for name in ("resolv.conf", "ssl/certs/ca-certificates.crt", "apt"):
            if Path("/etc", name).exists():
                subprocess.run(["cp", "-a", "-T", f"/etc/{name}", str(self.folder / "etc" / name)], check=True)
        (self.folder / "etc" / "hosts").write_text("127.0.0.1 localhost\n")
        self.as_root("apt-get", "update", "-q")
        self.as_root("useradd", "--create-home", "--uid", str(_NUMBER), PERSON)
        desktop = self.folder / "usr/local/bin/at-a-desktop"
        desktop.write_text(_DESKTOP)
        desktop.chmod(0o755)
        (self.folder / "ready").touch()

    def install_desktop(self) -> None:
        """Install a display without a screen, and what a desktop has beside it."""
        wanted = ("xvfb", "openbox", "dbus", "dbus-x11", "gnome-keyring", "desktop-file-utils", "shared-mime-info")
        self.as_root("apt-get", "install", "-y", "-q", "--no-install-recommends", *wanted)


_DESKTOP = r"""#!/bin/sh
mkdir -p "$XDG_RUNTIME_DIR"
chmod 700 "$XDG_RUNTIME_DIR"
mkfifo "$XDG_RUNTIME_DIR/number"
Xvfb -displayfd 3 -screen 0 1440x960x24 -nolisten tcp 3>"$XDG_RUNTIME_DIR/number" >/dev/null 2>&1 &
read -r number <"$XDG_RUNTIME_DIR/number"
rm "$XDG_RUNTIME_DIR/number"
export DISPLAY=":$number"
exec dbus-run-session -- sh -c '
  openbox >/dev/null 2>&1 &
  printf password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
  eval "$0"' "$1"
"""
