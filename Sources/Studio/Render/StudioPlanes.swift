import CStudioKernels
public import Imaging

/// What a picture shows where, px by px, for models and edits that start from it. All have the picture's size.
public struct StudioPlanes: Sendable, Equatable {
  /// How near things are, a `mask`: 255 is the nearest of the picture, 0 endlessly far, in equal steps of one over the
  /// distance along the view. The product counts as a card in its picture plane.
  public var depth: Raster

  /// The direction that surfaces face, opaque `srgba`: red to the right, green up, blue to the camera, each from -1 at 0 to 1
  /// at 255. The product counts as a card that faces the camera; open air is black.
  public var normal: Raster

  /// What is met, a `mask`: 0 open air, 1 the floor or a sheet, 2 the wall, 3 and up the stand and the pieces in their
  /// order, 255 the product. Px in which things meet have the one in their middle.
  public var things: Raster

  /// How much light the product leaves on the set, a `mask`: 255 all of it. White behind the product.
  public var shadow: Raster

  /// The product's alpha, a `mask`.
  public var product: Raster

  /// The set as if the product was not there, opaque `srgba`; stands and pieces are as in the picture.
  public var plate: Raster
}

/// Reads planes off a canvas.
struct PlaneReader {
  let renderer: Renderer
  private var canvas: Canvas { renderer.canvas }

  /// - Parameter left: for each px the share of the set's light that the product leaves.
  func planes(left: Memory<Float>, plate: Raster) throws(StudioError) -> StudioPlanes {
    let (canvas, size) = (self.canvas, self.canvas.width * self.canvas.height)
    let guides = Memory<KrafdStudioGuide>(size, KrafdStudioGuide())
    try renderer.meet(into: guides)
    let nearness = Memory<Float>(size, 0)
    for at in 0..<size {
      let isProduct = canvas.locked.bytes[at * 4 + 3] >= 128
      nearness.start[at] = 1 / (isProduct ? renderer.eyeDistance : max(renderer.eyeDepth(guides.start[at]), 1e-3))
    }
    let nearest = (0..<size).reduce(Float(1e-6)) { max($0, nearness.start[$1]) }
    return StudioPlanes(
      depth: mask { UInt8((nearness.start[$0] / nearest * 255).rounded()) }, normal: normals(guides),
      things: mask { canvas.locked.bytes[$0 * 4 + 3] >= 128 ? 255 : UInt8(clamping: guides.start[$0].thing) },
      shadow: mask { UInt8((min(max(left.start[$0], 0), 1) * 255).rounded()) },
      product: mask { canvas.locked.bytes[$0 * 4 + 3] }, plate: plate)
  }

  private func mask(_ value: (Int) -> UInt8) -> Raster {
    Raster(
      width: canvas.width, height: canvas.height, format: .mask, bytes: (0..<canvas.width * canvas.height).map(value))
  }

  private func normals(_ guides: Memory<KrafdStudioGuide>) -> Raster {
    var bytes = [UInt8](repeating: 255, count: canvas.width * canvas.height * 4)
    for at in 0..<canvas.width * canvas.height {
      let guide = guides.start[at]
      let isProduct = canvas.locked.bytes[at * 4 + 3] >= 128
      let normal = isProduct ? SIMD3<Float>(0, 0, 1) : SIMD3(guide.normal.0, guide.normal.1, guide.normal.2)
      let isOpen = guide.thing == 0 && !isProduct
      for channel in 0..<3 { bytes[at * 4 + channel] = isOpen ? 0 : UInt8(((normal[channel] + 1) * 127.5).rounded()) }
    }
    return Raster(width: canvas.width, height: canvas.height, format: .srgba, bytes: bytes)
  }
}
