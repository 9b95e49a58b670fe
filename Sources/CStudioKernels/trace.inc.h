// What the product and the pieces change in the light of the empty set.
//
// The empty set's light is known (the plate), so a path only carries differences: at a point of the set it subtracts the
// soft boxes that something hides, and along a bounce it adds what a thing sends and subtracts what the set behind it would
// have sent. Where nothing is near, every path is exactly 0, so there is no noise. At a point of the product or a piece
// a path collects all its light, taking the set's from the plate.

typedef struct { f8 t; i8 thing, cell; } meeting;  // thing: 0 none, 1 a piece, 2 product; cell: which piece, or cell.

INLINE meeting things_meet(const KrafdStudioSet *set, v3 o, v3 d, f8 reach, i8 active) {
  meeting m = {f8_of(FAR), active & 0, active & 0};
  if (set->piece_count > 0) {
    f8 piece = pieces_distance(set, o, d, &m.cell);
    i8 hit = (piece < reach) & active;
    m.t = pick(hit, piece, m.t);
    m.thing = hit & 1;
  }
  body_hit body = body_meets(set, o, d, low(reach, m.t), active);
  m.t = pick(body.hit, body.t, m.t);
  m.thing = pick_int(body.hit, (active & 0) + 2, m.thing);
  m.cell = pick_int(body.hit, body.cell, m.cell);
  return m;
}

typedef struct {
  v3 place, normal, weight, sum;
  i8 active, full;  // full: on a thing, so all light counts; else only differences.
} path;

// Next-event estimation: one point of one soft box.
INLINE void light_path(const KrafdStudioSet *set, path *path, const KrafdStudioLight *light, pair at, float chance) {
  v3 u = v3_of(light->u), v = v3_of(light->v), c = v3_of(light->center);
  f8 a = at.a * f8_of(2) - f8_of(1), b = at.b * f8_of(2) - f8_of(1);
  v3 to = minus(plus(c, plus(scaled(u, a), scaled(v, b))), path->place);
  f8 square = high(dot(to, to), f8_of(1e-8f)), length = root(square);
  v3 d = scaled(to, f8_of(1) / length);
  f8 here = high(dot(d, path->normal), f8_of(0)), there = high(-dot(d, v3_of(light->normal)), f8_of(0));
  f8 amount = here * there * f8_of(light->area * chance) / square;
  i8 lit = path->active & (amount > f8_of(0));
  if (!any(lit)) return;
  meeting m = things_meet(set, path->place, d, length, lit);
  i8 hidden = m.thing != 0;
  f8 share = pick(path->full, pick(hidden, f8_of(0), amount), pick(hidden, -amount, f8_of(0)));
  v3 light_color = scaled(v3_of(light->radiance), pick(lit, share, f8_of(0)));
  path->sum = plus(path->sum, times(path->weight, light_color));
}

// The radiance of the empty set along a ray that meets it at `place`, `t` away.
INLINE v3 empty_set(const KrafdStudioSet *set, v3 place, v3 d, f8 t) {
  v3 card = plate_light(set, place);
  return pick3(t >= f8_of(FAR), sky(set, d), times(card, room_albedo(set, place)));
}

typedef struct {
  meeting thing;
  f8 room;
  i8 met;  // a thing, before the room
} view;

// Looks in one direction, and takes what comes from there: the path stays active where it can go on. `follows_misses` says
// whether a path that met the set only, and carries nothing but differences from there on, is followed.
INLINE view look(const KrafdStudioSet *set, path *path, v3 d, int follows_misses) {
  i8 active = path->active;
  view seen = {things_meet(set, path->place, d, f8_of(FAR), active), f8_of(FAR), active & 0};
  if (!follows_misses) path->active &= path->full | (seen.thing.thing != 0);
  if (!any(path->active)) return seen;
  seen.room = room_distance(set, path->place, d);
  seen.met = (seen.thing.thing != 0) & (seen.thing.t < seen.room);
  i8 adds = active & path->full & ~seen.met, takes = active & ~path->full & seen.met;
  if (any(adds | takes)) {
    f8 sign = pick(adds, f8_of(1), pick(takes, f8_of(-1), f8_of(0)));
    v3 place = along(path->place, low(seen.room, f8_of(FAR)), d);
    path->sum = plus(path->sum, scaled(times(path->weight, empty_set(set, place, d, seen.room)), sign));
  }
  path->active &= follows_misses ? seen.met | (seen.room < f8_of(FAR)) : seen.met;
  return seen;
}

