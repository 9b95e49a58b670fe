#if defined(__x86_64__)
#include <stddef.h>
#include <stdint.h>

#pragma clang attribute push(__attribute__((target("avx2,fma,f16c,bmi,bmi2"))), apply_to = function)
#include "kernels.inc.h"
#pragma clang attribute pop

const KrafdStudioKernels krafd_studio_avx2 = {guide, trace, direct, gather, filter_row};
#endif
