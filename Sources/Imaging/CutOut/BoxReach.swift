/// A user's box as a promise: the product comes near each of its sides.
///
/// Where what was found ends far from a side, parts that the colors take for product are added if they lead there. The
/// idea that a box is tight is of V. Lempitsky, P. Kohli, C. Rother, T. Sharp, "Image Segmentation with a Bounding Box
/// Prior", ICCV 2009.
struct BoxReach {
  let grid: Grid
  let box: CutOut.Bounds

  /// How far from the product a side may be drawn, in px of the grid.
  let slack: Int

  /// The share of the longer side of a photo that people leave around what they frame.
  private static let usualSlack = 0.05
  /// How well the colors must agree with what was found, the part of a gap that an addition must bridge, and how large it
  /// may be beside what was found.
  private static let trust: (agreement: Float, bridges: Float, size: Float) = (0.8, 0.33, 0.25)

  /// `nil` without a box. `scale` is px of the grid for one px of the photo.
  init?(_ hints: HintPlanes, grid: Grid, photo: Raster, scale: Double) {
    guard hints.hasBox, let box = grid.bounds({ hints.box[$0] > 0 }) else { return nil }
    self.grid = grid
    self.box = box
    slack = Int(Self.usualSlack * Double(max(photo.width, photo.height)) * scale)
  }

  /// The mask with the parts of `colors` beside it that lead to sides which it does not reach.
  func completed(_ mask: [Bool], by colors: [Bool]) -> [Bool] {
    guard let found = grid.bounds({ mask[$0] }), Grid.overlap(mask, colors) >= Self.trust.agreement else { return mask }
    let most = Int(Self.trust.size * Float(mask.count { $0 }))
    var result = mask
    for part in grid.components(of: mask.indices.map { colors[$0] && !mask[$0] }) where part.count < most {
      guard let bounds = grid.bounds(of: part), bridges(bounds, from: found), touches(part, mask) else {
        continue
      }
      for index in part { result[index] = true }
    }
    return result
  }

  /// Whether a part leads from what was found a good way to a side that is too far from it.
  private func bridges(_ part: CutOut.Bounds, from found: CutOut.Bounds) -> Bool {
    func leads(_ gap: Int, _ bridged: Int) -> Bool { gap > slack && Float(bridged) >= Self.trust.bridges * Float(gap) }
    func end(_ start: Int, _ length: Int) -> Int { start + length }
    return leads(found.x - box.x, found.x - part.x) || leads(found.y - box.y, found.y - part.y)
      || leads(end(box.x, box.width) - end(found.x, found.width), end(part.x, part.width) - end(found.x, found.width))
      || leads(
        end(box.y, box.height) - end(found.y, found.height), end(part.y, part.height) - end(found.y, found.height))
  }

  private func touches(_ part: [Int], _ mask: [Bool]) -> Bool {
    part.contains { index in
      var isBeside = false
      grid.forEachSideNeighbor(of: index) { if mask[$0] { isBeside = true } }
      return isBeside
    }
  }
}
