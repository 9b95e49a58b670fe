import Imaging
import Testing

/// A red disc of radius 60 on a gray sweep: the picture that mask operations are tried on.
var maskScene: CutOutScene {
  CutOutScene(
    background: CutOutScene.sweep(215), product: { _, y in SIMD3(150, 60, 40) + 0.1 * y }, covers: disc(120, 100, 60))
}

/// The exact coverage of places, as a mask of the scene's size.
func coverage(_ covers: @escaping (Double, Double) -> Bool) -> Raster {
  let truth = CutOutScene(background: CutOutScene.sweep(215), product: { _, _ in .zero }, covers: covers).render().truth
  return Raster(width: 240, height: 200, format: .mask, bytes: truth)
}

/// Runs an operation with a mask.
func run(
  _ name: String, _ parameters: OperationParameters = [:], on photo: Raster, mask: Raster
) throws -> OperationOutput {
  try operation(named: name, parameters).apply(to: photo, mask: mask) { false }
}

/// Checks what every cut-out promises: opaque pixels are the photo's, transparent ones 0, and the mask is the alpha.
func expectHonestCutOut(_ output: OperationOutput, of photo: Raster) throws {
  let mask = try #require(output.mask)
  for index in mask.bytes.indices {
    let pixel = output.raster.bytes[index * 4..<index * 4 + 4]
    try #require(pixel.last == mask.bytes[index])
    if mask.bytes[index] == 255 { try #require(pixel.dropLast() == photo.bytes[index * 4..<index * 4 + 3]) }
    if mask.bytes[index] == 0 { try #require(pixel.allSatisfy { $0 == 0 }) }
  }
}
