import Catalog
import Generation
import Imaging
import Platform

extension Workspace {
  /// Makes the pictures of one shot. The files of the outputs are on the disk; nothing of them is in the database yet.
  nonisolated func generate(_ work: ShotWork, in context: JobContext) async throws(WorkspaceError) -> JobResult {
    guard let provider = tools.providers.provider(work.model) else {
      throw .noSuchModel(id: work.model, known: tools.providers.ids)
    }
    var request = try request(for: work)
    var photo: CutPhoto?
    if let path = work.photo {
      var cut = try await cutPhoto(at: path, for: work, in: context)
      let clear = try clearParts(of: &cut, at: path, for: work, in: context)
      request.product = ProductLayer(
        cutout: cut.raster, clear: clear, form: work.form, dimensions: work.dimensions)
      photo = cut
    }
    var sources = photo.map { [$0.asset] } ?? []
    if let place = work.place {
      let (reference, asset) = try await placePhoto(place, for: work, in: context)
      request.place = reference
      sources.append(asset)
    }
    try context.checkCancelled()
    if !provider.card.isFree { try await commit { try $0.setMayHaveSpent(true, job: context.id) } }
    let made = try await pictures(of: request, from: provider, in: context)
    guard !made.pictures.isEmpty else { throw .refused(.badReply(detail: "no picture")) }
    var result = JobResult(warnings: photo?.warnings ?? [], costMicros: made.costMicros ?? 0)
    for (place, picture) in made.pictures.enumerated() {
      context.report("writing picture \(place + 1) of \(made.pictures.count)", 0.95)
      var own = work
      own.seed = work.seed &+ UInt64(place)
      own.count = 1
      try add(picture, of: own, from: sources, to: &result, in: context)
    }
    return result
  }

  nonisolated func request(for work: ShotWork) throws(WorkspaceError) -> GenerationRequest {
    guard let role = tools.catalog.roles[work.role] else { throw .noSuchRole(id: work.role) }
    guard let style = tools.catalog.styles[work.style] else { throw .noSuchStyle(id: work.style) }
    var request = GenerationRequest(
      role: role, style: style, prompt: work.prompt, width: work.width, height: work.height, seed: work.seed)
    request.avoid = work.avoid
    request.count = work.count
    request.samples = work.samples
    request.lock = work.lock
    request.palette = work.palette.compactMap { HexColor($0) }
    request.motion = work.motion.flatMap(ClipMotion.init)
    request.background = work.background.flatMap { PictureBackground(text: $0) }
    return request
  }

  /// Asks the model. Its fractions fill what the job has left, up to the writing.
  private nonisolated func pictures(
    of request: GenerationRequest, from provider: any Provider, in context: JobContext
  ) async throws(WorkspaceError) -> GeneratedPictures {
    let start = context.board.progress(of: context.id)?.fraction ?? 0
    let previews = previews
    let clock = tools.clock
    do throws(GenerationError) {
      return try await provider.generate(
        request, retrying: tools.retry, on: tools.retryClock,
        report: { progress in
          if context.flag.isRaised { return }
          let preview = progress.preview.flatMap { previews.put($0, now: clock.now) }
          context.report(progress.stage, progress.fraction.map { start + (0.95 - start) * $0 }, preview: preview)
        }, isCancelled: context.isCancelled)
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .refused(error)
    }
  }

  /// Stores one made picture, what the steps after it make of it, and its history: what it was made from.
  private nonisolated func add(
    _ picture: GeneratedPicture, of work: ShotWork, from sources: [Asset], to result: inout JobResult,
    in context: JobContext
  ) throws(WorkspaceError) {
    var output = try stored(picture.image, kind: .output, product: work.product, isCancelled: context.isCancelled)
    result.assets.append(output)
    result.warnings += picture.warnings.filter { !result.warnings.contains($0) }
    for source in sources {
      result.edges.append(
        LineageEdge(
          source: source.id, target: output.id, operation: "generate", parameters: try encoded(work), job: context.id))
    }
    var clips: [AssetID] = []
    if let clip = picture.clip {
      let asset = Asset(
        id: try objects.put(clip.bytes, format: .webp), kind: .output, format: .webp, width: clip.width,
        height: clip.height, byteCount: clip.bytes.count, created: tools.clock.now, product: work.product)
      result.assets.append(asset)
      result.edges.append(
        LineageEdge(
          source: output.id, target: asset.id, operation: "animate", parameters: try encoded(work), job: context.id))
      clips = [asset.id]
    }
    var raster = picture.image
    for step in work.steps {
      context.report(step.operation, nil)
      let made = try step.apply(to: raster, with: tools, isCancelled: context.isCancelled)
      let changed = try stored(made, of: step, product: work.product, isCancelled: context.isCancelled)
      result.assets.append(changed)
      result.edges.append(try step.edge(from: output.id, to: changed.id, job: context.id))
      (raster, output) = (made.raster, changed)
    }
    try context.checkCancelled()
    result.outputs += [output.id] + clips
    result.placings.append(
      CanvasPlacing(output, of: work, from: sources, job: context.id, now: output.created))
  }
}

extension PictureBackground {
  /// Reads `#RRGGBB` or `transparent`; nil for anything else.
  fileprivate init?(text: String) {
    if text == "transparent" {
      self = .transparent
    } else if let color = HexColor(text) {
      self = .color(color)
    } else {
      return nil
    }
  }
}

extension ModelCard {
  /// Whether using it costs nothing, whatever happens.
  var isFree: Bool { price.unit == .free }
}
