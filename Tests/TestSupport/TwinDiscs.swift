public import Imaging

/// A photo of a red and a blue disc side by side on light gray: only a model that minds the color tells which is meant.
public enum TwinDiscs {
  /// The photo: opaque, sRGB, twice as wide as high.
  public static func photo(height: Int) -> Raster {
    var photo = Raster(width: 2 * height, height: height, format: .srgba, filledWith: 255)
    let radius = 0.3 * Double(height)
    for y in 0..<height {
      for x in 0..<2 * height {
        let isLeft = x < height
        let dx = Double(x) + 0.5 - Double(height) * (isLeft ? 0.5 : 1.5)
        let dy = Double(y) + 0.5 - 0.5 * Double(height)
        let share = max(0, min(1, radius + 0.5 - (dx * dx + dy * dy).squareRoot()))
        let disc: [Double] = isLeft ? [200, 40, 30] : [30, 50, 200]
        for channel in 0..<3 {
          let value = disc[channel] * share + 225 * (1 - share)
          photo.bytes[(y * photo.width + x) * 4 + channel] = UInt8(value.rounded())
        }
      }
    }
    return photo
  }

  /// The share of the left and of the right half of a cut-out that is opaque; a whole disc is 0.28 of its half.
  public static func opaque(in cut: Raster) -> (left: Double, right: Double) {
    var counts = [0, 0]
    for index in 0..<cut.width * cut.height where cut.bytes[index * 4 + 3] >= 128 {
      counts[index % cut.width < cut.width / 2 ? 0 : 1] += 1
    }
    let half = Double(cut.width * cut.height) / 2
    return (Double(counts[0]) / half, Double(counts[1]) / half)
  }
}
