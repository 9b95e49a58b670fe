import Imaging

/// The photo studio: builds a scene's set around a locked product and traces its light.
public enum Studio {
  /// Makes a picture.
  ///
  /// The product's pixels are copied, or resized once (Lanczos, three lobes, premultiplied, in the sRGB curve); where
  /// the placed product is opaque the picture has its bytes. The same job gives the same bytes on any number of threads.
  ///
  /// - Parameters:
  ///   - threads: at least 1; the caller's thread is one of them.
  ///   - isCancelled: asked before every tile.
  ///   - onPass: called on the caller's thread after each pass.
  /// - Throws: `cancelled`, `productEmpty`, `productFormat`, `sizeOutOfRange`, `samplesOutOfRange`, `sceneField`.
  /// - Cost: 16 floats a px of memory; about one second of one core for 1024² with 16 samples.
  public static func render(
    _ job: StudioJob, threads: Int = 2, isCancelled: @escaping @Sendable () -> Bool = { false },
    onPass: (StudioPass) -> Void = { _ in }
  ) throws(StudioError) -> StudioPicture {
    try job.check()
    let workers = Workers(threads: max(threads, 1), isCancelled: isCancelled)
    let outline = try ProductOutline(job.product.image)
    let layout = Layout(job, outline: outline)
    let body = ProductBody(job.product, outline: outline, layout: layout)
    let built = BuiltSet(job.scene, layout: layout, body: body, form: job.product.form)
    let plate = try Plate(built, layout: layout, workers: workers)
    let tone = ToneGrid(plate, scene: job.scene, built: built, layout: layout)
    let passes = Passes(job)
    var index = 0
    if let small = try job.preview() {
      let layout = Layout(small, outline: outline)
      let locked = try LockedLayer(
        small.product.shown, outline: outline, layout: layout, isCancelled: isCancelled
      ).raster
      let renderer = Renderer(
        small, built: built, tone: tone, layout: layout, locked: locked, workers: workers)
      try renderer.prepare()
      try renderer.trace(0..<2)
      onPass(
        StudioPass(index: 0, of: passes.all.count + 1, samples: 2, preview: try Developer(renderer: renderer).develop())
      )
      index = 1
    }
    let locked = try LockedLayer(
      job.product.shown, outline: outline, layout: layout, isCancelled: isCancelled
    ).raster
    let renderer = Renderer(job, built: built, tone: tone, layout: layout, locked: locked, workers: workers)
    try renderer.prepare()
    var image: Raster?
    for (place, range) in passes.all.enumerated() {
      try renderer.trace(range)
      let isLast = place + 1 == passes.all.count
      guard isLast || passes.shown.contains(range.upperBound) && !job.isFrame else { continue }
      let preview = try Developer(renderer: renderer).develop()
      onPass(
        StudioPass(index: index + place, of: passes.all.count + index, samples: range.upperBound, preview: preview))
      if isLast { image = preview }
    }
    var planes: StudioPlanes?
    if job.wantsPlanes {
      let shadow = try Developer(renderer: renderer).shadow()
      let plate = try Self.plate(job, built: built, tone: tone, layout: layout, workers: workers)
      planes = try PlaneReader(renderer: renderer).planes(left: shadow, plate: plate)
    }
    return StudioPicture(
      image: image ?? locked, placed: locked, placement: layout.placement,
      warnings: warnings(job, outline: outline, layout: layout),
      planes: planes, paths: renderer.paths)
  }

  /// The same set without the product, which is then gone from `built`.
  private static func plate(
    _ job: StudioJob, built: BuiltSet, tone: ToneGrid, layout: Layout, workers: Workers
  ) throws(StudioError) -> Raster {
    built.removeBody()
    let nothing = Raster(width: job.width, height: job.height, format: .srgba, filledWith: 0)
    let renderer = Renderer(job, built: built, tone: tone, layout: layout, locked: nothing, workers: workers)
    try renderer.prepare()
    try renderer.trace(0..<job.samples)
    return try Developer(renderer: renderer).develop()
  }

  private static func warnings(_ job: StudioJob, outline: ProductOutline, layout: Layout) -> [StudioWarning] {
    var warnings: [StudioWarning] = []
    if layout.enlargement > 1.2 { warnings.append(.enlarged(factor: layout.enlargement)) }
    if job.place?.kind != .model, let photo = job.product.pitchDegrees ?? outline.pitchDegrees,
      abs(photo - layout.pitchDegrees) > 6
    {
      warnings.append(.pitchDiffers(photo: photo, scene: layout.pitchDegrees))
    }
    if outline.contact.count < outline.crop.width / 12 { warnings.append(.groundUnsure) }
    return warnings
  }
}

/// The passes of a job: 1, 2, 4, 8 … samples together, the last one as many as asked.
struct Passes {
  let all: [Range<Int>]

  /// After which numbers of samples a preview of full size is made; a picture that is small itself is shown earlier.
  let shown: Set<Int>

  init(_ job: StudioJob) {
    var ranges: [Range<Int>] = []
    var done = 0
    while done < job.samples {
      let next = min(max(done * 2, 1), job.samples)
      ranges.append(done..<next)
      done = next
    }
    all = ranges
    shown = Set([4, 16, 64, 256, 1_024] + (job.isSmall ? [2] : []))
  }
}

extension StudioJob {
  /// Whether it is about as small as a preview of it would be.
  var isSmall: Bool { max(width, height) <= 500 }

  /// The same job with a longer side of 384 px, when that is clearly smaller.
  func preview() throws(StudioError) -> StudioJob? {
    let longer = max(width, height)
    guard !isSmall, !isFrame else { return nil }
    var small = self
    small.fullWidth = width
    small.width = max(8, width * 384 / longer)
    small.height = max(8, height * 384 / longer)
    if let place {
      small.place = try PlacePhoto(place.image, kind: place.kind, width: small.width, height: small.height)
    }
    return small
  }

  /// - Throws: `sizeOutOfRange`, `samplesOutOfRange`, `sceneField`.
  func check() throws(StudioError) {
    guard (8...8_192).contains(width), (8...8_192).contains(height), width * height <= 64 << 20 else {
      throw .sizeOutOfRange(width: width, height: height)
    }
    guard (1...4_096).contains(samples) else { throw .samplesOutOfRange(samples) }
    try scene.check()
    if let clear = product.clear, clear.width != product.image.width || clear.height != product.image.height {
      throw .productFormat("the picture with clear parts must have the cut-out's size")
    }
    if let place, place.image.width != width || place.image.height != height {
      throw .sizeOutOfRange(width: place.image.width, height: place.image.height)
    }
  }
}
