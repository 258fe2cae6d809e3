#!/usr/bin/env bash
# Installs what a bare Debian 12 lacks: `tools/install.sh build` for ./run, `test` or `bench` for more.
set -euo pipefail

build=(
  ca-certificates g++ cmake ninja-build ccache pkg-config git
  libboost1.81-dev libboost-json1.81-dev libboost-url1.81-dev
  libsqlite3-dev libpq-dev libsodium-dev libssl-dev libicu-dev zlib1g-dev libmimalloc-dev
  libzip-dev libexpat1-dev libfmt-dev libtomlplusplus-dev libcli11-dev libhowardhinnant-date-dev tzdata
)
# npm alone brings some 400 packages, so a newer nodejs that is there already is left alone.
command -v npm >/dev/null || build+=(nodejs npm)
test=(doctest-dev postgresql rclone chromium clang-14 clang-tools-14 libclang-rt-14-dev curl python3 openssl)
bench=(nginx-light wrk postgresql)

wanted=("${build[@]}")
case ${1:-build} in
build) ;;
test) wanted+=("${test[@]}") ;;
bench) wanted+=("${test[@]}" "${bench[@]}") ;;
*) echo "usage: tools/install.sh build|test|bench" >&2; exit 2 ;;
esac

missing=()
for package in "${wanted[@]}"; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=missing
  [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

root=()
[ "$(id -u)" = 0 ] || root=(sudo)
echo "Installing: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${root[@]}" apt-get update -qq >&2
# Servers that come along must not start by themselves; tests start their own.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | "${root[@]}" tee "$policy" >/dev/null
  "${root[@]}" chmod +x "$policy"
  trap '"${root[@]}" rm -f "$policy"' EXIT
fi
"${root[@]}" apt-get install -qq -y --no-install-recommends "${missing[@]}" >&2
