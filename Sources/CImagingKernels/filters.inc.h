// Resampling: part of kernels.inc.h.

static inline int16_t NAME(narrow)(int32_t value) {
  return (int16_t)(value < -32768 ? -32768 : value > 32767 ? 32767 : value);
}

static inline void NAME(mix_bytes_from)(const uint8_t *const *rows, const int16_t *weights, size_t taps, int16_t *fine,
                                        size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    int32_t sum = 1 << 7;
    for (size_t t = 0; t < taps; t++) sum += rows[t][i] * weights[t];
    fine[i] = NAME(narrow)(sum >> 8);
  }
}

static inline void NAME(mix_samples_from)(const int16_t *const *rows, const int16_t *weights, size_t taps,
                                          int16_t *mixed, size_t from, size_t to) {
  for (size_t i = from; i < to; i++) {
    int32_t sum = 1 << 13;
    for (size_t t = 0; t < taps; t++) sum += rows[t][i] * weights[t];
    mixed[i] = NAME(narrow)(sum >> 14);
  }
}

#if defined(KRAFD_AVX2)

static inline __m256i NAME(pair)(const int16_t *weights, size_t t, size_t taps) {
  uint32_t low = (uint16_t)weights[t], high = t + 1 < taps ? (uint16_t)weights[t + 1] : 0;
  return _mm256_set1_epi32((int32_t)(low | high << 16));
}

static void NAME(mix_bytes)(const uint8_t *const *rows, const int16_t *weights, size_t taps, int16_t *fine,
                            size_t count) {
  const __m256i zero = _mm256_setzero_si256();
  size_t i = 0;
  for (; i + 32 <= count; i += 32) {
    __m256i a = _mm256_set1_epi32(1 << 7), b = a, c = a, d = a;
    for (size_t t = 0; t < taps; t += 2) {
      __m256i weight = NAME(pair)(weights, t, taps);
      __m256i one = _mm256_loadu_si256((const __m256i *)(rows[t] + i));
      __m256i two = t + 1 < taps ? _mm256_loadu_si256((const __m256i *)(rows[t + 1] + i)) : zero;
      __m256i low = _mm256_unpacklo_epi8(one, two), high = _mm256_unpackhi_epi8(one, two);
      a = _mm256_add_epi32(a, _mm256_madd_epi16(_mm256_unpacklo_epi8(low, zero), weight));
      b = _mm256_add_epi32(b, _mm256_madd_epi16(_mm256_unpackhi_epi8(low, zero), weight));
      c = _mm256_add_epi32(c, _mm256_madd_epi16(_mm256_unpacklo_epi8(high, zero), weight));
      d = _mm256_add_epi32(d, _mm256_madd_epi16(_mm256_unpackhi_epi8(high, zero), weight));
    }
    __m256i outer = _mm256_packs_epi32(_mm256_srai_epi32(a, 8), _mm256_srai_epi32(b, 8));
    __m256i inner = _mm256_packs_epi32(_mm256_srai_epi32(c, 8), _mm256_srai_epi32(d, 8));
    _mm256_storeu_si256((__m256i *)(fine + i), _mm256_permute2x128_si256(outer, inner, 0x20));
    _mm256_storeu_si256((__m256i *)(fine + i + 16), _mm256_permute2x128_si256(outer, inner, 0x31));
  }
  NAME(mix_bytes_from)(rows, weights, taps, fine, i, count);
}

