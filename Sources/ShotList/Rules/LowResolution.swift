internal import Catalog

/// A photo, or the crop of one, with fewer px than a channel needs of the product.
enum LowResolution: Rule {
  static func issues(in subject: Subject) -> [ShotListIssue] {
    subject.shots.compactMap { shot in
      guard let (px, name) = source(of: shot, subject) else { return nil }
      let place = shot.from.map { shot.place(of: $0) } ?? shot.heading
      for slot in subject.slots(of: shot) {
        let share = slot.fill?.lowerBound ?? subject.catalog.roles[shot.role]?.fill.lowerBound ?? 0
        if let needed = slot.minimum?.needed(share), px < needed {
          return .warning(
            .lowResolution, at: place,
            "\(name) has \(px) px, and \(slot.id) needs \(needed) px of the product; take a larger photo")
        }
        if let zoom = slot.zoomFrom, px < Int((Double(zoom) * share).rounded(.up)) {
          let needed = Int((Double(zoom) * share).rounded(.up))
          return .information(
            .lowResolution, at: place,
            "\(name) has \(px) px, and \(slot.id) offers a zoom from \(needed) px of the product; take a larger photo")
        }
      }
      return nil
    }
  }

  /// The most px that the product's longest side can have, and what has them.
  private static func source(of shot: ResolvedShot, _ subject: Subject) -> (px: Int, name: String)? {
    guard let from = shot.from?.value, case .found(let size?) = subject.reading.handles[from]?.fact else { return nil }
    guard case .area(let handle, _, _, let width, let height) = shot.crop, handle.text == from else {
      return (size.longerSide, "@\(from)")
    }
    return (min(size.longerSide, max(width, height)), "The crop of @\(from)")
  }
}

extension PixelBound {
  /// The px of a side that a product needs which fills a share of it.
  fileprivate func needed(_ share: Double) -> Int? {
    [longerSide, width, height].compactMap(\.self).max().map { Int((Double($0) * share).rounded(.up)) }
  }
}
