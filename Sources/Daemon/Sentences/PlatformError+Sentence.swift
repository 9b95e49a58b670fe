import Platform

extension PlatformError {
  /// The sentence for a file, folder or socket that the operating system refused.
  var sentence: Sentence {
    switch self {
    case .noSuchFile(let path): Sentence("noSuchFile", "'\(path)' does not exist; check the path")
    case .alreadyExists(let path): Sentence("alreadyExists", "'\(path)' exists already; choose another name")
    case .permissionDenied(let path):
      Sentence("permissionDenied", "'\(path)' may not be opened or written by you; check its permissions")
    case .notWritable(let path):
      Sentence("notWritable", "'\(path)' lies on a disk that is mounted read-only; choose another folder")
    case .diskFull(let path):
      Sentence("diskFull", "'\(path)' could not be written because the disk is full; free some space and try again")
    case .isFolder(let path): Sentence("isFolder", "'\(path)' is a folder where a file is needed")
    case .wrongKind(let path):
      Sentence("wrongKind", "'\(path)' is not a plain file, or a part of the path is not a folder; check the path")
    case .tooLarge(let path, let maxBytes):
      Sentence("fileTooLarge", "'\(path)' has more than the \(maxBytes >> 20) MiB that krafd reads; make it smaller")
    case .pathTooLong(let path, let maxBytes):
      Sentence("pathTooLong", "'\(path)' is longer than \(maxBytes) bytes; use a shorter folder")
    case .wrongOwner(let path):
      Sentence("wrongOwner", "'\(path)' belongs to another user; set KRAF_RUNTIME_DIR to a folder of your own")
    case .openToOthers(let path, let mode):
      Sentence(
        "openToOthers", "'\(path)' is open to other users (mode 0\(String(mode & 0o777, radix: 8))); make it 0700")
    case .refused(let path): Sentence("refused", "Nobody answers at '\(path)'")
    case .locked(let path): Sentence("locked", "Another process holds '\(path)'")
    case .timedOut(let operation): Sentence("timedOut", "The operating system did not finish '\(operation)' in time")
    case .other(let code, let operation, let path):
      Sentence("system", "The operating system refused '\(operation)' for '\(path)' with error number \(code)")
    }
  }
}
