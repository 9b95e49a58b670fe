import Catalog
import Generation
import Imaging

/// A provider that draws a dark square on white, 90 % as wide as the picture, or as many percent as the seed says.
struct BoxProvider: Provider {
  let card: ModelCard
  let version = "box 1"

  init(_ id: String = "studio", risk: IdentityRisk = .none) {
    guard var card = Catalog.builtIn.models["studio"] else { fatalError("the catalogue has no studio") }
    card.id = id
    card.identityRisk = risk
    card.isOffline = risk == .none
    self.card = card
  }

  func generate(
    _ request: GenerationRequest, report: @escaping @Sendable (GenerationProgress) -> Void,
    isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    let pictures = (0..<request.count).map { place in
      let percent = Int(request.seed) + place
      return GeneratedPicture(
        image: box(request.width, request.height, percent: percent, on: request.style.id == "pure-white" ? 255 : 240))
    }
    return GeneratedPictures(pictures)
  }
}

/// A dark square in the middle of one gray.
func box(_ width: Int, _ height: Int, percent: Int, on gray: UInt8) -> Raster {
  let side = min(width, height) * percent / 100
  let (left, top) = ((width - side) / 2, (height - side) / 2)
  let (ground, dark): ([UInt8], [UInt8]) = ([gray, gray, gray, 255], [40, 40, 40, 255])
  func pixels(_ pixel: [UInt8], _ count: Int) -> [UInt8] { (0..<count).flatMap { _ in pixel } }
  let empty = pixels(ground, width)
  let full = pixels(ground, left) + pixels(dark, side) + pixels(ground, width - left - side)
  let bytes = (0..<height).flatMap { (top..<top + side).contains($0) ? full : empty }
  return Raster(width: width, height: height, format: .srgba, bytes: bytes)
}
