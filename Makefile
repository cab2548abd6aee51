# Two commands for a user: `make demo` and `make test`. Everything lands in .venv; nothing else on the machine is touched.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test gauntlet check figures lock clean

demo: .venv/base  ## read the example family, print what it found, write demo.html, keep it in a ledger and find claims there
	$(BIN)/sayso read examples/[0-9]* --html demo.html
	@echo "Open demo.html in any browser: it needs no server and no network."
	@mkdir -p build && rm -f build/demo.sayso*
	$(BIN)/sayso add 'examples/[0-9]*' --store build/demo.sayso
	$(BIN)/sayso find standing:denied --store build/demo.sayso

test: .venv/dev  ## install what the tests need and run them all
	$(BIN)/python -m pytest -q -n 2

gauntlet: .venv/dev  ## the tests of reliability at their long sizes: an hour or more
	SAYSO_GAUNTLET=1 $(BIN)/python -m pytest -q tests/reliability

check: .venv/dev  ## the static checks: style, types, walls between the rooms
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

figures: .venv/dev  ## measure on the development data (SAYSO_BENCH names its folder) and rewrite bench/README.md
	$(BIN)/python bench/table.py

lock: .venv/dev  ## pin the newest allowed versions, with hashes
	$(PIP) install --quiet uv
	bash requirements/lock.sh

clean:
	rm -rf .venv build dist demo.html

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 13) else "sayso needs Python 3.11 to 3.13, this is " + sys.version.split()[0] + ": run make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

.venv/base: .venv/bin/python requirements/base.txt requirements/build.txt pyproject.toml
	$(PIP) install --quiet --progress-bar on --require-hashes -r requirements/base.txt -r requirements/build.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/base requirements/dev.txt
	$(PIP) install --quiet --progress-bar on --require-hashes -r requirements/dev.txt
	@touch $@
