// The light of the empty set: what the soft boxes send to a point, and what the rest of the room does.

static void direct(const KrafdStudioSet *set, const float *points, size_t count, uint32_t samples, float *out) {
  for (size_t i = 0; i < count; i++) {
    const float *point = points + 6 * i;
    float sum[3] = {0, 0, 0};
    v3 p = v3_of(point), n = v3_of(point + 3);
    for (int l = 0; l < set->light_count; l++) {
      const KrafdStudioLight *light = &set->lights[l];
      v3 u = v3_of(light->u), v = v3_of(light->v), c = minus(v3_of(light->center), p);
      f8 total = f8_of(0);
      for (uint32_t s = 0; s < samples; s += 8) {
        u8 k = (u8){0, 1, 2, 3, 4, 5, 6, 7} + s;
        // A rank-1 lattice: R2 of M. Roberts, 2018.
        f8 a = fraction(k * 3242174889u + 0x80000000u) * f8_of(2) - f8_of(1);
        f8 b = fraction(k * 2447445414u + 0x80000000u) * f8_of(2) - f8_of(1);
        v3 to = plus(c, plus(scaled(u, a), scaled(v, b)));
        f8 square = high(dot(to, to), f8_of(1e-8f));
        f8 here = high(dot(to, n), f8_of(0)), there = high(-dot(to, v3_of(light->normal)), f8_of(0));
        total += here * there / (square * square);
      }
      float mean = 0;
      for (int k = 0; k < 8; k++) mean += total[k];
      mean *= light->area / (float)((samples + 7) / 8 * 8);
      for (int c2 = 0; c2 < 3; c2++) sum[c2] += mean * light->radiance[c2];
    }
    for (int c = 0; c < 3; c++) out[4 * i + (size_t)c] = sum[c];
    out[4 * i + 3] = 0;
  }
}

static void gather(const KrafdStudioSet *set, const float *points, size_t count, uint32_t samples, float *out) {
  for (size_t i = 0; i < count; i++) {
    v3 p = v3_of(points + 6 * i), n = v3_of(points + 6 * i + 3);
    v3 start = along(p, f8_of(1e-3f), n), total = {f8_of(0), f8_of(0), f8_of(0)};
    for (uint32_t s = 0; s < samples; s += 8) {
      u8 k = (u8){0, 1, 2, 3, 4, 5, 6, 7} + s;
      pair at = {fraction(k * 3242174889u + 0x80000000u), fraction(k * 2447445414u + 0x80000000u)};
      v3 d = cosine_direction(n, at);
      f8 t = room_distance(set, start, d);
      total = plus(total, empty_set(set, along(start, low(t, f8_of(FAR)), d), d, t));
    }
    float mean[3] = {0, 0, 0};
    for (int k = 0; k < 8; k++) {
      mean[0] += total.x[k];
      mean[1] += total.y[k];
      mean[2] += total.z[k];
    }
    for (int c = 0; c < 3; c++) out[4 * i + (size_t)c] = mean[c] / (float)((samples + 7) / 8 * 8);
    out[4 * i + 3] = 0;
  }
}
