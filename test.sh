#!/usr/bin/env bash
# Runs every test. Ends with a line "N passed, N failed[, N skipped]"; exit code 0 only when all that ran passed.
set -u
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

locked=()
[ "${CI:-}" = true ] && locked=(--locked-mode)
if ! dotnet restore Claque.slnx ${locked[@]+"${locked[@]}"} --verbosity quiet || ! dotnet build Claque.slnx --configuration Release --no-restore --verbosity quiet; then
    echo "0 passed, 1 failed"
    exit 1
fi

dotnet test Claque.slnx --configuration Release --no-build --verbosity quiet --nologo \
    --logger trx --results-directory "$results" "$@"
status=$?

count() { grep -ho "<Counters [^>]*>" "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
total=$(count total)
passed=$(count passed)
failed=$(($(count failed) + $(count error) + $(count timeout) + $(count aborted)))
skipped=$((total - passed - failed))
# What failed, and of its message the first lines, once more at the end, where it is looked for.
awk '/<UnitTestResult /&&/outcome="Failed"/ { match($0, /testName="[^"]*"/); name = substr($0, RSTART + 10, RLENGTH - 11) }
    name != "" && /<Message>/ { print "failed: " name; lines = 6 }
    lines > 0 { if (/<StackTrace>/) lines = 0; else { gsub(/<[^>]*>/, ""); gsub(/&#xD;/, ""); print "    " $0; lines-- } }
    /<\/UnitTestResult>/ { name = ""; lines = 0 }' "$results"/*.trx 2>/dev/null
[ "$skipped" -gt 0 ] && grep -ho '<Message>[^<]*</Message>' "$results"/*.trx | sed 's/<[^>]*>//g' | grep -i needs | sort | uniq -c | sed 's/^/skipped: /'
if [ "$((passed + failed))" -eq 0 ]; then status=5; fi
if [ "$status" -ne 0 ] && [ "$failed" -eq 0 ]; then failed=1; fi
if [ "$skipped" -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"; else echo "$passed passed, $failed failed"; fi
exit "$status"
