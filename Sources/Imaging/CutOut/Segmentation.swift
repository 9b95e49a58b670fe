/// Which pixels of a photo are the product: several ways to find it, and the choice among them.
struct Segmentation {
  /// The photo as it was looked at.
  let picture: WorkingPicture
  /// The winner.
  let choice: Choice

  /// Segments a photo that shows the part `area` of what the hints are about.
  init(
    of photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, model: (any SegmentationModel)? = nil,
    isCancelled: @escaping @Sendable () -> Bool,
    show: (_ name: String, _ picture: () -> Raster) -> Void
  ) throws(ImagingError) {
    let picture = WorkingPicture(reducing: photo)
    let grid = Grid(width: picture.width, height: picture.height)
    let backdrop = Backdrop(of: picture)
    let surface = backdrop.values(for: picture)
    let said = HintPlanes(hints, in: area, width: picture.width, height: picture.height)
    let view = try LearnedView(
      of: photo, area: area, hints: hints, for: picture, model: model, isCancelled: isCancelled)
    func shown(_ values: [Float]) -> Raster { Raster(showing: values, width: picture.width, height: picture.height) }
    show("likely") { shown(picture.lab.indices.map { view.likelihood($0) }) }
    var hypotheses: [Hypothesis] = []
    func add(_ origin: Hypothesis.Origin, _ mask: [Bool]) {
      let clean = MaskCleaning.clean(said.imposed(on: mask, grid: grid), grid: grid) {
        (picture.lab[$0] - surface[$0]).length < 3 + 2 * backdrop.noise
      }
      show(origin.rawValue) { shown(clean.map { $0 ? 1 : 0 }) }
      hypotheses.append(Hypothesis(origin: origin, mask: said.imposed(on: clean, grid: grid), picture: picture))
    }
    let kinds: [(Hypothesis.Origin, StudioHypothesis.Shadows)] = [
      (.studio, .soft), (.deepShadow, .deep), (.contactShadow, .contact),
    ]
    var leaning: [Float] = []
    for (origin, shadows) in kinds {
      let found = try StudioHypothesis.find(
        in: picture, backdrop: backdrop, shadows: shadows, isCancelled: isCancelled)
      if origin == .deepShadow { leaning = found.leaning.map { backdrop.studio * $0 } }
      if T.only == 0 { add(origin, found.mask) }
    }
    if T.only == 0 { add(.scene, try ColorHypothesis.scene(picture, isCancelled: isCancelled)) }
    add(.learned, try ColorHypothesis.guided(picture, by: view, leaning: leaning, hints: said, isCancelled: isCancelled))
    self.picture = picture
    choice = Choice(among: hypotheses, backdrop: backdrop, view: view)
  }
}
