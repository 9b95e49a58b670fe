import Catalog
import Imaging
import Testing

@testable import Studio

/// Solids in the set, seen where the rules of perspective put them.
@Suite struct PieceTests {
  private static let red = HexColor(red: 200, green: 24, blue: 24)

  private func scene(_ shape: Scene.Piece.Shape) throws -> Scene {
    var scene = try Fixture.scene("soft-gray-studio")
    scene.frame.fill = 0.5
    scene.pieces = [
      .init(shape: shape, x: 0.75, z: -0.4, width: 0.4, height: 0.6, depth: 0.4, color: Self.red)
    ]
    return scene
  }

  /// Whether a px shows the piece: red, whatever light falls on it.
  private func isRed(_ picture: Raster, _ x: Int, _ y: Int) -> Bool {
    let px = picture.px(x, y)
    return Int(px[0]) > 2 * Int(px[1]) && Int(px[0]) > 2 * Int(px[2])
  }

  /// The column and row in which a point of the set is seen.
  private func seen(_ job: StudioJob, _ x: Double, _ y: Double, _ z: Double) throws -> (x: Int, y: Int) {
    let layout = Layout(job, outline: try ProductOutline(job.product.image))
    let share = layout.eyeDistance / (layout.eyeDistance - z)
    let height = layout.eyeHeight + (y - layout.eyeHeight) * share
    return (Int(layout.originX + x * share / layout.scale), Int(layout.originY - height / layout.scale))
  }

  @Test(arguments: Scene.Piece.Shape.allCases)
  func aPieceIsSeenInItsPlaceAndNotBesideIt(shape: Scene.Piece.Shape) throws {
    let job = Fixture.job(try scene(shape), size: (160, 160), samples: 4)
    let picture = try Studio.render(job).image
    let middle = try seen(job, 0.75, 0.3, -0.4)
    let isOpen = shape == .arch || shape == .ring
    #expect(isRed(picture, middle.x, middle.y) == !isOpen)
    // The left post of the arch, the left part of the ring.
    let side = try seen(job, 0.75 - 0.165, 0.3, -0.2)
    if isOpen { #expect(isRed(picture, side.x, side.y)) }
    for point in [try seen(job, 0.75 - 0.3, 0.3, -0.4), try seen(job, 0.75, 0.95, -0.4)] {
      #expect(!isRed(picture, point.x, point.y))
    }
  }

  @Test(arguments: Scene.Piece.Shape.allCases)
  func aPieceThrowsAShadowAwayFromTheKey(shape: Scene.Piece.Shape) throws {
    var scene = try scene(shape)
    scene.lights = [
      .init(name: "key", azimuth: -60, elevation: 40, distance: 3, width: 0.3, height: 0.3, power: 1, kelvin: 5_500)
    ]
    var empty = scene
    empty.pieces = []
    let job = Fixture.job(scene, size: (160, 160), samples: 8)
    let with = try Studio.render(job).image
    let without = try Studio.render(Fixture.job(empty, size: (160, 160), samples: 8)).image
    func loss(_ x: Double) throws -> Int {
      let (left, top) = try seen(job, x - 0.05, 0, -0.35)
      let (right, bottom) = try seen(job, x + 0.05, 0, -0.25)
      return (left...right).reduce(0) { sum, column in
        sum + (top...bottom).reduce(0) { $0 + without.light(column, $1) - with.light(column, $1) }
      }
    }
    let (right, left) = (try loss(1.02), try loss(0.42))
    #expect(right > 2 * max(left, 1))
  }

  @Test(arguments: Scene.Plinth.Shape.allCases)
  func theProductStandsOnEveryStand(shape: Scene.Plinth.Shape) throws {
    var scene = try Fixture.scene("soft-gray-studio")
    scene.plinth = .init(shape: shape, height: 0.3, spread: 1.6, color: Self.red)
    let picture = try Studio.render(Fixture.job(scene, size: (120, 120), samples: 4))
    let place = picture.placement
    for x in [place.x + 3, place.x + place.width / 2, place.x + place.width - 4] {
      #expect(isRed(picture.image, x, place.y + place.height + 4))
    }
  }

  @Test func theProductKeepsItsBytesAmongPiecesOnAnyNumberOfThreads() throws {
    var scene = try Fixture.scene("north-window", prompt: "arch, pebbles, a cone on a marble plinth")
    scene.gobo = .leaf
    #expect(scene.pieces.count == 5)
    let job = Fixture.job(scene, size: (96, 96), samples: 4)
    let picture = try Studio.render(job, threads: 3)
    #expect(try picture.image == Studio.render(job, threads: 1).image)
    for y in 0..<96 {
      for x in 0..<96 where picture.placed.px(x, y)[3] == 255 {
        #expect(picture.image.px(x, y) == picture.placed.px(x, y))
      }
    }
  }

  @Test func moreThingsThanTheSetHoldsAreLeftOutWithANote() throws {
    let style = try #require(Catalog.builtIn.styles["color-block"])
    let role = try #require(Catalog.builtIn.roles["hero"])
    let draft = Scene.make(style: style, role: role, prompt: "pebbles, arch, sphere, cone, disc")
    #expect(draft.scene.pieces.count == 6)
    #expect(draft.shortfalls.contains { $0.hasPrefix("disc: left out") })
    try draft.scene.check()
  }

  @Test func aMaterialBeforeAPropIsThePropsAndNotTheFloors() throws {
    let scene = try Fixture.scene("north-window", prompt: "on a dark marble plinth with an oak sphere")
    #expect(scene.plinth?.material == .darkMarble)
    #expect(scene.pieces.first?.material == .oak)
    #expect(scene.room.floorMaterial == (try Fixture.scene("north-window")).room.floorMaterial)
  }

  @Test func wordsThatAskForOppositesAreNamed() throws {
    let style = try #require(Catalog.builtIn.styles["soft-gray-studio"])
    let role = try #require(Catalog.builtIn.roles["hero"])
    let draft = Scene.make(style: style, role: role, prompt: "soft light from the left, hard light from the right")
    #expect(
      draft.conflicts == [
        .init(kept: "hard light", dropped: "soft light"), .init(kept: "from the right", dropped: "from the left"),
      ])
    for prompt in ["soft light from the left, no hard light", "no soft light, hard light", "hard light, hard light"] {
      #expect(Scene.make(style: style, role: role, prompt: prompt).conflicts == [])
    }
    let turn = Scene.make(style: style, role: role, prompt: "warm light, cool light, warm light")
    #expect(turn.conflicts == [.init(kept: "warm light", dropped: "cool light")])
  }
}
