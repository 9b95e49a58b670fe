/// Which pixels of a photo are the product: several ways to find it, and the choice among them.
struct Segmentation {
  /// Which part of the photo was looked at.
  let area: CutOut.Bounds
  /// That part at full size.
  let part: Raster
  /// The same at the size of decisions.
  let picture: WorkingPicture
  /// The winner.
  let choice: Choice

  /// Segments the part of a photo that `focus` says.
  init(
    of whole: Raster, focus: Focus, hints: CutOut.Hints, model: (any SegmentationModel)? = nil,
    isCancelled: @escaping @Sendable () -> Bool,
    show: CutOut.StageSink
  ) throws(ImagingError) {
    area = focus.area
    part = try whole.crop(x: area.x, y: area.y, width: area.width, height: area.height)
    let (photo, area) = (part, area)
    show("area") { photo }
    let picture = WorkingPicture(reducing: photo)
    let grid = Grid(width: picture.width, height: picture.height)
    let backdrop = Backdrop(of: picture)
    let surface = backdrop.values(for: picture)
    let said = HintPlanes(hints, in: area, width: picture.width, height: picture.height)
    let looks: Looks
    if let known = focus.looks {
      looks = known
    } else {
      looks = try Looks(at: photo, area: area, hints: hints, model: model, isCancelled: isCancelled)
    }
    let view = LearnedView(looks, for: picture)
    func shown(_ values: [Float]) -> Raster { Raster(showing: values, width: picture.width, height: picture.height) }
    show("likely") { shown(view.likelihood) }
    let votes = try inParallel(2) { (number) throws(ImagingError) in
      try number == 0
        ? Vote(StudioHypothesis.find(in: picture, backdrop: backdrop, isCancelled: isCancelled))
        : Vote(scene: photo, area: area, hints: hints, like: picture, isCancelled: isCancelled)
    }
    let scene = Self.sceneWeight(of: votes[1].mask, view: view, hasBox: said.hasBox)
    // What a user's box holds is told by colors from outside of it better than by a model of the backdrop.
    let studio = said.hasBox ? 0 : backdrop.studio
    let leaning = picture.lab.indices.map { index in
      studio * votes[0].leaning[index] + (votes[1].mask[index] ? scene : -scene)
    }
    let learned = try ColorHypothesis.guided(picture, by: view, leaning: leaning, hints: said, isCancelled: isCancelled)
    let scale = Double(picture.width) / Double(area.width)
    let reached =
      BoxReach(said, grid: grid, photo: whole, scale: scale)?.completed(learned, by: votes[1].mask) ?? learned
    let pierced = reached.indices.map { reached[$0] && !(backdrop.studio > Self.plain && votes[0].pockets[$0]) }
    let found: [(Hypothesis.Origin, [Bool])] = [(.studio, votes[0].mask), (.scene, votes[1].mask), (.learned, pierced)]
    let hypotheses = try inParallel(found.count) { (number) throws(ImagingError) in
      let (origin, mask) = found[number]
      let clean = MaskCleaning.clean(said.imposed(on: mask, grid: grid), grid: grid) {
        (picture.lab[$0] - surface[$0]).length < 3 + 2 * backdrop.noise
      }
      return Hypothesis(origin: origin, mask: said.imposed(on: clean, grid: grid), picture: picture)
    }
    for hypothesis in hypotheses {
      show(hypothesis.origin.rawValue) { shown(hypothesis.mask.map { $0 ? 1 : 0 }) }
    }
    self.picture = picture
    let choice = Choice(among: hypotheses, backdrop: backdrop, view: view, hints: said)
    self.choice = choice.best.origin == .studio ? choice.settled(with: hypotheses, by: view, hints: said) : choice
  }

  /// How surely one smooth backdrop must lie behind the product for openings to be told by its color.
  private static let plain: Float = 0.7

  /// How much the scene's colors count in the network's cut: the more, the better the two agree on what is meant. Colors
  /// know where a thing ends, but in a busy scene not which; a user's box tells them which.
  private static func sceneWeight(of mask: [Bool], view: LearnedView, hasBox: Bool) -> Float {
    let agreement = max(0, min(1, (view.agreement(with: mask) - 0.5) / 0.25))
    return hasBox ? 2 : 3 * agreement
  }
}

/// What one of the classical ways to find a product says.
private struct Vote: Sendable {
  let mask: [Bool]
  /// How every pixel leans by itself, where the way knows.
  let leaning: [Float]
  /// Openings inside the product's outline, where the way knows.
  let pockets: [Bool]

  init(_ found: StudioHypothesis.Found) { (mask, leaning, pockets) = (found.mask, found.leaning, found.pockets) }

  /// The scene's colors, at half the size: a rough outline is enough for a vote, but not within a user's box.
  init(
    scene photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, like picture: WorkingPicture,
    isCancelled: () -> Bool
  ) throws(ImagingError) {
    let half = WorkingPicture(reducing: photo, side: WorkingPicture.side / 2)
    let said = HintPlanes(hints, in: area, width: half.width, height: half.height)
    let rough =
      said.hasBox
      ? try ColorHypothesis.boxed(half, hints: said, isCancelled: isCancelled)
      : try ColorHypothesis.scene(half, isCancelled: isCancelled)
    let sampler = CoarseSampler(from: (half.width, half.height), to: (picture.width, picture.height))
    let found = sampler.all(rough.map { $0 ? 1 : 0 }).map { $0 > 0.5 }
    if said.hasBox {
      let fine = HintPlanes(hints, in: area, width: picture.width, height: picture.height)
      mask = try ColorHypothesis.boxed(picture, from: found, hints: fine, isCancelled: isCancelled)
    } else {
      mask = found
    }
    (leaning, pockets) = ([], [])
  }
}
