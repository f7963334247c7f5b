# Two commands do everything: `make run` and `make test`.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
HOST ?= 127.0.0.1
PORT ?= 8000
NODE := $(addsuffix /node_modules,tests/browser tests/engines tests/word)

.DEFAULT_GOAL := help
.PHONY: help run test test-slow check fix lock node-tools messages word-templates pictures sheets bench clean

help: ## Show what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

run: .venv/.run ## Set up and serve on http://127.0.0.1:8000 (HOST=, PORT=)
	@echo "Tjänsten finns på http://$(HOST):$(PORT) – avsluta med Ctrl+C"
	@$(BIN)/formsvc serve --host $(HOST) --port $(PORT)

test: .venv/.dev ## Set up and run the fast tests
	$(BIN)/pytest -n auto -q

test-slow: .venv/.dev ## Run the long tests
	$(BIN)/pytest -n auto -q -m slow

check: .venv/.dev ## Lint, types, import contracts and generated files; reports all
	@$(BIN)/python tools/check.py

fix: .venv/.dev ## Mend what a tool can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/.dev ## Choose dependencies anew, with hashes
	$(BIN)/python tools/lock.py

node-tools: $(NODE:=/.stamp) ## Fetch judges of pages and of Word, and readers of PDF; needs npm

messages: .venv/.dev ## Collect the texts for translators
	$(BIN)/python tools/messages.py

word-templates: .venv/.dev ## Write the Word templates anew, from the HTML of paper
	$(BIN)/python -m tools.word_templates

pictures: .venv/.dev ## Draw the pictures of README and docs anew
	$(BIN)/python tools/pictures.py
	$(BIN)/python tools/page_pictures.py
	$(BIN)/python tools/version_pictures.py
	$(BIN)/python tools/word_pictures.py

sheets: .venv/.dev ## Draw every PDF as each reader shows it, and Word, into build/sheets
	PYTHONPATH=tests $(BIN)/python tools/sheets.py
	PYTHONPATH=tests $(BIN)/python tools/word_sheets.py

bench: .venv/.dev ## Measure speed beside that of others; takes minutes
	$(BIN)/python -m tools.bench

clean: ## Remove what was set up here
	rm -rf .venv build $(NODE) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# A change of dependencies sets up anew; sources are used where they lie.
.venv/.run: requirements/run.txt pyproject.toml
	@sh tools/ensure_system.sh "$(PYTHON)"
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python tools/link_package.py
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

%/node_modules/.stamp: %/package-lock.json
	@if command -v npm >/dev/null; then \
	  npm ci --ignore-scripts --no-audit --no-fund --prefix $* && touch $@; \
	else \
	  echo "Without npm the tests that need Node are skipped"; \
	fi
