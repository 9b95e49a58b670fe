#!/usr/bin/env bash
# Every test of the extension. What is missing is said loudly and how to get it; it is no failure.
#   KRAFD     the program krafd (default: the debug build)
#   CHROMIUM    the browser for the pages (default: chromium)
#   KRAF_SHOTS  a folder that keeps the screenshots
set -uo pipefail
here=$(cd "$(dirname "$0")" && pwd)
if ! command -v node >/dev/null; then
  echo "SKIP the VS Code extension: no node on the PATH; install nodejs 18 or later" >&2
  exit 0
fi
KRAFD=${KRAFD:-$here/../../../.build/debug/krafd}
if [ -x "$KRAFD" ]; then export KRAFD; else unset KRAFD; fi
cd "$here" && exec timeout -k 5 900 node --test --test-concurrency=1 ./*.test.js ./webview/*.test.js
