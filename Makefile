# sherd: `make demo` shows what it does, `make test` shows that it does it.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKS := requirements/base.txt requirements/dev.txt requirements/fast.txt
STAMP := $(VENV)/.set-up
UV := $(shell command -v uv 2>/dev/null)
UV_LOCK ?= uv
LOCK := $(UV_LOCK) pip compile -q --universal --python-version 3.11 --fork-strategy fewest --only-binary :all: \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate

export PYTHONDONTWRITEBYTECODE =

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: $(STAMP) ## make .venv from the pinned set (uv where present, else venv and pip)

ifdef UV
INSTALL := $(UV) pip install -q --python $(BIN)/python
MAKE_VENV := $(UV) venv -q --allow-existing --python $(PYTHON) $(VENV)
else
INSTALL := $(BIN)/python -m pip install -q --disable-pip-version-check
MAKE_VENV := $(PYTHON) -m venv $(VENV)
endif

$(STAMP): $(LOCKS) pyproject.toml
	$(MAKE_VENV)
	$(INSTALL) --only-binary :all: --require-hashes $(LOCKS:%=-r %)
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.PHONY: cluster
cluster: setup ## add Spark (extra `cluster`, a source package of 400 MB; needs Java 17)
	$(INSTALL) --no-binary pyspark --require-hashes -r requirements/cluster.txt

.PHONY: entities
entities: setup ## add the independent reader of entities that a test asks (extra `ftm`)
	$(INSTALL) --only-binary :all: --no-deps --require-hashes -r requirements/ftm.txt

.PHONY: link
link: setup ## add Splink, which looks for one shipment in the records of several vendors (extra `link`)
	$(INSTALL) --only-binary :all: --require-hashes -r requirements/link.txt

.PHONY: demo
demo: setup ## examine the shipped case and write its dossier to build/geran-2/
	@mkdir -p build
	$(BIN)/sherd examine examples/geran-2 --out build/geran-2 --store build/geran-2.db
	@ls -l build/geran-2/dossier.html build/geran-2/dossier.pdf

.PHONY: lint
lint: setup ## formatting, lint, types, import rules
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src
	$(BIN)/lint-imports

.PHONY: test
test: lint ## everything that CI runs: lint, then every test and doctest
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not campaign" $(PYTEST_ARGS)

.PHONY: campaign
campaign: setup ## long fuzzing, kill and load runs
	$(BIN)/python -m pytest -m campaign --hypothesis-profile campaign $(PYTEST_ARGS)

.PHONY: bench
bench: setup ## every published figure, measured on this machine
	@for script in benchmarks/*.py; do echo "== $$script"; $(BIN)/python "$$script"; done

.PHONY: lock
lock: ## pin the newest allowed versions again (needs uv; the only target that asks for new versions)
	$(LOCK) --upgrade --extra dev --extra fast pyproject.toml -o requirements/.all.txt
	$(LOCK) -c requirements/.all.txt pyproject.toml -o requirements/base.txt
	$(LOCK) -c requirements/.all.txt --extra dev pyproject.toml -o requirements/dev.txt
	$(LOCK) -c requirements/.all.txt --extra fast pyproject.toml -o requirements/fast.txt
	$(LOCK) -c requirements/.all.txt --extra ftm --no-emit-package sqlalchemy2-stubs pyproject.toml -o requirements/ftm.txt
	$(LOCK) -c requirements/.all.txt --extra link pyproject.toml -o requirements/link.txt
	@rm requirements/.all.txt

.PHONY: clean
clean: ## remove what was made, keep .venv
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find src tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +
