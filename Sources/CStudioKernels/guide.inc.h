// What camera rays meet in the set without the product.

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
    i8 which = {0};
    f8 room = room_distance(set, eye, d), piece = pieces_distance(set, eye, d, &which);
    f8 t = low(room, piece);
    v3 p = along(eye, t, d), n = room_normal(set, p), albedo, color;
    i8 wall = on_wall(set, p), met = piece < room;
    piece_surface(set, which, p, met, &n, &albedo, &color);
    wall &= ~met;
    i8 thing = pick_int(met, which + 3, pick_int(wall, wall * 0 + 2, wall * 0 + 1));
    thing = pick_int(t < f8_of(FAR), thing, wall * 0);
    f8 s = p.y - p.z + pick(wall, f8_of(set->wall_gap), f8_of(0));
    for (size_t k = 0; k < 8 && i + k < count; k++) {
      out[i + k] = (KrafdStudioGuide){{n.x[k], n.y[k], n.z[k]}, t[k], p.x[k], p.y[k], s[k], thing[k]};
    }
  }
}
