// Linear light: part of kernels.inc.h.

static void NAME(linearize)(const uint8_t *restrict in, const float *restrict linear, float *restrict out,
                            size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    for (size_t c = 0; c < 3; c++) out[i + c] = linear[in[i + c]];
    out[i + 3] = (float)in[i + 3] / 255.0f;
  }
}

/// The level whose light is nearest; not-a-number becomes 0.
static inline uint8_t NAME(level)(float light, const float *thresholds, const uint8_t *first) {
  float inside = light > 0.0f ? (light < 1.0f ? light : 1.0f) : 0.0f;
  unsigned level = first[(unsigned)(inside * 4096.0f)];
  return (uint8_t)(level + (inside >= thresholds[level + 1]));
}

static void NAME(encode)(const float *restrict in, const float *restrict thresholds, const uint8_t *restrict first,
                         uint8_t *restrict out, size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    for (size_t c = 0; c < 3; c++) out[i + c] = NAME(level)(in[i + c], thresholds, first);
    float alpha = in[i + 3] > 0.0f ? (in[i + 3] < 1.0f ? in[i + 3] : 1.0f) : 0.0f;
    out[i + 3] = (uint8_t)(alpha * 255.0f + 0.5f);
  }
}

static void NAME(over_linear)(const uint8_t *restrict top, const uint8_t *restrict bottom, const float *restrict linear,
                              const float *restrict thresholds, const uint8_t *restrict first, uint8_t *restrict out,
                              size_t count) {
  for (size_t i = 0; i < count * 4; i += 4) {
    uint32_t over = top[i + 3] * 255u, under = bottom[i + 3] * (255u - top[i + 3]), sum = over + under;
    if (under == 0 || over == 0) {
      const uint8_t *only = over == 0 ? bottom : top;
      for (size_t c = 0; c < 4; c++) out[i + c] = only[i + c];
      continue;
    }
    float share = (float)over / (float)sum;
    for (size_t c = 0; c < 3; c++) {
      float above = linear[top[i + c]], below = linear[bottom[i + c]];
      out[i + c] = NAME(level)(below + (above - below) * share, thresholds, first);
    }
    out[i + 3] = (uint8_t)((sum + 127) / 255);
  }
}
