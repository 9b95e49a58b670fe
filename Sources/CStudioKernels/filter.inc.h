// One pass of an edge-avoiding filter with holes, steered by things, normals and the noise that is left.
// Source: H. Dammertz et al., HPG 2010, with the variance of C. Schied et al., HPG 2017.

INLINE f8 eight(const float *at) { return (f8) * (const f8_anywhere *)at; }

INLINE f8 brightness(f8 r, f8 g, f8 b) { return r * f8_of(0.2126f) + g * f8_of(0.7152f) + b * f8_of(0.0722f); }

typedef struct {
  const float *red, *green, *blue, *noise, *thing, *up, *near;
} filter_planes;

// Filters eight px from `at` on; reads up to two steps beyond the row's ends, and drops what it reads there.
INLINE void filter_eight(
    const filter_planes *p, size_t at, const i8 *inside_columns, const int *inside_rows, long row, int step, f8 *out) {
  const float kernel[3] = {0.375f, 0.25f, 0.0625f};
  f8 r0 = eight(p->red + at), g0 = eight(p->green + at), b0 = eight(p->blue + at), n0 = eight(p->noise + at);
  f8 thing = eight(p->thing + at), up = eight(p->up + at), near = eight(p->near + at);
  f8 aside = root(f8_of(1) - up * up - near * near);
  f8 sigma = root(n0) * f8_of(4) + f8_of(1e-3f);
  f8 inverse = f8_of(1) / sigma, bright = brightness(r0, g0, b0);
  f8 sum = f8_of(kernel[0] * kernel[0]);
  f8 r = r0 * sum, g = g0 * sum, b = b0 * sum, n = n0 * sum * sum;
  for (int j = -2; j <= 2; j++) {
    if (!inside_rows[j + 2]) continue;
    for (int i = -2; i <= 2; i++) {
      if (i == 0 && j == 0) continue;
      size_t there = (size_t)((long)at + j * step * row + i * step);
      f8 r1 = eight(p->red + there), g1 = eight(p->green + there), b1 = eight(p->blue + there);
      f8 up1 = eight(p->up + there), near1 = eight(p->near + there);
      f8 turn = up * up1 + near * near1 + aside * root(f8_of(1) - up1 * up1 - near1 * near1);
      f8 change = (brightness(r1, g1, b1) - bright) * inverse;
      f8 square = change * change;
      f8 w = f8_of(kernel[i < 0 ? -i : i] * kernel[j < 0 ? -j : j]) * turn / (f8_of(1) + square * square);
      w = pick(inside_columns[i + 2] & (eight(p->thing + there) == thing) & (turn > f8_of(0.5f)), w, f8_of(0));
      sum += w;
      r += w * r1;
      g += w * g1;
      b += w * b1;
      n += w * w * eight(p->noise + there);
    }
  }
  f8 one = f8_of(1) / sum;
  out[0] = r * one;
  out[1] = g * one;
  out[2] = b * one;
  out[3] = n * one * one;
}

static void filter_row(
    const float *in, float *out, const float *guides, size_t guide_plane, const float *reach, int width, int height, int y,
    int step) {
  size_t plane = (size_t)width * (size_t)height, row = (size_t)y * (size_t)width;
  filter_planes p = {in, in + plane, in + 2 * plane, in + 3 * plane, guides, guides + guide_plane, guides + 2 * guide_plane};
  int rows[5];
  for (int j = -2; j <= 2; j++) rows[j + 2] = y + j * step >= 0 && y + j * step < height;
  for (int x = 0; x < width; x += 8) {
    int left = x + 8 <= width ? x : width - 8;
    size_t at = row + (size_t)left;
    i8 place = (i8){0, 1, 2, 3, 4, 5, 6, 7} + left, columns[5];
    for (int i = -2; i <= 2; i++) columns[i + 2] = (place + i * step >= 0) & (place + i * step < width);
    i8 active = (eight(guides + at) > f8_of(0)) & (eight(reach + at) >= f8_of((float)step * 0.5f));
    f8 done[4], old[4];
    for (int k = 0; k < 4; k++) old[k] = eight(in + (size_t)k * plane + at);
    // Where nothing changes the light nothing needs a filter.
    if (any(active)) filter_eight(&p, at, columns, rows, width, step, done);
    for (int k = 0; k < 4; k++) {
      *(f8_anywhere *)(out + (size_t)k * plane + at) = any(active) ? pick(active, done[k], old[k]) : old[k];
    }
  }
}
