#!/usr/bin/env bash
# The plugin in a real Neovim with a screen attached. What is missing is said loudly and how to get it; it is no failure.
#   KRAFD  the program (default: the debug build)     NVIM  Neovim 0.10 or later
#   run.sh [TEST…]   such as test_preview.Blocks
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
export KRAFD=${KRAFD:-$root/.build/debug/krafd}

skip() {
  echo "SKIP Neovim plugin: $1" >&2
  exit 0
}

NVIM=$("$root/Tests/EditorTests/editor.sh" nvim)
export NVIM
[ -n "$NVIM" ] || skip "no Neovim of version 0.10 or later on the PATH; install one, or name it by NVIM=path"
command -v python3 >/dev/null || skip "no python3; install it"
[ -x "$KRAFD" ] || { echo "no krafd at '$KRAFD'; build it, or name it by KRAFD=path" >&2; exit 1; }

echo "Neovim plugin: $("$NVIM" --version | head -1)"
cd "$here" || exit 1
export PYTHONDONTWRITEBYTECODE=1
report=$(mktemp)
trap 'rm -f "$report"' EXIT
[ $# -gt 0 ] || set -- $(basename -s .py test_*.py)
timeout -k 5 900 python3 -m unittest -v "$@" 2>&1 | tee "$report"
status=${PIPESTATUS[0]}
sed -n "s/.* \.\.\. skipped ['\"]\(.*\)['\"]$/SKIP \1/p" "$report" >&2
exit "$status"
