import Catalog
import Generation
import Imaging

/// A model under the studio's name that paints one gray in three stages, and waits behind each for its brush.
struct PlainProvider: Provider {
  /// The stages in their order.
  static let stages = ["mixing the gray", "painting", "drying"]

  let card: ModelCard
  let version = "plain 1"
  private let brush: Brush?
  private let failure: GenerationError?

  /// Without a brush nothing is waited for; with a failure no picture comes.
  init(brush: Brush? = nil, failure: GenerationError? = nil) {
    guard let card = Catalog.builtIn.models["studio"] else { fatalError("the catalog has no studio") }
    self.card = card
    self.brush = brush
    self.failure = failure
  }

  func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    for (place, stage) in Self.stages.enumerated() {
      let fraction = Double(place + 1) / 4
      report(GenerationProgress(stage: stage, fraction: fraction, preview: gray(8, 8, UInt8(60 * place))))
      await brush?.stroke()
      if Task.isCancelled || isCancelled() { throw .cancelled }
    }
    if let failure { throw failure }
    return GeneratedPictures(
      (0..<request.count).map { place in
        let level = UInt8(truncatingIfNeeded: request.seed &+ UInt64(place))
        return GeneratedPicture(image: gray(request.width, request.height, level), warnings: ["only gray was left"])
      })
  }

  private func gray(_ width: Int, _ height: Int, _ level: UInt8) -> Raster {
    Raster(
      width: width, height: height, format: .srgba,
      bytes: (0..<width * height).flatMap { _ in [level, level, level, 255] })
  }
}

/// Lets a painter do one stroke at a time, each when a test says so.
final class Brush: Sendable {
  private let (strokes, hand) = AsyncStream.makeStream(of: Void.self)

  /// Lets the next stroke be done.
  func paint() { hand.yield() }

  /// Lets everything be done from now on.
  func finish() { hand.finish() }

  /// Waits for the test's word, or for the end of the task.
  func stroke() async { for await _ in strokes { return } }
}
