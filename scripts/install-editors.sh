#!/usr/bin/env bash
# Installs what the editors' tests use and is missing, on Debian and Ubuntu. The tests skip loudly what stays missing.
set -euo pipefail

missing=()
need() { command -v "$1" >/dev/null 2>&1 || missing+=("${@:2}"); }
need emacs emacs-nox elpa-eglot
need tmux tmux
need chromium chromium
need node nodejs
need tsc node-typescript
[ ${#missing[@]} = 0 ] || "$(dirname "$0")/apt-install.sh" "${missing[@]}"
