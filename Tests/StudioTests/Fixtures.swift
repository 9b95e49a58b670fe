import Catalog
import Imaging
import Testing

@testable import Studio

/// Products that are drawn, and scenes of the shipped styles.
enum Fixture {
  /// A picture whose px are given by a rule; `nil` is clear.
  static func product(_ width: Int, _ height: Int, _ color: (Int, Int) -> (UInt8, UInt8, UInt8, UInt8)?) -> Raster {
    var bytes: [UInt8] = []
    for y in 0..<height {
      for x in 0..<width {
        let c = color(x, y) ?? (0, 0, 0, 0)
        bytes += [c.0, c.1, c.2, c.3]
      }
    }
    return Raster(width: width, height: height, format: .srgba, bytes: bytes)
  }

  /// A dark upright block, opaque, with a clear margin and a half-clear rim.
  static let block = product(60, 100) { x, y in
    guard (4..<56).contains(x), (4..<96).contains(y) else { return nil }
    let isRim = x == 4 || x == 55 || y == 4 || y == 95
    return (UInt8(40 + x), UInt8(30 + y), 60, isRim ? 128 : 255)
  }

  static func scene(_ style: String, role: String = "hero", prompt: String = "") throws -> Scene {
    let style = try #require(Catalog.builtIn.styles[style])
    let role = try #require(Catalog.builtIn.roles[role])
    return Scene.make(style: style, role: role, prompt: prompt).scene
  }

  /// A job for the block; small, so that a test is quick.
  static func job(
    _ scene: Scene, product: Raster = block, size: (Int, Int) = (96, 96), samples: Int = 4, seed: UInt32 = 1
  ) -> StudioJob {
    StudioJob(
      scene: scene, product: StudioProduct(image: product), width: size.0, height: size.1, samples: samples, seed: seed)
  }

  /// Every style of which the studio makes at least the set.
  static let styles = Catalog.builtIn.styles.all.filter { $0.studioVerdict != .not }.map(\.id)
}

extension Raster {
  /// Red, green, blue and alpha of a px.
  func px(_ x: Int, _ y: Int) -> [UInt8] { Array(bytes[(y * width + x) * 4..<(y * width + x) * 4 + 4]) }

  /// The sum of red, green and blue.
  func light(_ x: Int, _ y: Int) -> Int { px(x, y).prefix(3).reduce(0) { $0 + Int($1) } }
}
