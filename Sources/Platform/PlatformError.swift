import Glibc

/// Why the operating system said no: one case for each thing a caller can act on or a person can mend.
///
/// `path` is the path as the caller gave it, or what stands for it (a descriptor, a program).
public enum PlatformError: Error, Equatable, Sendable {
  case noSuchFile(path: String)
  /// A file of that name exists and the call must not replace it.
  case alreadyExists(path: String)
  case permissionDenied(path: String)
  /// The file system is mounted read-only.
  case notWritable(path: String)
  /// No space, no quota, or over the largest size a file may have.
  case diskFull(path: String)
  case isFolder(path: String)
  /// A device, a pipe or a socket where a plain file is needed, or a file where a folder is needed.
  case wrongKind(path: String)
  case tooLarge(path: String, maxBytes: Int)
  case pathTooLong(path: String, maxBytes: Int)
  /// The file, folder or peer belongs to another user.
  case wrongOwner(path: String)
  /// Other users may enter or write where only the owner must.
  case openToOthers(path: String, mode: UInt32)
  /// Nobody listens on the socket.
  case refused(path: String)
  /// Another process holds the lock.
  case locked(path: String)
  case timedOut(operation: String)
  /// Everything else; `operation` is the name of the system call.
  case other(errno: Int32, operation: String, path: String)
}

extension PlatformError {
  /// Places an `errno` value of a failed call.
  public init(errno code: Int32, operation: String, path: String) {
    switch code {
    case ENOENT: self = .noSuchFile(path: path)
    case EEXIST: self = .alreadyExists(path: path)
    case EACCES, EPERM: self = .permissionDenied(path: path)
    case EROFS: self = .notWritable(path: path)
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
    case EISDIR: self = .isFolder(path: path)
    case ENOTDIR: self = .wrongKind(path: path)
    case ENAMETOOLONG: self = .pathTooLong(path: path, maxBytes: Int(PATH_MAX) - 1)
    case ECONNREFUSED: self = .refused(path: path)
    case ETIMEDOUT: self = .timedOut(operation: operation)
    default: self = .other(errno: code, operation: operation, path: path)
    }
  }

  /// Places the calling thread's `errno`, to be read at once after the failed call.
  static func last(_ operation: String, _ path: String) -> PlatformError {
    PlatformError(errno: errno, operation: operation, path: path)
  }
}
