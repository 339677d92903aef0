# The door for people: `make demo` and `make test` are all that a newcomer needs.
PYTHON ?= python3
VENV   := .venv
PORT   ?= 8000
BIN    := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test check evals bench corpus locale lock readme wheel clean

help:  ## Say what there is to make
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 20

demo: $(VENV)/.installed  ## Set up, read the demo pages into a register and serve it on http://127.0.0.1:8000
	@$(BIN)/python -m tools.demo --port $(PORT)

test: $(VENV)/.installed-dev  ## Run the whole test suite (POBRATIM_THOROUGH=1: with many cases of each invariant, as CI does)
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist loadfile

check: $(VENV)/.installed-dev  ## Lint, check the types, the layering of rooms and the Russian catalogue
	@$(BIN)/ruff check
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m tools.catalogue --check

evals: $(VENV)/.installed-dev  ## Score the reader on both parts of the corpus and check the floors
	@$(BIN)/python -m evals --gate

bench: $(VENV)/.installed-dev  ## Measure speed, start-up and memory against Natasha in one run
	@$(BIN)/python bench/read_speed.py

corpus: $(VENV)/.installed-dev  ## Dress the stories as pages and write their gold anew
	@$(BIN)/python -m tools.corpus

locale: $(VENV)/.installed-dev  ## Bring the Russian catalogue up to date and compile it
	@$(BIN)/python -m tools.catalogue

lock: $(VENV)/.installed-dev  ## Choose newer versions of all packages (needs uv)
	@tools/lock.sh

readme: $(VENV)/.installed-dev  ## Put the figures measured now and the example into both READMEs
	@$(BIN)/python -m evals --gate --json build/figures.json
	@$(BIN)/python -m tools.readme build/figures.json

wheel: $(VENV)/.installed-dev  ## Build the wheel into dist/
	@$(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

clean:  ## Remove what was built, the virtual environment too
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache

$(BIN)/python:
	@tools/make_venv.sh $(PYTHON) $(VENV)

$(VENV)/.installed: $(BIN)/python requirements.lock pyproject.toml
	@echo "Installing Pobratim into $(VENV) …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	@echo "Installing the tools for tests and checks …"
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
