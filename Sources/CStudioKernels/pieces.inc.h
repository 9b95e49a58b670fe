// Things that stand in the set: each a simple solid in a box of its own, turned about the upright axis.

typedef struct { f8 in, out; } span;  // Where a ray is inside; empty when in >= out.

INLINE span overlap(span a, span b) { return (span){high(a.in, b.in), low(a.out, b.out)}; }

INLINE f8 size_of(f8 a) { return high(a, -a); }

INLINE f8 sign_of(f8 a) { return pick(a < f8_of(0), f8_of(-1), f8_of(1)); }

// Between -1 and 1 along one axis.
INLINE span slab_span(f8 o, f8 d) {
  d = pick(size_of(d) < f8_of(1e-7f), f8_of(1e-7f), d);
  f8 a = (f8_of(-1) - o) / d, b = (f8_of(1) - o) / d;
  return (span){low(a, b), high(a, b)};
}

// Where a t^2 + 2 b t + c is not above 0; a must be above 0.
INLINE span round_span(f8 a, f8 b, f8 c) {
  a = high(a, f8_of(1e-12f));
  f8 q = b * b - a * c, r = root(q);
  i8 met = q > f8_of(0);
  return (span){pick(met, (-b - r) / a, f8_of(FAR)), pick(met, (r - b) / a, f8_of(-FAR))};
}

// Inside a circle of that radius around (x, y), across two axes.
INLINE span circle_span(f8 x, f8 y, f8 dx, f8 dy, f8 radius) {
  return round_span(dx * dx + dy * dy, x * dx + y * dy, x * x + y * y - radius * radius);
}

// An upright doorway of half width 1 from y = -1 on, its top a half ellipse that starts at `shoulder`; `width` shrinks it
// towards the middle of its foot.
INLINE span doorway_span(v3 o, v3 d, f8 shoulder, f8 width) {
  f8 rise = f8_of(1) - shoulder;
  f8 x = o.x / width, dx = d.x / width;
  f8 scale = f8_of(2) / (shoulder + f8_of(1));
  span door = overlap(slab_span(x, dx), slab_span((o.y + f8_of(1)) * scale - f8_of(1), d.y * scale));
  span top = circle_span(x, (o.y - shoulder) / (rise * width), dx, d.y / (rise * width), f8_of(1));
  // The part of the ellipse below the shoulder lies inside the foot, so one span holds both.
  i8 no_door = door.in >= door.out, no_top = top.in >= top.out;
  span both = {low(door.in, top.in), high(door.out, top.out)};
  both.in = pick(no_door, top.in, pick(no_top, door.in, both.in));
  both.out = pick(no_door, top.out, pick(no_top, door.out, both.out));
  return both;
}

INLINE v3 turned_to_piece(const KrafdStudioPiece *piece, v3 p) {
  f8 c = f8_of(piece->turn[0]), s = f8_of(piece->turn[1]);
  return (v3){c * p.x - s * p.z, p.y, s * p.x + c * p.z};
}

INLINE v3 turned_to_world(const KrafdStudioPiece *piece, v3 p) {
  f8 c = f8_of(piece->turn[0]), s = f8_of(piece->turn[1]);
  return (v3){c * p.x + s * p.z, p.y, c * p.z - s * p.x};
}

