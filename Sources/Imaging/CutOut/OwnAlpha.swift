/// Photos that arrive already cut out.
enum OwnAlpha {
  /// The photo as its own cut-out if alpha is below 250 on at least 2 % of it, else nothing.
  static func cutOut(of photo: Raster) -> CutOut? {
    let pixels = photo.width * photo.height
    let alpha = (0..<pixels).map { photo.bytes[$0 * 4 + 3] }
    guard alpha.count(where: { $0 < 250 }) * 50 >= pixels else { return nil }
    var bytes = photo.bytes
    for index in 0..<pixels where alpha[index] == 0 {
      for channel in 0..<3 { bytes[index * 4 + channel] = 0 }
    }
    let image = Raster(width: photo.width, height: photo.height, format: .srgba, bytes: bytes)
    let mask = Raster(width: photo.width, height: photo.height, format: .mask, bytes: alpha)
    let grid = Grid(width: photo.width, height: photo.height)
    let holes = MaskCleaning.holes(in: alpha.map { $0 >= 128 }, grid: grid)
    return CutOut(
      image: image, mask: mask, confidence: 1, reasons: [.ownTransparency],
      holeCount: holes.count { $0.count * 2500 >= pixels })
  }
}
