// Convolution: part of kernels.inc.h.

#pragma STDC FP_CONTRACT OFF

typedef float NAME(eight) __attribute__((vector_size(32), aligned(4)));

/// `pixels` (at most 4) neighbors, 16 output channels: sums stay in registers. Products and sums are rounded one by one
/// and in one order, so that every processor answers the same.
static inline __attribute__((always_inline)) void NAME(convolve_block)(const float *const *rows, size_t kernel,
                                                                       size_t step, size_t channels,
                                                                       const float *weights, const float *bias,
                                                                       float *out, size_t stride, size_t pixels) {
  NAME(eight) low[4], high[4];
  for (size_t p = 0; p < pixels; p++) {
    low[p] = *(const NAME(eight) *)bias;
    high[p] = *(const NAME(eight) *)(bias + 8);
  }
  for (size_t row = 0; row < kernel; row++) {
    const float *in = rows[row];
    for (size_t i = 0; i < kernel * channels; i++, weights += 16) {
      NAME(eight) first = *(const NAME(eight) *)weights, second = *(const NAME(eight) *)(weights + 8);
      for (size_t p = 0; p < pixels; p++) {
        float value = in[p * step * channels + i];
        NAME(eight) all = {value, value, value, value, value, value, value, value};
        NAME(eight) one = all * first, two = all * second;
        low[p] = low[p] + one;
        high[p] = high[p] + two;
      }
    }
  }
  for (size_t p = 0; p < pixels; p++) {
    *(NAME(eight) *)(out + p * stride) = low[p];
    *(NAME(eight) *)(out + p * stride + 8) = high[p];
  }
}

static void NAME(convolve_row)(const float *const *rows, size_t kernel, size_t step, size_t channels,
                               const float *weights, const float *bias, float *out, size_t groups, size_t width) {
  size_t stride = groups * 16;
  for (size_t group = 0; group < groups; group++) {
    const float *own = weights + group * kernel * kernel * channels * 16;
    size_t x = 0;
    for (; x + 4 <= width; x += 4) {
      const float *at[3];
      for (size_t row = 0; row < kernel; row++) at[row] = rows[row] + x * step * channels;
      NAME(convolve_block)(at, kernel, step, channels, own, bias + group * 16, out + x * stride + group * 16, stride, 4);
    }
    for (; x < width; x++) {
      const float *at[3];
      for (size_t row = 0; row < kernel; row++) at[row] = rows[row] + x * step * channels;
      NAME(convolve_block)(at, kernel, step, channels, own, bias + group * 16, out + x * stride + group * 16, stride, 1);
    }
  }
}
