#!/usr/bin/env bash
# Starts a throw-away PostgreSQL, runs a command with its connection string in POLICYASCODE_POSTGRES, stops and removes
# it, and exits with the command's exit code:   eng/with-postgres.sh dotnet test
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

if ! find_server; then
  echo "PostgreSQL is missing; installing Debian's package postgresql." >&2
  root apt-get update >&2 && DEBIAN_FRONTEND=noninteractive root apt-get install -y --no-install-recommends postgresql >&2
  if ! find_server; then
    echo "$0: no PostgreSQL server, and none could be installed." >&2
    exit 1
  fi
fi

# The server refuses to run as root: there it runs as the user that the package made.
work=$(mktemp -d)
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

# By socket only: no port to collide with, nobody else to connect. Nothing here is worth an fsync.
if ! (cd / && "${as_server[@]}" "$bin/initdb" -D "$work/data" -U postgres -A trust -E UTF8 --locale=C.UTF-8 >"$work/log" 2>&1 &&
  "${as_server[@]}" "$bin/pg_ctl" -D "$work/data" -l "$work/server.log" -w \
    -o "-c listen_addresses='' -k '$work' -c fsync=off -c full_page_writes=off -c max_connections=200" start >>"$work/log" 2>&1); then
  cat "$work/log" "$work/server.log" >&2
  exit 1
fi

export POLICYASCODE_POSTGRES="Host=$work;Username=postgres;Database=postgres"
"$@"
