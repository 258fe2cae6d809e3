#!/usr/bin/env bash
# GCC 12 destroys some temporaries in the full expression of a co_await twice (GCC bug class: an
# aggregate or a lambda with captures that owns something). No warning is given, so this looks for
# the pattern in every source that awaits, with clang's own parser.
set -euo pipefail
cd "$(dirname "$0")/.."
mapfile -t sources < <(grep -lE '\bco_await\b' -r src --include='*.cpp' --include='*.hpp' || true)
if [ ${#sources[@]} = 0 ]; then
  echo "no source awaits"
  exit 0
fi
found=$(clang-query-14 -p build/dev --extra-arg=-Wno-everything -f tools/coroutine_lint.query "${sources[@]}" 2>&1)
echo "$found" | grep -E 'error:|binds here' && exit 1
echo "${#sources[@]} sources await, none in the broken way"
