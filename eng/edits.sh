#!/usr/bin/env bash
# What analyzers keep from one version of a program to the next, compared with a first look: the code of each test is analysed
# in several other versions first, as an editor would. One test in eight does it with every test run; this is all of them:
#   eng/edits.sh
set -euo pipefail
cd "$(dirname "$0")/.."

export POLICYASCODE_EDITS=all
exec dotnet test tests/PolicyAsCode.Analyzers.Tests --nologo
