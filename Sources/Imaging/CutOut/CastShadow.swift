internal import Glibc

/// The shadow that a product casts on a plain backdrop: how much light is missing at every pixel.
///
/// One smooth surface is fitted to the frame and bent to the ground that shows around the product. The shadow is where the
/// ground is darker than that by the same share in red, green and blue, in one piece with the product's outline or near it.
struct CastShadow {
  /// The share of light that the shadow takes, 0...1, for every pixel of the photo; 0 where the product is opaque.
  let taken: [Float]
  /// How well the backdrop explains what is seen, 0...1.
  let confidence: Float
  /// Whether one smooth surface explains the backdrop; without it nothing is taken for a shadow.
  let hasBackdrop: Bool

  /// Looks at `photo`, an `.srgba` raster, around the product of `mask`, which has its size. - Throws: `cancelled`.
  init(on photo: Raster, beside mask: Raster, isCancelled: () -> Bool) throws(ImagingError) {
    let picture = WorkingPicture(reducing: photo)
    let backdrop = Backdrop(of: picture)
    hasBackdrop = backdrop.studio > 0
    guard hasBackdrop else {
      taken = [Float](repeating: 0, count: photo.width * photo.height)
      confidence = 0
      return
    }
    let ground = ShadowGround(photo: photo, mask: mask, picture: picture, backdrop: backdrop)
    if isCancelled() { throw .cancelled }
    let fine = FineShadow(photo: photo, mask: mask, ground: ground)
    taken = try fine.taken(isCancelled: isCancelled)
    confidence = backdrop.studio * ground.explained
  }

  /// The shadow as a picture: black with alpha, to be laid under the product.
  ///
  /// `strength` 0...1 scales it. Laid over a ground by a mix in `light`, the ground loses the light that the shadow takes:
  /// exactly so in linear light; in gamma light exactly on white, and within a few levels on other grounds.
  func layer(width: Int, height: Int, strength: Float, light: ResizeLight) -> Raster {
    var bytes = [UInt8](repeating: 0, count: taken.count * 4)
    for (index, share) in taken.enumerated() where share > 0 {
      let left = 1 - strength * share
      let alpha = light == .linear ? 1 - left : 1 - Transfer.encoded(left)
      bytes[index * 4 + 3] = UInt8(max(0, min(255, (255 * alpha).rounded())))
    }
    return Raster(width: width, height: height, format: .srgba, bytes: bytes)
  }
}

/// The ground around a product as it would be in full light, and where a shadow lies on it; at the size of decisions.
struct ShadowGround {
  let grid: Grid
  /// The light of the ground without shadow at every pixel, linear, red, green and blue.
  let lit: [SIMD4<Float>]
  /// How much of every pixel may be shadow, 0...1.
  let weight: [Float]
  /// The share of the dark pixels near the product that have the ground's tint, 0...1.
  let explained: Float
  /// The share of light that is noise rather than shadow.
  let noise: Float

  /// How far from the product a shadow may begin: a share of the longer side.
  private static let gap = 0.04
  /// How far apart the shares of light in red, green and blue may be.
  private static let tint: Float = 0.14