// Goes on in one direction, and stands on what was met.
INLINE void bounce(const KrafdStudioSet *set, path *path, v3 d, int follows_misses) {
  view seen = look(set, path, d, follows_misses);
  if (!any(path->active)) return;
  i8 met = seen.met, product = met & (seen.thing.thing == 2);
  v3 place = along(path->place, low(seen.room, f8_of(FAR)), d);
  v3 normal = room_normal(set, place), albedo = room_albedo(set, place);
  if (any(met)) {
    v3 there = along(path->place, seen.thing.t, d);
    v3 color;
    place = pick3(met, there, place);
    piece_surface(set, seen.thing.cell, there, met & ~product, &normal, &albedo, &color);
    if (any(product)) {
      normal = pick3(product, body_normal(set, there, d, seen.thing.cell & product), normal);
      albedo = pick3(product, body_albedo(set, seen.thing.cell & product), albedo);
    }
  }
  path->place = along(place, f8_of(1e-3f), normal);
  path->normal = normal;
  path->weight = times(path->weight, albedo);
  path->full = met;
}

// In the mirror a thing looks as it was photographed: as in reference light, whatever the set's lamps do to its body.
INLINE void mirror(const KrafdStudioSet *set, path *path, v3 d) {
  view seen = look(set, path, d, 0);
  if (!any(path->active)) return;
  i8 product = path->active & (seen.thing.thing == 2);
  v3 normal, color, albedo = {f8_of(0), f8_of(0), f8_of(0)};
  piece_surface(set, seen.thing.cell, path->place, path->active & ~product, &normal, &albedo, &color);
  if (any(product)) albedo = pick3(product, body_albedo(set, seen.thing.cell & product), albedo);
  v3 image = times(times(path->weight, albedo), v3_of(set->reference));
  path->sum = plus(path->sum, scaled(image, pick(path->active, f8_of(1), f8_of(0))));
}

// Follows a path from its place to its end. Beyond the first bounce, light that only misses something is followed in one
// sample of four, with four times the weight. Of the first turn's lamps only `lamps` can change anything.
INLINE void follow(const KrafdStudioSet *set, path *path, const shared_numbers *shared, u8 pixel, uint32_t lamps) {
  int lights = set->light_count;
  for (int turn = 0; turn <= set->bounces && any(path->active); turn++) {
    int use = USE_TURNS + 2 * turn;
    uint32_t some = turn == 0 ? lamps : 1u << shared->lamps[turn];
    for (int k = 0; k < lights; k++) {
      if (!(some >> k & 1)) continue;
      pair at = drawn(shared, pixel, turn == 0 ? USE_LAMPS + k : use + 1);
      light_path(set, path, &set->lights[k], at, turn == 0 ? 1 : (float)lights);
    }
    if (turn == set->bounces) {
      v3 rest = v3_of(set->rest);
      path->sum = plus(path->sum, scaled(times(path->weight, rest), pick(path->active & path->full, f8_of(1), f8_of(0))));
      return;
    }
    bounce(set, path, cosine_direction(path->normal, drawn(shared, pixel, use)), turn > 0 || shared->follows_misses);
    if (turn == 0) path->weight = scaled(path->weight, pick(path->full, f8_of(1), f8_of(4)));
  }
}

// The direction in which a GGX coat reflects `d` for one microfacet. Source: B. Walter et al., EGSR 2007, eq. 35.
INLINE v3 mirrored_direction(v3 d, v3 n, float alpha, pair p) {
  f8 square = p.a / high(f8_of(1) - p.a, f8_of(1e-6f)) * f8_of(alpha * alpha);
  f8 cosine = f8_of(1) / root(f8_of(1) + square), sine = root(f8_of(1) - cosine * cosine);
  // Two axes across the normal. Source: T. Duff et al., JCGT 6(1), 2017.
  f8 sign = sign_of(n.z), a = f8_of(-1) / (sign + n.z), b = n.x * n.y * a;
  v3 side = {f8_of(1) + sign * n.x * n.x * a, sign * b, -sign * n.x};
  v3 other = {b, sign + n.y * n.y * a, -n.y};
  wave turn = wave_of_turns(p.b);
  v3 across = plus(scaled(side, turn.cosine), scaled(other, turn.sine));
  v3 half = plus(scaled(n, cosine), scaled(across, sine));
  return minus(d, scaled(half, dot(d, half) * f8_of(2)));
}

