public import Catalog
public import Generation
import Glibc
import Imaging
import Studio

/// The embedded studio behind the provider port: pictures traced on this machine, for nothing.
public struct StudioProvider: Provider {
  public let card: ModelCard
  public let version = "studio 4"
  private let vocabulary: Vocabulary

  /// Samples a px of a finished picture when an order does not say.
  static let samples = 16

  public init(card: ModelCard, vocabulary: Vocabulary) {
    self.card = card
    self.vocabulary = vocabulary
  }

  public func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    guard let layer = request.product else { throw .unsupported(what: "a picture without a product") }
    if request.style.studioVerdict == .not, request.place == nil {
      throw .unsupported(what: "the style '\(request.style.id)' in the studio: \(request.style.missing)")
    }
    do throws(StudioError) {
      var product = StudioProduct(layer)
      let place = try request.place.map { reference throws(StudioError) in
        try PlacePhoto(reference, width: request.width, height: request.height, isCancelled: isCancelled)
      }
      if place?.kind == .model || place == nil && request.style.looksStraightDown { product.form = .lying }
      let draft = scene(for: request, on: place, facts: try product.facts())
      var pictures: [GeneratedPicture] = []
      for index in 0..<request.count {
        var job = StudioJob(
          scene: draft.scene, product: product, width: request.width, height: request.height,
          samples: request.samples ?? Self.samples, seed: UInt32(truncatingIfNeeded: request.seed &+ UInt64(index)))
        job.place = place
        let made = try Studio.render(job, threads: Self.processors, isCancelled: isCancelled) { pass in
          report(GenerationProgress(pass, picture: index, of: request.count))
        }
        let clip = try request.motion.map { motion throws(StudioError) in
          try Self.clip(job, motion, isCancelled: isCancelled) { fraction in
            report(
              GenerationProgress(
                stage: "tracing the clip", fraction: (Double(index) + fraction) / Double(request.count)))
          }
        }
        pictures.append(
          GeneratedPicture(
            image: made.image, clip: clip, notes: draft.notes + draft.lightNotes,
            warnings: draft.warnings + made.warnings.map(\.text) + job.scene.warnings(motion: request.motion)))
      }
      return GeneratedPictures(pictures)
    } catch {
      throw GenerationError(error)
    }
  }

  private func scene(for request: GenerationRequest, on place: PlacePhoto?, facts: ProductFacts) -> SceneDraft {
    if let place {
      return Scene.make(
        on: place, role: request.role, prompt: request.prompt, dimensions: request.product?.dimensions, product: facts,
        vocabulary: vocabulary)
    }
    return Scene.make(
      style: request.style, role: request.role, prompt: request.prompt,
      palette: request.palette.isEmpty ? nil : request.palette, background: request.background?.paint, product: facts,
      vocabulary: vocabulary)
  }

  static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

extension StudioProduct {
  fileprivate init(_ layer: ProductLayer) {
    self.init(
      image: layer.cutout, clear: layer.clear, form: layer.form, dimensionsMillimetres: layer.dimensions)
  }
}

extension PlacePhoto {
  fileprivate init(
    _ reference: PlaceReference, width: Int, height: Int, isCancelled: @escaping @Sendable () -> Bool
  ) throws(StudioError) {
    let kind: Kind = reference.kind == .model ? .model : .scene
    try self.init(reference.photo, kind: kind, width: width, height: height, isCancelled: isCancelled)
  }
}

extension StylePreset {
  /// What the studio lacks for the style, as a clause.
  fileprivate var missing: String {
    let reason = note.map {
      $0.prefix(1).lowercased() + ($0.hasSuffix(".") ? $0.dropFirst().dropLast() : $0.dropFirst())
    }
    return (reason ?? "it needs another model")
      + "; or set the product into a photo of yours, as in '@place = photos/place.jpg scene', and name @place in the prompt"
  }
}

extension SceneDraft {
  fileprivate var lightNotes: [String] {
    lightMatch == .mirrored ? ["The lamps were mirrored, so that they shine from the side of the photo's light"] : []
  }

  /// What the prompt asked for in vain.
  fileprivate var warnings: [String] {
    (unrendered.isEmpty ? [] : ["The studio cannot render: \(unrendered.joined(separator: ", "))"])
      + shortfalls
      + conflicts.map { "'\($0.dropped)' and '\($0.kept)' contradict each other: the picture follows '\($0.kept)'" }
      + (lightMatch == .differs
        ? ["The product was lit from the other side than the scene: its highlights and its shadow disagree"] : [])
  }
}

extension StudioWarning {
  fileprivate var text: String {
    switch self {
    case .enlarged(let factor):
      "The photo is too small for this picture: the product was enlarged to \(Int((factor * 100).rounded())) %"
    case .pitchDiffers(let photo, let scene):
      "The photo looks down by \(Int(photo.rounded()))° and the scene by \(Int(scene.rounded()))°; a photo from the same "
        + "height will look more natural"
    case .groundUnsure: "The outline does not show how the product stands; check the shadow under it"
    }
  }
}

extension GenerationProgress {
  fileprivate init(_ pass: StudioPass, picture: Int, of count: Int) {
    let part = Double(pass.index + 1) / Double(max(pass.of, 1))
    self.init(
      stage: "tracing pass \(pass.index + 1) of \(pass.of)", fraction: (Double(picture) + part) / Double(count),
      preview: pass.preview)
  }
}

extension GenerationError {
  fileprivate init(_ error: StudioError) {
    switch error {
    case .cancelled: self = .cancelled
    case .productEmpty: self = .refused(reason: "the cut-out of the product is empty; check its photo")
    case .productFormat(let detail): self = .failed(detail: detail)
    case .sizeOutOfRange(let width, let height):
      self = .unsupported(what: "a picture of \(width) × \(height) px; the studio makes 8 to 8192 px a side")
    case .samplesOutOfRange(let count): self = .unsupported(what: "\(count) samples a px; the studio takes 1 to 4096")
    case .sceneField(let field): self = .unsupported(what: "this value of '\(field)' in the scene")
    }
  }
}

extension PictureBackground {
  /// The color of the backdrop; none for a picture without one.
  fileprivate var paint: HexColor? {
    switch self {
    case .color(let color): color
    case .transparent: nil
    }
  }
}
