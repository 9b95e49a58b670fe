#include "krafd_kernels.h"

// Written by Training/cutout/export.py.
static const uint8_t weights[] = {
#embed "cutout-weights.bin"
};

const uint8_t *krafd_cutout_weights(void) { return weights; }

size_t krafd_cutout_weights_size(void) { return sizeof weights; }
