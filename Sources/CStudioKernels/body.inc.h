// The product's body: rays step through its grid, as far as the nearest surface can be away.

typedef struct { f8 t; i8 cell, hit; } body_hit;

INLINE body_hit body_meets(const KrafdStudioSet *set, v3 o, v3 d, f8 reach, i8 active) {
  const KrafdStudioBody *body = &set->body;
  body_hit result = {f8_of(FAR), active & 0, active & 0};
  if (!body->cells) return result;
  f8 k = f8_of(body->cells_a_unit);
  f8 x = (o.x - f8_of(body->left)) * k, y = (f8_of(body->top) - o.y) * k, z = (o.z - f8_of(body->back)) * k;
  f8 dx = d.x, dy = -d.y, dz = d.z;
  f8 tiny = f8_of(1e-7f);
  f8 ix = f8_of(1) / pick((dx < tiny) & (dx > -tiny), tiny, dx);
  f8 iy = f8_of(1) / pick((dy < tiny) & (dy > -tiny), tiny, dy);
  f8 iz = f8_of(1) / pick((dz < tiny) & (dz > -tiny), tiny, dz);
  f8 width = f8_of((float)body->columns), height = f8_of((float)body->rows), depth = f8_of(body->depth) * k;
  f8 x0 = -x * ix, x1 = (width - x) * ix, y0 = -y * iy, y1 = (height - y) * iy, z0 = -z * iz, z1 = (depth - z) * iz;
  f8 t = high(high(low(x0, x1), low(y0, y1)), high(low(z0, z1), f8_of(0)));
  f8 end = low(low(high(x0, x1), high(y0, y1)), low(high(z0, z1), reach * k));
  active &= t < end;
  if (!any(active)) return result;
  f8 step = f8_of(0), depth_step = depth / f8_of(4095.0f), before = t;
  for (int turn = 0; turn < 96; turn++) {
    f8 px = high(low(x + t * dx, width - f8_of(0.01f)), f8_of(0));
    f8 py = high(low(y + t * dy, height - f8_of(0.01f)), f8_of(0)), pz = z + t * dz;
    i8 cell = whole(py) * body->columns + whole(px);
    u8 packed;
    for (int lane = 0; lane < 8; lane++) packed[lane] = body->cells[cell[lane]];
    f8 front = real((i8)(packed >> 20)) * depth_step, back = real((i8)((packed >> 8) & 0xfffu)) * depth_step;
    f8 empty = real((i8)(packed & 0xffu));
    i8 open = empty > f8_of(0);
    i8 inside = (pz <= front) & (pz >= back) & ~open & active;
    result.t = pick(inside, before / k, result.t);
    result.cell = pick_int(inside, cell, result.cell);
    result.hit |= inside;
    active &= ~inside;
    f8 gap = high(pz - front, back - pz) * f8_of(0.5f);
    step = high(pick(open, empty - f8_of(0.5f), gap), f8_of(0.6f));
    before = pick(active, t, before);
    t += step;
    active &= t < end;
    if (!any(active)) break;
  }
  return result;
}

// The body's color at a cell, and the normal on the side that the ray came to.
INLINE v3 body_albedo(const KrafdStudioSet *set, i8 cell) {
  v3 c;
  for (int lane = 0; lane < 8; lane++) {
    const float *a = set->body.albedo + 4 * cell[lane];
    c.x[lane] = a[0];
    c.y[lane] = a[1];
    c.z[lane] = a[2];
  }
  return c;
}

INLINE v3 body_normal(const KrafdStudioSet *set, v3 p, v3 d, i8 cell) {
  const KrafdStudioBody *body = &set->body;
  v3 n;
  for (int lane = 0; lane < 8; lane++) {
    int at = cell[lane], column = at % body->columns, row = at / body->columns;
    int left = column > 0 ? at - 1 : at, right = column + 1 < body->columns ? at + 1 : at;
    int above = row > 0 ? at - body->columns : at, below = row + 1 < body->rows ? at + body->columns : at;
    float depth = body->depth * body->cells_a_unit / 4095.0f;
    const uint32_t *c = body->cells;
    float front = (float)(c[at] >> 20) * depth, back = (float)((c[at] >> 8) & 0xfffu) * depth;
    int faces = (p.z[lane] - body->back) * body->cells_a_unit > (front + back) * 0.5f;
    int shift = faces ? 20 : 8;
    float here = faces ? front : back, sign = faces ? 1.0f : -1.0f;
    float side[4];
    const int near[4] = {left, right, above, below};
    for (int k = 0; k < 4; k++) {
      uint32_t packed = c[near[k]];
      side[k] = (packed & 0xffu) ? here - sign * 2.0f : (float)((packed >> shift) & 0xfffu) * depth;
    }
    n.x[lane] = (side[0] - side[1]) * 0.5f * sign;
    n.y[lane] = (side[3] - side[2]) * 0.5f * sign;
    n.z[lane] = sign;
  }
  n = unit(n);
  f8 facing = dot(n, d);
  return pick3(facing > f8_of(-0.05f), unit(minus(n, scaled(d, facing + f8_of(0.1f)))), n);
}
