import Imaging

/// What a picture in the making consists of, px by px.
struct Canvas: Sendable {
  let width: Int
  let height: Int

  /// Alpha-carrying bytes of the locked product, `srgba`.
  let locked: Raster

  /// Three planes: what is met (0 sky, 1 floor, 2 wall, 3 and up the pieces; -1 hidden behind the product, -2 where two things meet),
  /// and the normal's y and z.
  let guides: Memory<Float>

  /// Four floats a px: the linear color of the empty set, and the pieces' share of the px.
  let base: Memory<Float>

  /// Four numbers a px: what the set's detail makes of its color, red, green and blue, and the key's light that is left;
  /// `nil` for a set of plain paper.
  let detail: Memory<UInt16>?

  /// Four floats a px: the sums of the kernel.
  let sums: Memory<Float>

  /// Samples so far, for each tile.
  let counts: Memory<Int32>

  /// The widest step in px that the filter may take at a px.
  let reach: Memory<Float>

  static let tile = 32

  /// How `detail` writes 1. Square roots are written, so that dark tones are as fine as lamps are bright: up to 255.
  static let one: UInt16 = 4_096

  /// What the set's detail makes of a px: a share of its color, and the key's light that is left, 0...1.
  func detail(_ at: Int) -> (tone: SIMD3<Float>, key: Float) {
    guard let detail else { return (SIMD3(1, 1, 1), 1) }
    let spot = detail.start + at * 4
    let scale = 1 / Float(Self.one)
    let root = SIMD4(Float(spot[0]), Float(spot[1]), Float(spot[2]), Float(spot[3])) * scale
    return (SIMD3(root.x * root.x, root.y * root.y, root.z * root.z), root.w * root.w)
  }

  func setDetail(_ at: Int, _ tone: SIMD3<Float>, key: Float) {
    guard let detail else { return }
    let spot = detail.start + at * 4
    let values = SIMD4(tone, min(key, 1)).clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 255))
    let roots = values.squareRoot() * Float(Self.one)
    for channel in 0..<4 { spot[channel] = UInt16(roots[channel].rounded()) }
  }

  var tilesAcross: Int { (width + Self.tile - 1) / Self.tile }
  var tiles: Int { tilesAcross * ((height + Self.tile - 1) / Self.tile) }

  init(locked: Raster, hasDetail: Bool) {
    self.locked = locked
    width = locked.width
    height = locked.height
    let count = width * height
    guides = Memory(count * 3, 0)
    detail = hasDetail ? Memory(count * 4, Self.one) : nil
    base = Memory(count * 4, 0)
    sums = Memory(count * 4, 0)
    reach = Memory(count, 0)
    counts = Memory(
      ((width + Self.tile - 1) / Self.tile) * ((height + Self.tile - 1) / Self.tile), 0)
  }

  /// The columns and rows of a tile.
  func area(_ tile: Int) -> (columns: Range<Int>, rows: Range<Int>) {
    let left = tile % tilesAcross * Self.tile
    let top = tile / tilesAcross * Self.tile
    return (left..<min(left + Self.tile, width), top..<min(top + Self.tile, height))
  }

  /// How far the product is from a px, in px, to about four.
  func distance(_ at: Int) -> Float { max(0, (reach.start[at] - FilterReach.least(self)) / FilterReach.growth) }

  /// Whether nothing but the empty set or the product is seen there: no light of a px behind either changes.
  func isHidden(_ at: Int) -> Bool { guides.start[at] == -1 }

  /// The number of samples of the tile of a px.
  func count(x: Int, y: Int) -> Float { Float(counts.start[y / Self.tile * tilesAcross + x / Self.tile]) }
}
