#!/usr/bin/env bash
# Takes one statement after the other out of the generated plans, and prints which proof noticed, and which did not:
#   eng/mutate-plans.sh                    all statements of all plans
#   eng/mutate-plans.sh 20 7               20 of each plan, chosen by seed 7
#   KINDS=Condition,Assignment eng/mutate-plans.sh    conditions of queries and single assignments
#   NAMED=EraseOrdersOfCustomer eng/mutate-plans.sh   those with that in their name
#   ONLY='*Jova_Pos' eng/mutate-plans.sh   one plan
set -euo pipefail
cd "$(dirname "$0")/.."

export POLICYASCODE_MUTANTS=${1:-all} POLICYASCODE_MUTANTS_SEED=${2:-} POLICYASCODE_MUTANTS_KINDS=${KINDS:-} \
  POLICYASCODE_MUTANTS_NAMED=${NAMED:-}
dotnet build tests/PolicyAsCode.Proofs.Tests --nologo -v q
exec dotnet tests/PolicyAsCode.Proofs.Tests/bin/Debug/net10.0/PolicyAsCode.Proofs.Tests.dll \
  -method "${ONLY:-*Nothing_can_be_missing*}" -showLiveOutput -noColor
