/// What a material is like at one place.
struct Grain {
  /// What it reflects as a share of its usual color; the mean over a large area is about 1.
  var tone: SIMD3<Float>

  /// How high it stands, in mm.
  var height: Float = 0

  init(_ tone: SIMD3<Float>, height: Float = 0) {
    self.tone = tone
    self.height = height
  }

  /// A gray tone.
  init(_ tone: Float, height: Float = 0) { self.init(SIMD3(repeating: tone), height: height) }

  /// Reads a material at a place of its surface in mm, as far as points `footprint` mm wide can show it.
  typealias Pattern = @Sendable (_ place: SIMD2<Float>, _ footprint: Float) -> Grain
}

/// Between two tones.
func mix(_ a: SIMD3<Float>, _ b: SIMD3<Float>, _ share: Float) -> SIMD3<Float> { a + (b - a) * share }
