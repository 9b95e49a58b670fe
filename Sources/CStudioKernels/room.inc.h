// The floor, its bend, the wall, the plinth, and the light of the empty set.

#define FAR 1e6f

// How far the room's boundary lies along a ray from inside; FAR where the ray leaves through the open part.
INLINE f8 room_distance(const KrafdStudioSet *set, v3 o, v3 d) {
  f8 to_floor = pick(d.y < f8_of(-1e-6f), (f8_of(set->floor_y) - o.y) / low(d.y, f8_of(-1e-6f)), f8_of(FAR));
  f8 to_wall = pick(d.z < f8_of(-1e-6f), (f8_of(set->wall_z) - o.z) / low(d.z, f8_of(-1e-6f)), f8_of(FAR));
  f8 t = low(to_floor, to_wall);
  if (set->radius <= 0) return t;
  f8 cy = f8_of(set->floor_y + set->radius), cz = f8_of(set->wall_z + set->radius);
  i8 bent = (o.y + t * d.y < cy) & (o.z + t * d.z < cz) & (t < f8_of(FAR));
  f8 y = o.y - cy, z = o.z - cz;
  f8 a = high(d.y * d.y + d.z * d.z, f8_of(1e-12f)), b = y * d.y + z * d.z;
  f8 c = y * y + z * z - f8_of(set->radius * set->radius);
  return pick(bent, (root(b * b - a * c) - b) / a, t);
}

INLINE v3 room_normal(const KrafdStudioSet *set, v3 p) {
  f8 zero = f8_of(0), one = f8_of(1);
  if (set->radius <= 0) {
    i8 wall = (p.z < f8_of(set->wall_z + 1e-4f)) & (p.y > f8_of(set->floor_y + 1e-4f));
    return (v3){zero, pick(wall, zero, one), pick(wall, one, zero)};
  }
  f8 y = f8_of(set->floor_y + set->radius) - p.y, z = f8_of(set->wall_z + set->radius) - p.z;
  return unit((v3){zero, high(y, zero), high(z, zero)});
}

// Whether a point of the room's boundary has the wall's color.
INLINE i8 on_wall(const KrafdStudioSet *set, v3 p) {
  return (p.z < f8_of(set->wall_z + 1e-4f)) & (p.y > f8_of(set->floor_y + 1e-4f)) & (i8)(f8_of(set->radius) <= f8_of(0));
}

INLINE v3 room_albedo(const KrafdStudioSet *set, v3 p) {
  return pick3(on_wall(set, p), v3_of(set->wall_albedo), v3_of(set->floor_albedo));
}

INLINE v3 sky(const KrafdStudioSet *set, v3 d) {
  f8 up = high(d.y, f8_of(0));
  v3 bottom = v3_of(set->sky_low);
  return plus(bottom, scaled(minus(v3_of(set->sky_high), bottom), up));
}

// The radiance of a white card at a point of the empty set's boundary: bilinear between nodes.
INLINE v3 plate_light(const KrafdStudioSet *set, v3 p) {
  f8 gap = pick(on_wall(set, p), f8_of(set->wall_gap), f8_of(0));
  f8 c = (p.x - f8_of(set->plate_x)) * f8_of(set->nodes_a_unit);
  f8 r = (p.y - p.z + gap - f8_of(set->plate_s)) * f8_of(set->nodes_a_unit);
  c = high(low(c, f8_of((float)set->plate_columns - 1.001f)), f8_of(0));
  r = high(low(r, f8_of((float)set->plate_rows - 1.001f)), f8_of(0));
  i8 ci = whole(c), ri = whole(r);
  c -= real(ci);
  r -= real(ri);
  v3 light;
  for (int lane = 0; lane < 8; lane++) {
    const f4 *n = (const f4 *)set->plate + ((size_t)ri[lane] * (size_t)set->plate_columns + (size_t)ci[lane]);
    const f4 *m = n + set->plate_columns;
    float u = c[lane], v = r[lane];
    f4 top = n[0] + u * (n[1] - n[0]), bottom = m[0] + u * (m[1] - m[0]);
    f4 value = top + v * (bottom - top);
    light.x[lane] = value[0];
    light.y[lane] = value[1];
    light.z[lane] = value[2];
  }
  return light;
}

