import Catalog
import Glibc
import Imaging
import Platform
import ShotList
import Synchronization

/// What is known of the files that shot lists name, looked up again only when a file changed. A class with a lock
/// because every analysis asks, from any thread.
final class FileFactCache: Sendable {
  private struct Known {
    var changed: timespec
    var size: Int
    var fact: FileFact
  }

  /// How much of a file is read to find its size in px; profiles and thumbnails may come first.
  private static let headBytes = 256 << 10
  private static let capacity = 4096

  private let known = Mutex<[String: Known]>([:])

  /// The fact of a file at a checked path.
  func fact(of path: String) -> FileFact {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return .missing }
    let (changed, size) = (status.st_mtim, Int(status.st_size))
    let earlier = known.withLock { $0[path] }
    if let earlier, earlier.size == size, earlier.changed.tv_sec == changed.tv_sec,
      earlier.changed.tv_nsec == changed.tv_nsec
    {
      return earlier.fact
    }
    let fact = FileFact.found(Self.pixelSize(of: path))
    known.withLock { known in
      if known.count >= Self.capacity { known.removeAll() }
      known[path] = Known(changed: changed, size: size, fact: fact)
    }
    return fact
  }

  /// Nil when the head of the file does not tell.
  private static func pixelSize(of path: String) -> PixelSize? {
    guard let head = try? head(of: path), let header = try? ImageFile.header(of: head) else { return nil }
    return PixelSize(width: header.width, height: header.height)
  }

  private static func head(of path: String) throws(PlatformError) -> [UInt8] {
    let file = try Descriptor.open(path, flags: O_RDONLY | O_NONBLOCK)
    var bytes: [UInt8] = []
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: headBytes, alignment: 16)
    defer { buffer.deallocate() }
    while bytes.count < headBytes {
      let count = try file.read(into: buffer, path: path)
      if count == 0 { break }
      bytes += buffer.prefix(count)
    }
    return bytes
  }
}
