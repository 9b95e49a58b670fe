// The floor, its bend, the wall, and the light of the empty set.

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
