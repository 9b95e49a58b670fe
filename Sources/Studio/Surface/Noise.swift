/// Repeatable randomness over a plane, in millimetres: the same place always gives the same value, and no pattern repeats.
enum Noise {
  /// A random number for a place of a grid.
  static func hash(_ x: Int32, _ y: Int32, _ seed: UInt32) -> UInt32 {
    var h = UInt32(bitPattern: x) &* 0x8da6_b343 ^ UInt32(bitPattern: y) &* 0xd816_3841 ^ seed &* 0xcb1a_b31f
    h ^= h >> 16
    h &*= 0x7feb_352d
    h ^= h >> 15
    h &*= 0x846c_a68b
    return h ^ h >> 16
  }

  /// 0 ..< 1 for a place of a grid.
  static func unit(_ x: Int32, _ y: Int32, _ seed: UInt32) -> Float { Float(hash(x, y, seed) >> 8) / 16_777_216 }

  /// Gradient noise, about -1 to 1, with features one unit large. Source: K. Perlin, "Improving Noise", SIGGRAPH 2002.
  static func smooth(_ x: Float, _ y: Float, _ seed: UInt32) -> Float {
    let (fx, fy) = (x.rounded(.down), y.rounded(.down))
    let (cx, cy) = (place(fx), place(fy))
    let (u, v) = (x - fx, y - fy)
    func corner(_ dx: Int32, _ dy: Int32) -> Float {
      let h = hash(cx &+ dx, cy &+ dy, seed)
      let (a, b) = (Float(Int32(h & 0xff) - 128) / 128, Float(Int32(h >> 8 & 0xff) - 128) / 128)
      return a * (u - Float(dx)) + b * (v - Float(dy))
    }
    let (s, t) = (fade(u), fade(v))
    let top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * s
    let bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * s
    return 1.8 * (top + (bottom - top) * t)
  }

  /// Smooth noise with features `period` mm large; finer than what is seen from here, it fades to 0.
  static func seen(_ p: SIMD2<Float>, _ period: Float, _ footprint: Float, _ seed: UInt32) -> Float {
    let share = visibility(of: period, footprint)
    return share > 0 ? share * smooth(p.x / period, p.y / period, seed) : 0
  }

  /// A sum of noises, each half as large and `gain` times as strong as the one before.
  static func fractal(
    _ p: SIMD2<Float>, _ period: Float, octaves: Int, gain: Float = 0.5, _ footprint: Float, _ seed: UInt32
  ) -> Float {
    var (sum, weight, size) = (Float(0), Float(1), period)
    for octave in 0..<octaves {
      sum += weight * seen(p, size, footprint, seed &+ UInt32(octave) &* 17)
      weight *= gain
      size *= 0.49
    }
    return sum
  }

  /// How much of a feature of this size a picture can show whose points are `footprint` mm wide, 0...1.
  static func visibility(of size: Float, _ footprint: Float) -> Float {
    fade(min(max((size / max(footprint, 1e-6) - 1.5) / 2.5, 0), 1))
  }

  /// The two nearest of points scattered one a unit: their distances, and the nearest one's random number.
  ///
  /// Source: S. Worley, "A Cellular Texture Basis Function", SIGGRAPH 1996.
  static func cells(_ x: Float, _ y: Float, _ seed: UInt32) -> (near: Float, second: Float, id: UInt32) {
    let (fx, fy) = (x.rounded(.down), y.rounded(.down))
    let (cx, cy) = (place(fx), place(fy))
    var found: (near: Float, second: Float, id: UInt32) = (9, 9, 0)
    for dy in Int32(-1)...1 {
      for dx in Int32(-1)...1 {
        let h = hash(cx &+ dx, cy &+ dy, seed)
        let px = fx + Float(dx) + Float(h & 0xffff) / 65_536 - x
        let py = fy + Float(dy) + Float(h >> 16) / 65_536 - y
        let distance = px * px + py * py
        if distance < found.near {
          found = (distance, found.near, h)
        } else if distance < found.second {
          found.second = distance
        }
      }
    }
    return (found.near.squareRoot(), found.second.squareRoot(), hash(Int32(truncatingIfNeeded: found.id), 7, seed))
  }

  /// A whole number as one of a grid; what is far beyond any set, or no number, is at the grid's end.
  static func place(_ value: Float) -> Int32 { Int32(min(2e9, max(-2e9, value))) }

  /// 0 below 0, 1 above 1, with flat ends.
  static func fade(_ t: Float) -> Float { min(t * t * t * (t * (t * 6 - 15) + 10), 1) }

  /// 0 up to `low`, 1 from `high` on.
  static func step(_ low: Float, _ high: Float, _ value: Float) -> Float {
    fade(min(max((value - low) / (high - low), 0), 1))
  }

  /// A place turned by degrees, for grain that is not level.
  static func turned(_ p: SIMD2<Float>, _ degrees: Double) -> SIMD2<Float> {
    let (c, s) = (Float(cosine(degrees)), Float(sine(degrees)))
    return SIMD2(c * p.x + s * p.y, c * p.y - s * p.x)
  }
}
