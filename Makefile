# Two commands matter: `make run` and `make test`. Both work from a fresh clone.
SHELL := /bin/sh
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: help run test lint types fast bench prove screenshots audit words lock clean

help: ## List these commands
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/'

run: .venv/run.stamp ## Start the program: http://127.0.0.1:8000/
	@exec $(BIN)/python -m bot serve

# Files that tests write, and read again, stand in memory where there is enough of it.
IN_MEMORY := $(shell df -Pk /dev/shm 2>/dev/null | awk 'NR == 2 && $$4 > 4194304 { print "TMPDIR=/dev/shm" }')

test: .venv/test.stamp .venv/zod.stamp lint types ## Everything that must hold: style, contracts, types, tests, coverage
	$(IN_MEMORY) $(BIN)/python -m pytest -n 4 --dist worksteal --cov --cov-report=term-missing:skip-covered
	HOUSE=postgres $(IN_MEMORY) $(BIN)/python -m pytest -n 4 --dist worksteal -q

lint: .venv/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: .venv/test.stamp
	$(BIN)/mypy

fast: .venv/test.stamp ## The tests alone, without browser, kills and coverage
	$(BIN)/python -m pytest -n 2 -q -m "not slow"

bench: .venv/test.stamp ## The figures, as ratios; writes var/bench.json
	$(BIN)/python -m tests.bench

prove: .venv/test.stamp ## The long proofs; writes var/prove.json
	$(BIN)/python -m tests.prove

screenshots: .venv/test.stamp ## Pictures of every screen, card and mail, in var/screenshots
	$(BIN)/python -m tests.screenshots

audit: .venv/audit.stamp ## The bill of materials, var/sbom.json; and what is known to be unsafe of what is pinned
	@mkdir -p var
	.venv/audit/bin/cyclonedx-py requirements requirements/run.lock --output-reproducible -o var/sbom.json
	.venv/audit/bin/pip-audit --disable-pip --require-hashes -r requirements/run.lock

words: .venv/test.stamp ## Collect the phrases, bring every catalog up to date, compile it
	$(BIN)/python -m locales

lock: ## Pin the dependencies anew (needs uv)
	UV_CUSTOM_COMPILE_COMMAND='make lock' uv pip compile pyproject.toml --group test \
		--universal --python-version 3.11 --generate-hashes --quiet --upgrade -o requirements/test.lock
	UV_CUSTOM_COMPILE_COMMAND='make lock' uv pip compile pyproject.toml -c requirements/test.lock \
		--universal --python-version 3.11 --generate-hashes --quiet --upgrade -o requirements/run.lock
	UV_CUSTOM_COMPILE_COMMAND='make lock' uv pip compile --group audit \
		--universal --python-version 3.11 --generate-hashes --quiet --upgrade -o requirements/audit.lock

# LINE's own schema of its messages, which comes by npm: without npm, the test that asks it is skipped.
.venv/zod.stamp: requirements/zod.sha512 | .venv/bin/python
	@command -v npm >/dev/null || { echo "npm is not there: LINE's own schema is not asked"; exit 0; }; \
	mkdir -p .venv/zod && cd .venv/zod && npm pack --silent @line/line-bot-mcp-server@0.5.0 zod@3.25.76 >/dev/null && \
	sha512sum --quiet --check ../../requirements/zod.sha512 && \
	for package in @line/line-bot-mcp-server zod; do \
	  mkdir -p node_modules/$$package && \
	  tar xzf $$(echo $$package | tr -d @ | tr / -)-*.tgz -C node_modules/$$package --strip-components=1 || exit 1; \
	done && cd ../.. && touch $@

clean: ## Remove the virtual environment (never var/, which holds bookings)
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; set PYTHON=…")'
	@echo "Making .venv …"
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.lock | .venv/bin/python
	@echo "Installing what requirements/run.lock pins …"
	@$(PIP) install --require-hashes --no-deps -r requirements/run.lock
	@touch $@

.venv/audit.stamp: requirements/audit.lock | .venv/bin/python
	@$(PYTHON) -m venv .venv/audit
	@.venv/audit/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes --no-deps -r $<
	@touch $@

.venv/test.stamp: requirements/test.lock | .venv/bin/python
	@echo "Installing what requirements/test.lock pins …"
	@$(PIP) install --require-hashes --no-deps -r requirements/test.lock
	@touch $@
