import Catalog
import Generation
import Imaging
import Synchronization
import TestSupport
import Testing

/// A cut-out of a drawn disc.
func disc(side: Int = 48) -> Raster {
  let drawn = DrawnProduct.disc(side: side)
  var cutout = drawn.photo
  for index in 0..<drawn.coverage.bytes.count { cutout.bytes[index * 4 + 3] = drawn.coverage.bytes[index] }
  return cutout
}

extension GenerationRequest {
  /// A small hero of a disc with one sample a px.
  static func small(_ prompt: String = "", seed: UInt64 = 7) throws -> GenerationRequest {
    var request = GenerationRequest(
      role: try #require(Catalog.builtIn.roles["hero"]), style: try #require(Catalog.builtIn.styles["pure-white"]),
      prompt: prompt, width: 48, height: 40, seed: seed)
    request.samples = 1
    request.product = ProductLayer(cutout: disc())
    return request
  }
}

extension Provider {
  /// Makes pictures that nobody cancels.
  func made(_ request: GenerationRequest) async throws(GenerationError) -> [GeneratedPicture] {
    try await generate(request, report: { _ in }, isCancelled: { false }).pictures
  }
}

/// What a provider reported, in its order.
final class Reports: Sendable {
  private let list = Mutex<[GenerationProgress]>([])

  var all: [GenerationProgress] { list.withLock { $0 } }

  func add(_ progress: GenerationProgress) { list.withLock { $0.append(progress) } }
}
