# Rapport's commands. `make help` lists them; each installs what it needs the first time.
#
# PYTHON     which Python to use (3.11 or newer)          make html PYTHON=python3.12
# CHROMIUM   which browser the tests look at pages with   make test CHROMIUM=/path/to/chromium

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
RAPPORT := $(RUN) -m rapport

# What is installed is known by stamps. Their names carry this folder: an environment that was copied
# along with a clone would run the code of the folder it came from.
HERE := $(shell printf %s "$(CURDIR)" | cksum | cut -d ' ' -f 1)
SITE := $(VENV)/.installed-$(HERE)-site
TEST := $(VENV)/.installed-$(HERE)-test
THEME := $(VENV)/.installed-$(HERE)-theme
BENCH := $(VENV)/.installed-$(HERE)-bench
# A machine that has them need not fetch a hundred megabytes. Our tools want Node 20.
HAS_NODE_AND_JAVA := { node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' && \
	java -version; } > /dev/null 2>&1
INSTALL := $(RUN) -m pip install --quiet --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help html serve audit publish test theme-check bench accuracy findings docs tools words pins clean FORCE
.DELETE_ON_ERROR:

help: ## say what each command does
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

html: $(SITE) ## build the site into output/ and say what was found
	@$(RAPPORT) build

serve: $(SITE) ## preview the site with drafts and audit; every change shows by itself
	@$(RAPPORT) serve

audit: $(SITE) ## say what each post does and does not do for its readers
	@$(RAPPORT) audit

publish: $(SITE) ## build the site with publishconf.py, for any static host; refuses faults
	@$(RAPPORT) build --publish

test: $(TEST) ## check everything: style, types, tests, coverage
	@RUN="$(RUN)" CHROMIUM="$(CHROMIUM)" sh .ci/check

theme-check: $(THEME) ## measure the theme: budgets, Lighthouse, axe, validators, one table
	@CHROMIUM="$$(CHROMIUM="$(CHROMIUM)" $(RUN) tests/find_chromium.py)" && export CHROMIUM && \
	$(RUN) -m tests.theme_check

bench: $(BENCH) ## measure speed against other generators and auditors, on the same words
	@$(RUN) -m bench

accuracy: $(SITE) ## measure how right the audit is on labelled posts, and write it into docs/
	@$(RUN) -m tests.gold.accuracy

findings: $(SITE) ## accept what the audit finds in posts that stay as they are
	@$(RUN) -m tests.gold.findings

docs: $(SITE) ## write the parts of docs/ that the code knows: rules, settings, commands
	@$(RUN) docs/generate.py

tools: $(SITE) ## install what building and auditing need, and nothing more

words: $(SITE) ## bring translations/*.po in step with what templates and code say
	@$(VENV)/bin/pybabel --quiet extract -F theme/translations/extract.cfg --no-location -k N_ \
		-o theme/translations/messages.pot .
	@for file in theme/translations/*.po; do $(VENV)/bin/pybabel --quiet update --no-fuzzy-matching \
		--ignore-obsolete --ignore-pot-creation-date -w 100 -i theme/translations/messages.pot \
		-l $$(basename $$file .po) -o $$file; done
	@rm theme/translations/messages.pot

pins: ## write requirements*.txt anew from pyproject.toml
	@$(PYTHON) .ci/pin.py

clean: ## remove what was built; content, .rapport/ and the tools in .venv/ stay
	rm -rf output .output-* dist bench/work .coverage .hypothesis .pytest_cache .mypy_cache .ruff_cache
	find plugins tests bench -name __pycache__ -prune -exec rm -rf {} +

# --- what the commands stand on ---------------------------------------------------------------------

ifeq ($(shell test -x $(RUN) && echo there),)
$(SITE): FORCE
endif

$(SITE): requirements.txt requirements-build.txt pyproject.toml
	@PYTHON="$(PYTHON)" sh .ci/python
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) -r requirements.txt -r requirements-build.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TEST): $(SITE) requirements-test.txt
	$(INSTALL) -r requirements-test.txt
	@touch $@

# Where there is no Node or Java they come as Python packages, on machines that there are such for.
$(THEME): $(TEST) requirements-theme.txt .ci/theme/package-lock.json
	@$(HAS_NODE_AND_JAVA) || $(INSTALL) -r requirements-theme.txt || \
		echo "Looking for Node and Java on this machine instead." >&2
	@$(RUN) -m tests.theme_check --install
	@touch $@

$(BENCH): $(SITE) requirements-bench.txt
	$(INSTALL) -r requirements-bench.txt
	@touch $@
