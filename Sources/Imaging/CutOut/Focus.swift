/// The part of a photo that is worth looking at closely: around a user's box, or around a small product.
struct Focus {
  /// In px of the photo, never empty.
  let area: CutOut.Bounds
  /// What was seen there, where that was looked at already.
  let looks: Looks?

  /// How much is kept around a user's box, and around what the network sees: a share of its longer side.
  private static let margin = (box: 0.2, seen: 0.35)

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
    let scale = (x: Double(photo.width) / Double(picture.width), y: Double(photo.height) / Double(picture.height))
    let box = CutOut.Bounds(
      x: Int(Double(seen.x) * scale.x), y: Int(Double(seen.y) * scale.y),
      width: max(1, Int(Double(seen.width) * scale.x)), height: max(1, Int(Double(seen.height) * scale.y)))
    let close = Self.around(box, margin: Self.margin.seen, in: whole)
    // A closer look is worth it only if it shows at least half as much again.
    let gain = Double(max(whole.width, whole.height)) / Double(max(close.width, close.height))
    (area, looks) = gain > 1.5 ? (close, nil) : (whole, first)
  }

  /// The box around everything that is likely the product, but for specks; nil if there is nothing.
  private static func bounds(of view: LearnedView, in picture: WorkingPicture) -> CutOut.Bounds? {
    let grid = Grid(width: picture.width, height: picture.height)
    let parts = grid.components(of: view.logits.map { $0 > 1 })
    let largest = parts.map(\.count).max() ?? 0
    let members = parts.filter { $0.count * 10 >= largest }.joined()
    guard let top = members.map({ $0 / picture.width }).min(), let end = members.map({ $0 / picture.width }).max(),
      let left = members.map({ $0 % picture.width }).min(), let right = members.map({ $0 % picture.width }).max()
    else { return nil }
    return CutOut.Bounds(x: left, y: top, width: right - left + 1, height: end - top + 1)
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
