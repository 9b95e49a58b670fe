import Imaging

/// The product as it lies in the output.
struct LockedLayer {
  /// `srgba` of the output's size, clear outside the placement.
  let raster: Raster

  /// Throws: `cancelled`; `sizeOutOfRange` when the product would be larger than pictures can be.
  init(
    _ image: Raster, outline: ProductOutline, layout: Layout, isCancelled: @escaping @Sendable () -> Bool
  ) throws(StudioError) {
    let place = layout.placement
    let product = try Self.placed(image, outline.crop, place, isCancelled)
    var bytes = [UInt8](repeating: 0, count: layout.width * layout.height * 4)
    let columns = max(0, -place.x)..<min(place.width, layout.width - place.x)
    for row in max(0, -place.y)..<min(place.height, layout.height - place.y) {
      let from = (row * place.width + columns.lowerBound) * 4
      let to = ((place.y + row) * layout.width + place.x + columns.lowerBound) * 4
      for at in 0..<columns.count * 4 { bytes[to + at] = product.bytes[from + at] }
    }
    raster = Raster(width: layout.width, height: layout.height, format: .srgba, bytes: bytes)
  }

  /// The one resampling that product pixels may go through; none at their own size.
  private static func placed(
    _ image: Raster, _ crop: Placement, _ place: Placement, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(StudioError) -> Raster {
    do throws(ImagingError) {
      return try image.crop(x: crop.x, y: crop.y, width: crop.width, height: crop.height)
        .resize(toWidth: place.width, height: place.height, isCancelled: isCancelled)
    } catch {
      throw error == .cancelled ? .cancelled : .sizeOutOfRange(width: place.width, height: place.height)
    }
  }
}
