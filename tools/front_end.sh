#!/bin/sh
# Installs the locked front-end packages and copies the few files that pages load.
set -eu
cd "$(dirname "$0")/.."
vendor=src/luoshi/edge/web/static/vendor

tools/npm.sh ci --ignore-scripts --silent
mkdir -p "$vendor"
cp node_modules/@tabler/core/dist/css/tabler.min.css "$vendor/tabler.css.part"
cp node_modules/htmx.org/dist/htmx.min.js node_modules/htmx.org/LICENSE "$vendor/"
# The map that the style sheet points to is not copied, so the pointer goes too:
# hashed static files refuse a name that leads nowhere.
sed '/^\/\*# sourceMappingURL=/d' "$vendor/tabler.css.part" >"$vendor/tabler.min.css"
mv "$vendor/LICENSE" "$vendor/htmx.LICENSE"
rm "$vendor/tabler.css.part"
