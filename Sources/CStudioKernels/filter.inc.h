// One pass of an edge-avoiding filter with holes, steered by things, normals, depth and the noise that is left.
// Source: H. Dammertz et al., HPG 2010, with the variance of C. Schied et al., HPG 2017.

static void filter_row(
    const float *in, float *out, const float *guides, const float *reach, int width, int height, int y, int step) {
  const float kernel[3] = {0.375f, 0.25f, 0.0625f};
  size_t plane = (size_t)width * (size_t)height;
  const float *red = in, *green = in + plane, *blue = in + 2 * plane, *noise = in + 3 * plane;
  for (int x = 0; x < width; x++) {
    size_t at = (size_t)y * (size_t)width + (size_t)x;
    const float *g = guides + 4 * at;
    float r0 = red[at], g0 = green[at], b0 = blue[at], n0 = noise[at];
    if (g[0] <= 0 || reach[at] < (float)step * 0.5f) {
      out[at] = r0, out[plane + at] = g0, out[2 * plane + at] = b0, out[3 * plane + at] = n0;
      continue;
    }
    float local = 0, locals = 0;
    for (int j = -1; j <= 1; j++) {
      for (int i = -1; i <= 1; i++) {
        int cx = x + i, cy = y + j;
        if (cx < 0 || cy < 0 || cx >= width || cy >= height) continue;
        size_t there = (size_t)cy * (size_t)width + (size_t)cx;
        if (guides[4 * there] != g[0]) continue;
        float w = (i ? 0.5f : 1) * (j ? 0.5f : 1);
        local += w * noise[there];
        locals += w;
      }
    }
    float sigma = 3.0f * __builtin_sqrtf(local / locals) + 2e-4f;
    float lum0 = 0.2126f * r0 + 0.7152f * g0 + 0.0722f * b0;
    float slack = 0.02f * (float)step * g[1] * 0.1f + 1e-3f;
    float sum = kernel[0] * kernel[0], r = r0 * sum, gr = g0 * sum, b = b0 * sum, v = n0 * sum * sum;
    for (int j = -2; j <= 2; j++) {
      int cy = y + j * step;
      if (cy < 0 || cy >= height) continue;
      for (int i = -2; i <= 2; i++) {
        int cx = x + i * step;
        if ((i == 0 && j == 0) || cx < 0 || cx >= width) continue;
        size_t there = (size_t)cy * (size_t)width + (size_t)cx;
        const float *h = guides + 4 * there;
        if (h[0] != g[0]) continue;
        float turn = g[2] * h[2] + g[3] * h[3];
        float far = __builtin_fabsf(g[1] - h[1]) / (slack * (float)(i * i + j * j));
        float lum = 0.2126f * red[there] + 0.7152f * green[there] + 0.0722f * blue[there];
        float change = __builtin_fabsf(lum - lum0) / sigma;
        float w = kernel[i < 0 ? -i : i] * kernel[j < 0 ? -j : j];
        w *= (turn > 0.5f ? turn : 0) / (1 + far * far * 0.0f) / (1 + change * change * change * change);
        sum += w;
        r += w * red[there];
        gr += w * green[there];
        b += w * blue[there];
        v += w * w * noise[there];
      }
    }
    float one = 1 / sum;
    out[at] = r * one, out[plane + at] = gr * one, out[2 * plane + at] = b * one, out[3 * plane + at] = v * one * one;
  }
}
