# make run   serves the Meeting Planner on this machine (PORT=8000)
# make test  lint and the whole suite on SQLite and on PostgreSQL; its tests hold what `make checks` asks

PYTHON ?= $(shell for python in python3 python3.11 python3.12 python3.13 python3.14; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
PORT ?= 8000
# A key for commands that need one and keep nothing.
PASSING_KEY = SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(64))')

.PHONY: run test lint checks suites format catalogues browser help

help:
	@sed -n 's/^# \(make .*\)/\1/p' Makefile

run: $(VENV)/installed
	@PORT=$(PORT) $(PY) -m meetingplanner.start

# What `checks` asks, the suite asks too.
test: lint browser suites

lint: $(VENV)/installed-dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

checks: $(VENV)/installed-dev
	$(PY) -m meetingplanner.catalogue compile
	$(PY) -m meetingplanner.catalogue check
	$(PASSING_KEY) $(PY) manage.py check --fail-level WARNING
	set -a; . docs/production.env; $(PASSING_KEY) $(PY) manage.py check --deploy --fail-level WARNING

suites: $(VENV)/installed-dev browser
	@$(PY) -m tests.run $(ARGS)

# Tests read PDFs back with poppler and drive a real Chromium, both Debian's.
browser:
	@.ci/tools

format: $(VENV)/installed-dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

catalogues: $(VENV)/installed-dev
	$(PY) -m meetingplanner.catalogue update
	$(PY) -m meetingplanner.catalogue compile

$(VENV)/created:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. On Debian: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "Python's venv module is missing. On Debian: apt-get install python3-venv"; exit 1; }
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/created requirements.txt
	@echo "Installing what requirements.txt names ..."
	@$(PIP) -r requirements.txt
	@touch $@

$(VENV)/installed-dev: $(VENV)/created requirements.txt requirements-dev.txt
	@echo "Installing what requirements-dev.txt names ..."
	@$(PIP) -r requirements-dev.txt
	@touch $(VENV)/installed $@
