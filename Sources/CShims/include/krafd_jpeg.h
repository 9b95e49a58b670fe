#ifndef KRAFD_JPEG_H
#define KRAFD_JPEG_H
#include "krafd_codec.h"

/// One JPEG to read into memory that the caller owns.
typedef struct {
  const uint8_t *bytes;
  size_t count;
  /// Where the rows go: `width` × `height` pixels of four bytes, without padding.
  uint8_t *pixels;
  /// The size after scaling; another size in the file is damage.
  uint32_t width, height;
  /// The picture is read at `eighths` / 8 of its size: 1, 2, 4 or 8.
  int eighths;
  /// Not 0: rows are cyan, magenta, yellow, black as stored. 0: red, green, blue, 255.
  int as_cmyk;
  /// The most scans of a progressive file.
  int max_scans;
  krafd_poll poll;
  void *context;
} krafd_jpeg_source;

/// Reads a whole JPEG; damaged entropy data is an error, never a half gray picture.
void krafd_jpeg_read(const krafd_jpeg_source *source, krafd_fault *fault);

/// One JPEG to write from rows of red, green, blue and a byte that is not used, or of gray.
typedef struct {
  const uint8_t *pixels;
  uint32_t width, height;
  /// Bytes a pixel: 4 or 1.
  int channels;
  /// 1 to 100, the scale of the Independent JPEG Group.
  int quality;
  /// 1: one chroma sample a pixel (4:4:4). 2: one for 2 × 2 pixels (4:2:0).
  int chroma_step;
  /// Not 0: Huffman tables made for this picture.
  int optimized;
  krafd_poll poll;
  krafd_sink sink;
  void *context;
} krafd_jpeg_target;

/// Writes a baseline JFIF file, piece by piece, to the sink.
void krafd_jpeg_write(const krafd_jpeg_target *target, krafd_fault *fault);

#endif
