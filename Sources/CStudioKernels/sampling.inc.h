// Owen-scrambled Sobol pairs, a pair for each use of a path, decorrelated by shuffling the index: once for all px, of which
// each turns its own digits over (a digital shift), so that a px pays for a hash only.
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

// What a sample uses random numbers for; a turn has one place for its direction and one for its lamp.
enum { USE_JITTER, USE_COAT, USE_LAMPS, USE_TURNS = USE_LAMPS + KRAFD_STUDIO_MAX_LIGHTS, USES = 16 };
_Static_assert(USE_TURNS + 2 * (KRAFD_STUDIO_MAX_BOUNCES + 1) <= USES && USES % 8 == 0, "a use has no number");

// The numbers of one sample before a px turns its digits over, and the choices that all px share.
typedef struct {
  uint32_t first[USES], second[USES];
  uint32_t lamps[KRAFD_STUDIO_MAX_BOUNCES + 1];  // The lamp of each turn but the first.
  int follows_misses;
} shared_numbers;

// The hash of one number, in one lane.
INLINE uint32_t hashed(uint32_t value) { return mixed((u8){value})[0]; }

// One of `count` things for a sample: each once in every `count` samples, in an order that no other use of the sample knows.
INLINE uint32_t turned(uint32_t sample, uint32_t count, uint32_t purpose) {
  uint32_t block = sample / count;
  return (sample % count + hashed(block * 0x9e3779b9u + purpose * 0x85ebca6bu + 0x7f4a7c15u) % count) % count;
}

static void share_numbers(shared_numbers *shared, uint32_t sample, uint32_t lights) {
  u8 bits = reversed((u8){sample, sample, sample, sample, sample, sample, sample, sample});
  for (uint32_t use = 0; use < USES; use += 8) {
    u8 seed = mixed(((u8){0, 1, 2, 3, 4, 5, 6, 7} + use) * 0x9e3779b9u + 0x2545f491u);
    u8 index = reversed(scrambled(bits, seed));
    u8 other = index;
    other ^= (other >> 1) & 0x55555555u;
    other ^= (other >> 2) & 0x33333333u;
    other ^= (other >> 4) & 0x0f0f0f0fu;
    other ^= (other >> 8) & 0x00ff00ffu;
    other ^= (other >> 16) & 0x0000ffffu;
    u8 first = reversed(scrambled(index, seed ^ 0xa511e9b3u)), second = reversed(scrambled(other, seed ^ 0x63d83595u));
    for (int k = 0; k < 8; k++) {
      shared->first[use + (uint32_t)k] = first[k];
      shared->second[use + (uint32_t)k] = second[k];
    }
  }
  for (uint32_t turn = 1; turn <= KRAFD_STUDIO_MAX_BOUNCES; turn++) {
    shared->lamps[turn] = lights > 0 ? turned(sample, lights, 32 * turn) : 0;
  }
  // Light that only misses something is followed in one sample of four.
  shared->follows_misses = turned(sample, 4, 1) == 0;
}

// The pair of numbers in 0 ..< 1 that a sample of a px has for one use.
INLINE pair drawn(const shared_numbers *shared, u8 pixel, int use) {
  u8 shift = mixed(pixel ^ ((uint32_t)use * 0x9e3779b9u));
  return (pair){fraction(shared->first[use] ^ shift), fraction(shared->second[use] ^ shift * 0xd168aaadu)};
}

// A direction around `n`, as likely as its cosine: a point on the unit sphere, moved by the normal.
INLINE v3 cosine_direction(v3 n, pair p) {
  f8 z = f8_of(1) - p.a * f8_of(2);
  f8 r = root(f8_of(1) - z * z);
  wave turn = wave_of_turns(p.b);
  v3 d = {n.x + r * turn.cosine, n.y + r * turn.sine, n.z + z};
  return unit(d);
}
