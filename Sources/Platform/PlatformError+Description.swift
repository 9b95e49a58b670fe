import Glibc

extension PlatformError: CustomStringConvertible {
  /// The fact in a few words, for logs and for whoever has no better sentence.
  public var description: String {
    switch self {
    case .noSuchFile(let path): "\(path) does not exist"
    case .alreadyExists(let path): "\(path) exists already"
    case .permissionDenied(let path): "this user may not use \(path)"
    case .notWritable(let path): "\(path) is on a read-only file system"
    case .diskFull(let path): "no space is left for \(path)"
    case .isFolder(let path): "\(path) is a folder"
    case .wrongKind(let path): "\(path) is of the wrong kind"
    case .tooLarge(let path, let maxBytes): "\(path) has more than \(maxBytes) bytes"
    case .pathTooLong(let path, let maxBytes): "the path \(path) is longer than \(maxBytes) bytes"
    case .wrongOwner(let path): "\(path) belongs to another user"
    case .openToOthers(let path, let mode): "\(path) has the mode \(String(mode, radix: 8)) and is open to others"
    case .refused(let path): "nobody listens at \(path)"
    case .locked(let path): "another process holds \(path)"
    case .timedOut(let operation): "\(operation) took too long"
    case .other(let code, let operation, let path):
      "\(operation) of \(path) failed: \(String(cString: strerror(code)))"
    }
  }
}