// How far a piece lies along a ray from outside; FAR where it is missed.
INLINE f8 piece_distance(const KrafdStudioPiece *piece, v3 o, v3 d) {
  v3 away = minus(v3_of(piece->center), o);
  f8 near = dot(away, d), radius = f8_of(piece->radius);
  i8 may = (dot(away, away) - near * near < radius * radius) & (near > -radius);
  if (!any(may)) return f8_of(FAR);
  v3 inverse = {f8_of(1 / piece->half[0]), f8_of(1 / piece->half[1]), f8_of(1 / piece->half[2])};
  o = times(turned_to_piece(piece, scaled(away, f8_of(-1))), inverse);
  d = times(turned_to_piece(piece, d), inverse);
  span tall = slab_span(o.y, d.y), deep = slab_span(o.z, d.z), hit = {f8_of(FAR), f8_of(-FAR)}, hole = hit;
  f8 open = f8_of(piece->open), shoulder = f8_of(piece->shoulder);
  switch (piece->kind) {
    case KRAFD_STUDIO_CYLINDER: hit = overlap(tall, circle_span(o.x, o.z, d.x, d.z, f8_of(1))); break;
    case KRAFD_STUDIO_HALF_CYLINDER:
      // Its flat side is at the back: z from 0 to 1, in a box whose z runs from -1 to 1.
      o.z = (o.z + f8_of(1)) * f8_of(0.5f);
      hit = overlap(overlap(tall, deep), circle_span(o.x, o.z, d.x, d.z * f8_of(0.5f), f8_of(1)));
      break;
    case KRAFD_STUDIO_BOX: hit = overlap(overlap(tall, deep), slab_span(o.x, d.x)); break;
    case KRAFD_STUDIO_ELLIPSOID: hit = round_span(dot(d, d), dot(o, d), dot(o, o) - f8_of(1)); break;
    case KRAFD_STUDIO_ROD: hit = overlap(slab_span(o.x, d.x), circle_span(o.y, o.z, d.y, d.z, f8_of(1))); break;
    case KRAFD_STUDIO_DISC:
      hit = overlap(deep, circle_span(o.x, o.y, d.x, d.y, f8_of(1)));
      if (piece->open > 0) hole = circle_span(o.x, o.y, d.x, d.y, open);
      break;
    case KRAFD_STUDIO_ARCH:
      hit = overlap(deep, doorway_span(o, d, shoulder, f8_of(1)));
      if (piece->open > 0) hole = doorway_span(o, d, shoulder, open);
      break;
    case KRAFD_STUDIO_CONE: {
      // x^2 + z^2 <= ((1 - y) / 2)^2: inside between two roots as long as y stays below 1.
      f8 h = (f8_of(1) - o.y) * f8_of(0.5f), dh = d.y * f8_of(-0.5f);
      f8 a = d.x * d.x + d.z * d.z - dh * dh, b = o.x * d.x + o.z * d.z - h * dh, c = o.x * o.x + o.z * o.z - h * h;
      f8 q = b * b - a * c, r = root(q);
      f8 safe = pick(size_of(a) < f8_of(1e-7f), f8_of(1e-7f), a);
      f8 t0 = (-b - r) / safe, t1 = (r - b) / safe;
      f8 first = low(t0, t1), last = high(t0, t1);
      // Steeper than the side, a ray is inside beyond the later root or before the earlier one, on the lower half.
      i8 steep = a < f8_of(0), down = d.y < f8_of(0);
      span side = {pick(steep, pick(down, last, f8_of(-FAR)), first), pick(steep, pick(down, f8_of(FAR), first), last)};
      hit = overlap(tall, side);
      hit.in = pick(q > f8_of(0), hit.in, f8_of(FAR));
      break;
    }
    default: break;
  }
  // In the opening a ray goes on to the wall on its far side.
  f8 start = high(hit.in, f8_of(1e-4f));
  f8 t = pick((hole.in <= start) & (start < hole.out), hole.out, hit.in);
  return pick((t < hit.out) & (t > f8_of(1e-4f)) & may, t, f8_of(FAR));
}

INLINE v3 added(v3 n, f8 x, f8 y, f8 z, f8 weight) { return plus(n, scaled((v3){x, y, z}, high(weight, f8_of(0)))); }

// Towards the outline of a disc or a doorway, and how far it is away; `y` from the middle of the round part.
INLINE f8 outline_gap(f8 x, f8 y, f8 half, int is_disc, f8 *out_x, f8 *out_y) {
  i8 round = is_disc ? y == y : y > f8_of(0);
  f8 r = root(x * x + y * y);
  *out_x = pick(round, x / high(r, f8_of(1e-6f)), sign_of(x));
  *out_y = pick(round, y / high(r, f8_of(1e-6f)), f8_of(0));
  return half - pick(round, r, size_of(x));
}

