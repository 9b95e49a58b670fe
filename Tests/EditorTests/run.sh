#!/usr/bin/env bash
# Real editors with krafd and no plugin. What is missing is said loudly and how to get it; it is no failure.
#   KRAFD  the program (default: the debug build)     NVIM  Neovim 0.10 or later
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export KRAFD=${KRAFD:-$root/.build/debug/krafd}
unpacker=$root/../shared/tools/nvim-0.10.sh

neovim() {
  local candidate
  for candidate in "${NVIM:-}" "$(command -v nvim)" "$root/.build/neovim/nvim"; do
    [ -n "$candidate" ] && "$candidate" --version 2>/dev/null | head -1 | grep -qE 'v0\.1[0-9]|v[1-9]' \
      && { echo "$candidate"; return; }
  done
  [ -x "$unpacker" ] && "$unpacker" "$root/.build/neovim" >/dev/null 2>&1 && echo "$root/.build/neovim/nvim"
}

nvim=$(neovim)
if [ -z "$nvim" ]; then
  echo "SKIP Neovim: none of version 0.10 or later on the PATH; install one, or name it by NVIM=path" >&2
  exit 0
fi
work=$(mktemp -d /tmp/kraf-editors.XXXXXX)
export HOME=$work/home KRAF_RUNTIME_DIR=$work/run PROJECT=$work/project XDG_CACHE_HOME=$work/cache
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
mkdir -p "$HOME" "$PROJECT" && mkdir -m 700 "$KRAF_RUNTIME_DIR"
cp -r "$root/examples/." "$PROJECT"
trap '"$KRAFD" stop >/dev/null 2>&1; rm -rf "$work"' EXIT
echo "Neovim: $("$nvim" --version | head -1)"
timeout -k 5 240 "$nvim" --headless -u NONE -n -l "$here/neovim.lua"
