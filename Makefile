# Two commands do everything: `make demo` and `make test`. The others are parts of them, or slower suites.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help demo test setup check build release release-smoke bench blender gallery screens sanitize crash-test onnx-test test-editors test-plugins format clean

RELEASE_FLAGS := -c release --static-swift-stdlib -Xlinker --strip-debug
DEPENDENCY_CHECK := --explicit-target-dependency-import-check error
TEST_WIDTH := --experimental-maximum-parallelization-width 6
SOURCES := Package.swift Sources Tests Benchmarks/krafd-bench

help: ## Lists the commands.
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

demo: release ## Builds krafd and renders examples/trailhead.kraf into out/.
	@.build/release/krafd render examples/trailhead.kraf --out out

# Four runs: the workspace's tests start copies of the test program and wait for them, which the children of other
# tests would disturb; the end-to-end tests block their threads and the imaging tests fill them with work, which would
# hold up everybody else. Not all of a run's tests at once, or the last of hundreds wait for their answers in vain.
test: setup check build ## Runs every test that is not documented as slow.
	swift test --skip-build $(TEST_WIDTH) --skip 'WorkspaceTests|EndToEndTests|ImagingTests'
	swift test --skip-build $(TEST_WIDTH) --filter ImagingTests
	swift test --skip-build $(TEST_WIDTH) --filter WorkspaceTests
	swift test --skip-build $(TEST_WIDTH) --filter EndToEndTests
	@$(MAKE) --no-print-directory release-smoke

test-editors: build test-plugins ## Runs real editors, bare and with the plugins; says loudly which of them are missing.
	Tests/EditorTests/run.sh

# They wait for pictures, which the debug build makes slowly.
test-plugins: release ## Runs the tests of the Neovim plugin and of the VS Code extension; says loudly what is missing.
	KRAFD=$(CURDIR)/.build/release/krafd editors/neovim/test/run.sh
	KRAFD=$(CURDIR)/.build/release/krafd editors/vscode-extension/test/run.sh

setup: ## Installs the system libraries that are missing.
	@scripts/install-libraries.sh

check: ## Checks the format of all sources.
	swift format lint --strict --parallel --recursive $(SOURCES)

build: setup ## Builds everything for debugging, with the dependency check.
	swift build --build-tests $(DEPENDENCY_CHECK)

release: setup ## Builds the static release binary.
	swift build $(RELEASE_FLAGS) --product krafd

release-smoke: release ## Runs the release binary once, as a user would.
	scripts/release-smoke.sh .build/release/krafd

bench: setup ## Measures krafd and its peers in one run and writes Benchmarks/RESULTS.md (about 13 minutes).
	swift build $(RELEASE_FLAGS) --product krafd
	swift build $(RELEASE_FLAGS) --product krafd-bench
	Benchmarks/run.sh

blender: ## Installs Blender's Python package (400 MB) into .venv-blender, for one row of the benchmark.
	python3 -m venv .venv-blender
	.venv-blender/bin/pip install --quiet --disable-pip-version-check bpy==5.0.1 numpy pillow

gallery: release ## Renders contact sheets of every style into docs/gallery (slow).
	Benchmarks/gallery.sh

screens: release ## Draws the pictures of editors in docs/images; needs Neovim, Helix and the font JetBrains Mono.
	KRAFD=$(CURDIR)/.build/release/krafd Tests/EditorTests/run.sh screens

sanitize: setup ## Runs imaging under AddressSanitizer, transport and workspace under ThreadSanitizer (slow).
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --scratch-path .build/asan --filter 'ImagingTests|RPCProtocolTests'
	swift test --sanitize thread --scratch-path .build/tsan --filter 'DaemonTests|WorkspaceTests|PlatformTests'

crash-test: build ## Kills the workspace 200 times under a mixed load and checks that nothing is lost (slow).
	KRAFD_CRASH_ROUNDS=200 swift test --skip-build --filter CrashTests

onnx-test: build ## Fetches ONNX Runtime into .venv-onnx and runs the tests that need it.
	scripts/onnx-test.sh

format: ## Formats all Swift sources in place.
	swift format --in-place --parallel --recursive $(SOURCES)

clean: ## Removes what was built and rendered.
	rm -rf .build out
