/// What one frame of an animation changes: a rectangle of pixels, some of which may stay as they are.
struct FramePatch {
  /// The left and upper side of the rectangle in the frame, in px; both are even.
  let x, y: Int

  /// The pixels of the rectangle. When `blends`, those that stay have alpha 0 and all others 255.
  let pixels: Raster

  /// Whether the pixels are laid over the frame before; otherwise they take its place.
  let blends: Bool

  /// A patch that is the whole frame.
  init(whole frame: Raster) {
    (x, y, pixels, blends) = (0, 0, frame, false)
  }

  /// The patch that makes `next` of `last`, which has the same size.
  ///
  /// A pixel stays when it is the same and so is a whole block beside it. Lone equal pixels amid changes are written:
  /// holes strewn at random cost more than they save.
  init(from last: Raster, to next: Raster) throws(ImagingError) {
    let blocks = SameBlocks(last, next)
    let (columns, rows) = blocks.changed
    let side = SameBlocks.side
    (x, y) = (columns.lowerBound * side, rows.lowerBound * side)
    let (width, height) = (min(columns.count * side, next.width - x), min(rows.count * side, next.height - y))
    let new = try next.crop(x: x, y: y, width: width, height: height)
    let old = try last.crop(x: x, y: y, width: width, height: height)
    let mayStay = rows.flatMap { row in columns.map { blocks.isNearSame(column: $0, row: row) } }
    let holed = Self.punch(new, where: old, mayStay: mayStay, columns: columns.count)
    pixels = holed ?? new
    blends = holed != nil
  }

  /// `new` with alpha 0 where it is as `old` in blocks that may stay; nil when any other pixel is not opaque, for a
  /// transparent pixel cannot be laid over an old one.
  private static func punch(_ new: Raster, where old: Raster, mayStay: [Bool], columns: Int) -> Raster? {
    var bytes = new.bytes
    let width = new.width
    let isOpaque = bytes.withUnsafeMutableBytes { new -> Bool in
      old.bytes.withUnsafeBytes { old -> Bool in
        var writtenAlpha: UInt8 = 255
        for row in 0..<old.count / 4 / width {
          let blocks = row / SameBlocks.side * columns
          for x in 0..<width {
            let place = (row * width + x) * 4
            let stays =
              mayStay[blocks + x / SameBlocks.side]
              && old.loadUnaligned(fromByteOffset: place, as: UInt32.self)
                == new.loadUnaligned(fromByteOffset: place, as: UInt32.self)
            if stays { new[place + 3] = 0 } else { writtenAlpha &= new[place + 3] }
          }
        }
        return writtenAlpha == 255
      }
    }
    return isOpaque ? Raster(width: new.width, height: new.height, format: .srgba, bytes: bytes) : nil
  }
}