// How far the plinth lies along a ray from outside; FAR where it is missed.
INLINE f8 plinth_distance(const KrafdStudioSet *set, v3 o, v3 d) {
  const KrafdStudioPlinth *plinth = &set->plinth;
  if (plinth->kind == 0) return f8_of(FAR);
  f8 x = o.x - f8_of(plinth->x), z = o.z - f8_of(plinth->z);
  f8 safe_y = pick((d.y < f8_of(1e-7f)) & (d.y > f8_of(-1e-7f)), f8_of(1e-7f), d.y);
  f8 t0 = (f8_of(set->floor_y - 1) - o.y) / safe_y, t1 = -o.y / safe_y;
  f8 in = low(t0, t1), out = high(t0, t1);
  if (plinth->kind == 1) {
    f8 a = high(d.x * d.x + d.z * d.z, f8_of(1e-12f)), b = x * d.x + z * d.z;
    f8 c = x * x + z * z - f8_of(plinth->half_width * plinth->half_width);
    f8 q = b * b - a * c, r = root(q);
    in = high(in, pick(q > f8_of(0), (-b - r) / a, f8_of(FAR)));
    out = low(out, pick(q > f8_of(0), (r - b) / a, f8_of(-FAR)));
  } else {
    f8 dx = pick((d.x < f8_of(1e-7f)) & (d.x > f8_of(-1e-7f)), f8_of(1e-7f), d.x);
    f8 dz = pick((d.z < f8_of(1e-7f)) & (d.z > f8_of(-1e-7f)), f8_of(1e-7f), d.z);
    f8 w = f8_of(plinth->half_width), h = f8_of(plinth->half_depth);
    f8 x0 = (-w - x) / dx, x1 = (w - x) / dx, z0 = (-h - z) / dz, z1 = (h - z) / dz;
    in = high(in, high(low(x0, x1), low(z0, z1)));
    out = low(out, low(high(x0, x1), high(z0, z1)));
  }
  return pick((in < out) & (in > f8_of(1e-4f)), in, f8_of(FAR));
}

// The normal of the plinth, its upper edge rounded by `bevel`.
INLINE v3 plinth_normal(const KrafdStudioSet *set, v3 p) {
  const KrafdStudioPlinth *plinth = &set->plinth;
  f8 x = p.x - f8_of(plinth->x), z = p.z - f8_of(plinth->z);
  v3 side;
  f8 inside;
  if (plinth->kind == 1) {
    f8 r = root(x * x + z * z);
    side = (v3){x / r, f8_of(0), z / r};
    inside = f8_of(plinth->half_width) - r;
  } else {
    f8 ax = f8_of(plinth->half_width) - high(x, -x), az = f8_of(plinth->half_depth) - high(z, -z);
    i8 across = ax < az;
    f8 one = f8_of(1);
    side = (v3){pick(across, pick(x < f8_of(0), -one, one), f8_of(0)), f8_of(0),
                pick(across, f8_of(0), pick(z < f8_of(0), -one, one))};
    inside = low(ax, az);
  }
  f8 bevel = f8_of(plinth->bevel);
  f8 rim = high(bevel - high(inside, f8_of(0)), f8_of(0)), drop = high(bevel + p.y, f8_of(0));
  i8 top = p.y > f8_of(-1e-4f);
  f8 out = pick(top, rim, bevel), up = pick(top, bevel, drop);
  return unit((v3){side.x * out, up + f8_of(1e-6f), side.z * out});
}

static void guide(
    const KrafdStudioSet *set, const float *columns, const float *rows, size_t count, KrafdStudioGuide *out) {
  for (size_t i = 0; i < count; i += 8) {
    f8 column = f8_of(0), row = f8_of(0);
    for (size_t k = 0; k < 8; k++) {
      column[k] = columns[i + k < count ? i + k : count - 1];
      row[k] = rows[i + k < count ? i + k : count - 1];
    }
    v3 eye = v3_of(set->eye);
    v3 d = unit((v3){(column - f8_of(set->origin_x)) * f8_of(set->scale) - eye.x,
                     (f8_of(set->origin_y) - row) * f8_of(set->scale) - eye.y, -eye.z});
    f8 room = room_distance(set, eye, d), plinth = plinth_distance(set, eye, d);
    f8 t = low(room, plinth);
    v3 p = along(eye, t, d), n = pick3(plinth < room, plinth_normal(set, p), room_normal(set, p));
    i8 wall = on_wall(set, p);
    i8 thing = pick_int(plinth < room, wall * 0 + 3, pick_int(wall, wall * 0 + 2, wall * 0 + 1));
    thing = pick_int(t < f8_of(FAR), thing, wall * 0);
    f8 s = p.y - p.z + pick(wall, f8_of(set->wall_gap), f8_of(0));
    for (size_t k = 0; k < 8 && i + k < count; k++) {
      out[i + k] = (KrafdStudioGuide){{n.x[k], n.y[k], n.z[k]}, t[k], p.x[k], s[k], thing[k]};
    }
  }
}
