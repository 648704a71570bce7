#!/usr/bin/env bash
# Installs what tests take from npm (eng/node) below artifacts/: the YAML language server that editors run, and axe-core,
# which looks at pages as people with disabilities meet them. Runs a command with their paths in POLICYASCODE_YAML_SERVER and
# POLICYASCODE_AXE, and exits with the command's exit code:   eng/with-node.sh dotnet test
set -uo pipefail

if [ $# -eq 0 ]; then
  echo "usage: $0 command [argument...]" >&2
  exit 2
fi

root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

has_node() { command -v node >/dev/null && command -v npm >/dev/null; }

if ! has_node; then
  echo "Node.js is missing; installing Debian's packages nodejs and npm." >&2
  root apt-get update >&2 && DEBIAN_FRONTEND=noninteractive root apt-get install -y --no-install-recommends nodejs npm >&2
  if ! has_node; then
    echo "$0: no Node.js, and none could be installed." >&2
    exit 1
  fi
fi

here=$(cd "$(dirname "$0")" && pwd)
installed=$here/../artifacts/node
server=$installed/node_modules/yaml-language-server/bin/yaml-language-server
axe=$installed/node_modules/axe-core/axe.min.js

# Exact versions, each held by its hash. A second call finds all of it in place.
if ! cmp -s "$here/node/package-lock.json" "$installed/package-lock.json" || [ ! -f "$server" ] || [ ! -f "$axe" ]; then
  if ! (mkdir -p "$installed" && cp "$here"/node/package*.json "$installed/" &&
    cd "$installed" && npm ci --no-audit --no-fund --ignore-scripts --loglevel=error) >&2; then
    rm -f "$installed/package-lock.json"
    echo "$0: the YAML language server and axe-core could not be installed." >&2
    exit 1
  fi
fi

export POLICYASCODE_YAML_SERVER=$(cd "$installed" && pwd)/node_modules/yaml-language-server/bin/yaml-language-server
export POLICYASCODE_AXE=$(cd "$installed" && pwd)/node_modules/axe-core/axe.min.js
"$@"
