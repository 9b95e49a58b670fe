internal import Glibc

/// A small network that has learned from drawn scenes what stands out as a product, and where a hint points.
///
/// `Training/cutout` draws the scenes, trains the network and writes its weights; `model.py` there has the same layers.
struct ProductNetwork {
  private struct Level {
    let down: Convolution
    let blocks: [(first: Convolution, second: Convolution)]
  }

  private let levels: [Level]
  private let context: Convolution
  private let lateral: [Convolution]
  private let up: [Convolution]
  private let last: Convolution

  /// The network that krafd brings along; read at the first use.
  static let shared = ProductNetwork()

  /// How many residual blocks each level has.
  private static let depths = [1, 1, 2, 2, 1]
  /// Sizes are multiples of this, because the network halves them five times.
  private static let grain = 32

  private init() {
    var file = NetworkFile()
    levels = Self.depths.map { depth in
      Level(
        down: Convolution(reading: &file),
        blocks: (0..<depth).map { _ in (Convolution(reading: &file), Convolution(reading: &file)) })
    }
    context = Convolution(reading: &file)
    lateral = Self.depths.map { _ in Convolution(reading: &file) }
    up = Self.depths.map { _ in Convolution(reading: &file) }
    last = Convolution(reading: &file)
    precondition(file.isAtEnd)
  }

  /// The size at which a photo is looked at: about `side` × `side` px in its own shape, multiples of 32.
  static func size(forWidth width: Int, height: Int, side: Float) -> (width: Int, height: Int) {
    let scale = side / Float(width * height).squareRoot()
    func rounded(_ length: Int) -> Int {
      max(1, min(40, Int((Float(length) * scale / Float(grain)).rounded()))) * grain
    }
    return (rounded(width), rounded(height))
  }

  /// What the network looks at, row by row, in a size that `size` gave.
  struct Input {
    /// Red, green and blue, 0...255.
    var colors: [SIMD4<Float>]
    /// 1 where a user said product, -1 where background, else 0.
    var strokes: [Float]
    /// 1 inside a user's box; 0 everywhere without one.
    var box: [Float]
    let width: Int
    let height: Int

    /// The same from left to right.
    func mirrored() -> Input {
      Input(
        colors: ProductNetwork.mirrored(colors, width: width), strokes: ProductNetwork.mirrored(strokes, width: width),
        box: ProductNetwork.mirrored(box, width: width), width: width, height: height)
    }
  }

  /// Rows of `width` values, each from its end to its start.
  static func mirrored<Value>(_ values: [Value], width: Int) -> [Value] {
    stride(from: 0, to: values.count, by: width).flatMap { values[$0..<$0 + width].reversed() }
  }

  /// How likely each block of 2 × 2 px belongs to the product, as a logit, row by row.
  func logits(
    _ input: Input, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) -> [Float] {
    let width = input.width
    var map = FeatureMap(width: width, height: input.height, channels: 5)
    try map.withValues { values throws(ImagingError) in
      for index in input.colors.indices {
        let at = (index / width + 1) * (width + 2) * 5 + (index % width + 1) * 5
        for channel in 0..<3 { values[at + channel] = input.colors[index][channel] / 127.5 - 1 }
        values[at + 3] = input.strokes[index]
        values[at + 4] = input.box[index]
      }
    }
    var found: [FeatureMap] = []
    for level in levels {
      map = try level.down.apply(to: map, isCancelled: isCancelled)
      map.rectify()
      for block in level.blocks {
        var inner = try block.first.apply(to: map, isCancelled: isCancelled)
        inner.rectify()
        map.add(try block.second.apply(to: inner, isCancelled: isCancelled))
        map.rectify()
      }
      found.append(map)
    }
    found[found.count - 1].add(context.apply(to: map.means()))
    var feature: FeatureMap?
    for index in levels.indices.reversed() {
      var side = try lateral[index].apply(to: found[index], isCancelled: isCancelled)
      if let feature { side.add(feature) }
      side.rectify()
      var next = try up[index].apply(to: side, isCancelled: isCancelled)
      next.rectify()
      feature = next
    }
    guard let feature else { return [] }
    return (0..<feature.width * feature.height).map { index in
      let at = feature.offset(index % feature.width, index / feature.width)
      return last.apply(to: Array(feature.values[at..<at + feature.channels]))[0]
    }
  }
}
