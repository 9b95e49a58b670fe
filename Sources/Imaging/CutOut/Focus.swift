/// The part of a photo that is worth looking at closely: around a user's box, around a small product, or in the middle.
struct Focus {
  /// In px of the photo, never empty.
  let area: CutOut.Bounds
  /// What was seen there, where that was looked at already.
  let looks: Looks?

  /// How much is kept around a user's box, and around what the network sees: a share of its longer side.
  private static let margin = (box: 0.3, seen: 0.35)

  init(
    on photo: Raster, hints: CutOut.Hints, model: (any SegmentationModel)? = nil,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) {
    let whole = CutOut.Bounds(x: 0, y: 0, width: photo.width, height: photo.height)
    if let box = hints.box {
      (area, looks) = (Self.around(box, margin: Self.margin.box, in: whole), nil)
      return
    }
    guard hints.isEmpty else {
      (area, looks) = (whole, nil)
      return
    }
    let first = try Looks(at: photo, area: whole, hints: hints, model: model, isCancelled: isCancelled)
    let picture = WorkingPicture(reducing: photo, side: 160)
    guard let seen = Self.bounds(of: LearnedView(first, for: picture), in: picture) else {
      (area, looks) = (whole, first)
      return
    }
    let close = Self.around(Self.enlarged(seen, from: picture, to: whole), margin: Self.margin.seen, in: whole)
    // A closer look is worth it only if it shows at least half as much again.
    let gain = Double(max(whole.width, whole.height)) / Double(max(close.width, close.height))
    (area, looks) = gain > 1.5 ? (close, nil) : (whole, first)
  }

  /// The thing in the middle of a photo whose surroundings distract; nil unless the middle shows one that ends within it.
  init?(
    inTheMiddleOf photo: Raster, model: (any SegmentationModel)?, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) {
    let (x, y) = (photo.width * Self.rim / 100, photo.height * Self.rim / 100)
    let middle = CutOut.Bounds(x: x, y: y, width: photo.width - 2 * x, height: photo.height - 2 * y)
    let part = try photo.crop(x: x, y: y, width: middle.width, height: middle.height)
    let found = try Looks(at: part, area: middle, hints: CutOut.Hints(), model: model, isCancelled: isCancelled)
    let picture = WorkingPicture(reducing: part, side: 160)
    guard let seen = Self.bounds(of: LearnedView(found, for: picture), in: picture),
      seen.x > 0, seen.y > 0, seen.x + seen.width < picture.width, seen.y + seen.height < picture.height
    else { return nil }
    let whole = CutOut.Bounds(x: 0, y: 0, width: photo.width, height: photo.height)
    area = Self.around(Self.enlarged(seen, from: picture, to: middle), margin: Self.margin.seen, in: whole)
    looks = nil
  }

  /// How much of each side is not the middle, in percent.
  private static let rim = 15

  /// A box in a picture of `area`, in px of the photo.
  private static func enlarged(
    _ box: CutOut.Bounds, from picture: WorkingPicture, to area: CutOut.Bounds
  ) -> CutOut.Bounds {
    let scale = (x: Double(area.width) / Double(picture.width), y: Double(area.height) / Double(picture.height))
    return CutOut.Bounds(
      x: area.x + Int(Double(box.x) * scale.x), y: area.y + Int(Double(box.y) * scale.y),
      width: max(1, Int(Double(box.width) * scale.x)), height: max(1, Int(Double(box.height) * scale.y)))
  }

  /// The box around everything that is likely the product, but for specks; nil if there is nothing.
  private static func bounds(of view: LearnedView, in picture: WorkingPicture) -> CutOut.Bounds? {
    let grid = Grid(width: picture.width, height: picture.height)
    let parts = grid.components(of: view.logits.map { $0 > 1 })
    let largest = parts.map(\.count).max() ?? 0
    return grid.bounds(of: parts.filter { $0.count * 10 >= largest }.joined())
  }

  private static func around(_ box: CutOut.Bounds, margin share: Double, in whole: CutOut.Bounds) -> CutOut.Bounds {
    let margin = max(8, Int(share * Double(max(box.width, box.height))))
    let left = max(0, min(whole.width - 1, box.x - margin))
    let top = max(0, min(whole.height - 1, box.y - margin))
    let right = max(left + 1, min(whole.width, box.x + box.width + margin))
    let end = max(top + 1, min(whole.height, box.y + box.height + margin))
    return CutOut.Bounds(x: left, y: top, width: right - left, height: end - top)
  }
}