  init(photo: Raster, mask: Raster, picture: WorkingPicture, backdrop: Backdrop) {
    grid = Grid(width: picture.width, height: picture.height)
    let side = max(grid.width, grid.height)
    let product = grid.dilated(
      Self.covered(mask, grid), times: max(1, min(3, side / 120)))
    let surface = backdrop.values(for: picture)
    let level = max(1, Self.median(surface.map { $0.x }))
    // A step of one L is about 3 / (L + 16) of the light.
    let noise = max(0.012, min(0.05, 1.2 * 3 * backdrop.noise / (level + 16)))
    self.noise = noise
    let seen = picture.lab.map { Self.positive(Lab.linear(from: $0)) }
    let lit = Self.bent(
      surface.map { Self.positive(Lab.linear(from: $0)) }, to: seen, product: product, grid: grid, noise: noise)
    self.lit = lit
    var isDark = [Bool](repeating: false, count: grid.count)
    var isTinted = isDark
    for index in 0..<grid.count where !product[index] {
      let left = seen[index] / lit[index]
      guard 1 - Self.brightness(seen[index]) / Self.brightness(lit[index]) > noise else { continue }
      let spread = max(left.x, left.y, left.z) - min(left.x, left.y, left.z)
      if spread < Self.tint { isDark[index] = true } else { isTinted[index] = true }
    }
    let near = grid.dilated(product, times: max(2, Int(Self.gap * Double(side))))
    var kept = [Bool](repeating: false, count: grid.count)
    for part in grid.components(of: isDark) where part.contains(where: { near[$0] }) {
      for index in part { kept[index] = true }
    }
    let (dark, tinted) = (kept.count { $0 }, isTinted.indices.count { isTinted[$0] && near[$0] })
    explained = dark + tinted < 8 ? 1 : Float(dark) / Float(dark + tinted)
    // Under the product and at the rims the shadow is drawn on, so that the full size has no gaps.
    let wide = grid.dilated(kept.indices.map { kept[$0] || (product[$0]) }, times: 2)
    weight = grid.blurred(wide.map { SIMD4($0 ? 1 : 0, 0, 0, 0) }, radius: min(grid.width, grid.height) > 16 ? 1 : 0)
      .map { $0.x }
  }

  /// How bright light is to the eye. Source: IEC 61966-2-1.
  static func brightness(_ light: SIMD4<Float>) -> Float { 0.2126 * light.x + 0.7152 * light.y + 0.0722 * light.z }

  /// The surface bent towards the ground that is seen, most where that is far from the product: shadows lie near it.
  private static func bent(
    _ surface: [SIMD4<Float>], to seen: [SIMD4<Float>], product: [Bool], grid: Grid, noise: Float
  ) -> [SIMD4<Float>] {
    let side = Float(max(grid.width, grid.height))
    let away = grid.signedDistance(to: product).map { max(0, min(1, -$0 / (0.15 * side))) }
    var lit = surface
    for (radius, tolerance) in [(8, 6), (16, 3)] as [(Int, Float)] {
      var rest = [SIMD4<Float>](repeating: .zero, count: grid.count)
      for index in 0..<grid.count where !product[index] {
        let miss = seen[index] / lit[index] - 1
        let bright = brightness(miss)
        // A darker place may be shadow, a brighter one cannot.
        let limit = bright < 0 ? tolerance * noise : 3 * tolerance * noise
        let ratio = bright / limit
        let trust = (0.02 + away[index]) / (1 + ratio * ratio * ratio * ratio)
        rest[index] = trust * miss
        rest[index].w = trust
      }
      let soft = grid.blurred(rest, radius: max(1, min(grid.width, grid.height) / radius))
      for index in 0..<grid.count {
        var bend = soft[index] / (soft[index].w + 1e-3)
        bend.w = 0
        lit[index] = positive(lit[index] * (1 + bend))
      }
    }
    return lit
  }

  /// The pixels that hold any of the product.
  private static func covered(_ mask: Raster, _ grid: Grid) -> [Bool] {
    var held = [Bool](repeating: false, count: grid.count)
    for y in 0..<mask.height {
      let row = y * grid.height / mask.height * grid.width
      for x in 0..<mask.width where mask.bytes[y * mask.width + x] >= 26 {
        held[row + x * grid.width / mask.width] = true
      }
    }
    return held
  }

  private static func positive(_ light: SIMD4<Float>) -> SIMD4<Float> {
    light.clamped(lowerBound: SIMD4(repeating: 1e-3), upperBound: SIMD4(repeating: 4))
  }

  private static func median(_ values: [Float]) -> Float { values.isEmpty ? 0 : values.sorted()[values.count / 2] }
}
