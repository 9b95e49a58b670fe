// Included twice by dispatch.c: plain C for every processor, and again for AVX2 with FMA. The bodies are the same but
// for the filters, where no compiler finds the multiply-add of pairs by itself. See krafd_kernels.h for what each does.

#include "filters.inc.h"
#include "light.inc.h"
#include "network.inc.h"

static void NAME(add_bytes)(const uint8_t *restrict row, uint32_t *restrict sums, size_t count) {
  for (size_t i = 0; i < count; i++) sums[i] += row[i];
}

static void NAME(add_premultiplied)(const uint8_t *restrict row, uint32_t *restrict sums, size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    uint32_t alpha = row[i + 3];
    for (size_t c = 0; c < 3; c++) sums[i + c] += row[i + c] * alpha;
    sums[i + 3] += 255 * alpha;
  }
}

static void NAME(add_samples)(const int16_t *restrict row, uint32_t *restrict sums, size_t count) {
  for (size_t i = 0; i < count; i++) sums[i] += (uint32_t)row[i];
}

static inline __attribute__((always_inline)) void NAME(average_of)(const uint32_t *restrict sums, size_t channels,
                                                                   size_t columns, uint32_t pixels,
                                                                   uint8_t *restrict out, size_t width) {
  // A product in place of a division: exact, because 256 · pixels² is below 2^40.
  uint64_t inverse = (1ull << 40) / pixels + 1;
  for (size_t x = 0; x < width; x++) {
    uint32_t block[4] = {pixels / 2, pixels / 2, pixels / 2, pixels / 2};
    for (size_t column = 0; column < columns; column++)
      for (size_t c = 0; c < channels; c++) block[c] += sums[(x * columns + column) * channels + c];
    for (size_t c = 0; c < channels; c++) out[x * channels + c] = (uint8_t)(block[c] * inverse >> 40);
  }
}

static void NAME(average)(const uint32_t *sums, size_t channels, size_t columns, uint32_t pixels, uint8_t *out,
                          size_t width) {
  if (channels == 1)
    NAME(average_of)(sums, 1, columns, pixels, out, width);
  else
    NAME(average_of)(sums, 4, columns, pixels, out, width);
}

static void NAME(premultiply)(const uint8_t *restrict in, int16_t *restrict out, size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    int alpha = in[i + 3];
    for (size_t c = 0; c < 3; c++) out[i + c] = (int16_t)((in[i + c] * alpha + 2) >> 2);
    out[i + 3] = (int16_t)((255 * alpha + 2) >> 2);
  }
}

static void NAME(unpremultiply)(const int16_t *restrict in, uint8_t *restrict out, size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    int full = in[i + 3] < 0 ? 0 : in[i + 3];
    int alpha = full > 16256 ? 255 : (full * 4 + 127) / 255;
    for (size_t c = 0; c < 3; c++) {
      int part = in[i + c] < 0 ? 0 : in[i + c] > full ? full : in[i + c];
      out[i + c] = alpha == 0 ? 0 : (uint8_t)((float)(part * 255) / (float)full + 0.5f);
    }
    out[i + 3] = (uint8_t)alpha;
  }
}

static void NAME(premultiply_linear)(const uint8_t *restrict in, const uint16_t *restrict linear, int16_t *restrict out,
                                     size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    int alpha = in[i + 3] + (in[i + 3] >> 7);
    for (size_t c = 0; c < 3; c++) out[i + c] = (int16_t)((linear[in[i + c]] * alpha + 128) >> 8);
    out[i + 3] = (int16_t)((16256 * alpha + 128) >> 8);
  }
}

static void NAME(unpremultiply_linear)(const int16_t *restrict in, const uint8_t *restrict encoded,
                                       uint8_t *restrict out, size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    int full = in[i + 3] < 0 ? 0 : in[i + 3];
    int alpha = full > 16256 ? 255 : (full * 255 + 8128) / 16256;
    for (size_t c = 0; c < 3; c++) {
      int part = in[i + c] < 0 ? 0 : in[i + c] > full ? full : in[i + c];
      out[i + c] = alpha == 0 ? 0 : encoded[(int)((float)(part * 16383) / (float)full + 0.5f)];
    }
    out[i + 3] = (uint8_t)alpha;
  }
}

static void NAME(over)(const uint8_t *restrict top, const uint8_t *restrict bottom, uint8_t *restrict out,
                       size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    uint32_t over = top[i + 3] * 255u, under = bottom[i + 3] * (255u - top[i + 3]), sum = over + under;
    for (size_t c = 0; c < 3; c++)
      out[i + c] = sum == 0 ? 0 : (uint8_t)((top[i + c] * over + bottom[i + c] * under + sum / 2) / sum);
    out[i + 3] = (uint8_t)((sum + 127) / 255);
  }
}

static const krafd_kernel_table TABLE = {
    .mix_bytes = NAME(mix_bytes),
    .mix_samples = NAME(mix_samples),
    .resample_color = NAME(resample_color),
    .resample_gray = NAME(resample_gray),
    .pack = NAME(pack),
    .premultiply = NAME(premultiply),
    .unpremultiply = NAME(unpremultiply),
    .premultiply_linear = NAME(premultiply_linear),
    .unpremultiply_linear = NAME(unpremultiply_linear),
    .add_bytes = NAME(add_bytes),
    .add_premultiplied = NAME(add_premultiplied),
    .add_samples = NAME(add_samples),
    .average = NAME(average),
    .linearize = NAME(linearize),
    .encode = NAME(encode),
    .over = NAME(over),
    .over_linear = NAME(over_linear),
    .convolve_row = NAME(convolve_row),
};
