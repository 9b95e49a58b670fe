import Catalog
import Imaging
import Platform
import ShotList
import Synchronization

/// What products' photos measure, kept by the photo and its stamp. A class with a lock because every analysis asks.
final class MeasuredColors: Sendable {
  private let known = Mutex<[String: (stamp: FileStamp, colors: [MeasuredColor])]>([:])

  /// The colors of the product in the photo at a checked path, found by `measure` once for each state of the file; nil as long
  /// as that finds none.
  func colors(of path: String, _ measure: () -> [MeasuredColor]?) -> [MeasuredColor]? {
    guard let stamp = FileStamp(of: path), stamp.isPlainFile else { return nil }
    if let found = known.withLock({ $0[path] }), found.stamp == stamp { return found.colors }
    guard let colors = measure() else { return nil }
    known.withLock { known in
      if known.count >= 1_024 { known.removeAll() }
      known[path] = (stamp, colors)
    }
    return colors
  }
}

extension Workspace {
  /// The main colors of the product in a photo, as its cut-out shows them; nil where it was not cut out yet, as an analysis
  /// waits for no cut-out.
  nonisolated func measuredColors(ofPhoto path: String) -> [MeasuredColor]? {
    guard let real = try? layout.input(path, in: root) else { return nil }
    return productColors.colors(of: real) {
      guard let cutMethod, let photo = digest(ofFile: path),
        let method = try? encoded(CutMethod(version: cutMethod)),
        let cutout = try? store.read({ try $0.cutout(of: photo, parameters: method) }),
        let raster = try? raster(of: cutout, fitting: 512)
      else { return nil }
      return MainColors(of: raster).entries.prefix(4).map {
        MeasuredColor(color: HexColor(red: $0.color.red, green: $0.color.green, blue: $0.color.blue), share: $0.share)
      }
    }
  }
}
