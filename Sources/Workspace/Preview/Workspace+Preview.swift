import Catalog
import Generation
import Imaging
import Platform
import ShotList

extension Workspace {
  /// Shows one shot small, from rough to fine, until it is fine or not wanted any more. Nothing is stored and nothing is spent:
  /// the studio shows the set, also of a shot that another model makes.
  ///
  /// - Parameters:
  ///   - show: told every picture, each finer than the one before, `LivePicture.steps` of them.
  ///   - isCancelled: asked from any thread; once true it stays true.
  /// Throws: as reading the shot list and its photos, `shotListIssues`, `noSuchShot`, `refused`, `cancelled`.
  /// Cost: a new product is cut out and scaled once; after that a picture costs its samples alone.
  public nonisolated func preview(
    _ order: PreviewOrder, isCancelled: @escaping @Sendable () -> Bool,
    show: @escaping @Sendable (LivePicture) -> Void
  ) async throws(WorkspaceError) {
    try await withTaskExecutorPreference(previewWork) { () async throws(WorkspaceError) in
      if isCancelled() { throw .cancelled }
      let list = try readShotList(order.path, text: order.text)
      let shot = try list.shots([order.shot])[0]
      guard let provider = tools.providers.provider("studio") else {
        throw .noSuchModel(id: "studio", known: tools.providers.ids)
      }
      var warnings = list.warnings(in: [shot])
      let (model, style) = variants(of: shot, style: nil)[0]
      var work = try work(for: shot, in: list, model: "studio", style: style, warnings: &warnings)
      work.fit(order.side)
      var request = try request(for: work)
      if let path = work.photo {
        let product = try previewProduct(of: work, at: path, side: order.side, isCancelled: isCancelled)
        request.product = ProductLayer(
          cutout: product.cutout, clear: product.clear, form: work.form, dimensions: work.dimensions)
      }
      if let place = work.place {
        let photo = try PictureFile.read(try layout.input(place.path, in: root))
        request.place = PlaceReference(
          photo: try photo.raster(isCancelled: isCancelled), kind: PlaceReference.Kind(rawValue: place.kind) ?? .scene)
      }
      let truth = work.truth(madeBy: model)
      let notes = warnings
      let steps = PreviewSteps()
      do throws(GenerationError) {
        _ = try await provider.generate(
          request,
          report: { [previews, clock = tools.clock] progress in
            guard !isCancelled(), let raster = progress.preview, let step = steps.next(),
              let id = previews.put(raster, now: clock.now)
            else { return }
            show(
              LivePicture(
                path: self.layout.preview(id), width: raster.width, height: raster.height, step: step,
                steps: PreviewSteps.count,
                truth: truth, warnings: notes))
          }, isCancelled: isCancelled)
      } catch .cancelled {
        throw .cancelled
      } catch {
        throw .refused(error)
      }
    }
  }
}

extension ShotWork {
  /// Makes it a preview of `side` px: one picture, no clip, and as fine as `PreviewSteps` says.
  fileprivate mutating func fit(_ side: Int) {
    let longer = max(width, height, 1)
    if longer > side {
      (width, height) = (max(8, width * side / longer), max(8, height * side / longer))
    }
    count = 1
    motion = nil
    samples = PreviewSteps.samples
  }

  /// What of its picture is a photo.
  fileprivate func truth(madeBy maker: String) -> String {
    let product =
      photo.map { lock ? "product pixels as in \($0)" : "product of \($0), free to change" }
      ?? "no photo of the product"
    return maker == "studio" ? product : "\(product); \(maker) makes the picture itself, this shows the set"
  }
}
