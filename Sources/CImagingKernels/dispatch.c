#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "krafd_kernels.h"

#define NAME(kernel) kernel##_base
#define TABLE base_table
#include "kernels.inc.h"
#undef NAME
#undef TABLE

#if defined(__x86_64__)
#include <immintrin.h>
#pragma clang attribute push(__attribute__((target("avx2,fma,f16c,bmi,bmi2"))), apply_to = function)
#define KRAFD_AVX2 1
#define NAME(kernel) kernel##_avx2
#define TABLE avx2_table
#include "kernels.inc.h"
#undef NAME
#undef TABLE
#undef KRAFD_AVX2
#pragma clang attribute pop
#endif

const krafd_kernel_table *krafd_kernels_base(void) { return &base_table; }

const krafd_kernel_table *krafd_kernels_best(void) {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c") &&
      __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2"))
    return &avx2_table;
#endif
  return &base_table;
}

const krafd_kernel_table *krafd_kernels(void) {
  static _Atomic(const krafd_kernel_table *) chosen;
  const krafd_kernel_table *table = atomic_load_explicit(&chosen, memory_order_acquire);
  if (table == NULL) {
    const char *wish = getenv("KRAFD_CPU");
    table = wish != NULL && strcmp(wish, "base") == 0 ? krafd_kernels_base() : krafd_kernels_best();
    atomic_store_explicit(&chosen, table, memory_order_release);
  }
  return table;
}

int krafd_kernel_variant(void) { return krafd_kernels() == &base_table ? 0 : 1; }
