#!/usr/bin/env bash
# Contact sheets of every style: of the example products into docs/gallery, and of six photos of the corpus, when it is
# there, into Benchmarks/gallery, which stays out of the repository.
set -euo pipefail
cd "$(dirname "$0")/.."

corpus=${KRAFD_BENCH_CORPUS:-../shared/corpus}
work=$(mktemp -d /tmp/krafd-gallery.XXXXXX)
export KRAF_RUNTIME_DIR=$work/run XDG_CACHE_HOME=$work/xdg
mkdir -m 700 "$KRAF_RUNTIME_DIR"
trap '.build/release/krafd stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

venv=.venv-bench
[ -x $venv/bin/python ] || python3 -m venv $venv
$venv/bin/pip install --quiet --disable-pip-version-check pillow
$venv/bin/python Benchmarks/gallery.py --krafd .build/release/krafd --out docs/gallery --surfaces \
  examples/photos/{bottle,carton,mug,perfume,jar,kettle}-studio.jpg

if [ -d "$corpus/cutout" ]; then
  ls "$corpus"/cutout/prod_*.jpg | head -6 | xargs $venv/bin/python Benchmarks/gallery.py --krafd .build/release/krafd \
    --out Benchmarks/gallery
else
  echo "SKIP photos: no corpus at $corpus; only the example products were rendered" >&2
fi
