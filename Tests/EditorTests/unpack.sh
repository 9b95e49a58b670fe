#!/usr/bin/env bash
# Unpacks an editor of Debian 13 into a folder, for Debian 12, which has none or too old a one. Nothing is installed; a
# second run does nothing.
#   unpack.sh nvim|hx FOLDER     then FOLDER/nvim, or FOLDER/hx, is the editor
set -euo pipefail

fail() { echo "unpack.sh: $1" >&2; exit 1; }

[ $# = 2 ] || fail "name the editor, nvim or hx, and the folder"
editor=$1
mkdir -p "$2"
folder=$(cd "$2" && pwd)
[ ! -x "$folder/$editor" ] || exit 0
. /etc/os-release
[ "${VERSION_CODENAME:-}" = bookworm ] || fail "this is for Debian 12; install $editor by your system's own means"

# What each package needs to run, beside the C library that all of them need.
case $editor in
  nvim) package=neovim program=usr/bin/nvim ;;
  hx) package=hx program=usr/lib/hx/hx ;;
  *) fail "'$editor' is not nvim or hx" ;;
esac

# Where apt has this system from, asked for the next suite, and with lists apart from the system's.
mirror=$(apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(CREATED_BY) $(REPO_URI)' \
  | sed -n 's/^bookworm main Packages //p' | head -n 1)
[ -n "$mirror" ] || fail "apt has no source for the main part of bookworm"
work=$(mktemp -d "$folder/fetch.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/lists/partial" "$work/cache/archives/partial" "$work/packages" "$folder/root"
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >"$work/sources"
settings=(
  -qq -o "Dir::Etc::sourcelist=$work/sources" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
  -o Dir::State::status=/dev/null -o "Dir::Cache=$work/cache" -o Acquire::Languages=none
)
[ "$(id -u)" != 0 ] || settings+=(-o APT::Sandbox::User=root)
apt-get "${settings[@]}" update || fail "the list of packages cannot be read"
mapfile -t needed < <(apt-cache "${settings[@]}" depends --recurse --important "$package" | grep -E '^[a-z0-9]' \
  | grep -vE '^(debconf|perl|gcc-[0-9]+-base)' | sort -u)
(cd "$work/packages" && apt-get "${settings[@]}" download "${needed[@]}") || fail "$package cannot be fetched"
for file in "$work"/packages/*.deb; do dpkg-deb -x "$file" "$folder/root"; done
loader=$(find "$folder/root" -name 'ld-linux*.so.*' | head -n 1)
[ -n "$loader" ] && [ -x "$folder/root/$program" ] || fail "$package holds no program that can run"
libraries=$folder/root/usr/lib/$(uname -m)-linux-gnu

# With its own C library, so that this system's may be older.
cat >"$work/start" <<START
#!/bin/sh
export VIMRUNTIME='$folder/root/usr/share/nvim/runtime' HELIX_RUNTIME='$folder/root/usr/lib/hx/runtime'
export LUA_PATH='$folder/root/usr/share/lua/5.1/?.lua;;' LUA_CPATH='$libraries/lua/5.1/?.so;;'
exec '$loader' --library-path '$libraries' '$folder/root/$program' "\$@"
START
chmod +x "$work/start"
"$work/start" --version >/dev/null || fail "$package does not start"
mv "$work/start" "$folder/$editor"
