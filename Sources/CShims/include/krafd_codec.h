#ifndef KRAFD_CODEC_H
#define KRAFD_CODEC_H
#include <stddef.h>
#include <stdint.h>

/// How a call of a codec shim ended.
enum krafd_outcome {
  KRAFD_DONE = 0,
  /// The library refused the bytes, or they end early.
  KRAFD_DAMAGED = 1,
  /// The caller's poll asked to stop.
  KRAFD_STOPPED = 2,
};

/// What a codec met, with the place in the file for readers.
typedef struct {
  /// One of `krafd_outcome`.
  int outcome;
  /// The number of input bytes taken when the call ended.
  size_t byte;
  /// The library's words, ended by a zero.
  char detail[160];
} krafd_fault;

/// Asked now and then during long work; any answer but 0 ends it with KRAFD_STOPPED.
typedef int (*krafd_poll)(void *context);

/// Takes bytes that are valid during the call only.
typedef void (*krafd_sink)(void *context, const uint8_t *bytes, size_t count);

/// Notes how and where a call ended; `detail` is cut to fit. The first note stays.
void krafd_note(krafd_fault *fault, int outcome, size_t byte, const char *detail);

#endif
