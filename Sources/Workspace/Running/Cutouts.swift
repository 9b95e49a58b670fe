import Generation
import Imaging
import Platform

/// A product's picture, ready for a model, and the asset that it comes from.
struct CutPhoto: Sendable {
  var raster: Raster
  /// The cut-out, or the photo itself where that has no background.
  var asset: Asset
  var warnings: [String] = []
}

extension Workspace {
  /// Below this confidence a person is asked to look at a cut-out.
  static let doubtfulConfidence = 0.4

  /// The warning for a doubtful cut-out.
  static func checkSentence(_ confidence: Double, _ reasons: [String]) -> String {
    let percent = Int((min(max(confidence, 0), 1) * 100).rounded())
    let why = reasons.isEmpty ? "" : " (" + reasons.joined(separator: "; ") + ")"
    return "Check the cut-out: its confidence is \(percent) %\(why)"
  }

  /// The product in the photo of `work`: by the mask that the shot names, or else found. A photo without background is used as
  /// it is; a cut-out that was made before is not made again; a new one is kept at once, whatever becomes of the job.
  ///
  /// Throws: what reading a file throws, `picture`, also for a user's model that cannot be used, `cancelled`.
  nonisolated func cutPhoto(
    at path: String, for work: ShotWork, in context: JobContext
  ) async throws(WorkspaceError) -> CutPhoto {
    context.report("reading \(Path.name(of: path))", 0.01)
    let file = try PictureFile.read(try layout.input(path, in: root))
    let photo = try stored(file, kind: .photo, product: work.product)
    try await keep(photo, at: path, for: work)
    let mask = try await maskFile(for: work)
    let model = mask == nil ? try tools.currentModel() : nil
    let method = CutMethod(of: work, mask: mask?.asset.id, by: tools.cutter, with: model)
    if let known = try knownCutout(of: photo, by: method, in: context) { return known }
    if let mask {
      context.report("cutting out the product by its mask", 0.05)
      let cutout = try cutout(of: file, by: mask.file, crop: work.crop, isCancelled: context.isCancelled)
      let asset = try stored(cutout, kind: .cutout, product: work.product, isCancelled: context.isCancelled)
      try await keep(asset, of: photo, mask: mask.asset, by: method, job: context.id)
      return CutPhoto(raster: cutout, asset: asset)
    }
    guard let crop = work.crop else {
      return try await wholeCutout(of: file, photo, by: method, with: model, in: context)
    }
    let whole = CutMethod(version: method.version)
    var cut = try await wholeCutout(of: file, photo, by: whole, with: model, in: context)
    guard let part = try cut.raster.product(in: crop) else {
      let raster = try file.raster(isCancelled: context.isCancelled).cropped(to: crop)
      return try await self.cut(raster, of: photo, by: method, with: model, in: context)
    }
    let doubts = (confidence: cut.asset.confidence, reasons: cut.asset.reasons)
    cut.asset = try stored(part, kind: .cutout, product: work.product, isCancelled: context.isCancelled)
    (cut.raster, cut.asset.confidence, cut.asset.reasons) = (part, doubts.confidence, doubts.reasons)
    try await keep(cut.asset, of: photo, by: method, job: context.id)
    return cut
  }

  private nonisolated func knownCutout(
    of photo: Asset, by method: CutMethod, in context: JobContext
  ) throws(WorkspaceError) -> CutPhoto? {
    guard let known = try store.read({ try $0.cutout(of: photo.id, parameters: try encoded(method)) }) else {
      return nil
    }
    let raster = try raster(of: known, isCancelled: context.isCancelled)
    return CutPhoto(raster: raster, asset: known, warnings: known.doubts)
  }

  /// The product in a whole photo.
  private nonisolated func wholeCutout(
    of file: PictureFile, _ photo: Asset, by method: CutMethod, with model: (any SegmentationModel)?,
    in context: JobContext
  ) async throws(WorkspaceError) -> CutPhoto {
    if let known = try knownCutout(of: photo, by: method, in: context) { return known }
    let raster = try file.raster(isCancelled: context.isCancelled)
    if file.header.hasAlpha && raster.hasOwnTransparency { return CutPhoto(raster: raster, asset: photo) }
    return try await cut(raster, of: photo, by: method, with: model, in: context)
  }

  /// The photo of surroundings, and its asset.
  ///
  /// Throws: what reading a file throws, `cancelled`.
  nonisolated func placePhoto(
    _ place: PlaceWork, for work: ShotWork, in context: JobContext
  ) async throws(WorkspaceError) -> (PlaceReference, Asset) {
    context.report("reading \(Path.name(of: place.path))", nil)
    let file = try PictureFile.read(try layout.input(place.path, in: root))
    let photo = try stored(file, kind: .photo, product: work.product)
    try await keep(photo, at: place.path, for: work)
    let kind = PlaceReference.Kind(rawValue: place.kind) ?? .scene
    return (PlaceReference(photo: try file.raster(isCancelled: context.isCancelled), kind: kind), photo)
  }

