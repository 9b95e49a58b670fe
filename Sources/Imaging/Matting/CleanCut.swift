/// A product cut out by a mask that is known already, without the background's share in its colors.
///
/// Where the mask is partial the photo shows a blend. The product's part of it is the mean color of the opaque pixels near
/// by, corrected by how far that blend misses the pixel, as for the edges that `SoftEdge` finds.
///
/// Source: Forte, "Approximate Fast Foreground Colour Estimation", ICIP 2021.
enum CleanCut {
  /// The longer side of the grid on which colors near by are gathered, in px.
  private static let side = 320

  /// The cut-out in straight alpha: where the mask is 255 the photo's own bytes, where it is 0 zeros.
  ///
  /// Both have the same size. - Throws: `cancelled`.
  static func image(of photo: Raster, by mask: Raster, isCancelled: () -> Bool) throws(ImagingError) -> Raster {
    var image = photo.bytes
    var partial: [Int] = []
    for (index, alpha) in mask.bytes.enumerated() {
      image[index * 4 + 3] = alpha
      if alpha == 0 {
        for channel in 0..<3 { image[index * 4 + channel] = 0 }
      } else if alpha < 255 {
        partial.append(index)
      }
    }
    guard !partial.isEmpty else {
      return Raster(width: photo.width, height: photo.height, format: .srgba, bytes: image)
    }
    if isCancelled() { throw .cancelled }
    let colors = SideColors(of: photo, mask: mask, side: side)
    for (count, index) in partial.enumerated() {
      if count & 0xFFFF == 0, isCancelled() { throw .cancelled }
      let own = photo.color(at: index)
      let alpha = Float(mask.bytes[index]) / 255
      let (product, background) = colors.near(x: index % photo.width, y: index / photo.width)
      guard let product else { continue }
      let clean: SIMD4<Float>
      if let background {
        clean = product + alpha * (own - alpha * product - (1 - alpha) * background)
      } else {
        clean = alpha * own + (1 - alpha) * product
      }
      for channel in 0..<3 { image[index * 4 + channel] = UInt8(max(0, min(255, clean[channel].rounded()))) }
    }
    return Raster(width: photo.width, height: photo.height, format: .srgba, bytes: image)
  }
}

/// The mean colors of what is surely product and surely background near every pixel of a photo.
private struct SideColors {
  private let product: [SIMD4<Float>]
  private let background: [SIMD4<Float>]
  private let sampler: CoarseSampler

  init(of photo: Raster, mask: Raster, side: Int) {
    let longer = max(photo.width, photo.height)
    let width = max(1, photo.width * min(side, longer) / longer)
    let height = max(1, photo.height * min(side, longer) / longer)
    let grid = Grid(width: width, height: height)
    var inner = [SIMD4<Float>](repeating: .zero, count: grid.count)
    var outer = inner
    for y in 0..<photo.height {
      let row = y * height / photo.height * width
      for x in 0..<photo.width {
        let index = y * photo.width + x
        let alpha = mask.bytes[index]
        guard alpha == 0 || alpha == 255 else { continue }
        var color = photo.color(at: index)
        color.w = 1
        let cell = row + x * width / photo.width
        if alpha == 255 { inner[cell] += color } else { outer[cell] += color }
      }
    }
    product = Self.spread(inner, grid)
    background = Self.spread(outer, grid)
    sampler = CoarseSampler(from: (width, height), to: (photo.width, photo.height))
  }

  /// Colors 0...255; nil where there is no such pixel near by.
  func near(x: Int, y: Int) -> (product: SIMD4<Float>?, background: SIMD4<Float>?) {
    let row = sampler.row(y)
    return (Self.mean(sampler.value(product, row, x)), Self.mean(sampler.value(background, row, x)))
  }

  /// Sums that reach over gaps: near ones count most.
  private static func spread(_ sums: [SIMD4<Float>], _ grid: Grid) -> [SIMD4<Float>] {
    let (near, far) = (grid.blurred(sums, radius: 1), grid.blurred(sums, radius: 8))
    return near.indices.map { near[$0] + 0.01 * far[$0] }
  }

  private static func mean(_ sum: SIMD4<Float>) -> SIMD4<Float>? {
    guard sum.w > 1e-3 else { return nil }
    var mean = sum / sum.w
    mean.w = 0
    return mean
  }
}

extension Raster {
  /// Red, green and blue of a pixel of an `.srgba` raster, 0...255; w is 0.
  func color(at index: Int) -> SIMD4<Float> {
    let at = index * 4
    return SIMD4(Float(bytes[at]), Float(bytes[at + 1]), Float(bytes[at + 2]), 0)
  }
}
