#ifndef KRAFD_KERNELS_H
#define KRAFD_KERNELS_H

/// Which variant of the kernels runs: 0 is the portable one, 1 is AVX2 with FMA.
int krafd_kernel_variant(void);

#endif
