#include "krafd_codec.h"

#include <string.h>

void krafd_note(krafd_fault *fault, int outcome, size_t byte, const char *detail) {
  if (fault->outcome != KRAFD_DONE) return;
  fault->outcome = outcome;
  fault->byte = byte;
  size_t count = strnlen(detail, sizeof fault->detail - 1);
  memcpy(fault->detail, detail, count);
  fault->detail[count] = 0;
}
