/// Which pixels of a photo are the product: several ways to find it, and the choice among them.
struct Segmentation {
  /// The photo as it was looked at.
  let picture: WorkingPicture
  /// The winner.
  let choice: Choice

  /// Segments a photo that shows the part `area` of what the hints are about.
  init(
    of photo: Raster, area: CutOut.Bounds, hints: CutOut.Hints, isCancelled: @escaping @Sendable () -> Bool
  ) throws(ImagingError) {
    let picture = WorkingPicture(reducing: photo)
    let grid = Grid(width: picture.width, height: picture.height)
    let backdrop = Backdrop(of: picture)
    let surface = backdrop.values(for: picture)
    let said = HintPlanes(hints, in: area, width: picture.width, height: picture.height)
    let view = try LearnedView(of: photo, area: area, hints: hints, for: picture, isCancelled: isCancelled)
    var hypotheses: [Hypothesis] = []
    func add(_ origin: Hypothesis.Origin, _ mask: [Bool]) {
      let clean = MaskCleaning.clean(said.imposed(on: mask), grid: grid) {
        (picture.lab[$0] - surface[$0]).length < 3 + 2 * backdrop.noise
      }
      hypotheses.append(Hypothesis(origin: origin, mask: said.imposed(on: clean), picture: picture))
    }
    let kinds: [(Hypothesis.Origin, StudioHypothesis.Shadows)] = [
      (.studio, .soft), (.deepShadow, .deep), (.contactShadow, .contact),
    ]
    for (origin, shadows) in kinds {
      let mask = try StudioHypothesis.mask(of: picture, backdrop: backdrop, shadows: shadows, isCancelled: isCancelled)
      add(origin, mask)
    }
    add(.learned, try ColorHypothesis.guided(picture, by: view, hints: said, isCancelled: isCancelled))
    self.picture = picture
    choice = Choice(among: hypotheses, backdrop: backdrop, view: view)
  }
}
