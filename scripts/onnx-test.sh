#!/usr/bin/env bash
# Fetches ONNX Runtime into .venv-onnx and runs the tests that need it; everything must be built for debugging.
set -euo pipefail
cd "$(dirname "$0")/.."

venv=.venv-onnx
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/pip install --quiet --disable-pip-version-check onnxruntime
library=$(find "$PWD/$venv" -name 'libonnxruntime.so*' | sort | head -n 1)
[ -n "$library" ] || { echo "onnxruntime brought no shared library along; see $venv" >&2; exit 1; }
echo "Testing with $library"
export KRAFD_TEST_ONNXRUNTIME=$library
swift test --skip-build --filter 'ProvidersTests.ONNXSessionTests'
swift test --skip-build --filter 'EndToEndTests.CutoutModelTests'
