import Foundation
import Imaging
import Testing

/// What the pixels of a cut-out hold.
@Suite struct CutOutEdgeTests {
  private let scene = CutOutScene(
    background: { _, _ in SIMD3(60, 190, 80) }, product: { _, _ in SIMD3(200, 40, 50) }, covers: disc(120, 100, 60))

  @Test func opaquePixelsKeepThePhotosBytes() throws {
    let (photo, truth) = scene.render()

    let result = try CutOut.find(in: photo)

    var kept = 0
    for index in truth.indices where result.mask.bytes[index] == 255 {
      #expect(result.image.bytes[index * 4..<index * 4 + 4] == photo.bytes[index * 4..<index * 4 + 4])
      kept += 1
    }
    #expect(kept > 10_000)
  }

  @Test func transparentPixelsAreZero() throws {
    let result = try CutOut.find(in: scene.render().photo)

    let clear = result.mask.bytes.indices.filter { result.mask.bytes[$0] == 0 }
    #expect(clear.allSatisfy { result.image.bytes[$0 * 4..<$0 * 4 + 4].allSatisfy { $0 == 0 } })
    #expect(result.mask.bytes.indices.allSatisfy { result.mask.bytes[$0] == result.image.bytes[$0 * 4 + 3] })
  }

  @Test func theEdgeCarriesNoBackdropColor() throws {
    let result = try CutOut.find(in: scene.render().photo)

    let edge = result.mask.bytes.indices.filter { (20..<255).contains(result.mask.bytes[$0]) }
    #expect(edge.count > 100)
    for index in edge {
      let color = result.image.bytes[index * 4..<index * 4 + 3].map { Int($0) }
      #expect(abs(color[0] - 200) <= 16 && abs(color[1] - 40) <= 16 && abs(color[2] - 50) <= 16)
    }
  }

  @Test(arguments: [SIMD3<Double>(0, 0, 0), SIMD3(255, 255, 255), SIMD3(30, 60, 200), SIMD3(220, 30, 30)])
  func atMostHalfOfTheBackdropStaysInTheColorsOfTheEdge(backdrop: SIMD3<Double>) throws {
    // Stripes that end at the edge, so that no single color fits all of it.
    func stripes(_ x: Double, _ y: Double) -> SIMD3<Double> {
      SIMD3(120 + 50 * sin(y / 9), 150 - 0.3 * x, 90 + 40 * cos(x / 13))
    }
    #expect(try backdropLeft(backdrop, product: stripes) < 0.5)
  }

  /// A rim in a third color: where a pixel lies between what is inside and outside says little about its share.
  @Test func aRimOfAnotherColorIsKept() throws {
    func rimmed(_ x: Double, _ y: Double) -> SIMD3<Double> {
      disc(120, 100, 58)(x, y) ? SIMD3(140, 130, 120) : SIMD3(70, 150, 60)
    }
    let backdrops = [SIMD3<Double>(0, 0, 0), SIMD3(255, 255, 255), SIMD3(30, 60, 200), SIMD3(220, 30, 30)]
    let left = try backdrops.map { try backdropLeft($0, product: rimmed) }
    #expect(left.allSatisfy { $0 < 0.3 })
    #expect(left.reduce(0, +) / 4 < 0.17)
  }

  /// How far the colors of the edge of a disc's cut-out are from the true ones, as a share of how far the photo's own are.
  private func backdropLeft(
    _ backdrop: SIMD3<Double>, product: @escaping (Double, Double) -> SIMD3<Double>
  ) throws -> Double {
    let scene = CutOutScene(background: { _, _ in backdrop }, product: product, covers: disc(120, 100, 60))
    let (photo, truth) = scene.render()

    let result = try CutOut.find(in: photo)

    var (kept, cleaned) = (0.0, 0.0)
    for index in truth.indices where (13...242).contains(truth[index]) {
      let color = product(Double(index % photo.width) + 0.5, Double(index / photo.width) + 0.5)
      let weight = Double(result.mask.bytes[index])
      for channel in 0..<3 {
        kept += weight * abs(Double(photo.bytes[index * 4 + channel]) - color[channel])
        cleaned += weight * abs(Double(result.image.bytes[index * 4 + channel]) - color[channel])
      }
    }
    try #require(kept > 0)
    return cleaned / kept
  }

  @Test func alphaFollowsTheTrueCoverage() throws {
    let (photo, truth) = scene.render()

    let result = try CutOut.find(in: photo)

    let edge = truth.indices.filter { (1..<255).contains(truth[$0]) }
    let error = edge.map { abs(Int(result.mask.bytes[$0]) - Int(truth[$0])) }.reduce(0, +)
    #expect(Double(error) / Double(edge.count) < 16)
  }

  @Test func transparencyOfThePhotosOwnIsKept() throws {
    var bytes = scene.render().photo.bytes
    for index in 0..<240 * 60 { bytes[index * 4 + 3] = index % 2 == 0 ? 0 : 100 }
    let photo = Raster(width: 240, height: 200, format: .srgba, bytes: bytes)

    let result = try CutOut.find(in: photo)

    #expect(result.reasons.contains(.ownTransparency))
    #expect((0..<240 * 200).allSatisfy { result.mask.bytes[$0] == bytes[$0 * 4 + 3] })
    #expect(Array(result.image.bytes[0..<4]) == [0, 0, 0, 0])
    #expect(result.image.bytes[4..<8] == bytes[4..<8])
  }
}
