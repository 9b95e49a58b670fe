extension CutOut {
  /// Finds the product in a photo and cuts it out; what the hints say always holds.
  ///
  /// A photo that already has transparency (alpha below 250 on at least 2 % of it) keeps it, unless there are hints.
  /// A `model` says what stands out instead of the network that krafd brings along.
  /// - Throws: `cancelled` soon after `isCancelled` answers true; `badParameter` for anything but `.srgba`; what the
  ///   model throws.
  /// - Cost: the decision is made on at most 480 px; only the edge is worked on at full size.
  public static func find(
    in photo: Raster, hints: Hints = Hints(), model: (any SegmentationModel)? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false },
    onStage: (_ stage: String, _ fraction: Double) -> Void = { _, _ in }
  ) throws(ImagingError) -> CutOut {
    try find(in: photo, hints: hints, model: model, isCancelled: isCancelled, onStage: onStage) { _, _ in }
  }

  static func find(
    in photo: Raster, hints: Hints, model: (any SegmentationModel)?, isCancelled: @escaping @Sendable () -> Bool,
    onStage: (_ stage: String, _ fraction: Double) -> Void = { _, _ in },
    show: CutOut.StageSink
  ) throws(ImagingError) -> CutOut {
    guard photo.format == .srgba else { throw .badParameter(name: "photo", detail: "must be straight sRGB with alpha") }
    if hints.isEmpty, let own = OwnAlpha.cutOut(of: photo) { return own }
    onStage("look", 0)
    let focus = try Focus(on: photo, hints: hints, model: model, isCancelled: isCancelled)
    onStage("segment", 0.15)
    var found = try Segmentation(
      of: photo, focus: focus, hints: hints, model: model, isCancelled: isCancelled, show: show)
    if hints.isEmpty, found.choice.confidence < doubt,
      let middle = try Focus(inTheMiddleOf: photo, model: model, isCancelled: isCancelled)
    {
      onStage("segment", 0.4)
      let closer = try Segmentation(
        of: photo, focus: middle, hints: hints, model: model, isCancelled: isCancelled,
        show: { name, picture in show("middle-" + name, picture) })
      if closer.choice.confidence > found.choice.confidence { found = closer }
    }
    onStage("edge", 0.6)
    let (area, part, choice) = (found.area, found.part, found.choice)
    let contour = Contour(of: choice.best.mask, in: found.picture)
    let band = try EdgeBand(photo: part, along: contour, isCancelled: isCancelled)
    let fuzz = try FuzzyEdge(photo: part, along: contour, isCancelled: isCancelled)
    let (image, mask) = try SoftEdge(photo: part, band: band, fuzz: fuzz).render(isCancelled: isCancelled)
    show("edge") { band.picture }
    show("fuzz") { fuzz.picture(width: part.width, height: part.height) }
    onStage("done", 1)
    let grid = Grid(width: found.picture.width, height: found.picture.height)
    var result = CutOut(
      image: try image.laid(at: area, on: photo), mask: try mask.laid(at: area, on: photo),
      confidence: Double(choice.confidence), reasons: choice.reasons,
      holeCount: MaskCleaning.holes(in: choice.best.mask, grid: grid).count)
    if grid.components(of: choice.best.mask).count > 1 { result.reasons.append(.severalParts) }
    return result
  }

  /// Below this confidence the middle of the photo gets a look of its own.
  private static let doubt: Float = 0.3
}

extension Raster {
  /// The picture with nothing around it, as large as `photo`, of which it shows the part `area`.
  fileprivate func laid(at area: CutOut.Bounds, on photo: Raster) throws(ImagingError) -> Raster {
    try pad(
      left: area.x, top: area.y, right: photo.width - area.x - area.width, bottom: photo.height - area.y - area.height,
      color: .clear)
  }
}
