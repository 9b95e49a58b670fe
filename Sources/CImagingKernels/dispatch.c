#include "krafd_kernels.h"

int krafd_kernel_variant(void) { return 0; }
