// The kernels in plain C for whatever instruction set the including file asks for. Everything here is static; the including
// file hands the functions out in a table.
#include "krafd_studio.h"
#include "kernels.h"

// Every function that takes or gives a vector is inlined, so no call depends on how vectors are passed.
#pragma clang diagnostic ignored "-Wpsabi"

#include "vector.inc.h"
#include "sampling.inc.h"
#include "pieces.inc.h"
#include "room.inc.h"
#include "guide.inc.h"
#include "body.inc.h"
#include "hiding.inc.h"
#include "trace.inc.h"
#include "empty.inc.h"
#include "filter.inc.h"
