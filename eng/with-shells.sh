#!/usr/bin/env bash
# Installs the shells whose completion is tested (zsh, fish), runs a command, and exits with its exit code:
#   eng/with-shells.sh dotnet test tests/PolicyAsCode.Cli.Tests
set -uo pipefail

if [ $# -eq 0 ]; then
  echo "usage: $0 command [argument...]" >&2
  exit 2
fi

root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

has_shells() { command -v zsh >/dev/null && command -v fish >/dev/null; }

if ! has_shells; then
  echo "Installing Debian's packages zsh and fish." >&2
  root apt-get update >&2 && DEBIAN_FRONTEND=noninteractive root apt-get install -y --no-install-recommends zsh fish >&2
  if ! has_shells; then
    echo "$0: zsh or fish is missing, and could not be installed; what tests them is skipped." >&2
  fi
fi

exec "$@"
