#!/usr/bin/env bash
# Prints where an editor is that is new enough: the one that NVIM or HX names, one on the PATH, or one that is unpacked
# into .build/editors. Prints nothing where there is none.
#   editor.sh nvim|hx
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$here/../../.build/editors/$1
case $1 in
  nvim) named=${NVIM:-} least='NVIM v(0\.1[0-9]|[1-9])' ;;
  hx) named=${HX:-} least='helix (2[5-9]|[3-9])' ;;
esac

is_new() { [ -n "$1" ] && "$1" --version 2>/dev/null | head -n 1 | grep -qE "$least"; }

for candidate in "$named" "$(command -v "$1")" "$(command -v helix)" "$folder/$1"; do
  is_new "$candidate" && { echo "$candidate"; exit; }
done
"$here/unpack.sh" "$1" "$folder" >&2 && is_new "$folder/$1" && (cd "$folder" && echo "$PWD/$1")
exit 0
