/// Alpha and clean colors where a contour is hair, fur or fringe rather than one line.
///
/// Fuzzy is where colors of the product lie outside of the contour and colors of the background inside: no line can part
/// those.
struct FuzzyEdge {
  /// The pixels of the photo that are concerned, as indices.
  let pixels: [Int32]
  /// The alpha of each, 0...1.
  let alpha: [Float]
  /// The product's color of each, 0...1.
  let colors: [SIMD4<Float>]

  /// How far from the contour fuzz is looked for, in coarse px.
  private static let view: Float = 9
  /// The share of colors on the wrong side from which a contour counts as fuzzy, and where it is all fuzz.
  private static let wrong: (some: Float, all: Float) = (0.1, 0.35)
  /// How far from the contour alpha may be partial, in coarse px.
  private static let reach: Float = 9

  /// Works on the part of `photo` around the contour.
  init(photo: Raster, along contour: Contour, isCancelled: () -> Bool) throws(ImagingError) {
    let (picture, grid, distance) = (contour.picture, contour.grid, contour.distance)
    let reaches = Self.reaches(contour)
    guard min(picture.width, picture.height) > 8, reaches.contains(where: { $0 > 1 }) else {
      (pixels, alpha, colors) = ([], [], [])
      return
    }
    let rgb = AreaAverage.reduce(photo, width: picture.width, height: picture.height).map { $0 / 255 }
    let coarse = try Self.coarseAlpha(rgb, grid, distance, reaches, isCancelled)
    let sampler = CoarseSampler(photo: photo, picture: picture)
    var unknown = [Bool](repeating: false, count: photo.width * photo.height)
    for y in 0..<photo.height {
      let row = sampler.row(y)
      for x in 0..<photo.width {
        unknown[y * photo.width + x] = abs(sampler.value(distance, row, x)) < sampler.value(reaches, row, x)
      }
    }
    let band = MattingBand(unknown: unknown, width: photo.width) { index in
      let at = index * 4
      return SIMD4(Float(photo.bytes[at]), Float(photo.bytes[at + 1]), Float(photo.bytes[at + 2]), 0) / 255
    }
    func sampled<Value>(_ read: (CoarseSampler.Place, Int) -> Value) -> [Value] {
      band.pixels.map { read(sampler.row(Int($0) / photo.width), Int($0) % photo.width) }
    }
    let start = sampled { sampler.value(coarse, $0, $1) }
    let guess = start.indices.map { place -> Float in
      if band.isUnknown[place] { return start[place] }
      let index = Int(band.pixels[place])
      return sampler.value(distance, sampler.row(index / photo.width), index % photo.width) > 0 ? 1 : 0
    }
    let solved = try ClosedFormMatting(band).solve(from: guess, rounds: 16, isCancelled: isCancelled)
      .map { $0 > 0.97 ? 1 : $0 < 0.03 ? 0 : $0 }
    let (front, back) = Self.sides(rgb, grid, coarse)
    let clean = ProductColors(band, alpha: solved).solve(
      product: sampled { sampler.value(front, $0, $1) }, background: sampled { sampler.value(back, $0, $1) }, rounds: 6)
    let own = band.pixels.indices.filter { band.isUnknown[$0] }
    pixels = own.map { band.pixels[$0] }
    alpha = own.map { solved[$0] }
    colors = own.map { clean[$0] }
  }

  /// What was found, on black.
  func picture(width: Int, height: Int) -> Raster {
    var shown = [Float](repeating: 0, count: width * height)
    for (place, pixel) in pixels.enumerated() { shown[Int(pixel)] = 0.2 + 0.8 * alpha[place] }
    return Raster(showing: shown, width: width, height: height)
  }

  /// How far from the contour alpha may be partial, for every coarse pixel; 0 where the contour is sharp.
  private static func reaches(_ contour: Contour) -> [Float] {
    let (picture, grid, distance, sides) = (contour.picture, contour.grid, contour.distance, contour.sides)
    let sampler = CoarseSampler(from: (grid.width, grid.height), to: (grid.width, grid.height))
    var seen = [SIMD4<Float>](repeating: .zero, count: grid.count)
    for index in 0..<grid.count where abs(distance[index]) < view && abs(distance[index]) > 1.6 {
      let evidence = sides.evidence(picture.lab[index], sampler.row(index / grid.width), index % grid.width, sampler)
      let isWrong = distance[index] > 0 ? evidence < -1.5 : evidence > 1.5
      seen[index] = SIMD4(isWrong ? 1 : 0, 1, 0, 0)
    }
    let spread = grid.blurred(seen, radius: min(6, min(grid.width, grid.height) / 8))
    return spread.map { sum in
      let share = sum.x / max(1e-3, sum.y)
      return sum.y < 1e-3 ? 0 : reach * max(0, min(1, (share - wrong.some) / (wrong.all - wrong.some)))
    }
  }

  /// Alpha at the coarse size, from which the full size starts.
  private static func coarseAlpha(
    _ rgb: [SIMD4<Float>], _ grid: Grid, _ distance: [Float], _ reaches: [Float], _ isCancelled: () -> Bool
  ) throws(ImagingError) -> [Float] {
    let unknown = (0..<grid.count).map { abs(distance[$0]) < reaches[$0] }
    let band = MattingBand(unknown: unknown, width: grid.width) { rgb[$0] }
    let guess = band.pixels.indices.map { place -> Float in
      let index = Int(band.pixels[place])
      guard band.isUnknown[place] else { return distance[index] > 0 ? 1 : 0 }
      return 0.5 + 0.5 * distance[index] / max(1, reaches[index])
    }
    let solved = try ClosedFormMatting(band).solve(from: guess, rounds: 60, isCancelled: isCancelled)
    var alpha = distance.map { $0 > 0 ? Float(1) : 0 }
    for (place, pixel) in band.pixels.enumerated() { alpha[Int(pixel)] = solved[place] }
    return alpha
  }

  /// The mean colors of what is surely product and surely background near every coarse pixel.
  private static func sides(
    _ rgb: [SIMD4<Float>], _ grid: Grid, _ alpha: [Float]
  ) -> (product: [SIMD4<Float>], background: [SIMD4<Float>]) {
    func mean(_ belongs: (Float) -> Bool) -> [SIMD4<Float>] {
      let samples = rgb.indices.map { index in
        belongs(alpha[index]) ? SIMD4(rgb[index].x, rgb[index].y, rgb[index].z, 1) : .zero
      }
      let (near, far) = (grid.blurred(samples, radius: 2), grid.blurred(samples, radius: 8))
      return near.indices.map { index in
        let sum = near[index] + 0.02 * far[index]
        let color = sum / max(1e-6, sum.w)
        return SIMD4(color.x, color.y, color.z, 0)
      }
    }
    return (mean { $0 > 0.95 }, mean { $0 < 0.05 })
  }
}
