/// A mask that is nearly right, made right by the photo and by what a user points out.
///
/// Without strokes the whole contour is found again in a narrow band. With strokes only the part of the photo around them
/// is cut again, so that an answer comes at once, and the rest of the mask stays as it is.
struct MaskRefinement {
  private let photo: Raster
  private let mask: Raster
  private let hints: CutOut.Hints
  private let isCancelled: @Sendable () -> Bool

  /// The longer side at which decisions are made, in px, at most: for the whole contour, and around strokes.
  private static let side = (whole: 480, local: 200)

  /// That side for a part of the photo: at most half of the part's, so that the band in which a contour is found again is
  /// some px wide and the colors beside it are sure.
  private static func side(of area: CutOut.Bounds, isLocal: Bool) -> Int {
    min(isLocal ? side.local : side.whole, max(48, max(area.width, area.height) / 2))
  }

  /// Refines `mask`, which has the size of `photo`, an `.srgba` raster.
  init(photo: Raster, mask: Raster, hints: CutOut.Hints, isCancelled: @escaping @Sendable () -> Bool) {
    self.photo = photo
    self.mask = mask
    self.hints = hints
    self.isCancelled = isCancelled
  }

  /// The better mask. Hints are followed, but not imposed to the pixel: see `Hints.imposed(on:)`.
  ///
  /// - Throws: `cancelled`.
  func run() throws(ImagingError) -> Raster {
    let strokes = StrokeSurroundings(of: hints, in: photo)
    let start = strokes == nil ? mask : StruckParts(hints).removed(from: mask)
    guard let area = strokes?.area ?? Self.surroundings(of: start) else { return start }
    let part = try photo.crop(x: area.x, y: area.y, width: area.width, height: area.height)
    let known = try start.crop(x: area.x, y: area.y, width: area.width, height: area.height)
    let picture = WorkingPicture(reducing: part, side: Self.side(of: area, isLocal: strokes != nil))
    let coarse = try known.resize(
      toWidth: picture.width, height: picture.height, filter: .area, isCancelled: isCancelled)
    var inside = coarse.bytes.map { $0 >= 128 }
    let said = HintPlanes(hints, in: area, width: picture.width, height: picture.height)
    var nearness: [Float]?
    if let strokes {
      let reach = strokes.reach * Float(picture.width) / Float(area.width)
      let local = StrokeCut(picture: picture, mask: inside, said: said, reach: reach)
      inside = try local.run(isCancelled: isCancelled)
      nearness = local.nearness
    } else {
      inside = inside.indices.map { said.verdict($0) ?? inside[$0] }
    }
    let contour = Contour(of: inside, in: picture)
    let band = try EdgeBand(photo: part, along: contour, isCancelled: isCancelled)
    let fuzz = try FuzzyEdge(photo: part, along: contour, isCancelled: isCancelled)
    var found = try SoftEdge(photo: part, band: band, fuzz: fuzz).render(isCancelled: isCancelled).mask
    if let nearness {
      found = Self.mixed(found, over: known, share: nearness, sampler: CoarseSampler(photo: part, picture: picture))
    }
    return start.replacing(area, with: found)
  }

  /// The box around everything that the mask holds, with room for the background beside it; nil where it has no contour.
  private static func surroundings(of mask: Raster) -> CutOut.Bounds? {
    guard mask.bytes.contains(where: { $0 < 128 }) else { return nil }
    let box = CutOut.Bounds(of: mask)
    guard box.width > 0 else { return nil }
    return box.grown(by: max(16, max(mask.width, mask.height) / 25), in: mask)
  }

  /// The new values near the strokes, the old ones far away, and a gentle change between them.
  private static func mixed(
    _ new: Raster, over old: Raster, share: [Float], sampler: CoarseSampler
  ) -> Raster {
    var bytes = old.bytes
    for y in 0..<new.height {
      let row = sampler.row(y)
      for x in 0..<new.width {
        let index = y * new.width + x
        guard new.bytes[index] != old.bytes[index] else { continue }
        let much = sampler.value(share, row, x)
        bytes[index] = UInt8((Float(old.bytes[index]) * (1 - much) + Float(new.bytes[index]) * much).rounded())
      }
    }
    return Raster(width: new.width, height: new.height, format: .mask, bytes: bytes)
  }
}

extension CutOut.Hints {
  /// The mask changed to what the user said, pixel by pixel. Only what was said is touched.
  func imposed(on mask: Raster) -> Raster {
    var bytes = mask.bytes
    let bounds = StrokeSurroundings.bounds(of: product + background, in: mask, margin: 1)
    if let bounds {
      let planes = HintPlanes(
        CutOut.Hints(product: product, background: background), in: bounds, width: bounds.width, height: bounds.height)
      for y in 0..<bounds.height {
        for x in 0..<bounds.width where planes.strokes[y * bounds.width + x] != 0 {
          bytes[(bounds.y + y) * mask.width + bounds.x + x] = planes.strokes[y * bounds.width + x] > 0 ? 255 : 0
        }
      }
    }
    if let box {
      for y in 0..<mask.height {
        let isBeside = !(box.y..<box.y + box.height).contains(y)
        for x in 0..<mask.width where isBeside || !(box.x..<box.x + box.width).contains(x) {
          bytes[y * mask.width + x] = 0
        }
      }
    }
    return Raster(width: mask.width, height: mask.height, format: .mask, bytes: bytes)
  }
}

extension Raster {
  /// The mask with the part `area` replaced, which lies in it and has the size of `part`.
  fileprivate func replacing(_ area: CutOut.Bounds, with part: Raster) -> Raster {
    var result = bytes
    for y in 0..<part.height {
      let start = (area.y + y) * width + area.x
      result.replaceSubrange(start..<start + part.width, with: part.bytes[y * part.width..<(y + 1) * part.width])
    }
    return Raster(width: width, height: height, format: format, bytes: result)
  }
}
