#!/usr/bin/env bash
# One run of everything: krafd's own timings, then the peers of the scoring kit on the same files, then the report.
# Arguments: none. Writes Benchmarks/results.json and Benchmarks/RESULTS.md.
set -euo pipefail
cd "$(dirname "$0")/.."

kit=${KRAFD_BENCH_KIT:-../shared/bench}
corpus=${KRAFD_BENCH_CORPUS:-../shared/corpus}
work=$(mktemp -d /tmp/krafd-bench.XXXXXX)
export KRAF_RUNTIME_DIR=$work/run XDG_CACHE_HOME=$work/xdg
mkdir -m 700 "$KRAF_RUNTIME_DIR"
trap '.build/release/krafd stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

echo "krafd alone: protocol, language, imaging, studio, life of the daemon"
.build/release/krafd-bench all --krafd "$PWD/.build/release/krafd" --examples "$PWD/examples" --scratch "$work" \
  > "$work/own.json"

.build/release/krafd-bench studio-memory --examples "$PWD/examples" > "$work/memory.json"

echo "studio pictures against their own references, beside Blender's Cycles on the same set"
.build/release/krafd-bench studio --examples "$PWD/examples" --scratch "$work"
blender=${KRAFD_BENCH_BLENDER:-.venv-blender/bin/python}
if [ -x "$blender" ]; then
  "$blender" Benchmarks/cycles.py --scratch "$work" --reference-samples 128 --most-samples 4 > "$work/cycles.json"
else
  echo "SKIP Cycles: no Python with bpy at $blender; 'make blender' installs one" >&2
fi

if [ -f "$kit/score.py" ] && [ -d "$corpus" ]; then
  venv=.venv-bench
  [ -x $venv/bin/python ] || python3 -m venv $venv
  echo "peers: installing the kit's packages"
  $venv/bin/pip install --quiet --disable-pip-version-check -r "$kit/requirements.txt"
  $venv/bin/python Benchmarks/studio.py --scratch "$work" > "$work/studio.json"
  echo "codecs and resize, beside Pillow, OpenCV and libvips"
  $venv/bin/python "$kit/score.py" codec --corpus "$corpus" --name krafd --json "$work/codec.json" \
    --tool-bench "$PWD/.build/release/krafd-bench codec --krafd $PWD/.build/release/krafd --scratch $work {dir}"
  cutouts() { # NAME GROUPS BASELINE [option of krafd cutout ...]
    local name=$1 groups=$2 base=$3
    shift 3
    $venv/bin/python "$kit/score.py" cutout --corpus "$corpus" --name krafd --json "$work/$name.json" \
      --group "$groups" --base "$base" --cache "$work/cache.json" \
      --tool "$PWD/Benchmarks/cutout-tool.sh {in} {out} $*"
  }
  echo "cut-out, beside GrabCut at 512 px: without a hint, with a box, and at 2048 px"
  cutouts cutout product,composite,matte,bigbird grabcut512
  cutouts boxed product,composite,matte,bigbird grabcut512_box --box '{box}'
  cutouts large composite2048 grabcut512
  echo "colors along the edge of cut-outs, beside the photo's own"
  $venv/bin/python Benchmarks/edge-colors.py --packshots "$corpus/packshot" \
    --tool "$PWD/Benchmarks/cutout-tool.sh {in} {out}" > "$work/edges.json"
else
  echo "SKIP peers: no scoring kit at $kit with a corpus at $corpus; RESULTS.md will hold krafd's rows only" >&2
fi
python3 Benchmarks/report.py --results "$work" --out Benchmarks
