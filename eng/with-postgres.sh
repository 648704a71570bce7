#!/usr/bin/env bash
# Starts a throw-away PostgreSQL, runs a command with its connection string in POLICYASCODE_POSTGRES, stops and removes
# it, and exits with the command's exit code:   eng/with-postgres.sh dotnet test
# Its data lie in memory where there is room, and nothing waits for a disk. A command that names the benchmarks gets a
# server on the disk instead, with PostgreSQL's own settings: what they say shall hold elsewhere.
set -uo pipefail

if [ $# -eq 0 ]; then
  echo "usage: $0 command [argument...]" >&2
  exit 2
fi

root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

find_server() {
  local folder
  for folder in "$(pg_config --bindir 2>/dev/null)" /usr/lib/postgresql/*/bin; do
    [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ] && bin=$folder && return 0
  done
  return 1
}

# The folder for the data: in memory if 2 GiB are free there, as they are not in most containers.
in_memory() {
  local free
  free=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  if [ -w /dev/shm ] && [ "${free:-0}" -ge 2097152 ]; then echo /dev/shm; else echo "${TMPDIR:-/tmp}"; fi
}

if ! find_server; then
  echo "PostgreSQL is missing; installing Debian's package postgresql." >&2
  root apt-get update >&2 && DEBIAN_FRONTEND=noninteractive root apt-get install -y --no-install-recommends postgresql >&2
  if ! find_server; then
    echo "$0: no PostgreSQL server, and none could be installed." >&2
    exit 1
  fi
fi

# Tests make and drop a thousand small databases, and to drop one waits for a checkpoint.
case "$*" in
  *[Bb]enchmarks*) folder=${TMPDIR:-/tmp} settings='' ;;
  *) folder=$(in_memory) settings='-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c wal_level=minimal -c max_wal_senders=0 -c max_wal_size=256MB' ;;
esac

# The server refuses to run as root: there it runs as the user that the package made.
work=$(mktemp -d -p "$folder")
as_server=()
if [ "$(id -u)" -eq 0 ]; then
  chown postgres "$work"
  as_server=(runuser -u postgres --)
fi

stop() {
  (cd / && "${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -m immediate -w stop >/dev/null 2>&1)
  rm -rf "$work"
}
trap stop EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

# By socket only: no port to collide with, nobody else to connect.
if ! (cd / && "${as_server[@]}" "$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$work/log" 2>&1 &&
  "${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -l "$work/server.log" -w \
    -o "-c listen_addresses='' -k '$work' -c max_connections=200 $settings" start >>"$work/log" 2>&1); then
  cat "$work/log" "$work/server.log" >&2
  exit 1
fi

export POLICYASCODE_POSTGRES="Host=$work;Username=postgres;Database=postgres"
"$@"
