#!/usr/bin/env bash
# Installs Debian's Chromium where it is missing, runs a command with its path in POLICYASCODE_CHROMIUM, and exits with the
# command's exit code:   eng/with-browser.sh eng/with-node.sh dotnet test tests/PolicyAsCode.AspNetCore.Tests
set -uo pipefail

if [ $# -eq 0 ]; then
  echo "usage: $0 command [argument...]" >&2
  exit 2
fi

root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

find_browser() { browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome); }

if ! find_browser; then
  echo "Chromium is missing; installing Debian's package chromium." >&2
  root apt-get update >&2 && DEBIAN_FRONTEND=noninteractive root apt-get install -y --no-install-recommends chromium fonts-dejavu-core >&2
  if ! find_browser; then
    echo "$0: no Chromium, and none could be installed." >&2
    exit 1
  fi
fi

export POLICYASCODE_CHROMIUM=$browser
exec "$@"
