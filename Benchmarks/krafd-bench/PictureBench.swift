import Catalog
import Foundation
import Imaging
import Studio

/// The cut-out and the studio on the example bottle, in this process.
enum PictureBench {
  static func rows(examples: String) throws -> [Row] {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(examples)/photos/bottle-studio.jpg")))
    let photo = try ImageFile.decode(bytes)
    let cut = try CutOut.find(in: photo)
    let cutting = try Samples(count: 5) { _ = try CutOut.find(in: photo) }
    let final = try Samples(count: 3) {
    } measuring: {
      try Samples.time { _ = try Studio.render(job(cut.image, side: 1024), onPass: { _ in }) }
    }
    let large = try Samples(count: 1) {
    } measuring: {
      try Samples.time { _ = try Studio.render(job(cut.image, side: 2048), onPass: { _ in }) }
    }
    return [
      Row(name: "cut-out of a 1600 px photo", value: cutting.median, unit: "ms"),
      Row(name: "first studio preview at 384 px", value: try firstPreview(cut.image).median, unit: "ms"),
      Row(name: "studio picture, 1024 px, 16 samples", value: final.median / 1000, unit: "s"),
      Row(name: "studio picture, 2048 px, 16 samples", value: large.median / 1000, unit: "s"),
    ]
  }

  /// The time until the first picture can be shown, in an order for 1024 px that is then given up.
  private static func firstPreview(_ product: Raster) throws -> Samples {
    let clock = ContinuousClock()
    return try Samples(count: 5) {
    } measuring: {
      let start = clock.now
      var first: Duration?
      _ = try Studio.render(job(product, side: 1024), onPass: { _ in first = first ?? (clock.now - start) })
      return (first ?? .zero) / .milliseconds(1)
    }
  }

  private static func job(_ product: Raster, side: Int) throws -> StudioJob {
    let catalog = Catalog.builtIn
    guard let style = catalog.styles["soft-gray-studio"], let role = catalog.roles["hero"] else { throw Missing() }
    let scene = Scene.make(style: style, role: role).scene
    return StudioJob(scene: scene, product: StudioProduct(image: product), width: side, height: side, samples: 16)
  }

  struct Missing: Error {}
}
