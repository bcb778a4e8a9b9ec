# Each target does all its set-up from a bare clone. `make` alone lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help run test test-core check shots pictures bench package dev runtime qt clean

PY := .venv/bin/python
ARGS ?=

help: ## list what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1\t/' | expand -t 20

runtime:
	@bash packaging/setup/environment.sh run

dev:
	@bash packaging/setup/environment.sh dev

qt:
	@$(PY) packaging/setup/qt_libraries.py

run: runtime ## set up and open the window
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ]; then \
		exec .venv/bin/pkm $(ARGS); fi; \
	$(MAKE) --no-print-directory qt && exec .venv/bin/pkm $(ARGS)

test: dev ## set up and run every test (real servers are installed with apt where root may)
	@$(MAKE) --no-print-directory qt
	@$(PY) -m pytest -n auto --dist loadgroup $(ARGS)

test-core: dev ## run the tests that need no window
	@PKM_NO_WINDOW=1 $(PY) -m pytest -p no:pytest-qt -n auto --dist loadgroup -m "not window" $(ARGS)

check: dev ## ruff, mypy --strict, import contracts
	@.venv/bin/ruff check . && .venv/bin/mypy && .venv/bin/lint-imports

shots: dev ## draw every screen, and every step of a newcomer, to build/shots
	@$(MAKE) --no-print-directory qt
	@$(PY) -m tests.ui.shots build/shots
	@$(PY) -m tests.outside.shots build/shots

pictures: shots ## put a picture of every screen into docs, and those of the guide
	@$(PY) -m tests.ui.pictures build/shots docs

bench: dev ## measure the program and its peers into docs/benchmarks.md (ARGS="--only NAME": one part)
	@$(MAKE) --no-print-directory qt
	@$(PY) -m tests.bench $(ARGS)

package: dev ## build what can be installed on this system into dist (wheel, folder, .deb ...)
	@$(MAKE) --no-print-directory qt
	@$(PY) packaging/setup/build_tools.py
	@$(PY) packaging/package.py $(ARGS)

clean: ## remove what the other targets made
	@rm -rf .venv .tools build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
