# gongbao: `make run` reads raw/ into data/warehouse.duckdb, `make test` checks everything, `make up` serves it.
# A fresh machine needs make and Python 3.11 to 3.13, nothing else: the environment is built in .venv from hash-pinned locks.

VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' 2>/dev/null && { echo $$p; break; }; done)
SYNC := $(BIN)/uv pip sync --quiet --require-hashes --compile-bytecode --python $(BIN)/python
COMPILE := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
	--custom-compile-command 'make lock'

.PHONY: help run test up check ocr format lock clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' Makefile | expand -t 16

run: $(VENV)/.runtime ## read raw/ into the warehouse, test it, publish it
	@$(BIN)/gongbao run

up: $(VENV)/.runtime ## Dagster and the dashboards on loopback, until Ctrl-C
	@exec $(BIN)/gongbao up

test: check ## everything that must hold: linters, types, import walls, Dagster, dbt, all tests, a real browser
	@sh .ci/browser
	$(BIN)/python -m pytest -n 2

check: $(VENV)/.dev ## the quick half of `make test`: linters, types, import walls, Dagster definitions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --processes 2 dbt_project/models dbt_project/tests
	$(BIN)/lint-imports --no-logo
	$(BIN)/gongbao dagster definitions validate

ocr: $(VENV)/.dev ## add the recognition of scanned pages (it comes with the development environment)

format: $(VENV)/.dev ## put the code into its form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: $(VENV)/.dev ## compile the locks anew from pyproject.toml, newest versions that fit
	$(COMPILE) --upgrade pyproject.toml -o requirements.lock
	$(COMPILE) --upgrade --group dev --all-extras -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## forget the environment and the caches; data/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache dbt_project/target dbt_project/logs

$(BIN)/uv: requirements-bootstrap.lock
	@test -n "$(PYTHON)" || { echo "gongbao needs Python 3.11, 3.12 or 3.13: install one, or name it: make PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Building the environment in $(VENV) (once, one to three minutes) ..."
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) cannot make a virtual environment: on Debian and Ubuntu install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-bootstrap.lock
	@touch $@

# The package itself is this folder: a .pth line and a two-line script, so that nothing has to be built.
define install_project
	@$(BIN)/python -c "import pathlib, sysconfig; pathlib.Path(sysconfig.get_path('purelib'), 'gongbao.pth').write_text('$(CURDIR)\n', encoding='utf-8')"
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m orchestration.cli "$$@"\n' > $(BIN)/gongbao
	@chmod +x $(BIN)/gongbao
endef

# The development lock holds all of the runtime lock: where it was installed, `make run` has nothing to do.
$(VENV)/.runtime: requirements.lock Makefile | $(BIN)/uv
	@if [ -e $(VENV)/.dev ] && [ $(VENV)/.dev -nt requirements-dev.lock ]; then :; else $(SYNC) requirements.lock; rm -f $(VENV)/.dev; fi
	$(install_project)
	@touch $@

$(VENV)/.dev: requirements-dev.lock requirements.lock Makefile | $(BIN)/uv
	@$(SYNC) requirements-dev.lock
	$(install_project)
	@touch $(VENV)/.runtime $@
