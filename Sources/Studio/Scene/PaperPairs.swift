import Catalog

extension Scene {
  /// Pairs of floor and wall that look well together, for products whose hue the style's own pair would repeat.
  private static let paperPairs: [(floor: HexColor, wall: HexColor)] = [
    ("#E9BFA8", "#B65F43"), ("#C5D6C4", "#56766A"), ("#F0CDC8", "#94495A"), ("#C4D9E8", "#3A587F"),
    ("#EADCC6", "#C08A4E"), ("#DAD0E6", "#66578C"), ("#F2E2BE", "#C99A2E"),
  ].compactMap { pair in HexColor(pair.0).flatMap { floor in HexColor(pair.1).map { (floor, $0) } } }

  /// Takes another pair when one of the two colors lies within 30° of hue from the product's.
  mutating func avoidHue(of color: HexColor) {
    guard self.room.kind == .twoTone, self.room.isPaper else { return }
    let hue = color.hue.degrees
    func distance(_ other: HexColor) -> Double {
      let turn = abs(other.hue.degrees - hue)
      return min(turn, 360 - turn)
    }
    func gap(_ floor: HexColor, _ wall: HexColor) -> Double { min(distance(floor), distance(wall)) }
    guard gap(self.room.floor, self.room.wall) < 30 else { return }
    // Beyond 70° the pairs count as equal, and the first wins.
    let best = Self.paperPairs.enumerated().max { a, b in
      (min(gap(a.element.floor, a.element.wall), 70), -a.offset) < (
        min(gap(b.element.floor, b.element.wall), 70), -b.offset
      )
    }
    guard let best, gap(best.element.floor, best.element.wall) >= 30 else { return }
    paint(best.element.floor, best.element.wall)
  }
}

extension Scene.Room {
  /// Whether the set's colors are a matter of taste: those of stone and wood, and of light behind the product, are not.
  fileprivate var isPaper: Bool { floorMaterial == .paper && wallMaterial == .paper && light == nil }
}