// The normal at a piece's surface; edges are rounded by `bevel`.
INLINE v3 piece_normal(const KrafdStudioPiece *piece, v3 p) {
  v3 q = turned_to_piece(piece, minus(p, v3_of(piece->center)));
  f8 hx = f8_of(piece->half[0]), hy = f8_of(piece->half[1]), hz = f8_of(piece->half[2]), zero = f8_of(0);
  f8 b = f8_of(piece->bevel), up = sign_of(q.y), near = sign_of(q.z), ay = hy - size_of(q.y), az = hz - size_of(q.z);
  v3 n = {zero, zero, zero};
  switch (piece->kind) {
    case KRAFD_STUDIO_ELLIPSOID: n = (v3){q.x / (hx * hx), q.y / (hy * hy), q.z / (hz * hz)}; break;
    case KRAFD_STUDIO_CONE: {
      f8 rise = (f8_of(1) - q.y / hy) * f8_of(0.25f);
      n = (v3){q.x / (hx * hx), rise / hy, q.z / (hz * hz)};
      break;
    }
    case KRAFD_STUDIO_BOX:
      n = added(added(n, sign_of(q.x), zero, zero, b - (hx - size_of(q.x))), zero, zero, near, b - az);
      n = added(n, zero, up, zero, b - ay);
      break;
    case KRAFD_STUDIO_CYLINDER: case KRAFD_STUDIO_HALF_CYLINDER: {
      int half = piece->kind == KRAFD_STUDIO_HALF_CYLINDER;
      f8 z = half ? q.z + hz : q.z, depth = half ? hz * f8_of(2) : hz, u = q.x / hx, w = z / depth;
      // The gap to an ellipse, good near its edge.
      v3 out = unit((v3){u / hx, zero, w / depth});
      n = added(n, out.x, zero, out.z, b - (f8_of(1) - root(u * u + w * w)) * low(hx, depth));
      n = added(n, zero, up, zero, b - ay);
      if (half) n = added(n, zero, zero, f8_of(-1), b - z);
      break;
    }
    case KRAFD_STUDIO_ROD: {
      f8 r = root(q.y * q.y + q.z * q.z), one = f8_of(1) / high(r, f8_of(1e-6f));
      n = added(added(n, zero, q.y * one, q.z * one, b - (hy - r)), sign_of(q.x), zero, zero, b - (hx - size_of(q.x)));
      break;
    }
    case KRAFD_STUDIO_DISC: case KRAFD_STUDIO_ARCH: {
      // A disc is round all around, a doorway from its shoulder on.
      int is_disc = piece->kind == KRAFD_STUDIO_DISC;
      f8 height = is_disc ? q.y : q.y - f8_of(piece->shoulder) * hy, x, y, gap;
      gap = outline_gap(q.x, height, hx, is_disc, &x, &y);
      n = added(added(n, x, y, zero, b - gap), zero, zero, near, b - az);
      if (piece->open > 0) {
        gap = outline_gap(q.x, height, hx * f8_of(piece->open), is_disc, &x, &y);
        n = added(n, -x, -y, zero, b + gap);
      }
      break;
    }
    default: break;
  }
  return unit(turned_to_world(piece, n));
}

// The nearest piece along a ray: its distance, and its number in `which`.
INLINE f8 pieces_distance(const KrafdStudioSet *set, v3 o, v3 d, i8 *which) {
  f8 t = f8_of(FAR);
  for (int k = 0; k < set->piece_count; k++) {
    f8 next = piece_distance(&set->pieces[k], o, d);
    *which = pick_int(next < t, *which * 0 + k, *which);
    t = low(t, next);
  }
  return t;
}

// Normal, albedo and color of the pieces that lanes have met.
INLINE void piece_surface(const KrafdStudioSet *set, i8 which, v3 p, i8 met, v3 *normal, v3 *albedo, v3 *color) {
  for (int k = 0; k < set->piece_count; k++) {
    i8 here = met & (which == k);
    if (!any(here)) continue;
    *normal = pick3(here, piece_normal(&set->pieces[k], p), *normal);
    *albedo = pick3(here, v3_of(set->pieces[k].albedo), *albedo);
    *color = pick3(here, v3_of(set->pieces[k].color), *color);
  }
}
