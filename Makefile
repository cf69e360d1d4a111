# Needs only make and python3 (3.11 or later). Uses uv where it is on the PATH, pip otherwise.

PYTHON ?= python3
BIN := .venv/bin
# Where tests are looked for and what else pytest is told: make test IN=tests/normalizers PYTEST_FLAGS=-x
IN ?= tests
PYTEST_FLAGS ?=
PIP_INSTALL := $(BIN)/python -m pip install -qq --no-deps
PYTEST := $(BIN)/python -m pytest $(PYTEST_FLAGS) $(IN)
# pytest ends with 5 when nothing was collected: a component without slow tests is no failure.
NONE_IS_FINE := || { status=$$?; test $$status -eq 5; }

.DEFAULT_GOAL := help
.PHONY: help setup refresh test test-slow crash bench lint types format docs lock clean

help:  ## say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

setup: .venv/.stamp  ## make .venv with the locked dependencies and the command wagebook

refresh: setup  ## read raw/ and publish a release under normalized/
	$(BIN)/wagebook refresh --look 5 $(ARGS)

test: setup  ## run the fast tests (below 3 minutes, no server)
	$(PYTEST) -n 2 --dist loadgroup -m "not slow"

test-slow: setup  ## run the tests marked slow, two at a time
	$(PYTEST) -n 2 --dist loadgroup -m slow $(NONE_IS_FINE)

crash: setup  ## kill the publisher at every step and look at what readers see
	CRASH_KILLS=100 $(PYTEST) -m slow -k crash $(NONE_IS_FINE)

bench: setup  ## measure speed, memory and coverage
	@for script in benchmarks/bench_*.py; do \
	    test -e "$$script" || continue; echo "== $$script"; $(BIN)/python "$$script" || exit 1; \
	done

lint: setup  ## check style, formatting and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-logo

types: setup  ## check types, strictly
	$(BIN)/mypy

format: setup  ## format the code and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

docs: setup  ## render the pages that are made from the schemas
	$(BIN)/wagebook schema --write

lock:  ## resolve the dependencies of pyproject.toml anew (needs uv)
	uv pip compile --universal --python-version 3.11 --no-emit-index-url --no-emit-find-links \
	    --generate-hashes --all-extras --quiet $(ARGS) --output-file requirements.txt pyproject.toml

clean:  ## remove .venv and caches (releases stay)
	rm -rf .venv build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# --no-deps: the lock is complete, and older pips resolve anew without it and then miss hashes. `pip check` after it
# proves that it is. pip first brings itself up to date out of the lock, then two of them share the other packages,
# and what they brought is compiled on all cores: one old pip alone takes three times as long.
.venv/.locked: requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=...")'
	@echo "Setting up .venv (10 seconds with uv, a minute with pip)"
	@if command -v uv >/dev/null; then \
	    uv venv --quiet --clear --python "$$(command -v $(PYTHON))" .venv && \
	    uv pip install --quiet --compile-bytecode --python $(BIN)/python --no-deps --require-hashes -r requirements.txt; \
	else \
	    $(PYTHON) -m venv --clear .venv && mkdir .venv/lock && \
	    awk '/^[a-z]/ { part = /^pip==/ ? "pip" : "half" ++n % 2 } part { print > (".venv/lock/" part) }' requirements.txt && \
	    $(PIP_INSTALL) --require-hashes -r .venv/lock/pip && \
	    ls .venv/lock/half* | xargs -P 2 -n 1 $(PIP_INSTALL) --no-compile --require-hashes -r && \
	    $(BIN)/python -m compileall -qq -j 0 -x '/tests/' .venv/lib; \
	fi
	@$(BIN)/python -m pip check
	@touch $@

# The project is built with the locked setuptools: no isolated build environment, nothing downloaded.
.venv/.stamp: .venv/.locked pyproject.toml
	@$(PIP_INSTALL) --no-index --no-build-isolation --editable .
	@# Each process that reads would otherwise compile the project anew where PYTHONDONTWRITEBYTECODE is set.
	@$(BIN)/python -m compileall -q schemas normalizers extractors quality flows
	@touch $@
