public import Imaging

/// A product photograph drawn by arithmetic, so that its true outline is known.
public struct DrawnProduct: Sendable {
  /// The photo: opaque, sRGB.
  public let photo: Raster

  /// The true coverage of the product, of the photo's size.
  public let coverage: Raster

  /// A saturated disc with shading and a darker ring, on a light sweep that falls off to the edges, over a soft shadow.
  public static func disc(side: Int) -> DrawnProduct {
    var photo = Raster(width: side, height: side, format: .srgba, filledWith: 255)
    var coverage = Raster(width: side, height: side, format: .mask)
    let center = Double(side) / 2
    let radius = Double(side) * 0.3
    for y in 0..<side {
      for x in 0..<side {
        let dx = Double(x) + 0.5 - center
        let dy = Double(y) + 0.5 - center
        let distance = (dx * dx + dy * dy).squareRoot()
        let share = min(max(radius + 0.5 - distance, 0), 1)
        let backdrop = 232 - 14 * (dx * dx + dy * dy) / (center * center)
        let shade = shadow(x: dx, y: dy - radius, width: radius)
        let light = 1 - 0.35 * distance / radius + (distance > radius * 0.7 && distance < radius * 0.8 ? -0.2 : 0)
        let product = [40.0, 92, 150].map { $0 * light + 30 }
        for channel in 0..<3 {
          let value = product[channel] * share + backdrop * shade * (1 - share)
          photo.bytes[(y * side + x) * 4 + channel] = UInt8(min(max(value.rounded(), 0), 255))
        }
        coverage.bytes[y * side + x] = UInt8((share * 255).rounded())
      }
    }
    return DrawnProduct(photo: photo, coverage: coverage)
  }

  /// How much light a soft shadow below the disc leaves, 0…1.
  private static func shadow(x: Double, y: Double, width: Double) -> Double {
    let along = x / width
    let across = y / (width * 0.22)
    let distance = along * along + across * across
    return distance < 1 ? 1 - 0.25 * (1 - distance) * (1 - distance) : 1
  }

  /// Intersection over union of the true outline and the alpha of `cut`, both taken at half coverage.
  public func overlap(withAlphaOf cut: Raster) -> Double {
    var both = 0
    var either = 0
    for index in 0..<coverage.bytes.count {
      let truth = coverage.bytes[index] >= 128
      let found = cut.bytes[index * 4 + 3] >= 128
      both += truth && found ? 1 : 0
      either += truth || found ? 1 : 0
    }
    return either == 0 ? 0 : Double(both) / Double(either)
  }
}
