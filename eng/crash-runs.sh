#!/usr/bin/env bash
# Kills a process in the middle of sweeps, erasures and requests, starts it anew, and looks whether anything is lost or done
# twice, on SQLite and PostgreSQL. A seeded slice runs with every test run; this is all of it:
#   eng/crash-runs.sh          200 seeded points of sweeps and erasures, and every point of requests and their outbox
#   eng/crash-runs.sh 40       40 seeded points, and a slice of the others
set -euo pipefail
cd "$(dirname "$0")/.."

export PAC_CRASHES=${1:-200}
[ $# -eq 0 ] && export PAC_CRASH=all
tests=PolicyAsCode.EntityFrameworkCore.Tests
dotnet build tests/$tests --nologo -v q
exec eng/with-postgres.sh dotnet tests/$tests/bin/Debug/net10.0/$tests.dll \
  -class $tests.Sweeps.CrashTests -class $tests.Requests.CrashTests -showLiveOutput -diagnostics -noColor