static void NAME(mix_samples)(const int16_t *const *rows, const int16_t *weights, size_t taps, int16_t *mixed,
                              size_t count) {
  const __m256i zero = _mm256_setzero_si256();
  size_t i = 0;
  for (; i + 16 <= count; i += 16) {
    __m256i a = _mm256_set1_epi32(1 << 13), b = a;
    for (size_t t = 0; t < taps; t += 2) {
      __m256i weight = NAME(pair)(weights, t, taps);
      __m256i one = _mm256_loadu_si256((const __m256i *)(rows[t] + i));
      __m256i two = t + 1 < taps ? _mm256_loadu_si256((const __m256i *)(rows[t + 1] + i)) : zero;
      a = _mm256_add_epi32(a, _mm256_madd_epi16(_mm256_unpacklo_epi16(one, two), weight));
      b = _mm256_add_epi32(b, _mm256_madd_epi16(_mm256_unpackhi_epi16(one, two), weight));
    }
    __m256i packed = _mm256_packs_epi32(_mm256_srai_epi32(a, 14), _mm256_srai_epi32(b, 14));
    _mm256_storeu_si256((__m256i *)(mixed + i), packed);
  }
  NAME(mix_samples_from)(rows, weights, taps, mixed, i, count);
}

static void NAME(resample_color)(const int16_t *in, const int32_t *starts, const int16_t *weights, size_t taps,
                                 int16_t *out, size_t width) {
  const __m256i pairs = _mm256_setr_epi8(0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15, 0, 1, 8, 9, 2, 3, 10, 11,
                                         4, 5, 12, 13, 6, 7, 14, 15);
  const __m256i spread = _mm256_setr_epi32(0, 0, 0, 0, 1, 1, 1, 1);
  for (size_t x = 0; x < width; x++) {
    const int16_t *pixel = in + (size_t)starts[x] * 4, *weight = weights + x * taps;
    __m256i sum = _mm256_setzero_si256();
    for (size_t t = 0; t < taps; t += 4) {
      __m256i four = _mm256_shuffle_epi8(_mm256_loadu_si256((const __m256i *)(pixel + t * 4)), pairs);
      __m128i some = _mm_loadl_epi64((const __m128i *)(weight + t));
      __m256i each = _mm256_permutevar8x32_epi32(_mm256_castsi128_si256(some), spread);
      sum = _mm256_add_epi32(sum, _mm256_madd_epi16(four, each));
    }
    __m128i total = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    total = _mm_srai_epi32(_mm_add_epi32(total, _mm_set1_epi32(1 << 13)), 14);
    _mm_storel_epi64((__m128i *)(out + x * 4), _mm_packs_epi32(total, total));
  }
}

#else

static void NAME(mix_bytes)(const uint8_t *const *rows, const int16_t *weights, size_t taps, int16_t *fine,
                            size_t count) {
  NAME(mix_bytes_from)(rows, weights, taps, fine, 0, count);
}

static void NAME(mix_samples)(const int16_t *const *rows, const int16_t *weights, size_t taps, int16_t *mixed,
                              size_t count) {
  NAME(mix_samples_from)(rows, weights, taps, mixed, 0, count);
}

static void NAME(resample_color)(const int16_t *in, const int32_t *starts, const int16_t *weights, size_t taps,
                                 int16_t *out, size_t width) {
  for (size_t x = 0; x < width; x++) {
    const int16_t *pixel = in + (size_t)starts[x] * 4, *weight = weights + x * taps;
    int32_t sums[4] = {1 << 13, 1 << 13, 1 << 13, 1 << 13};
    for (size_t t = 0; t < taps; t++)
      for (size_t c = 0; c < 4; c++) sums[c] += pixel[t * 4 + c] * weight[t];
    for (size_t c = 0; c < 4; c++) out[x * 4 + c] = NAME(narrow)(sums[c] >> 14);
  }
}

#endif

static void NAME(resample_gray)(const int16_t *in, const int32_t *starts, const int16_t *weights, size_t taps,
                                int16_t *out, size_t width) {
  for (size_t x = 0; x < width; x++) {
    int32_t sum = 1 << 13;
    for (size_t t = 0; t < taps; t++) sum += in[starts[x] + (int32_t)t] * weights[x * taps + t];
    out[x] = NAME(narrow)(sum >> 14);
  }
}

static void NAME(pack)(const int16_t *restrict fine, uint8_t *restrict out, size_t count) {
  for (size_t i = 0; i < count; i++) {
    int level = (fine[i] + 32) >> 6;
    out[i] = (uint8_t)(level < 0 ? 0 : level > 255 ? 255 : level);
  }
}
