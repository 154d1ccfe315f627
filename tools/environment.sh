#!/bin/sh
# Creates .venv with the locked installer in it. Needs python3 (3.11 or newer) and nothing else.
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "Luoshi needs Python 3.11 or newer; $python is $("$python" --version 2>&1)." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    # Debian keeps venv in a package of its own.
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
    else
        echo "Python's venv module is missing; install it (on Debian: apt-get install python3-venv) and try again." >&2
        exit 1
    fi
fi
# An existing environment is kept when it is of this Python: rebuilding it would need the network.
if ! .venv/bin/python -c '' 2>/dev/null; then
    "$python" -m venv --clear .venv
fi
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
