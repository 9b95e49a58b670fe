#include "kernels.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

static _Atomic(const KrafdStudioKernels *) chosen = 0;

static const KrafdStudioKernels *best(void) {
#if defined(__x86_64__)
  const char *forced = getenv("KRAFD_CPU");
  if (forced && strcmp(forced, "base") == 0) return &krafd_studio_base;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return &krafd_studio_avx2;
#endif
  return &krafd_studio_base;
}

static const KrafdStudioKernels *kernels(void) {
  const KrafdStudioKernels *table = atomic_load_explicit(&chosen, memory_order_relaxed);
  if (!table) {
    table = best();
    atomic_store_explicit(&chosen, table, memory_order_relaxed);
  }
  return table;
}

int krafd_studio_variant(void) { return kernels() != &krafd_studio_base; }

void krafd_studio_force_variant(int variant) {
  atomic_store_explicit(&chosen, variant == 0 ? &krafd_studio_base : best(), memory_order_relaxed);
}

void krafd_studio_guide(
    const KrafdStudioSet *set, const float *columns, const float *rows, size_t count, KrafdStudioGuide *out) {
  kernels()->guide(set, columns, rows, count, out);
}

void krafd_studio_trace(
    const KrafdStudioSet *set, const int32_t *pixels, size_t count, const float *base, const float *inverse_plate,
    uint32_t seed, uint32_t first, uint32_t samples, float *sums) {
  kernels()->trace(set, pixels, count, base, inverse_plate, seed, first, samples, sums);
}

void krafd_studio_direct(const KrafdStudioSet *set, const float *points, size_t count, uint32_t samples, float *out) {
  kernels()->direct(set, points, count, samples, out);
}

void krafd_studio_gather(const KrafdStudioSet *set, const float *points, size_t count, uint32_t samples, float *out) {
  kernels()->gather(set, points, count, samples, out);
}

void krafd_studio_filter_row(
    const float *in, float *out, const float *guides, size_t guide_plane, const float *reach, int width, int height, int y,
    int step) {
  kernels()->filter_row(in, out, guides, guide_plane, reach, width, height, y, step);
}
