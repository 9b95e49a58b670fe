// Owen-scrambled Sobol pairs, a pair for each use of a path, decorrelated by shuffling the index.
// Source: B. Burley, "Practical Hash-based Owen Scrambling", JCGT 9(4), 2020; the hash is Laine and Karras's (2011).

INLINE u8 reversed(u8 x) {
  x = (x >> 16) | (x << 16);
  x = ((x & 0x00ff00ffu) << 8) | ((x & 0xff00ff00u) >> 8);
  x = ((x & 0x0f0f0f0fu) << 4) | ((x & 0xf0f0f0f0u) >> 4);
  x = ((x & 0x33333333u) << 2) | ((x & 0xccccccccu) >> 2);
  return ((x & 0x55555555u) << 1) | ((x & 0xaaaaaaaau) >> 1);
}

INLINE u8 scrambled(u8 x, u8 seed) {
  x += seed;
  x ^= x * 0x6c50b47cu;
  x ^= x * 0xb82f1e52u;
  x ^= x * 0xc7afe638u;
  return x ^ x * 0x8d22f6e6u;
}

INLINE u8 mixed(u8 x) {
  x ^= x >> 16;
  x *= 0x7feb352du;
  x ^= x >> 15;
  x *= 0x846ca68bu;
  return x ^ (x >> 16);
}

INLINE f8 fraction(u8 x) { return real((i8)(x >> 8)) * f8_of(1.0f / 16777216.0f); }

typedef struct { f8 a, b; } pair;

// The pair of numbers in 0 ..< 1 that sample `index` (bits reversed) of a px uses for one purpose.
INLINE pair drawn(u8 reversed_index, u8 pixel, uint32_t purpose) {
  u8 seed = mixed(pixel ^ (purpose * 0x9e3779b9u));
  u8 index = reversed(scrambled(reversed_index, seed));
  u8 other = index;
  other ^= (other >> 1) & 0x55555555u;
  other ^= (other >> 2) & 0x33333333u;
  other ^= (other >> 4) & 0x0f0f0f0fu;
  other ^= (other >> 8) & 0x00ff00ffu;
  other ^= (other >> 16) & 0x0000ffffu;
  u8 first = reversed(scrambled(index, seed ^ 0xa511e9b3u));
  u8 second = reversed(scrambled(other, seed ^ 0x63d83595u));
  return (pair){fraction(first), fraction(second)};
}

// A direction around `n`, as likely as its cosine: a point on the unit sphere, moved by the normal.
INLINE v3 cosine_direction(v3 n, pair p) {
  f8 z = f8_of(1) - p.a * f8_of(2);
  f8 r = root(f8_of(1) - z * z);
  v3 d = {n.x + r * sine_of_turns(p.b + f8_of(0.25f)), n.y + r * sine_of_turns(p.b), n.z + z};
  return unit(d);
}