  private nonisolated func cut(
    _ raster: Raster, of photo: Asset, by method: CutMethod, with model: (any SegmentationModel)?,
    in context: JobContext
  ) async throws(WorkspaceError) -> CutPhoto {
    context.report("cutting out the product", 0.05)
    let made: CutProduct
    do throws(ImagingError) {
      made = try tools.cutter.cut(raster, model, context.isCancelled) { stage, fraction in
        context.report("cutting out the product: \(stage)", 0.05 + 0.2 * fraction)
      }
    } catch .cancelled {
      throw .cancelled
    } catch {
      throw .picture(error)
    }
    var cutout = try stored(made.cutout, kind: .cutout, product: photo.product, isCancelled: context.isCancelled)
    cutout.confidence = made.confidence
    cutout.reasons = made.reasons
    try await keep(cutout, of: photo, by: method, job: context.id)
    return CutPhoto(raster: made.cutout, asset: cutout, warnings: cutout.doubts)
  }

  /// Keeps a new cut-out with what it was made of.
  private nonisolated func keep(
    _ cutout: Asset, of photo: Asset, mask: Asset? = nil, by method: CutMethod, job: JobID
  ) async throws(WorkspaceError) {
    var edges = [
      LineageEdge(
        source: photo.id, target: cutout.id, operation: "cutout", parameters: try encoded(method), job: job)
    ]
    if let mask {
      edges.append(LineageEdge(source: mask.id, target: cutout.id, operation: "mask", parameters: "{}", job: job))
    }
    let lineage = edges
    try await commit { transaction in
      try transaction.add(cutout)
      for edge in lineage { try transaction.add(edge) }
    }
    objects.fresh.settle([cutout.id])
  }

  /// Keeps a file of the product's as an asset.
  nonisolated func keep(_ photo: Asset, at path: String, for work: ShotWork) async throws(WorkspaceError) {
    try await commit { transaction in
      try transaction.add(photo)
      try transaction.setAsset(photo.id, path: path, product: work.product)
    }
    objects.fresh.settle([photo.id])
  }
}

/// How a cut-out was made: with the photo, enough to know it again.
struct CutMethod: Codable, Hashable, Sendable {
  var crop: PixelArea?
  /// The content of the mask that said what is product.
  var mask: String?
  var version: String

  /// How a mask is applied: raised when that makes other cut-outs.
  private static let maskVersion = "mask 1"

  init(of work: ShotWork, mask: AssetID?, by cutter: ProductCutter, with model: (any SegmentationModel)?) {
    self.init(crop: work.crop, mask: mask?.hex, version: mask == nil ? cutter.version(with: model) : Self.maskVersion)
  }

  init(crop: PixelArea? = nil, mask: String? = nil, version: String) {
    self.crop = crop
    self.mask = mask
    self.version = version
  }
}

/// A part of a picture, in px from its top left corner.
struct PixelArea: Sendable, Codable, Hashable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int
}

extension Asset {
  /// What a person should look at.
  fileprivate var doubts: [String] {
    guard let confidence, confidence < Workspace.doubtfulConfidence else { return [] }
    return [
      Workspace.checkSentence(confidence, reasons) + "; where it is wrong, name a mask of the product in the prompt"
    ]
  }
}

extension Raster {
  /// Whether the picture has no background: alpha below 250 on at least 2 % of it, as for the cut-out.
  var hasOwnTransparency: Bool {
    guard format == .srgba else { return false }
    let transparent = bytes.withUnsafeBytes { bytes in
      stride(from: 3, to: bytes.count, by: 4).reduce(0) { bytes[$1] < 250 ? $0 + 1 : $0 }
    }
    return transparent * 50 >= width * height
  }

  /// The part of a whole cut-out in that area; nil where next to nothing of the product lies in it, as another thing of the
  /// photo was taken for the product.
  ///
  /// A product is found in its whole photo, as a crop that cuts close has no backdrop to tell it from.
  func product(in area: PixelArea) throws(WorkspaceError) -> Raster? {
    let part = try cropped(to: area)
    let alpha = part.bytes.withUnsafeBytes { bytes in
      stride(from: 3, to: bytes.count, by: 4).reduce(0) { $0 + Int(bytes[$1]) }
    }
    return alpha * 20 >= 255 * part.width * part.height ? part : nil
  }

  /// The part of the picture in that area.
  func cropped(to area: PixelArea) throws(WorkspaceError) -> Raster {
    do throws(ImagingError) {
      return try crop(x: area.x, y: area.y, width: area.width, height: area.height)
    } catch {
      throw .picture(error)
    }
  }
}
