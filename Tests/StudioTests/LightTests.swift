import CStudioKernels
import Catalog
import Foundation
import Imaging
import Testing

@testable import Studio

@Suite struct LightTests {
  @Test func whiteIsExactlyWhiteAtTheBorderAndFarFromTheProduct() throws {
    let picture = try Studio.render(Fixture.job(try Fixture.scene("pure-white"), samples: 8))
    for i in 0..<96 {
      for (x, y) in [(i, 0), (i, 95), (0, i), (95, i)] { #expect(picture.image.px(x, y) == [255, 255, 255, 255]) }
    }
    #expect(picture.image.px(8, 8) == [255, 255, 255, 255])
  }

  @Test func whereTheFrameIsFullTheShadowStaysAtTheFoot() throws {
    let tub = Fixture.product(180, 160) { _, y in y < 60 ? (120, 120, 120, 255) : (60, 70, 80, 255) }
    var scene = try Fixture.scene("pure-white")
    scene.frame.fill = 0.92
    let picture = try Studio.render(Fixture.job(scene, product: tub, size: (256, 256), samples: 32))
    let place = picture.placement
    #expect(place.x < 16)
    let foot = place.y + place.height
    for x in [place.x - 2, place.x + place.width + 1] {
      #expect(picture.image.light(x, foot - 6) < 3 * 250)
      for y in place.y..<foot - place.height / 5 { #expect(picture.image.px(x, y) == [255, 255, 255, 255]) }
    }
  }

  @Test(arguments: [97, 131, 160])
  func theGroundBesideALyingProductIsNeverInsideIt(height: Int) throws {
    let plate = Fixture.product(200, height) { x, y in
      let (u, v) = ((Double(x) - 99.5) / 99, (Double(y) - Double(height - 1) / 2) / (Double(height) / 2 - 1))
      return u * u + v * v < 1 ? (200, 190, 180, 255) : nil
    }
    let scene = try Fixture.scene("flat-lay-grid")
    var job = Fixture.job(scene, product: plate, size: (500, 500), samples: 32)
    job.product.form = .lying
    let picture = try Studio.render(job)
    let ground = picture.image.light(20, 480)
    let place = picture.placement
    // Below the product, where the light comes from, no shadow is as dark as what lies inside the body.
    for x in place.x..<place.x + place.width {
      let column = (place.y + place.height / 2..<place.y + place.height + 3).map { picture.image.light(x, $0) }
      #expect(column.allSatisfy { $0 * 5 > ground * 2 }, "column \(x)")
    }
  }

  /// In a mirror the product itself is what is seen there.
  @Test(arguments: Fixture.styles.filter { (Catalog.builtIn.styles[$0]?.ground.reflection ?? 0) < 0.1 })
  func theShadowIsDarkestWhereTheProductTouches(style: String) throws {
    let job = Fixture.job(try Fixture.scene(style), size: (160, 160), samples: 32)
    let picture = try Studio.render(job)
    let place = picture.placement
    let middle = place.x + place.width / 2
    let bottom = place.y + place.height
    let touch = picture.image.light(middle, bottom)
    #expect(touch < picture.image.light(middle, bottom + 8))
    #expect(touch < picture.image.light(middle, 159))
  }

  @Test func theShadowFallsAwayFromTheKeyLight() throws {
    func sides(_ prompt: String) throws -> (left: Int, right: Int) {
      let scene = try Fixture.scene("color-block", prompt: prompt)
      let picture = try Studio.render(Fixture.job(scene, size: (160, 160), samples: 16))
      let place = picture.placement
      let row = place.y + place.height - 4
      let reach = 3..<min(place.x, 160 - place.x - place.width)
      return (
        reach.map { picture.image.light(place.x - $0, row) }.reduce(0, +),
        reach.map { picture.image.light(place.x + place.width + $0, row) }.reduce(0, +)
      )
    }
    let left = try sides("light from the left")
    let right = try sides("light from the right")
    #expect(left.right < left.left)
    #expect(right.left < right.right)
  }

  @Test func aLampGivesTheLightOfItsFormFactor() {
    // A card that faces the middle of a parallel square lamp; the corner formula of J. Howell's catalogue, B-3, four times.
    let (half, distance) = (Float(0.7), Float(1.3))
    var set = KrafdStudioSet()
    set.light_count = 1
    set.lights.0 = KrafdStudioLight(
      center: (0, distance, 0), u: (half, 0, 0), v: (0, 0, half), normal: (0, -1, 0), radiance: (1, 1, 1),
      area: 4 * half * half)
    let point: [Float] = [0, 0, 0, 0, 1, 0]
    var light = [Float](repeating: 0, count: 4)
    krafd_studio_direct(&set, point, 1, 4_096, &light)
    let a = Double(half / distance)
    let root = (1 + a * a).squareRoot()
    let corner = 2 * a / root * atan(a / root) / (2 * Double.pi)
    // Radiance is already divided by pi, and so is the card's, so the ratio is pi times the form factor.
    #expect(abs(Double(light[0]) - 4 * corner * .pi) < 0.002 * 4 * corner * .pi)
  }

  @Test func lightFromAFloorInShadowNeverTakesLightAway() throws {
    // Beside what the lamp sends to a thing, the floor sends some more, in shadow less, but never less than none.
    var scene = try Fixture.scene("soft-gray-studio")
    scene.ambient = 0.05
    scene.lights = [
      .init(name: "key", azimuth: -70, elevation: 40, distance: 3, width: 0.3, height: 0.3, power: 1, kelvin: 5_500)
    ]
    scene.pieces = [
      .init(shape: .cylinder, x: 0.2, z: 0.2, width: 0.6, height: 0.6, depth: 0.6, color: scene.room.floor)
    ]
    scene.frame.fill = 0.4
    let job = Fixture.job(scene, size: (160, 160), samples: 1)
    let layout = Layout(job, outline: try ProductOutline(Fixture.block))
    let built = BuiltSet(scene, layout: layout, body: nil, form: nil)
    let workers = Workers(threads: 2, isCancelled: { false })
    built.finish(plate: try Plate(built, layout: layout, workers: workers))
    let side = 160
    let count = side * side
    let set = Memory(1, built.set)
    (set.start.pointee.origin_x, set.start.pointee.origin_y) = (Float(layout.originX), Float(layout.originY))
    set.start.pointee.scale = Float(layout.scale)
    set.start.pointee.rest = (0, 0, 0)
    var guides = [KrafdStudioGuide](repeating: KrafdStudioGuide(), count: count)
    let columns = (0..<count).map { Float($0 % side) + 0.5 }
    let rows = (0..<count).map { Float($0 / side) + 0.5 }
    krafd_studio_guide(set.start, columns, rows, count, &guides)
    let ones = [Float](repeating: 1, count: count * 4)
    var pixels: [Int32] = []
    for at in 0..<count { pixels += [Int32(at % side), Int32(at / side)] }
    /// The light of every px for paths of that many bounces.
    func light(bounces: Int32) -> [Float] {
      set.start.pointee.bounces = bounces
      var sums = [Float](repeating: 0, count: count * 4)
      krafd_studio_trace(set.start, pixels, count, ones, ones, 1, 0, 256, &sums)
      return (0..<count).map { sums[$0 * 4] / 256 }
    }
    let (direct, all) = (light(bounces: 0), light(bounces: 1))
    // Px that show nothing but the piece.
    let piece = guides.indices.dropFirst(side).dropLast(side).filter { at in
      [-side, -1, 0, 1, side].allSatisfy { guides[at + $0].thing == 3 }
    }
    #expect(piece.count > 400)
    for at in piece { #expect(all[at] > direct[at] - 0.01, "px \(at % side), \(at / side)") }
  }

  @Test func aThinCardIsWholeInTheMirror() throws {
    let card = Fixture.product(220, 160) { _, _ in (250, 20, 20, 255) }
    var job = Fixture.job(try Fixture.scene("dark-luxe"), product: card, size: (240, 240), samples: 16)
    job.product.form = .flat
    job.product.dimensionsMillimetres = ProductDimensions(width: 220, depth: 1, height: 160)

    let picture = try Studio.render(job)

    let place = picture.placement
    let rows = (place.y + place.height + 3)..<min(place.y + place.height + 60, 240)
    #expect(rows.count > 20)
    for y in rows {
      for x in place.x + 20..<place.x + place.width - 20 {
        let px = picture.image.px(x, y)
        #expect(Int(px[0]) > Int(px[1]) + 12, "px \(x), \(y)")
      }
    }
  }

  @Test func aWhiteThingInAWhiteRoomIsNotSeen() throws {
    // The furnace: everything sends the same light, so nothing that stands in it can change anything.
    let white = Fixture.product(40, 60) { _, _ in (255, 255, 255, 255) }
    var scene = try Fixture.scene("soft-gray-studio")
    scene.lights = []
    scene.ambient = 1
    let job = Fixture.job(scene, product: white, samples: 1)
    let outline = try ProductOutline(white)
    let layout = Layout(job, outline: outline)
    let body = ProductBody(job.product, outline: outline, layout: layout)
    let built = BuiltSet(scene, layout: layout, body: body, form: nil)
    let surface = Memory(body.surface.map(\.inWhite), padding: KrafdStudioSurface())
    let plate = Memory<Float>(Array(repeating: 1, count: 4 * 16), padding: 1)
    var set = built.set
    set.body.surface = UnsafePointer(surface.start)
    (set.plate, set.plate_columns, set.plate_rows) = (UnsafePointer(plate.start), 4, 4)
    (set.floor_albedo, set.wall_albedo) = ((1, 1, 1), (1, 1, 1))
    (set.sky_low, set.sky_high, set.rest, set.reference) = ((1, 1, 1), (1, 1, 1), (1, 1, 1), (1, 1, 1))
    let columns = (0..<96).map { Int32($0) }
    let pixels = columns.flatMap { [$0, Int32(layout.placement.y + layout.placement.height + 1)] }
    let ones = [Float](repeating: 1, count: 96 * 4)
    var sums = [Float](repeating: 0, count: 96 * 4)
    krafd_studio_trace(&set, pixels, 96, ones, ones, 1, 0, 64, &sums)
    for px in 0..<96 { #expect(abs(sums[4 * px] / 64) < 0.01, "px \(px)") }
  }
}

extension KrafdStudioSurface {
  fileprivate var inWhite: KrafdStudioSurface {
    KrafdStudioSurface(albedo: (1, 1, 1), middle: middle, slope: slope)
  }
}
