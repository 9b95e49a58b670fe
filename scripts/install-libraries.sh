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
[ "$missing" = 0 ] || "$(dirname "$0")/apt-install.sh" "${packages[@]}"
