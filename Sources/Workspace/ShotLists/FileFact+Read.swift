import Catalog
import Glibc
import Imaging
import Platform
import ShotList

extension FileFact {
  /// How much of a file is read to find its size in px; profiles and thumbnails may come first.
  private static let headBytes = 256 << 10

  /// What the head of a plain file tells.
  static func read(_ path: String) -> FileFact { .found(pixelSize(of: path)) }

  /// Also of a picture that is too large to be opened. Nil when the head of the file does not tell.
  private static func pixelSize(of path: String) -> PixelSize? {
    guard let head = try? head(of: path) else { return nil }
    do throws(ImagingError) {
      let header = try ImageFile.header(of: head)
      return PixelSize(width: header.width, height: header.height)
    } catch .tooLarge(let width, let height, _) {
      return PixelSize(width: width, height: height)
    } catch {
      return nil
    }
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
