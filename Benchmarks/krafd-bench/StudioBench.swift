import Catalog
import Foundation
import Imaging
import Studio

/// The studio on the example bottle, in this process: times, rays, memory, and the pictures that others judge.
struct StudioBench {
  private let product: Raster
  private let scratch: String

  init(_ arguments: Arguments) throws {
    let path = "\(arguments.examples)/photos/bottle-studio.jpg"
    let photo = try ImageFile.decode([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    product = try CutOut.find(in: photo).image
    scratch = arguments.scratch
  }

  func rows() throws -> [Row] {
    let final = try Samples(count: 3) { _ = try Studio.render(job(side: 1024)) }
    let large = try Samples(count: 1, warmUp: 0) { _ = try Studio.render(job(side: 2048)) }
    return [
      Row(name: "first studio preview at 384 px", value: try firstPreview().median, unit: "ms", target: 120),
      Row(name: "studio picture, 1024 px, 16 samples", value: final.median / 1000, unit: "s", target: 2.5),
      Row(name: "studio picture, 2048 px, 16 samples", value: large.median / 1000, unit: "s", target: 8),
      Row(name: "paths a second at 1024 px", value: try pathsASecond() / 1e6, unit: "million", least: 30),
    ]
  }

  /// Of a process that renders one picture of 2048 px and nothing else.
  func memory() throws -> [Row] {
    let styles = ["soft-gray-studio", "north-window"]
    let peaks = try styles.map { style in
      let job = try job(side: 2048, style: style)
      try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .ascii)
      _ = try Studio.render(job)
      return try Process.peakMemory(of: "self")
    }
    return [Row(name: "peak memory, studio picture at 2048 px", value: peaks.max() ?? 0, unit: "MiB", target: 400)]
  }

  /// Writes a finished picture, one of the same scene without filter and with many samples, where the product is, and the
  /// set for other renderers.
  func pictures(side: Int, samples: Int) throws {
    var job = try job(side: side)
    // Warm, as the other renderer is.
    var final = try Studio.render(job)
    let seconds = try Samples(count: 5) { final = try Studio.render(job) }.median / 1000
    try write(final.image, "final")
    try write(final.placed, "product")
    job.isReference = true
    job.samples = samples
    try write(try Studio.render(job).image, "reference")
    try JSONEncoder().encode(try Studio.describe(job)).write(to: URL(fileURLWithPath: "\(scratch)/set.json"))
    try Data("\(seconds)".utf8).write(to: URL(fileURLWithPath: "\(scratch)/seconds"))
  }

  private func write(_ picture: Raster, _ name: String) throws {
    let bytes = try ImageFile.encode(picture, as: .png, options: .cache)
    try Data(bytes).write(to: URL(fileURLWithPath: "\(scratch)/\(name).png"))
  }

  /// The time until the first picture can be shown, in an order for 1024 px.
  private func firstPreview() throws -> Samples {
    let clock = ContinuousClock()
    return Samples(
      try (0..<6).map { _ in
        let start = clock.now
        var first: Duration?
        _ = try Studio.render(job(side: 1024), onPass: { _ in first = first ?? (clock.now - start) })
        return (first ?? .zero) / .milliseconds(1)
      }.dropFirst().map { $0 })
  }

  /// What 48 more samples a px take.
  private func pathsASecond() throws -> Double {
    func measured(_ samples: Int) throws -> (paths: Int, seconds: Double) {
      var job = try job(side: 1024)
      job.isReference = true
      job.samples = samples
      var paths = 0
      let milliseconds = try Samples.time { paths = try Studio.render(job).paths }
      return (paths, milliseconds / 1000)
    }
    let few = try measured(16)
    let many = try measured(64)
    return Double(many.paths - few.paths) / (many.seconds - few.seconds)
  }

  private func job(side: Int, style: String = "soft-gray-studio") throws -> StudioJob {
    let catalog = Catalog.builtIn
    guard let style = catalog.styles[style], let role = catalog.roles["hero"] else { throw Missing() }
    let scene = Scene.make(style: style, role: role).scene
    return StudioJob(scene: scene, product: StudioProduct(image: product), width: side, height: side, samples: 16)
  }

  struct Missing: Error {}
}
