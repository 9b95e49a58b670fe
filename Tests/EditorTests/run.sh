#!/usr/bin/env bash
# Real editors with krafd and no plugin. What is missing is said loudly and how to get it; it is no failure.
#   run.sh                 the tests
#   run.sh screens NAME…   the pictures of editors in docs/images; they need Neovim, Helix and the font JetBrains Mono
#   KRAFD  the program (default: the debug build)     NVIM  Neovim 0.10 or later     HX  Helix 25.01 or later
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
export KRAFD=${KRAFD:-$root/.build/debug/krafd}

# Python with the packages of requirements.txt, in a folder of its own.
packages() {
  local folder=$root/.venv-editors
  cmp -s "$here/requirements.txt" "$folder/requirements.txt" && { echo "$folder/bin/python"; return; }
  python3 -m venv "$folder" >/dev/null 2>&1 \
    && "$folder/bin/python" -m pip install --quiet --disable-pip-version-check -r "$here/requirements.txt" >/dev/null 2>&1 \
    && cp "$here/requirements.txt" "$folder" && echo "$folder/bin/python"
}

work=$(mktemp -d /tmp/kraf-editors.XXXXXX)
export HOME=$work/home KRAF_RUNTIME_DIR=$work/run PROJECT=$work/project XDG_CACHE_HOME=$work/cache
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME
mkdir -p "$HOME" && mkdir -m 700 "$KRAF_RUNTIME_DIR"
trap '"$KRAFD" stop >/dev/null 2>&1; rm -rf "$work"' EXIT
failed=0

# A project as its author left it, and one editor in it.
session() {
  echo "$1"
  shift
  "$KRAFD" stop >/dev/null 2>&1
  rm -rf "$PROJECT" && cp -r "$root/examples" "$PROJECT"
  timeout -k 5 240 "$@" || failed=1
}

nvim=$("$here/editor.sh" nvim)
HX=$("$here/editor.sh" hx)
python=$(packages)
export NVIM=$nvim HX

if [ "${1:-}" = screens ]; then
  font=/usr/share/fonts/truetype/jetbrains-mono
  if [ -n "$nvim" ] && [ -n "$HX" ] && [ -n "$python" ] && [ -d "$font" ]; then
    session "Pictures" "$python" "$here/screens.py" "${@:2}"
  else
    echo "The pictures need Neovim (NVIM), Helix (HX), Python with venv, and the package fonts-jetbrains-mono" >&2
    failed=1
  fi
  exit $failed
fi

if [ -n "$nvim" ]; then
  session "Neovim: $("$nvim" --version | head -1)" "$nvim" --headless -u NONE -n -l "$here/neovim.lua"
else
  echo "SKIP Neovim: none of version 0.10 or later on the PATH; install one, or name it by NVIM=path" >&2
fi

# Debian's package of eglot for Emacs 28 lies outside of Emacs' own folders.
eglot=(--eval "(package-initialize)")
for folder in /usr/share/emacs/site-lisp/elpa-src/*eglot*; do [ -d "$folder" ] && eglot+=(-L "$folder"); done
if command -v emacs >/dev/null && emacs --batch -Q "${eglot[@]}" --eval "(kill-emacs (if (require 'eglot nil t) 0 77))"; then
  session "Emacs: $(emacs --version | head -1)" emacs --batch -Q "${eglot[@]}" -l "$here/eglot.el"
else
  echo "SKIP Emacs: no Emacs with eglot; install emacs-nox and elpa-eglot" >&2
fi

if [ -n "$HX" ] && command -v tmux >/dev/null; then
  session "Helix: $("$HX" --version)" "$here/helix.sh"
else
  echo "SKIP Helix: no hx of 25.01 or later on the PATH, or no tmux; install both, or name Helix by HX=path" >&2
fi

# TITLE FILE…: a session of Python tests.
pytest() {
  session "$1" "$python" -m pytest -q -o asyncio_default_fixture_loop_scope=function -p no:cacheprovider \
    -W error::pytest_lsp.LspSpecificationWarning "${@:2}"
}

# The recorded capabilities of more editors, with every message checked against the protocol's own model; what no editor
# should send, and texts that are hard to count in; what docs/shotlist.md says; what is really drawn.
if [ -n "$python" ]; then
  for mode in bridge process socket; do
    MODE=$mode pytest "Recorded capabilities: $mode" "$here/test_profiles.py"
  done
  pytest "Hard and bad input" "$here/test_bad_input.py" "$here/test_hard_text.py"
  pytest "The documents" "$here/test_documents.py"
  if [ -n "$nvim" ]; then
    pytest "What Neovim draws" "$here/test_drawn.py"
  else
    echo "SKIP what Neovim draws: no Neovim of version 0.10 or later; install one, or name it by NVIM=path" >&2
  fi
else
  echo "SKIP the tests in Python: Python 3 with venv and pip can install no packages here" >&2
fi
exit $failed
