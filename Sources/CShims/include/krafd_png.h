#ifndef KRAFD_PNG_H
#define KRAFD_PNG_H
#include "krafd_codec.h"

/// One PNG to read into memory that the caller owns.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  /// Where the rows go: `width` × `height` pixels of `channels` bytes, without padding.
  uint8_t *pixels;
  /// What the caller read in the header; another size in the file is damage.
  uint32_t width, height;
  /// 4: red, green, blue, straight alpha. 1: gray, alpha dropped; only for gray files.
  int channels;
  /// The most bytes that one chunk may fill when it is inflated.
  size_t max_chunk_bytes;
  krafd_poll poll;
  /// Gets the inflated ICC profile, once, when the file has one.
  krafd_sink profile;
  void *context;
} krafd_png_source;

/// Reads a whole PNG and checks it to its last chunk; `fault` says how it went.
void krafd_png_read(const krafd_png_source *source, krafd_fault *fault);

/// One PNG to write.
typedef struct {
  const uint8_t *pixels;
  uint32_t width, height;
  /// How many bytes a pixel has in memory: 4 (red, green, blue, alpha) or 1 (gray).
  int channels;
  /// Not 0: leaves the alpha of four channels out.
  int drops_alpha;
  /// Effort of zlib, 1 to 9.
  int level;
  krafd_poll poll;
  krafd_sink sink;
  void *context;
} krafd_png_target;

/// Writes a PNG with 8 bits a channel and an sRGB chunk, piece by piece, to the sink.
void krafd_png_write(const krafd_png_target *target, krafd_fault *fault);

#endif
