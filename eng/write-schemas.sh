#!/usr/bin/env bash
# Writes the JSON schemas anew that lie in the repository: those of the package, and those of our own policies, which
# know the terms of our own vocabulary. A test fails where they are not what this writes.
set -euo pipefail
cd "$(dirname "$0")/.."

policy() { dotnet run --project src/PolicyAsCode.Cli -- "$@"; }

policy schema --output schema
policy schema --in policies --output policies/.schema
