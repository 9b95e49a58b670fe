import Glibc

/// What tells a file from what stood at its path before, without reading it: which file it is, how long, and when it
/// was last written.
public struct FileStamp: Hashable, Sendable {
  private let device: UInt
  private let file: UInt
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// Whether it is neither a folder nor a device, a pipe or a socket.
  public let isPlainFile: Bool

  /// The stamp of the file at `path`, symbolic links followed; nil where there is none that can be asked.
  public init?(of path: String) {
    var status = stat()
    guard !path.utf8.contains(0), stat(path, &status) == 0 else { return nil }
    device = UInt(status.st_dev)
    file = UInt(status.st_ino)
    size = Int(status.st_size)
    isPlainFile = status.st_mode & S_IFMT == S_IFREG
    (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
  }
}
