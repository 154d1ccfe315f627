# make demo    start Luoshi with an invented city on http://127.0.0.1:8000
# make test    everything: lint, types, contracts, documents, unit, journey, PostgreSQL, browser
# make check   the fast part of it, in under a minute
# make bench   every claim about speed and accuracy, measured
# make lock    renew requirements/*.txt and package-lock.json
# make words   collect new messages for translation
# make screenshots  take the pictures of docs/screenshots from the demo's city
# make reference  write the pages of docs/reference that come from code
# make clean   remove what these commands built; var/ (your data) stays

MAKEFLAGS += --no-print-directory
# Where Python may keep what it compiled, a command starts in a third of the time; the tests start thousands.
unexport PYTHONDONTWRITEBYTECODE
BIN := .venv/bin
WEB := src/luoshi/edge/web/static/vendor/htmx.min.js
WORDS := $(patsubst %.po,%.mo,$(wildcard src/luoshi/locale/*/LC_MESSAGES/*.po))
TOOLS := .venv/uv.stamp
BASE := .venv/base.stamp
DEV := .venv/dev.stamp
BROWSER := .venv/browser.stamp
PYTEST := $(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

.PHONY: help demo test check quality bench lock words reference screenshots clean

help:
	@sed -n 's/^# make/make/p' Makefile

demo: $(BASE) $(WEB) $(WORDS)
	@$(BIN)/luoshi demo

test: quality $(BROWSER)
	@$(PYTEST)

check: quality
	@$(PYTEST) -m "not browser and not postgres and not journey and not scale"

quality: $(DEV) $(WEB) $(WORDS)
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/lint-imports --config tools/private.importlinter

bench: $(DEV) $(WEB) $(WORDS)
	@failed=0; for script in benchmarks/*.py; do $(BIN)/python $$script || failed=1; done; exit $$failed

words: $(BASE)
	@$(BIN)/python tools/words.py

reference: $(BASE) $(WORDS)
	@$(BIN)/python tools/reference.py

screenshots: $(BROWSER) $(WEB) $(WORDS)
	@$(BIN)/python tools/screenshots.py

lock: $(TOOLS)
	@tools/lock.sh

clean:
	rm -rf .venv node_modules src/luoshi/edge/web/static/vendor $(WORDS) dist
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find src tests tools benchmarks -name __pycache__ -prune -exec rm -rf {} +

# Each stamp is younger than what it was made from, so a second run does nothing and needs no network.
$(TOOLS): requirements/uv.txt tools/environment.sh
	@tools/environment.sh
	@touch $@

$(BASE): $(TOOLS) requirements/base.txt pyproject.toml tools/install.sh
	@tools/install.sh base
	@touch $@

$(DEV): $(BASE) requirements/dev.txt
	@tools/install.sh dev
	@touch $@

$(WEB): package.json package-lock.json tools/front_end.sh tools/npm.sh requirements/node.txt | $(TOOLS)
	@tools/front_end.sh
	@touch $@

%.mo: %.po | $(BASE)
	@$(BIN)/pybabel --quiet compile --input-file=$< --output-file=$@

$(BROWSER): $(DEV) tools/browser.sh
	@tools/browser.sh
	@touch $@
