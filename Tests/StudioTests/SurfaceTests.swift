import Catalog
import Testing

@testable import Studio

@Suite struct SurfaceTests {
  static let patterned = Material.allCases.filter { $0.pattern != nil }

  /// Tones are shares of the material's own color, so that a set keeps the color that was asked for.
  @Test(arguments: patterned)
  func aMaterialsMeanToneIsItsOwnColor(material: Material) throws {
    let pattern = try #require(material.pattern)
    var sum = SIMD3<Float>.zero
    let side = 120
    for y in 0..<side {
      for x in 0..<side { sum += pattern(SIMD2(Float(x) * 13.7, Float(y) * 13.1), 0.3).tone }
    }
    let mean = sum / Float(side * side)
    for channel in 0..<3 { #expect((0.85...1.2).contains(mean[channel]), "\(mean)") }
  }

  /// From far away grain is finer than a px: what is seen is nearly even, and never a moiré.
  @Test(arguments: patterned.filter { ![.marble, .darkMarble, .tile].contains($0) })
  func fineGrainFadesWithTheDistance(material: Material) throws {
    let pattern = try #require(material.pattern)
    func spread(_ footprint: Float) -> Float {
      let tones = (0..<400).map { pattern(SIMD2(Float($0) * 1.37, Float($0 % 20) * 3.1), footprint).tone.y }
      let mean = tones.reduce(0, +) / Float(tones.count)
      return (tones.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Float(tones.count)).squareRoot()
    }
    #expect(spread(60) < 0.6 * spread(0.2) + 0.01)
  }

  @Test(arguments: patterned)
  func aPlaceAlwaysLooksTheSameAndTheNextOneDiffers(material: Material) throws {
    let pattern = try #require(material.pattern)
    let places = (0..<64).map { SIMD2(Float($0) * 7.3, Float($0) * 3.9) }
    let first = places.map { pattern($0, 0.2).tone }
    #expect(first == places.map { pattern($0, 0.2).tone })
    #expect(Set(first.map { $0.y }).count > 8)
  }

  /// A camera that looks along the ground meets places that are very far away.
  @Test(arguments: patterned)
  func noMaterialTrapsAtPlacesBeyondAnySet(material: Material) throws {
    let pattern = try #require(material.pattern)
    for far in [Float(1e6), -1e9, 1e30, .infinity, .nan] {
      _ = pattern(SIMD2(far, -far), 1e8)
      _ = pattern(SIMD2(3, far), 0.1)
    }
  }

  @Test(arguments: Gobo.allCases)
  func aGoboShadesAPartOfTheSet(gobo: Gobo) {
    let mask = GoboMask(gobo)
    let light = (0..<1_600).map {
      mask.light(SIMD2(Float($0 % 40) * 0.06 - 1.2, Float($0 / 40) * 0.06 - 1.2), blur: 0.01)
    }
    #expect(light.allSatisfy { (0...1).contains($0) })
    let shaded = Float(light.count { $0 < 0.5 }) / Float(light.count)
    #expect((0.05...0.8).contains(shaded), "\(gobo) shades \(shaded)")
  }

  @Test func wordsLayFloorsBuildWallsAndThrowShadows() throws {
    let marble = try room("on white marble")
    #expect(marble.room.floorMaterial == .marble && marble.room.kind == .twoTone && marble.ground.reflection > 0)
    let both = try room("on walnut, concrete wall, leaf shadow")
    #expect(both.room.floorMaterial == .walnut && both.room.wallMaterial == .concrete && both.gobo == .leaf)
    #expect(try room("plaster wall").room.wallMaterial == .plaster)
    #expect(try room("on linen").room.kind == .sweep)
    #expect(try room("no marble").room.floorMaterial == .paper)
    #expect(try room("halo").room.light == .glow)
    #expect(try Fixture.scene("hard-sun", prompt: "on seamless white").room.kind == .twoTone)
    let green = try room("on velvet, #1F4D3A floor")
    #expect(green.room.floorMaterial == .velvet && green.room.floor.text == "#1F4D3A")
  }

  @Test func everyMaterialIsAWordThatTheStudioRenders() {
    for material in Material.allCases {
      #expect(Catalog.builtIn.vocabulary.word(material.rawValue)?.studio == .full, "\(material.rawValue)")
    }
  }

  /// The set behind the product blurs; the product's own plane, and the product, do not.
  @Test func anOpenApertureBlursTheWallsLineAndNothingOfTheProduct() throws {
    func picture(_ fNumber: Double?) throws -> StudioPicture {
      var scene = try Fixture.scene("color-block")
      scene.camera.fNumber = fNumber
      scene.frame.fill = 0.4
      return try Studio.render(Fixture.job(scene, size: (200, 200), samples: 1))
    }
    let (sharp, soft) = (try picture(nil), try picture(2))
    #expect(sharp.placed == soft.placed)
    func steepest(_ picture: StudioPicture) -> Int {
      (1..<200).map { abs(picture.image.light(6, $0) - picture.image.light(6, $0 - 1)) }.max() ?? 0
    }
    #expect(steepest(soft) * 2 < steepest(sharp))
  }

  private func room(_ prompt: String) throws -> Scene {
    try Fixture.scene("soft-gray-studio", prompt: prompt)
  }
}
