#!/usr/bin/env bash
# Installs Debian packages, on Debian and Ubuntu; elsewhere says what is missing.
#
#     scripts/apt-install.sh PACKAGE...
set -euo pipefail

if ! command -v apt-get >/dev/null 2>&1; then
  echo "These are missing and this script installs them only on Debian and Ubuntu: $*" >&2
  exit 1
fi
as_root=()
if [ "$(id -u)" != 0 ]; then
  command -v sudo >/dev/null 2>&1 || { echo "Run as root: apt-get install $*" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing: $*"
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
