import Glibc
import Imaging
import Platform
import Synchronization

/// The previews of running jobs: files that are shown at once and may be gone at any moment. A class with a lock
/// because they are written by the threads that make them.
final class PreviewShelf: Sendable {
  /// How many previews are kept.
  static let capacity = 128

  private let layout: WorkspaceLayout
  private let shelf = Mutex<[Asset]>([])

  init(layout: WorkspaceLayout) { self.layout = layout }

  /// Writes a preview and forgets the oldest beyond the capacity. Nil when it cannot be written: a job does not fail
  /// for its preview.
  func put(_ raster: Raster, now: WallTime) -> AssetID? {
    guard let bytes = try? ImageFile.encode(raster, as: .png, options: .cache) else { return nil }
    let id = AssetID(Digest.sha256(of: bytes))
    let asset = Asset(
      id: id, kind: .preview, format: .png, width: raster.width, height: raster.height, byteCount: bytes.count,
      created: now)
    guard (try? CacheFile.write(bytes, to: layout.preview(id))) != nil else { return nil }
    let old = shelf.withLock { shelf -> [Asset] in
      shelf.removeAll { $0.id == id }
      shelf.append(asset)
      let old = Array(shelf.dropLast(Self.capacity))
      shelf.removeFirst(old.count)
      return old
    }
    for preview in old { unlink(layout.preview(preview.id)) }
    return id
  }

  /// The preview of this name, as long as it is kept.
  func asset(_ id: AssetID) -> Asset? { shelf.withLock { $0.last { $0.id == id } } }

  /// The kept previews, the newest first.
  var all: [Asset] { shelf.withLock { $0.reversed() } }
}
