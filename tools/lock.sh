#!/bin/sh
# Writes requirements/*.txt from requirements/*.in: versions and hashes for every supported
# Python, and no index address, so that the same lock serves any mirror.
set -eu
cd "$(dirname "$0")/.."
uv=.venv/bin/uv
for name in uv node base dev; do
    "$uv" pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --custom-compile-command "make lock" \
        --output-file "requirements/$name.txt" "requirements/$name.in"
done
tools/npm.sh install --package-lock-only --ignore-scripts --silent
