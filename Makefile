# make demo    set up .venv and do a year of casework on sample cases
# make test    set up .venv (as root on Debian also PostgreSQL, Chromium and nginx) and run the tests
# make check   lint, format, types, imports between rooms, declared dependencies
# make soak    the tests with large counts; hours rather than minutes
# make bench   the numbers in docs/; not part of the tests
# make mutants would the tests see a mistake in the gate? some ten minutes; not part of the tests
# make clean   take away what the above left behind

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help
.PHONY: help demo test check soak bench mutants clean postgresql chromium nginx
MAKEFLAGS += --no-print-directory

BIN := .venv/bin
# the build backend is pinned too: older pips read the first variable for it, newer ones the second
PIP := PIP_CONSTRAINT=constraints.txt PIP_BUILD_CONSTRAINT=constraints.txt PIP_DISABLE_PIP_VERSION_CHECK=1 \
       PIP_NO_INPUT=1 $(BIN)/python -m pip install -qq
# what apt has to say matters only when it fails
define apt
log=$$(mktemp)
if ! { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends $(1); } >"$$log" 2>&1
then
	cat "$$log" >&2
	exit 1
fi
rm -f "$$log"
endef

help:
	@sed -n 's/^# make/make/p' Makefile

demo: .venv/.core
	@$(BIN)/lexheller demo
	echo
	echo "Here lexheller is called $(BIN)/lexheller: $(BIN)/lexheller serve --demo"

test: .venv/.dev postgresql chromium nginx
	@$(BIN)/python -m pytest -q

check: .venv/.dev
	@echo "Linting …"
	$(BIN)/ruff check -q .
	$(BIN)/ruff format -q --check .
	echo "Checking types …"
	$(BIN)/mypy --no-error-summary
	echo "Checking which room imports which …"
	$(BIN)/lint-imports --no-logo >.venv/check.log 2>&1 || { cat .venv/check.log >&2; exit 1; }
	echo "Checking declared dependencies …"
	$(BIN)/deptry . >.venv/check.log 2>&1 || { cat .venv/check.log >&2; exit 1; }
	echo "All checks passed."

soak: .venv/.dev postgresql chromium nginx
	@LEXHELLER_SOAK=1 $(BIN)/python -m pytest -m soak -v --timeout=0

bench: .venv/.dev postgresql
	@$(BIN)/python -m bench

mutants: .venv/.dev
	@nice $(BIN)/python -m tools.mutants $(MUTANTS)

clean:
	@rm -rf .venv build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

# ---- what the above stand on

.venv/.core: pyproject.toml constraints.txt | .venv/bin/pip
	@echo "Installing what lexheller needs into .venv …"
	$(PIP) -e '.[web]'
	touch $@

.venv/.dev: pyproject.toml constraints.txt | .venv/bin/pip
	@echo "Installing what the tests need into .venv (a minute or so) …"
	$(PIP) -e '.[dev,postgres,web]'
	touch $@

.venv/bin/pip:
	@python=
	for candidate in python3 python3.11 python3.12 python3.13 python3.14; do
		if command -v $$candidate >/dev/null && $$candidate -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
			python=$$candidate
			break
		fi
	done
	if [ -z "$$python" ]; then
		echo "lexheller needs Python 3.11 or newer; install it (on Debian 12: apt-get install python3) and run make again." >&2
		exit 1
	fi
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
			echo "Installing Debian's python3-venv …"
			$(call apt,python3-venv)
		else
			echo "Python lacks venv; install it (on Debian: sudo apt-get install python3-venv) and run make again." >&2
			exit 1
		fi
	fi
	rm -rf .venv
	$$python -m venv .venv

# The storage suite runs on a real server too. Root on Debian gets it installed; anyone else is told, and those tests are skipped
# (with CI set they fail instead). The tests start a server of their own and leave the package's alone.
postgresql:
	@if compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null; then
		exit 0
	fi
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		echo "Installing Debian's postgresql for the storage tests …"
		$(call apt,postgresql)
	else
		echo "No PostgreSQL here: its tests are skipped. To run them: sudo apt-get install postgresql" >&2
	fi

# The web is tried in the system's own browser. Root on Debian gets it installed; anyone else is told, and those tests are skipped
# (with CI set they fail instead).
chromium:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then
		exit 0
	fi
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		echo "Installing Debian's chromium for the web's tests …"
		$(call apt,chromium)
	else
		echo "No Chromium here: the web's tests in a browser are skipped. To run them: sudo apt-get install chromium" >&2
	fi

# The example for nginx is tried with a real one. It is unpacked and not installed: Debian's package would start a server.
nginx: .venv/bin/pip
	@if PATH="$$PATH:/usr/sbin:.venv/nginx/usr/sbin" command -v nginx >/dev/null; then
		exit 0
	fi
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
		echo "Fetching Debian's nginx for the test of its example …"
		$(call apt,libpcre2-8-0 libssl3 zlib1g)
		folder=$$(mktemp -d)
		(cd "$$folder" && apt-get -qq -o APT::Sandbox::User=root download nginx)
		dpkg-deb -x "$$folder"/nginx_*.deb .venv/nginx
		rm -rf "$$folder"
	else
		echo "No nginx here: the test of its example is skipped. To run it: sudo apt-get install nginx-light" >&2
	fi
