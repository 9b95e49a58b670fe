public import Catalog
public import Generation
import Glibc
import Imaging
import Studio

/// The embedded studio behind the provider port: pictures traced on this machine, for nothing.
public struct StudioProvider: Provider {
  public let card: ModelCard
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
    if request.style.studioVerdict == .not {
      throw .unsupported(what: "the style '\(request.style.id)' in the studio: \(request.style.missing)")
    }
    do throws(StudioError) {
      var product = StudioProduct(layer)
      if request.style.looksStraightDown { product.form = .lying }
      let draft = scene(for: request, facts: try product.facts())
      var pictures: [GeneratedPicture] = []
      for index in 0..<request.count {
        let job = StudioJob(
          scene: draft.scene, product: product, width: request.width, height: request.height,
          samples: request.samples ?? Self.samples, seed: UInt32(truncatingIfNeeded: request.seed &+ UInt64(index)))
        let made = try Studio.render(job, threads: Self.processors, isCancelled: isCancelled) { pass in
          report(GenerationProgress(pass, picture: index, of: request.count))
        }
        pictures.append(
          GeneratedPicture(image: made.image, notes: draft.notes, warnings: draft.warnings + made.warnings.map(\.text)))
      }
      return GeneratedPictures(pictures)
    } catch {
      throw GenerationError(error)
    }
  }

  private func scene(for request: GenerationRequest, facts: ProductFacts) -> SceneDraft {
    Scene.make(
      style: request.style, role: request.role, prompt: request.prompt,
      palette: request.palette.isEmpty ? nil : request.palette, background: request.background?.paint, product: facts,
      vocabulary: vocabulary)
  }

  private static var processors: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }
}

extension StudioProduct {
  fileprivate init(_ layer: ProductLayer) {
    self.init(image: layer.cutout, form: layer.form, dimensionsMillimetres: layer.dimensions)
  }
}

extension StylePreset {
  /// What the studio lacks for the style, as a clause.
  fileprivate var missing: String {
    guard let note else { return "it needs another model" }
    return note.prefix(1).lowercased() + (note.hasSuffix(".") ? note.dropFirst().dropLast() : note.dropFirst())
  }
}

extension SceneDraft {
  /// What the prompt asked for in vain.
  fileprivate var warnings: [String] {
    unrendered.isEmpty ? [] : ["The studio cannot render: \(unrendered.joined(separator: ", "))"]
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