// One sample of a px: what the product changes in its color.
INLINE v3 sampled(const KrafdStudioSet *set, const packet *rays, const shared_numbers *shared, uint32_t lamps) {
  pair jitter = drawn(shared, rays->pixel, USE_JITTER);
  v3 eye = v3_of(set->eye), d = camera_ray(set, rays, jitter.a, jitter.b);
  i8 which = {0};
  f8 room = room_distance(set, eye, d), piece = pieces_distance(set, eye, d, &which);
  i8 on_piece = piece < room, active = (low(room, piece) < f8_of(FAR));
  v3 p = along(eye, low(low(room, piece), f8_of(FAR)), d);
  v3 n = room_normal(set, p), albedo, paint = rays->base;
  piece_surface(set, which, p, on_piece, &n, &albedo, &paint);
  v3 zero = {f8_of(0), f8_of(0), f8_of(0)}, one = {f8_of(1), f8_of(1), f8_of(1)};
  v3 start = along(p, f8_of(1e-4f), n);
  path path = {start, n, one, zero, active, on_piece};
  follow(set, &path, shared, rays->pixel, any(on_piece) ? ~0u : lamps);
  v3 inverse_reference = {f8_of(1 / set->reference[0]), f8_of(1 / set->reference[1]), f8_of(1 / set->reference[2])};
  v3 factor = pick3(on_piece, times(paint, inverse_reference), times(rays->base, rays->inverse_plate));
  v3 change = times(path.sum, factor);
  if (set->gloss <= 0) return change;
  v3 reflected = mirrored_direction(d, n, set->gloss_alpha, drawn(shared, rays->pixel, USE_COAT));
  // Only what lies has a coat; a sheet loses it where it bends up.
  f8 weight = pick(
      active & ~on_piece & ~on_wall(set, p) & (dot(reflected, n) > f8_of(0.001f)), n.y * f8_of(set->gloss), f8_of(0));
  path.place = start;
  path.weight = scaled(one, weight);
  path.sum = zero;
  path.active = active & (weight > f8_of(0));
  path.full = path.active & 0;
  mirror(set, &path, reflected);
  return plus(change, times(path.sum, inverse_reference));
}

#define SAMPLES_AT_ONCE 64

// Adds up to `SAMPLES_AT_ONCE` samples of eight px.
INLINE void trace_packet(
    const KrafdStudioSet *set, const packet *rays, const shared_numbers *shared, uint32_t samples, f8 total[4]) {
  // For a few samples the search costs more than it saves.
  uint32_t lamps = samples < 4 ? ~0u : hidden_lamps(set, rays);
  for (uint32_t s = 0; s < samples; s++) {
    v3 change = sampled(set, rays, &shared[s], lamps);
    // The firefly rule: no sample changes a px by more than four times white.
    f8 limit = f8_of(4);
    change = (v3){low(change.x, limit), low(change.y, limit), low(change.z, limit)};
    f8 light = change.x * f8_of(0.2126f) + change.y * f8_of(0.7152f) + change.z * f8_of(0.0722f);
    total[0] += change.x;
    total[1] += change.y;
    total[2] += change.z;
    total[3] += light * light;
  }
}

static void trace(
    const KrafdStudioSet *set, const int32_t *pixels, size_t count, const float *base, const float *inverse_plate,
    uint32_t seed, uint32_t first, uint32_t samples, float *sums) {
  shared_numbers shared[SAMPLES_AT_ONCE];
  for (uint32_t done = 0; done < samples; done += SAMPLES_AT_ONCE) {
    uint32_t now = samples - done < SAMPLES_AT_ONCE ? samples - done : SAMPLES_AT_ONCE;
    for (uint32_t s = 0; s < now; s++) share_numbers(&shared[s], first + done + s, (uint32_t)set->light_count);
    for (size_t i = 0; i < count; i += 8) {
      packet rays = {0};
      for (size_t k = 0; k < 8; k++) {
        size_t at = i + k < count ? i + k : count - 1;
        rays.column[k] = (float)pixels[2 * at];
        rays.row[k] = (float)pixels[2 * at + 1];
        rays.pixel[k] = (uint32_t)pixels[2 * at] * 0x8da6b343u ^ (uint32_t)pixels[2 * at + 1] * 0xd8163841u;
        rays.base.x[k] = base[4 * at];
        rays.base.y[k] = base[4 * at + 1];
        rays.base.z[k] = base[4 * at + 2];
        rays.inverse_plate.x[k] = inverse_plate[4 * at];
        rays.inverse_plate.y[k] = inverse_plate[4 * at + 1];
        rays.inverse_plate.z[k] = inverse_plate[4 * at + 2];
      }
      rays.pixel = mixed(rays.pixel ^ (seed * 0x9e3779b9u + 0x7f4a7c15u));
      f8 total[4] = {0};
      trace_packet(set, &rays, shared, now, total);
      for (size_t k = 0; k < 8 && i + k < count; k++) {
        for (int c = 0; c < 4; c++) sums[4 * (i + k) + (size_t)c] += total[c][k];
      }
    }
  }
}
