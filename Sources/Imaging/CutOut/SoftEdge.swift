/// Alpha and clean colors along a contour that is known to the pixel.
///
/// A pixel at the edge is taken as a blend of the product's and the backdrop's colors beside it; where the two differ too
/// little to tell, alpha follows the contour's shape. The ramp stays within two pixels of the contour.
struct SoftEdge {
  private let photo: Raster
  private let levels: [Int8]
  private let fuzz: FuzzyEdge

  /// Prepares the edge of `photo`, an `.srgba` raster, whose contour `band` has found; where `fuzz` knows better, it
  /// wins.
  init(photo: Raster, band: EdgeBand, fuzz: FuzzyEdge) {
    self.photo = photo
    self.fuzz = fuzz
    levels = band.levels
  }

  /// The cut-out in straight alpha and its mask. Pixels with alpha 255 keep the photo's bytes; pixels with alpha 0 are 0.
  func render(isCancelled: () -> Bool) throws(ImagingError) -> (image: Raster, mask: Raster) {
    var image = photo.bytes
    var mask = [UInt8](repeating: 0, count: levels.count)
    for index in levels.indices {
      if index & 0xFFFF == 0, isCancelled() { throw .cancelled }
      if levels[index] > 2 {
        mask[index] = 255
        image[index * 4 + 3] = 255
      } else if levels[index] < -2 {
        clear(&image, index)
      } else {
        let (alpha, color) = blend(at: index)
        mask[index] = alpha
        if alpha == 0 {
          clear(&image, index)
        } else {
          image[index * 4 + 3] = alpha
          guard alpha < 255 else { continue }
          for channel in 0..<3 { image[index * 4 + channel] = UInt8(max(0, min(255, color[channel].rounded()))) }
        }
      }
    }
    for (place, pixel) in fuzz.pixels.enumerated() {
      let index = Int(pixel)
      let alpha = UInt8((255 * fuzz.alpha[place]).rounded())
      mask[index] = alpha
      // An opaque pixel keeps the photo's bytes.
      let color = alpha == 255 ? self.color(at: index) : 255 * fuzz.colors[place]
      for channel in 0..<3 { image[index * 4 + channel] = alpha == 0 ? 0 : UInt8(color[channel].rounded()) }
      image[index * 4 + 3] = alpha
    }
    return (
      Raster(width: photo.width, height: photo.height, format: .srgba, bytes: image),
      Raster(width: photo.width, height: photo.height, format: .mask, bytes: mask)
    )
  }

  private func clear(_ image: inout [UInt8], _ index: Int) {
    for channel in 0..<4 { image[index * 4 + channel] = 0 }
  }

  /// Alpha and the product's own color of a pixel at the edge.
  ///
  /// The color is the neighborhood's product color, corrected by how far the blend misses the pixel: the less of the
  /// product a pixel shows, the more that is, up to a limit, or noise would color thin edges.
  private func blend(at index: Int) -> (alpha: UInt8, color: SIMD4<Float>) {
    let own = color(at: index)
    let sides = neighborhood(of: index)
    let shape = sides.coverage
    guard let product = sides.product, let backdrop = sides.backdrop else {
      return (UInt8((shape * 255).rounded()), own)
    }
    let axis = product - backdrop
    let length = axis.squared
    var measured = max(0, min(1, ((own - backdrop) * axis).sum() / max(1, length)))
    // A pixel that is no blend of the two shows a third color, so where it lies between them says less.
    let third = (own - (measured * product + (1 - measured) * backdrop)).squared
    measured += 0.5 * third / (third + Self.foreign * Self.foreign) * (shape - measured)
    let trust = max(0, min(1, (length.squareRoot() - 12) / 36))
    let corridor = Self.corridor(of: levels[index])
    var alpha = trust * max(corridor.low, min(corridor.high, measured)) + (1 - trust) * shape
    if alpha > 0.97 { alpha = 1 }
    if alpha < 0.03 { alpha = 0 }
    // By the measured share alone: what the corridor took or gave must not color the edge.
    let miss = own - (measured * product + (1 - measured) * backdrop)
    return (UInt8((alpha * 255).rounded()), product + measured / (measured * measured + Self.doubt) * miss)
  }

  /// The distance from all blends at which the contour's shape says a quarter of a pixel's share, in levels.
  private static let foreign: Float = 20

  /// Limits the correction of a color to 1 / (2 √doubt) times the miss.
  private static let doubt: Float = 0.01

  /// What alpha may be at a level: the edge of a solid thing is at most about two pixels wide.
  private static func corridor(of level: Int8) -> (low: Float, high: Float) {
    switch level {
    case 2: (0.4, 1)
    case 1: (0, 1)
    case -1: (0, 0.8)
    default: (0, 0.3)
    }
  }

  private func color(at index: Int) -> SIMD4<Float> {
    let at = index * 4
    return SIMD4(Float(photo.bytes[at]), Float(photo.bytes[at + 1]), Float(photo.bytes[at + 2]), 0)
  }

  /// The colors two or more pixels inside and three or more outside near a pixel, near ones first, and how much of its
  /// closest neighborhood lies inside.
  private func neighborhood(
    of index: Int
  ) -> (product: SIMD4<Float>?, backdrop: SIMD4<Float>?, coverage: Float) {
    let x = index % photo.width
    let y = index / photo.width
    var product = SIMD4<Float>.zero
    var backdrop = SIMD4<Float>.zero
    var inside: Float = 0
    var all: Float = 0
    for dy in max(-5, -y)...min(5, photo.height - 1 - y) {
      for dx in max(-5, -x)...min(5, photo.width - 1 - x) {
        let other = index + dy * photo.width + dx
        let level = levels[other]
        let distance = dx * dx + dy * dy
        if distance <= 4 {
          let weight: Float = distance == 0 ? 4 : distance == 1 ? 3 : distance == 2 ? 2 : 0.6
          all += weight
          if level > 0 { inside += weight }
        }
        guard level >= 2 || level <= -3 else { continue }
        var sample = color(at: other)
        sample.w = 1
        let weight = 1 / (0.3 + 0.125 * Float(distance * distance))
        if level > 0 { product += weight * sample } else { backdrop += weight * sample }
      }
    }
    return (Self.mean(product), Self.mean(backdrop), inside / all)
  }

  private static func mean(_ sum: SIMD4<Float>) -> SIMD4<Float>? {
    guard sum.w > 1e-4 else { return nil }
    var mean = sum / sum.w
    mean.w = 0
    return mean
  }
}
