#!/usr/bin/env bash
# Runs the release binary once as a user would, and checks its size and its memory.
#
#     scripts/release-smoke.sh PROGRAM
set -euo pipefail

krafd=$(realpath "$1")
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d /tmp/ks-XXXXXX)
mkdir -m 700 "$work/run" "$work/home"
export KRAF_RUNTIME_DIR=$work/run HOME=$work/home
trap '"$krafd" stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

fail() { echo "release smoke: $1" >&2; exit 1; }

# The database library links ICU, which is about half of the program; it is on the disk only, not in memory.
size=$(stat -c %s "$krafd")
[ "$size" -le $((90 * 1024 * 1024)) ] || fail "the program has $((size >> 20)) MiB, more than 90"

"$krafd" version >/dev/null
"$krafd" sockname >/dev/null
resident=$("$krafd" status --json | sed -E 's/.*"residentBytes":([0-9]+).*/\1/')
[ "$resident" -le $((30 * 1024 * 1024)) ] || fail "the idle daemon holds $((resident >> 20)) MiB, more than 30"

cp -r "$root/examples" "$work/examples"
rm -rf "$work/examples/.kraf"
sed -i 's/^size: .*/size: 256x256/' "$work/examples/trailhead.kraf"
"$krafd" render "$work/examples/trailhead.kraf" --out "$work/out" >/dev/null
[ "$(find "$work/out" -name '*.png' -size +4k | wc -l)" = 2 ] || fail "render made other files than two pictures"
"$krafd" stop
echo "release smoke: $((size >> 20)) MiB program, $((resident >> 20)) MiB idle, two pictures rendered"
