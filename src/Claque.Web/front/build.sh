#!/usr/bin/env bash
# Builds the pages of the workbench into ../wwwroot. With --check it builds beside and fails when the committed bundle differs.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")"
if ! command -v npm >/dev/null; then
    echo "build.sh needs npm (Node 20 or later) to build the pages; the committed bundle in src/Claque.Web/wwwroot works without it."
    [ "${1:-}" = --check ] && [ "${CI:-}" != true ] && exit 0
    exit 1
fi

[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --no-audit --no-fund --loglevel=error
npx tsc --noEmit
node test.mjs
if [ "${1:-}" != --check ]; then
    exec node build.mjs
fi

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
node build.mjs "$fresh"
if ! diff -r "$fresh" ../wwwroot >/dev/null; then
    echo "src/Claque.Web/wwwroot is not what its sources give: run src/Claque.Web/front/build.sh and commit the result."
    exit 1
fi
echo "The committed bundle is what its sources give."
