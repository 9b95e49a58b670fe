// Which lamps a thing may hide from eight px: a search among boxes, done once for many samples.

// The rays of eight px.
typedef struct {
  f8 column, row;
  v3 base, inverse_plate;
  u8 pixel;  // A hash of where each px is.
} packet;

INLINE v3 camera_ray(const KrafdStudioSet *set, const packet *rays, f8 across, f8 down) {
  v3 eye = v3_of(set->eye);
  return unit((v3){(rays->column + across - f8_of(set->origin_x)) * f8_of(set->scale) - eye.x,
                   (f8_of(set->origin_y) - rays->row - down) * f8_of(set->scale) - eye.y, -eye.z});
}

// Whether something between a place and a lamp may lie in a box; `slack` is how far the place may be off.
INLINE i8 may_hide(const KrafdStudioLight *light, v3 place, f8 slack, v3 middle, v3 half) {
  v3 to_box = minus(middle, place);
  f8 reach[3] = {half.x + slack, half.y + slack, half.z + slack};
  v3 center = minus(v3_of(light->center), place), u = v3_of(light->u), v = v3_of(light->v);
  v3 right = plus(center, u), left = minus(center, u);
  v3 corners[4] = {plus(right, v), minus(right, v), minus(left, v), plus(left, v)};
  i8 apart = {0};
  for (int axis = 0; axis < 3; axis++) {
    f8 first = f8_of(0), last = f8_of(0), box = axis == 0 ? to_box.x : axis == 1 ? to_box.y : to_box.z;
    for (int k = 0; k < 4; k++) {
      f8 at = axis == 0 ? corners[k].x : axis == 1 ? corners[k].y : corners[k].z;
      first = low(first, at);
      last = high(last, at);
    }
    apart |= (box + reach[axis] < first) | (box - reach[axis] > last);
  }
  for (int k = 0; k < 4; k++) {
    v3 out = cross(corners[k], corners[(k + 1) % 4]);
    f8 side = sign_of(dot(out, center));
    f8 spread = size_of(out.x) * reach[0] + size_of(out.y) * reach[1] + size_of(out.z) * reach[2];
    apart |= dot(out, to_box) * side < -spread;
  }
  return ~apart;
}

// The lamps, as bits, of which a thing may hide something from what eight px show of the set.
INLINE uint32_t hidden_lamps(const KrafdStudioSet *set, const packet *rays) {
  v3 eye = v3_of(set->eye), d = camera_ray(set, rays, f8_of(0.5f), f8_of(0.5f));
  v3 place = along(eye, room_distance(set, eye, d), d);
  f8 slack = f8_of(0);
  for (int corner = 0; corner < 4; corner++) {
    v3 there = camera_ray(set, rays, f8_of((float)(corner & 1)), f8_of((float)(corner >> 1)));
    v3 off = minus(along(eye, room_distance(set, eye, there), there), place);
    slack = high(slack, root(dot(off, off)));
  }
  slack += f8_of(1e-3f);
  const KrafdStudioBody *body = &set->body;
  uint32_t lamps = 0;
  for (int k = 0; k < set->light_count; k++) {
    i8 may = {0};
    if (body->cells) {
      float x = 0.5f * (float)body->columns / body->cells_a_unit, y = 0.5f * (float)body->rows / body->cells_a_unit;
      v3 middle = {f8_of(body->left + x), f8_of(body->top - y), f8_of(body->back + body->depth * 0.5f)};
      may |= may_hide(&set->lights[k], place, slack, middle, (v3){f8_of(x), f8_of(y), f8_of(body->depth * 0.5f)});
    }
    for (int piece = 0; piece < set->piece_count; piece++) {
      f8 radius = f8_of(set->pieces[piece].radius);
      may |= may_hide(&set->lights[k], place, slack, v3_of(set->pieces[piece].center), (v3){radius, radius, radius});
    }
    if (any(may)) lamps |= 1u << k;
  }
  return lamps;
}
