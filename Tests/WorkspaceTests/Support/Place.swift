import Catalog
import Generation
import Glibc
import Imaging
import Platform
import TestSupport
import Testing

@testable import Workspace

/// A folder of its own for one test, deleted at its end.
final class Place: Sendable {
  private let folder: TemporaryFolder

  var root: String { folder.path }

  init() throws { folder = try TemporaryFolder() }

  /// `name` inside the folder.
  func path(_ name: String) -> String { Path.join(root, name) }

  /// Writes a file, with its folders.
  @discardableResult
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    var folder = root
    for part in name.split(separator: "/").dropLast() {
      folder = Path.join(folder, String(part))
      mkdir(folder, 0o755)
    }
    try AtomicFile.write(bytes, to: path(name))
    return path(name)
  }

  /// Writes a text file.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

  /// Writes a PNG of one color; opaque unless said.
  @discardableResult
  func picture(
    _ name: String, width: Int = 8, height: Int = 6, gray: UInt8 = 200, alpha: UInt8 = 255
  ) throws -> String {
    try write(try ImageFile.encode(flat(width, height, gray, alpha), as: .png), to: name)
  }

  /// Opens the workspace here.
  func open(_ tools: WorkspaceTools) async throws -> Workspace { try await Workspace.open(root: root, tools: tools) }

  func open(_ provider: FlatProvider = FlatProvider()) async throws -> Workspace {
    try await open(.tests(provider))
  }

  /// The names of all files below `.kraf/objects`.
  var objects: [String] {
    let objects = path(".kraf/objects")
    return PlainFolder.names(in: objects).flatMap { PlainFolder.names(in: Path.join(objects, $0)) }
  }
}

/// A picture of one gray.
func flat(_ width: Int, _ height: Int, _ gray: UInt8, _ alpha: UInt8 = 255) -> Raster {
  let pixel = [gray, gray, gray, alpha]
  return Raster(
    width: width, height: height, format: .srgba, bytes: (0..<width * height).flatMap { _ in pixel })
}

extension Workspace {
  /// Closes the workspace of a place, whose folder is there until then.
  func close(in place: Place) async {
    await close()
    withExtendedLifetime(place) {}
  }

  /// The pictures on the canvas that jobs made, the oldest first.
  nonisolated func canvas() throws -> [CanvasNode] { try canvasPicture().nodes.filter(\.kind.isMade) }
}

extension WorkspaceTools {
  /// One fake provider, a cutter that makes the left half transparent, no waiting.
  static func tests(_ provider: FlatProvider = FlatProvider()) -> WorkspaceTools {
    var tools = WorkspaceTools(providers: ProviderRegistry([provider]), catalog: .builtIn)
    tools.cutter = .halving(confidence: 0.9)
    tools.retryClock = ImpatientClock()
    return tools
  }
}

extension ProductCutter {
  /// Makes the left half transparent.
  static func halving(confidence: Double, reasons: [String] = [], onCut: @escaping @Sendable () -> Void = {}) -> Self {
    ProductCutter(version: "halving 1") { photo, _, _, onStage throws(ImagingError) in
      onCut()
      onStage("halving", 0.5)
      var cutout = photo
      for y in 0..<photo.height {
        for x in 0..<photo.width / 2 { cutout.bytes[(y * photo.width + x) * 4 + 3] = 0 }
      }
      return CutProduct(cutout: cutout, confidence: confidence, reasons: reasons)
    }
  }
}

/// A clock that does not wait.
struct ImpatientClock: Clock {
  typealias Instant = ContinuousClock.Instant
  var now: Instant { ContinuousClock().now }
  var minimumResolution: Duration { .zero }
  func sleep(until deadline: Instant, tolerance: Duration?) async throws { try Task.checkCancellation() }
}
