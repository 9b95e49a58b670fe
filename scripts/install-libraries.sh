#!/usr/bin/env bash
# Installs the system libraries that krafd links with, when any is missing. Quick and silent when nothing is.
set -euo pipefail

packages=(pkg-config libpng-dev libjpeg62-turbo-dev libwebp-dev liblcms2-dev libssl-dev libsqlite3-dev libcurl4-openssl-dev)
modules=(libpng libjpeg libwebp libwebpdemux lcms2 libcrypto sqlite3 libcurl)

missing=0
command -v pkg-config >/dev/null 2>&1 || missing=1
for module in "${modules[@]}"; do
  [ "$missing" = 1 ] || pkg-config --exists "$module" || missing=1
done

if ! command -v swift >/dev/null 2>&1; then
  echo "krafd needs Swift 6.1 or newer on the PATH; https://www.swift.org/install tells how to get it." >&2
  exit 1
fi
[ "$missing" = 1 ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "These libraries are missing and this script installs them only on Debian and Ubuntu: ${modules[*]}" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "Run as root: apt-get install ${packages[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing system libraries: ${packages[*]}"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
