import Glibc

/// A private folder of one test, deleted with everything inside when the test lets it go.
public final class TemporaryFolder: Sendable {
  /// The absolute path, short enough for Unix sockets inside.
  public let path: String

  /// Makes a new folder of mode 0700 under the system's folder for temporary files.
  public init() throws(Failure) {
    var template = Array("/tmp/krafd-test-XXXXXX\0".utf8CString)
    guard mkdtemp(&template) != nil else { throw Failure(errno: errno) }
    path = String(decoding: template.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The folder could not be made or read.
  public struct Failure: Error {
    public let errno: Int32
  }

  deinit { Self.remove(path) }

  /// The path of `name` inside the folder.
  public static func / (folder: TemporaryFolder, name: String) -> String { folder.path + "/" + name }

  /// The sorted names inside the folder, or inside a folder of it, hidden ones included.
  public func names(in inner: String = ".") throws(Failure) -> [String] {
    guard let stream = opendir(self / inner) else { throw Failure(errno: errno) }
    defer { closedir(stream) }
    return Self.names(in: stream).sorted()
  }

  /// The permission bits of `name`, or nil when there is no such file.
  public func mode(of name: String) -> UInt32? {
    var status = stat()
    return lstat(self / name, &status) == 0 ? UInt32(status.st_mode & 0o7777) : nil
  }

  private static func names(in stream: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    chmod(path, 0o700)
    guard let stream = opendir(path) else {
      unlink(path)
      return
    }
    for name in names(in: stream) {
      var status = stat()
      let inner = path + "/" + name
      if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { remove(inner) } else { unlink(inner) }
    }
    closedir(stream)
    rmdir(path)
  }
}
