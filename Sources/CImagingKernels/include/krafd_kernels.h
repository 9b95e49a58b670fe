#ifndef KRAFD_KERNELS_H
#define KRAFD_KERNELS_H
#include <stddef.h>
#include <stdint.h>

/// Row functions. They allocate nothing, start no thread, and trust the caller with the bounds; `count` and `width` are
/// px unless said otherwise. Pictures are red, green, blue, straight alpha.
///
/// "Fine" samples are levels times 64 in an int16_t, so that filters may overshoot. "Premultiplied" samples are a
/// quarter of color times alpha, 0 to 16256; their alpha is a quarter of 255 times alpha.
typedef struct {
  /// fine[i] = Σ rows[t][i] · weights[t], with weights of 14 fractional bits; `count` in bytes.
  void (*_Nonnull mix_bytes)(const uint8_t *_Nonnull const *_Nonnull rows, const int16_t *_Nonnull weights, size_t taps,
                             int16_t *_Nonnull fine, size_t count);
  /// The same over rows of 16 bits; keeps their scale. `count` in samples.
  void (*_Nonnull mix_samples)(const int16_t *_Nonnull const *_Nonnull rows, const int16_t *_Nonnull weights,
                               size_t taps, int16_t *_Nonnull mixed, size_t count);
  /// Resamples a row of four channels: pixel x is Σ in[starts[x] + t] · weights[x · taps + t]. `taps` is a multiple
  /// of 4, and `in` can be read up to the last start plus `taps`.
  void (*_Nonnull resample_color)(const int16_t *_Nonnull in, const int32_t *_Nonnull starts,
                                  const int16_t *_Nonnull weights, size_t taps, int16_t *_Nonnull out, size_t width);
  /// The same for one channel.
  void (*_Nonnull resample_gray)(const int16_t *_Nonnull in, const int32_t *_Nonnull starts,
                                 const int16_t *_Nonnull weights, size_t taps, int16_t *_Nonnull out, size_t width);
  /// Rounds fine samples to bytes; `count` in samples.
  void (*_Nonnull pack)(const int16_t *_Nonnull fine, uint8_t *_Nonnull out, size_t count);

  /// Straight bytes to premultiplied samples, and back; the color of nothing is black.
  void (*_Nonnull premultiply)(const uint8_t *_Nonnull in, int16_t *_Nonnull out, size_t count);
  void (*_Nonnull unpremultiply)(const int16_t *_Nonnull in, uint8_t *_Nonnull out, size_t count);
  /// The same in linear light. `linear` has 256 entries of 0 to 16256; `encoded` has 16384 for 0 to 1.
  void (*_Nonnull premultiply_linear)(const uint8_t *_Nonnull in, const uint16_t *_Nonnull linear,
                                      int16_t *_Nonnull out, size_t count);
  void (*_Nonnull unpremultiply_linear)(const int16_t *_Nonnull in, const uint8_t *_Nonnull encoded,
                                        uint8_t *_Nonnull out, size_t count);

  /// sums[i] += row[i]; `count` in bytes. At most 2^24 rows fit.
  void (*_Nonnull add_bytes)(const uint8_t *_Nonnull row, uint32_t *_Nonnull sums, size_t count);
  /// Adds color times alpha, and 255 times alpha. At most 66,000 rows fit.
  void (*_Nonnull add_premultiplied)(const uint8_t *_Nonnull row, uint32_t *_Nonnull sums, size_t count);

  /// sums[i] += row[i] for samples that are not negative. At most 2^16 rows fit.
  void (*_Nonnull add_samples)(const int16_t *_Nonnull row, uint32_t *_Nonnull sums, size_t count);

  /// Rounded averages of whole blocks: out[x] is the sum over `columns` px of sums, divided by `pixels`, in each of
  /// `channels` (1 or 4). `pixels` is at most 65535, and no sum may exceed 255 times it.
  void (*_Nonnull average)(const uint32_t *_Nonnull sums, size_t channels, size_t columns, uint32_t pixels,
                           uint8_t *_Nonnull out, size_t width);

  /// Bytes to linear light, 0 to 1, by a table of 256; alpha becomes 0 to 1. Four channels.
  void (*_Nonnull linearize)(const uint8_t *_Nonnull in, const float *_Nonnull linear, float *_Nonnull out,
                             size_t count);
  /// Linear light to the nearest bytes. `thresholds[k]` is where level k begins (257 entries, the last beyond 1), and
  /// `first[i]` is the level of i / 4096 (4097 entries).
  void (*_Nonnull encode)(const float *_Nonnull in, const float *_Nonnull thresholds, const uint8_t *_Nonnull first,
                          uint8_t *_Nonnull out, size_t count);
  /// Lays straight pixels over straight pixels, in gamma space; exact, rounded.
  void (*_Nonnull over)(const uint8_t *_Nonnull top, const uint8_t *_Nonnull bottom, uint8_t *_Nonnull out,
                        size_t count);
  /// The same in linear light, with the tables of `linearize` and `encode`.
  void (*_Nonnull over_linear)(const uint8_t *_Nonnull top, const uint8_t *_Nonnull bottom,
                               const float *_Nonnull linear, const float *_Nonnull thresholds,
                               const uint8_t *_Nonnull first, uint8_t *_Nonnull out, size_t count);

  /// One row of a convolution over pixels of `channels` values, every `step` px, with a `kernel` of 1 or 3 px a side.
  /// `rows` are the rows under the kernel, from its left edge on. Output pixels have `groups` times 16 channels; weights
  /// lie by group, kernel row, kernel column, input channel, output channel. Every processor gives the same bits.
  void (*_Nonnull convolve_row)(const float *_Nonnull const *_Nonnull rows, size_t kernel, size_t step, size_t channels,
                                const float *_Nonnull weights, const float *_Nonnull bias, float *_Nonnull out,
                                size_t groups, size_t width);
} krafd_kernel_table;

/// The kernels for this processor, chosen at the first call; the portable ones where KRAFD_CPU=base is set.
const krafd_kernel_table *_Nonnull krafd_kernels(void);

/// The portable kernels.
const krafd_kernel_table *_Nonnull krafd_kernels_base(void);

/// The fastest kernels that this processor runs.
const krafd_kernel_table *_Nonnull krafd_kernels_best(void);

/// Which variant `krafd_kernels` gives: 0 is the portable one, 1 is AVX2 with FMA.
int krafd_kernel_variant(void);

/// The weights of the network that finds products, and how many bytes they are.
const uint8_t *_Nonnull krafd_cutout_weights(void);
size_t krafd_cutout_weights_size(void);

#endif
