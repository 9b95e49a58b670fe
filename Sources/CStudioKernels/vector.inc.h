// Eight lanes in clang's vector types: two SSE2 registers or one AVX2 register.
typedef float f8 __attribute__((vector_size(32)));
typedef int32_t i8 __attribute__((vector_size(32)));
typedef uint32_t u8 __attribute__((vector_size(32)));
typedef float f4 __attribute__((vector_size(16), aligned(4)));
typedef float f8_anywhere __attribute__((vector_size(32), aligned(4)));
typedef struct { f8 x, y, z; } v3;
#define FAR 1e6f
#define INLINE static inline __attribute__((always_inline))

INLINE f8 f8_of(float value) { return (f8){value, value, value, value, value, value, value, value}; }

INLINE f8 pick(i8 mask, f8 yes, f8 no) { return (f8)((mask & (i8)yes) | (~mask & (i8)no)); }

INLINE i8 pick_int(i8 mask, i8 yes, i8 no) { return (mask & yes) | (~mask & no); }

INLINE int any(i8 mask) { return __builtin_reduce_or(mask) != 0; }

INLINE f8 low(f8 a, f8 b) { return pick(a < b, a, b); }

INLINE f8 high(f8 a, f8 b) { return pick(a > b, a, b); }

INLINE f8 root(f8 a) { return __builtin_elementwise_sqrt(high(a, f8_of(0))); }

INLINE i8 whole(f8 a) { return __builtin_convertvector(a, i8); }

INLINE f8 real(i8 a) { return __builtin_convertvector(a, f8); }

INLINE v3 v3_of(const float *p) { return (v3){f8_of(p[0]), f8_of(p[1]), f8_of(p[2])}; }

INLINE f8 dot(v3 a, v3 b) { return a.x * b.x + a.y * b.y + a.z * b.z; }

INLINE v3 along(v3 o, f8 t, v3 d) { return (v3){o.x + t * d.x, o.y + t * d.y, o.z + t * d.z}; }

INLINE v3 times(v3 a, v3 b) { return (v3){a.x * b.x, a.y * b.y, a.z * b.z}; }

INLINE v3 scaled(v3 a, f8 s) { return (v3){a.x * s, a.y * s, a.z * s}; }

INLINE v3 plus(v3 a, v3 b) { return (v3){a.x + b.x, a.y + b.y, a.z + b.z}; }

INLINE v3 minus(v3 a, v3 b) { return (v3){a.x - b.x, a.y - b.y, a.z - b.z}; }

INLINE v3 cross(v3 a, v3 b) { return (v3){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x}; }

INLINE v3 pick3(i8 m, v3 a, v3 b) { return (v3){pick(m, a.x, b.x), pick(m, a.y, b.y), pick(m, a.z, b.z)}; }

INLINE v3 unit(v3 a) { return scaled(a, f8_of(1) / root(high(dot(a, a), f8_of(1e-20f)))); }

typedef struct { f8 sine, cosine; } wave;

// Sine and cosine of 2 pi u for u in 0 ..< 1, good to 2e-6: both by series at a quarter of the angle's way, doubled.
INLINE wave wave_of_turns(f8 u) {
  f8 x = (u - f8_of(0.5f)) * f8_of(3.14159265359f), q = x * x;
  f8 s = x * (f8_of(1) - q * (f8_of(1 / 6.0f) - q * (f8_of(1 / 120.0f) - q * (f8_of(1 / 5040.0f) - q * f8_of(1 / 362880.0f)))));
  f8 c = f8_of(1) - q * (f8_of(0.5f) - q * (f8_of(1 / 24.0f) - q * (f8_of(1 / 720.0f) - q * (f8_of(1 / 40320.0f) - q * f8_of(1 / 3628800.0f)))));
  // Half a turn away both change their sign.
  return (wave){f8_of(-2) * s * c, s * s * f8_of(2) - f8_of(1)};
}
