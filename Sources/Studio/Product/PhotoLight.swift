import Imaging

/// From which side the light came when the product was photographed.
public struct PhotoLight: Sendable, Equatable {
  /// How much brighter the side to the right is than its mirror image to the left: the logarithm of their ratio, in the
  /// median over the product's rows. Above 0 the light came from the right.
  public var side: Double

  /// Under which difference a photo does not tell.
  static let threshold = 0.07

  public init(side: Double) { self.side = side }

  /// -1 from the left, 1 from the right, 0 when the photo does not tell.
  public var direction: Int { abs(side) < Self.threshold ? 0 : side < 0 ? -1 : 1 }
}

extension PhotoLight {
  /// Compares what is as far left of each row's middle as right of it. Print and handles that stand on one side only do not
  /// count much, as the median of the rows decides, and the median within a row.
  init(_ image: Raster, in crop: Placement) {
    var rows: [Double] = []
    let step = max(crop.height / 96, 1)
    for y in stride(from: crop.y + crop.height / 12, to: crop.y + crop.height * 11 / 12, by: step) {
      let opaque = { (x: Int) in image.bytes[(y * image.width + x) * 4 + 3] == 255 }
      let columns = crop.x..<crop.x + crop.width
      guard let left = columns.first(where: opaque), let right = columns.last(where: opaque), right - left >= 12 else {
        continue
      }
      rows += [Self.difference(image, y, left, right)].compactMap(\.self)
    }
    guard rows.count >= 8 else {
      self.init(side: 0)
      return
    }
    self.init(side: rows.sorted()[rows.count / 2])
  }

  /// Of one row, the median over mirrored pairs; `nil` when too few pairs can be compared.
  private static func difference(_ image: Raster, _ y: Int, _ left: Int, _ right: Int) -> Double? {
    func light(_ x: Int) -> Float? {
      let at = (y * image.width + x) * 4
      guard image.bytes[at + 3] == 255 else { return nil }
      return luminance(
        SIMD3(Tone.linear(image.bytes[at]), Tone.linear(image.bytes[at + 1]), Tone.linear(image.bytes[at + 2])))
    }
    let half = (right - left) / 2
    // The rim is left out: there the lens and the cut-out have their say.
    let pairs = stride(from: half / 10 + 1, to: half * 9 / 10, by: max(half / 40, 1)).compactMap { off -> Double? in
      guard let a = light(left + off), let b = light(right - off), max(a, b) > 0.004 else { return nil }
      return Double(logarithm(max(b, 0.002) / max(a, 0.002)))
    }
    return pairs.count < 6 ? nil : pairs.sorted()[pairs.count / 2]
  }
}
