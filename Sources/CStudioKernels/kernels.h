#ifndef KRAFD_STUDIO_KERNELS_H
#define KRAFD_STUDIO_KERNELS_H

#include "krafd_studio.h"

/// The functions of one variant; `krafd_studio.h` says what each does.
typedef struct {
  void (*guide)(const KrafdStudioSet *, const float *, const float *, size_t, KrafdStudioGuide *);
  void (*trace)(
      const KrafdStudioSet *, const int32_t *, size_t, const float *, const float *, uint32_t, uint32_t, uint32_t, float *);
  void (*direct)(const KrafdStudioSet *, const float *, size_t, uint32_t, float *);
  void (*gather)(const KrafdStudioSet *, const float *, size_t, uint32_t, float *);
  void (*filter_row)(const float *, float *, const float *, size_t, const float *, int, int, int, int);
} KrafdStudioKernels;

extern const KrafdStudioKernels krafd_studio_base;

#if defined(__x86_64__)
extern const KrafdStudioKernels krafd_studio_avx2;
#endif

#endif
