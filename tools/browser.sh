#!/bin/sh
# Makes sure that the browser tests find a Chromium and a Chinese font.
# With CI=true a missing browser is a failure here; otherwise those tests skip and say so.
set -eu
cd "$(dirname "$0")/.."

found() { command -v chromium || command -v chromium-browser || command -v google-chrome; }
has_font() { ls /usr/share/fonts/*/*/*CJK* /usr/local/share/fonts/*CJK* >/dev/null 2>&1 \
    || [ -n "$(fc-list :lang=zh 2>/dev/null)" ]; }
with_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

wanted=
found >/dev/null || wanted=chromium
has_font || wanted="$wanted fonts-noto-cjk"
if [ -n "$wanted" ] && with_apt; then
    # Package lists may be absent or stale, so they are refreshed before, not after, a failure.
    apt-get update -qq || true
    # shellcheck disable=SC2086  # the list is meant to be split
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $wanted >/dev/null || true
fi
if ! found >/dev/null; then
    .venv/bin/playwright install chromium || [ "${CI:-}" != true ]
fi
has_font || echo "No Chinese font was found: pages will be tested, but show boxes for characters." >&2
