#!/usr/bin/env bash
# krafd as the scoring kit expects a cut-out tool: IN OUT, and the confidence beside it in OUT.json.
set -euo pipefail
exec "$(dirname "$0")/../.build/release/krafd" cutout "$1" "$2" --json > "$2.json"
