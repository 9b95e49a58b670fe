#ifndef KRAFD_STUDIO_H
#define KRAFD_STUDIO_H

#include <stddef.h>
#include <stdint.h>

#define KRAFD_STUDIO_MAX_LIGHTS 8
#define KRAFD_STUDIO_MAX_BOUNCES 2

/// A rectangular soft box that shines from one side; cameras and bounced rays pass through it.
///
/// The rectangle is `center` ± `u` ± `v`; `normal` is the side that shines; `radiance` is red, green, blue, divided by pi.
typedef struct {
  float center[3], u[3], v[3], normal[3], radiance[3], area;
} KrafdStudioLight;

#define KRAFD_STUDIO_MAX_PIECES 10

/// The solids that pieces are made of; each fills its box of half lengths `half`.
typedef enum {
  KRAFD_STUDIO_BOX = 1,
  KRAFD_STUDIO_CYLINDER,       // Upright.
  KRAFD_STUDIO_HALF_CYLINDER,  // Upright, its flat side away from the camera.
  KRAFD_STUDIO_ELLIPSOID,
  KRAFD_STUDIO_CONE,           // Its tip up.
  KRAFD_STUDIO_ROD,            // A cylinder that lies along x.
  KRAFD_STUDIO_DISC,           // Round, faces the camera; `open` is the share of its radius that is a hole.
  KRAFD_STUDIO_ARCH            // A doorway that faces the camera, round from `shoulder` on; `open` as above.
} KrafdStudioSolid;

/// A thing that stands in the set: under the product, beside it or behind it.
typedef struct {
  int kind;                       // A `KrafdStudioSolid`.
  float center[3], half[3];       // Half lengths along its own axes, above 0.
  float turn[2];                  // Cosine and sine of its turn about y.
  float radius;                   // Of a ball around the center that holds it.
  float bevel, open, shoulder;    // Of rounded edges; 0 to below 1; -1 to 1 between foot and top.
  float albedo[3], color[3];      // What it reflects, and how the picture paints it in reference light.
} KrafdStudioPiece;

/// What a cell of a body looks like: linear color, the depth between its two sides, and how far each side leans.
///
/// The normal of the far side is (`slope[0]`, -127), that of the near side (`slope[1]`, 127), before its length is made 1.
typedef struct {
  float albedo[3], middle;
  int8_t slope[2][2];
} KrafdStudioSurface;

/// The body of the product: at each cell of a grid in its picture plane, the depths between which it is solid.
///
/// A cell holds `front` in bits 20-31, `back` in bits 8-19, both in steps of `1 / 4095` of the body's depth, and in bits
/// 0-7 the distance in cells to the nearest solid cell, 0 inside. Rows run from the top down.
typedef struct {
  const uint32_t *cells;
  const KrafdStudioSurface *surface;
  int columns, rows;
  float cells_a_unit;
  float left, top, back, depth;  // World units: left edge, top edge, lowest and extent of depth.
} KrafdStudioBody;

/// The set without the product, and its light.
///
/// World: x to the right, y up, z to the camera; the product stands on y = 0 around the origin. The floor at `floor_y` bends
/// with `radius` into the wall at `wall_z`. A picture's px (column, row) looks through the point
/// ((column - origin_x) * scale, (origin_y - row) * scale, 0).
///
/// `plate` holds the light of the empty set, as the radiance of a white card in place, for nodes along x and along
/// s = y - z; on the wall of a set with a hard line s is larger by `wall_gap`. Four floats a node.
typedef struct {
  float eye[3], origin_x, origin_y, scale;
  float floor_y, wall_z, radius, wall_gap;
  float floor_albedo[3], wall_albedo[3];
  const float *plate;
  int plate_columns, plate_rows;
  float plate_x, plate_s, nodes_a_unit;
  float sky_low[3], sky_high[3];  // Radiance of the open part of the room at and below the horizon, and straight up.
  float rest[3];                  // Radiance that stands for all light beyond the last bounce.
  float reference[3];             // The light that counts as 1.
  float gloss, gloss_alpha;       // Weight and GGX alpha of the coat of the floor.
  int bounces;                    // At most `KRAFD_STUDIO_MAX_BOUNCES`.
  int light_count;
  KrafdStudioLight lights[KRAFD_STUDIO_MAX_LIGHTS];
  int piece_count;
  KrafdStudioPiece pieces[KRAFD_STUDIO_MAX_PIECES];
  KrafdStudioBody body;
} KrafdStudioSet;

/// What a camera ray meets, for one px: filled by `krafd_studio_guide`.
typedef struct {
  float normal[3], depth;
  float x, y, s;   // x and s are the place on the plate; of a piece, s is y - z.
  int thing;       // 0 sky, 1 floor or bend, 2 wall beyond a hard line, 3 and up the pieces.
} KrafdStudioGuide;

/// Meets the camera rays through `count` points (column, row) with the set.
void krafd_studio_guide(
    const KrafdStudioSet *set, const float *columns, const float *rows, size_t count, KrafdStudioGuide *out);

/// Traces samples `first ..< first + samples` of `count` px and adds them to `sums`.
///
/// `pixels` holds column and row in pairs. `base` and `inverse_plate` hold four floats a px: the color of the px in the
/// empty set, and one over the light of the plate there. A px has four sums: red, green, blue of what the product changes,
/// and the square of its luminance. `count` may be any number.
void krafd_studio_trace(
    const KrafdStudioSet *set, const int32_t *pixels, size_t count, const float *base, const float *inverse_plate,
    uint32_t seed, uint32_t first, uint32_t samples, float *sums);

/// The light that the soft boxes alone send to points, unoccluded, as the radiance of a white card; four floats a point.
///
/// `points` holds place and normal, six floats a point. `samples` is rounded up to a multiple of eight.
void krafd_studio_direct(const KrafdStudioSet *set, const float *points, size_t count, uint32_t samples, float *out);

/// The light that points get from the rest of the empty set and from its open part, as the radiance of a white card, with
/// `plate` as the light there. Arguments as in `krafd_studio_direct`; every point looks in the same directions around its
/// normal, so that errors vary smoothly.
void krafd_studio_gather(const KrafdStudioSet *set, const float *points, size_t count, uint32_t samples, float *out);

/// One pass of the edge-avoiding filter over row `y`.
///
/// Planes are `width * height` floats, behind each other: `in` and `out` three colors and the variance. `guides` may be rows
/// of a larger picture, with `guide_plane` floats from plane to plane: the thing that is met, and the normal's y and z. Where
/// the thing is 0 or less a px is left alone. `reach` is one plane: the widest step in px that a px allows.
void krafd_studio_filter_row(
    const float *in, float *out, const float *guides, size_t guide_plane, const float *reach, int width, int height, int y,
    int step);

/// Which variant runs: 0 is the portable one, 1 is AVX2 with FMA. `KRAFD_CPU=base` in the environment forces 0.
int krafd_studio_variant(void);

/// Forces a variant for tests; -1 goes back to the choice by processor. A variant that the processor lacks is not taken.
void krafd_studio_force_variant(int variant);

#endif
