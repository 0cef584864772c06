# Every target sets up what it needs: system libraries (Debian/Ubuntu, as root or with sudo), a virtual environment, and
# the locked packages. `make demo` and `make test` are all a newcomer has to know.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: help setup demo test check bench day soak build clean system-run system-test system-installer windows-runtime \
  installer installers-for-a-test installer-test installer-again

VENV := .venv
PYTHON := $(VENV)/bin/python
READY := $(VENV)/.ready
PACKAGE := wisestep_desktop
PIP := $(PYTHON) -m pip --disable-pip-version-check --quiet

# Chromium refuses to start as root. Only here, and only as root, is its own sandbox switched off; the program never is
# the one to do it.
ifeq ($(shell id -u),0)
UNSANDBOXED := QTWEBENGINE_DISABLE_SANDBOX=1
endif

help:
	@echo "make demo    a whole practice day (by itself where there is no display)"
	@echo "make test    checks and all tests"
	@echo "make installer        what is released: .deb, .exe, .msi, the slim edition, papers and checksums in dist/"
	@echo "make installer-test   the same packed fast, installed, self-tested, upgraded and removed"
	@echo "make setup | check | bench | day | soak | build | clean"

system-run:
	@scripts/system-packages run

system-test:
	@scripts/system-packages test

system-installer:
	@scripts/system-packages installer

$(READY): requirements/dev.txt pyproject.toml | system-run
	python3 -m venv --clear $(VENV)
	$(PIP) install --require-hashes -r requirements/dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

setup: system-run $(READY)

demo: system-test setup
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	  $(PYTHON) -m $(PACKAGE) demo; \
	else \
	  $(UNSANDBOXED) scripts/virtual-display $(PYTHON) -m $(PACKAGE) demo --tour --into build/demo; \
	fi

# Wine with a Windows Python and locked packages, on which the Windows half of the tests runs; built once per lock.
windows-runtime: system-test setup
	@scripts/windows-runtime $(PYTHON) >/dev/null

test: system-test setup windows-runtime
	$(UNSANDBOXED) $(PYTHON) -m pytest

check: setup
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	for platform in linux win32 darwin; do $(VENV)/bin/mypy --platform $$platform || exit 1; done
	$(VENV)/bin/lint-imports

bench: system-test setup
	$(UNSANDBOXED) scripts/virtual-display $(PYTHON) -m benchmarks

# A day of window changes in twenty minutes: does anything grow?
day: system-test setup
	$(UNSANDBOXED) scripts/virtual-display $(PYTHON) -m benchmarks a_day_in_twenty_minutes

# Every combination of what Actionstep may do either way, in a storm of faults and kills. SEED=n for another storm.
SEED := 1
soak: system-test setup
	$(PYTHON) -m tests.soak $(SEED)

# Linux and Windows; the macOS app needs a Mac (docs/releasing.md).
FREEZE := scripts/freeze full slim && scripts/freeze-windows
PACK := scripts/make-deb full && scripts/make-deb slim && scripts/make-nsis && scripts/make-msi
SHIP := $(PYTHON) -m installer.freezing.shipping

installer: system-installer setup windows-runtime
	rm -rf dist
	mkdir -p dist
	$(FREEZE)
	$(PACK)
	$(SHIP)

installers-for-a-test: export WISESTEP_PACKING := fast
installers-for-a-test: system-installer setup windows-runtime
	rm -rf dist build/older
	mkdir -p dist
	$(FREEZE)
	$(PACK)
	scripts/make-deb full 0.0.9
	scripts/make-nsis 0.0.9
	scripts/make-msi 0.0.9
	$(SHIP) --packed-fast

installer-test: installers-for-a-test installer-again
	$(PYTHON) -m pytest -o timeout=600 -p no:randomly installer/tests

# Two builds of the same source hold the same files.
installer-again: system-installer setup
	scripts/freeze slim
	cp build/freeze/slim.listing build/freeze/slim.first
	scripts/freeze slim
	diff build/freeze/slim.first build/freeze/slim.listing

build: setup
	$(PYTHON) -m build --no-isolation --outdir dist .

clean:
	rm -rf build dist
