#!/usr/bin/env bash
# GCC 12 destroys some temporaries in the full expression of a co_await twice (an aggregate or a
# lambda with captures that owns something). No warning is given, so this looks for the pattern in
# every source that awaits, with clang's own parser. tests/lint/broken_await.cpp is the control:
# what is broken there must be found, once.
set -euo pipefail
cd "$(dirname "$0")/.."

findings() {
  clang-query-14 -f tools/coroutine_lint.query "$@" -- -std=c++20 -Isrc -w 2>&1 |
    tee /dev/stderr | grep -c 'binds here' || true
}

control=$(findings tests/lint/broken_await.cpp 2>/dev/null)
if [ "$control" != 1 ]; then
  echo "the lint is blind: $control findings in tests/lint/broken_await.cpp instead of 1"
  exit 1
fi
mapfile -t sources < <(grep -lE '\bco_await\b' -r src --include='*.cpp' --include='*.hpp' || true)
if [ ${#sources[@]} = 0 ]; then
  echo "no source awaits; the control was found"
  exit 0
fi
found=$(findings "${sources[@]}")
echo "${#sources[@]} sources await, $found findings"
[ "$found" = 0 ]
