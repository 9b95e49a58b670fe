public import Platform

/// Why there is no connection to a daemon.
public enum LaunchError: Error, Equatable, Sendable {
  case noDaemon(socket: String)
  /// The socket is there, but nobody listens: a daemon died.
  case refused(socket: String)
  case permissionDenied(path: String)
  case wrongOwner(path: String)
  case folderOpenToOthers(path: String, mode: UInt32)
  case folderNotWritable(path: String)
  case notAFolder(path: String)
  case pathTooLong(path: String, maxBytes: Int)
  case diskFull(path: String)
  case startFailed(reason: String, log: String)
  case startTimedOut(log: String)
  case system(PlatformError)
}

extension LaunchError {
  /// Takes the fact that matters to who wants a connection.
  public init(_ error: PlatformError) {
    switch error {
    case .noSuchFile(let path): self = .noDaemon(socket: path)
    case .refused(let path): self = .refused(socket: path)
    case .permissionDenied(let path): self = .permissionDenied(path: path)
    case .wrongOwner(let path): self = .wrongOwner(path: path)
    case .openToOthers(let path, let mode): self = .folderOpenToOthers(path: path, mode: mode)
    case .notWritable(let path): self = .folderNotWritable(path: path)
    case .wrongKind(let path), .alreadyExists(let path): self = .notAFolder(path: path)
    case .pathTooLong(let path, let maxBytes): self = .pathTooLong(path: path, maxBytes: maxBytes)
    case .diskFull(let path): self = .diskFull(path: path)
    case .isFolder, .tooLarge, .locked, .timedOut, .other: self = .system(error)
    }
  }

  /// A stable word for machines.
  public var reason: String {
    switch self {
    case .noDaemon: "noDaemon"
    case .refused: "refused"
    case .permissionDenied: "permissionDenied"
    case .wrongOwner: "wrongOwner"
    case .folderOpenToOthers: "folderOpenToOthers"
    case .folderNotWritable: "folderNotWritable"
    case .notAFolder: "notAFolder"
    case .pathTooLong: "pathTooLong"
    case .diskFull: "diskFull"
    case .startFailed: "startFailed"
    case .startTimedOut: "startTimedOut"
    case .system: "system"
    }
  }
}

extension LaunchError: CustomStringConvertible {
  /// What happened and what to do, in one sentence without a full stop.
  public var description: String {
    switch self {
    case .noDaemon(let socket): "No krafd is running at \(socket); start one with 'krafd serve'"
    case .refused(let socket): "A krafd that was at \(socket) is gone; start one with 'krafd serve'"
    case .permissionDenied(let path): "This user may not use \(path); set KRAF_RUNTIME_DIR to a folder of your own"
    case .wrongOwner(let path): "\(path) belongs to another user; set KRAF_RUNTIME_DIR to a folder of your own"
    case .folderOpenToOthers(let path, let mode):
      "\(path) has the mode \(octal(mode)) and is open to others; run 'chmod 700' on it"
    case .folderNotWritable(let path): "\(path) is on a read-only file system; set KRAF_RUNTIME_DIR to another folder"
    case .notAFolder(let path): "\(path) is no folder; remove it, or set KRAF_RUNTIME_DIR to another folder"
    case .pathTooLong(let path, let maxBytes):
      "The socket's path \(path) is longer than \(maxBytes) bytes; set KRAF_RUNTIME_DIR to a shorter one"
    case .diskFull(let path): "No space is left for \(path); free some and try again"
    case .startFailed(let reason, let log): "krafd could not start: \(reason); its log is \(log)"
    case .startTimedOut(let log): "krafd did not get ready in time; its log is \(log)"
    case .system(let error): "The operating system refused: \(error)"
    }
  }

  private func octal(_ mode: UInt32) -> String {
    let digits = String(mode, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
