/// A shadow at the photo's own size.
///
/// Grain is averaged away; beside the product, where the picture is a blend, the shadow of the ground near by goes on to
/// under the edge, so that no light rim shows between the two.
struct FineShadow {
  private let photo: Raster
  private let mask: Raster
  private let ground: ShadowGround

  /// How far the shadow is drawn on under a soft edge, in px.
  private static let depth = 64

  init(photo: Raster, mask: Raster, ground: ShadowGround) {
    self.photo = photo
    self.mask = mask
    self.ground = ground
  }

  /// The share of light that is missing at every pixel, 0...1; 0 where the product is opaque.
  func taken(isCancelled: () -> Bool) throws(ImagingError) -> [Float] {
    var isKnown = try known(isCancelled)
    if isCancelled() { throw .cancelled }
    var share = measured(isKnown)
    share = averaged(share, isKnown)
    if isCancelled() { throw .cancelled }
    spread(&share, &isKnown)
    for index in share.indices {
      if mask.bytes[index] == 255 || !isKnown[index] { share[index] = 0 }
    }
    return share
  }

  /// The pixels that show the ground alone.
  private func known(_ isCancelled: () -> Bool) throws(ImagingError) -> [Bool] {
    let rim = 1 + max(photo.width, photo.height) / 700
    let any = Raster(width: mask.width, height: mask.height, format: .mask, bytes: mask.bytes.map { $0 > 4 ? 255 : 0 })
    return try any.grown(by: rim, isCancelled: isCancelled).bytes.map { $0 == 0 }
  }

  private func measured(_ isKnown: [Bool]) -> [Float] {
    let light = TransferTables.shared.linear
    let sampler = CoarseSampler(from: (ground.grid.width, ground.grid.height), to: (photo.width, photo.height))
    let lit = ground.lit.map { ShadowGround.brightness($0) }
    var share = [Float](repeating: 0, count: photo.width * photo.height)
    for y in 0..<photo.height {
      let row = sampler.row(y)
      for x in 0..<photo.width {
        let index = y * photo.width + x
        guard isKnown[index] else { continue }
        let weight = sampler.value(ground.weight, row, x)
        guard weight > 0 else { continue }
        let at = index * 4
        let seen = ShadowGround.brightness(
          SIMD4(light[Int(photo.bytes[at])], light[Int(photo.bytes[at + 1])], light[Int(photo.bytes[at + 2])], 0))
        // Signed, so that noise averages out.
        share[index] = weight * max(-0.25, min(1, 1 - seen / sampler.value(lit, row, x)))
      }
    }
    return share
  }

  /// Means over 3 × 3 known pixels, with what is only noise faded out.
  private func averaged(_ share: [Float], _ isKnown: [Bool]) -> [Float] {
    var result = share
    for y in 0..<photo.height {
      for x in 0..<photo.width {
        let index = y * photo.width + x
        guard isKnown[index], share[index] != 0 else { continue }
        var sum: Float = 0
        var count: Float = 0
        for row in max(0, y - 1)...min(photo.height - 1, y + 1) {
          for column in max(0, x - 1)...min(photo.width - 1, x + 1) where isKnown[row * photo.width + column] {
            sum += share[row * photo.width + column]
            count += 1
          }
        }
        let mean = max(0, sum / count)
        let rise = max(0, min(1, (mean - 0.5 * ground.noise) / (1.5 * ground.noise)))
        result[index] = mean * rise * rise * (3 - 2 * rise)
      }
    }
    return result
  }

  /// Draws the shadow on from known pixels to the unknown ones beside them, a pixel at a time, but not under opaque ones
  /// further than their rim.
  private func spread(_ share: inout [Float], _ isKnown: inout [Bool]) {
    let (width, height) = (photo.width, photo.height)
    func unknownNeighbors(of index: Int, _ body: (Int) -> Void) {
      let (x, y) = (index % width, index / width)
      if x > 0 && !isKnown[index - 1] { body(index - 1) }
      if x < width - 1 && !isKnown[index + 1] { body(index + 1) }
      if y > 0 && !isKnown[index - width] { body(index - width) }
      if y < height - 1 && !isKnown[index + width] { body(index + width) }
    }
    var front: [Int] = []
    var isListed = [Bool](repeating: false, count: share.count)
    for index in share.indices where isKnown[index] {
      unknownNeighbors(of: index) { other in
        if !isListed[other] && mask.bytes[other] < 255 {
          isListed[other] = true
          front.append(other)
        }
      }
    }
    for _ in 0..<Self.depth where !front.isEmpty {
      let values = front.map { index -> Float in
        let (x, y) = (index % width, index / width)
        var sum: Float = 0
        var count: Float = 0
        for row in max(0, y - 2)...min(height - 1, y + 2) {
          for column in max(0, x - 2)...min(width - 1, x + 2) where isKnown[row * width + column] {
            sum += share[row * width + column]
            count += 1
          }
        }
        return count > 0 ? sum / count : 0
      }
      for (index, value) in zip(front, values) {
        share[index] = value
        isKnown[index] = true
      }
      var next: [Int] = []
      for index in front {
        unknownNeighbors(of: index) { other in
          if !isListed[other] && mask.bytes[other] < 255 {
            isListed[other] = true
            next.append(other)
          }
        }
      }
      front = next
    }
  }
}
