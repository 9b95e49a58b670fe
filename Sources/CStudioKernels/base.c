#include "kernels.inc.h"

const KrafdStudioKernels krafd_studio_base = {guide, trace, direct, gather, filter_row};
