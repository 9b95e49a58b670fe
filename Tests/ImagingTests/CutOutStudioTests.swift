import Imaging
import Testing

/// Products in front of a plain backdrop.
@Suite struct CutOutStudioTests {
  @Test func aSoftCastShadowStaysOutside() throws {
    let inDisc = disc(110, 90, 50)
    var scene = CutOutScene(
      background: CutOutScene.sweep(225), product: { _, y in SIMD3(40, 90, 160) + 0.2 * y }, covers: inDisc)
    scene.background = { x, y in
      let distance = ((x - 140) * (x - 140) / 2500 + (y - 140) * (y - 140) / 400).squareRoot()
      let shade = max(0, min(1, 1.6 - distance)) * 0.35
      return CutOutScene.sweep(225)(x, y) * (1 - shade)
    }
    let (photo, truth) = scene.render()

    let result = try CutOut.find(in: photo)

    #expect(overlap(result.mask, truth) > 0.99)
    #expect(result.holeCount == 0)
    #expect(result.touchesFrame.isEmpty)
    #expect(result.confidence >= 0.7)
    #expect(abs(result.bounds.x - 60) <= 1 && abs(result.bounds.width - 100) <= 2)
  }

  @Test func theInsideOfARingIsOpen() throws {
    let outer = disc(120, 100, 70)
    let inner = disc(120, 100, 40)
    let (photo, truth) = CutOutScene(
      background: CutOutScene.sweep(230), product: { _, _ in SIMD3(150, 60, 40) },
      covers: { outer($0, $1) && !inner($0, $1) }
    ).render()

    let result = try CutOut.find(in: photo)

    #expect(overlap(result.mask, truth) > 0.98)
    #expect(result.holeCount == 1)
    #expect(result.mask.bytes[100 * 240 + 120] == 0)
  }

  @Test func theWhiteInsideOfADarkRimIsKept() throws {
    let whole = disc(120, 100, 70)
    let inner = disc(120, 100, 60)
    let (photo, truth) = CutOutScene(
      background: CutOutScene.sweep(246),
      product: { x, y in inner(x, y) ? SIMD3(repeating: 222 + 0.15 * (x - 60)) : SIMD3(60, 62, 70) },
      covers: whole
    ).render()

    let result = try CutOut.find(in: photo)

    #expect(overlap(result.mask, truth) > 0.98)
    #expect(result.mask.bytes[100 * 240 + 120] == 255)
  }

  @Test func confidenceFallsWithTheContrast() throws {
    let found = try [90.0, 226, 228, 230].map { level in
      let (photo, truth) = CutOutScene(
        background: CutOutScene.sweep(232), product: { _, y in SIMD3(repeating: level) - 0.08 * y },
        covers: disc(120, 100, 50)
      ).render()
      let result = try CutOut.find(in: photo)
      return (confidence: result.confidence, overlap: overlap(result.mask, truth))
    }

    #expect(found[0].confidence >= 0.7)
    for (clearer, fainter) in zip(found, found.dropFirst()) { #expect(fainter.confidence < clearer.confidence) }
    #expect(found[1].confidence < 0.7)
    #expect(found[3].confidence < 0.4)
    for result in found where result.overlap < 0.9 { #expect(result.confidence < 0.4) }
  }
}
