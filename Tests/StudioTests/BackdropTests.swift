import Catalog
import Imaging
import Testing

@testable import Studio

/// Floors that end before what is behind them.
@Suite struct BackdropTests {
  private func average(_ picture: Raster, rows: Range<Int>) -> SIMD3<Double> {
    var sum = SIMD3<Double>.zero
    for y in rows {
      for x in 0..<picture.width {
        let px = picture.px(x, y)
        sum += SIMD3(Double(px[0]), Double(px[1]), Double(px[2]))
      }
    }
    return sum / Double(rows.count * picture.width)
  }

  @Test func theSkyIsBluestHighUpAndPaleAtTheHorizon() throws {
    let scene = try Fixture.scene("hard-sun", prompt: "under an open sky")
    let picture = try Studio.render(Fixture.job(scene)).image
    let high = average(picture, rows: 0..<8)
    #expect(high.z > high.x + 40)
    let line = try #require(scene.room.horizon)
    let low = Int(96 * (1 - line)) - 10
    let pale = average(picture, rows: low..<low + 6)
    #expect(pale.z - pale.x < high.z - high.x)
  }

  @Test func nothingThrowsAShadowOnTheSky() throws {
    let leaves = try Fixture.scene("hard-sun", prompt: "open sky, palm shadow")
    var bare = leaves
    bare.gobo = nil
    let with = try Studio.render(Fixture.job(leaves)).image
    let without = try Studio.render(Fixture.job(bare)).image
    #expect(average(with, rows: 0..<30) == average(without, rows: 0..<30))
    let line = Int(96 * (1 - (try #require(leaves.room.horizon))))
    #expect(average(with, rows: line + 1..<96) != average(without, rows: line + 1..<96))
  }

  @Test func aWallBehindATableIsBlurredMoreThanOneThatStandsOnIt() throws {
    var scene = try Fixture.scene("color-block")
    scene.camera.fNumber = 4
    (scene.room.horizon, scene.room.wallDistance) = (nil, 1.2)
    scene.room.wallMaterial = .terrazzo
    /// How much px of the wall differ that lie a chip apart.
    func contrast(_ gap: Double) throws -> Int {
      scene.room.gap = gap
      let picture = try Studio.render(Fixture.job(scene, size: (240, 240))).image
      return (0..<30).reduce(0) { sum, y in
        sum + (4..<240).reduce(0) { $0 + square(picture.light($1, y) - picture.light($1 - 4, y)) }
      }
    }
    func square(_ value: Int) -> Int { value * value }
    let (far, near) = (try contrast(20), try contrast(0))
    #expect(3 * far < 2 * near)
  }

  @Test func wordsNameTheTablesEdge() throws {
    let style = try #require(Catalog.builtIn.styles["north-window"])
    let role = try #require(Catalog.builtIn.roles["hero"])
    let draft = Scene.make(style: style, role: role, prompt: "on an oak table edge, blue sky")
    #expect(draft.scene.room.gap == 2.5)
    #expect(draft.scene.room.light == .sky)
    #expect(draft.scene.room.floorMaterial == .oak)
    #expect(draft.unrendered.isEmpty)
  }
}
