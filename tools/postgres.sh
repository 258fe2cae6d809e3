#!/usr/bin/env bash
# A PostgreSQL server for tests, in a folder of its own, on a socket and one loopback port.
#   tools/postgres.sh start FOLDER PORT [--durable]   prints the URL; without --durable fsync is off
#   tools/postgres.sh stop FOLDER
set -euo pipefail
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

case ${1:-} in
start)
  folder=$2 port=$3 durable=${4:-}
  if [ ! -d "$folder/data" ]; then
    mkdir -p "$folder"
    [ "$(id -u)" = 0 ] && chown postgres "$folder"
    as_postgres "$bin/initdb" -D "$folder/data" -U ogniwo -A trust --locale=C.UTF-8 >"$folder/initdb.log" 2>&1
  fi
  options="-p $port -k $folder -c listen_addresses=127.0.0.1 -c max_connections=200"
  [ "$durable" = --durable ] || options="$options -c fsync=off"
  as_postgres "$bin/pg_ctl" -D "$folder/data" -l "$folder/server.log" -o "$options" -w start >/dev/null
  echo "postgresql://ogniwo@127.0.0.1:$port/postgres"
  ;;
stop)
  as_postgres "$bin/pg_ctl" -D "$2/data" -m fast -w stop >/dev/null
  ;;
*)
  sed -n '2,4p' "$0" >&2
  exit 2
  ;;
esac
