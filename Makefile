# Every target sets up what it needs: system libraries (Debian/Ubuntu, as root or with sudo), a virtual environment, and
# the locked packages. `make demo` and `make test` are all a newcomer has to know.
SHELL := /bin/bash
.DELETE_ON_ERROR:
.PHONY: help setup demo test check bench day soak build clean system-run system-test windows-runtime

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
	@echo "make setup | check | bench | day | soak | build | clean"

system-run:
	@scripts/system-packages run

system-test:
	@scripts/system-packages test

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

build: setup
	$(PYTHON) -m build --no-isolation --outdir dist .

clean:
	rm -rf build dist
