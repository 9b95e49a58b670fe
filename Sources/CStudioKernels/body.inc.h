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
  i8 was_near = active & 0, was_far = active & 0;
  for (int turn = 0; turn < 96; turn++) {
    f8 px = high(low(x + t * dx, width - f8_of(0.01f)), f8_of(0));
    f8 py = high(low(y + t * dy, height - f8_of(0.01f)), f8_of(0)), pz = z + t * dz;
    i8 cell = whole(py) * body->columns + whole(px);
    u8 packed;
    for (int lane = 0; lane < 8; lane++) packed[lane] = body->cells[cell[lane]];
    f8 front = real((i8)(packed >> 20)) * depth_step, back = real((i8)((packed >> 8) & 0xfffu)) * depth_step;
    f8 empty = real((i8)(packed & 0xffu));
    i8 open = empty > f8_of(0);
    // A step may lead through a thin body: then it ends on the body's other side.
    i8 near = (pz > front) & ~open, far = (pz < back) & ~open;
    i8 inside = ((~near & ~far) | (was_near & far) | (was_far & near)) & ~open & active;
    was_near = near;
    was_far = far;
    result.t = pick(inside, before / k, result.t);
    result.cell = pick_int(inside, cell, result.cell);
    result.hit |= inside;
    active &= ~inside;
    // Steep sides are met a little late; far from its start a ray needs no fine steps.
    f8 gap = high(pz - front, back - pz) * f8_of(0.7f);
    step = high(pick(open, empty - f8_of(0.5f), gap), f8_of(0.6f) + t * f8_of(0.06f));
    before = pick(active, t, before);
    // The last look is where the ray leaves.
    active &= t < end;
    if (!any(active)) break;
    t = low(t + step, end);
  }
  return result;
}

INLINE v3 body_albedo(const KrafdStudioSet *set, i8 cell) {
  v3 albedo;
  for (int lane = 0; lane < 8; lane++) {
    const KrafdStudioSurface *s = set->body.surface + cell[lane];
    albedo.x[lane] = s->albedo[0];
    albedo.y[lane] = s->albedo[1];
    albedo.z[lane] = s->albedo[2];
  }
  return albedo;
}

// The normal at a cell, on the side that the ray came to.
INLINE v3 body_normal(const KrafdStudioSet *set, v3 p, v3 d, i8 cell) {
  v3 n;
  for (int lane = 0; lane < 8; lane++) {
    const KrafdStudioSurface *s = set->body.surface + cell[lane];
    int faces = p.z[lane] > s->middle;
    n.x[lane] = s->slope[faces][0];
    n.y[lane] = s->slope[faces][1];
    n.z[lane] = faces ? 127.0f : -127.0f;
  }
  n = unit(n);
  f8 facing = dot(n, d);
  return pick3(facing > f8_of(-0.05f), unit(minus(n, scaled(d, facing + f8_of(0.1f)))), n);
}
