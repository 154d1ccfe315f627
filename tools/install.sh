#!/bin/sh
# Installs one lock file (base, dev or node) and, except for node, this package itself, editable.
# uv is fast; pip is asked where uv cannot reach the package index, because only pip reads the
# machine's pip configuration.
set -eu
cd "$(dirname "$0")/.."
lock=requirements/$1.txt
log=$(mktemp)
trap 'rm -f "$log"' EXIT

if ! .venv/bin/uv pip install --quiet --quiet --python .venv/bin/python --require-hashes -r "$lock" 2>"$log"; then
    echo "uv could not install $lock, asking pip instead:" >&2
    tail -n 3 "$log" >&2
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r "$lock"
fi
if [ "$1" != node ]; then
    .venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --no-index \
        --no-deps --no-build-isolation --editable .
fi
