#!/usr/bin/env bash
# krafd as the scoring kit expects a cut-out tool: IN OUT [option of `krafd cutout` ...], and the confidence beside OUT.
set -euo pipefail
photo=$1 out=$2
shift 2
exec "$(dirname "$0")/../.build/release/krafd" cutout "$photo" "$out" "$@" --json > "$out.json"
