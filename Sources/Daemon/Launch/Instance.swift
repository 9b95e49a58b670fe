public import Platform

/// Where a daemon of one name and its clients meet: a private folder and the names in it.
public struct Instance: Equatable, Sendable {
  /// The folder, which may not exist yet.
  public let folder: String
  /// The instance's name; several daemons of different names can run side by side.
  public let name: String

  /// The name when none is given.
  public static let standardName = "krafd"

  /// The instance `name` in `folder`; nil unless the name is 1 to 32 of `a-z A-Z 0-9 - _`.
  ///
  /// A folder too long for a socket's address is replaced by a short one named by its digest, the same for all.
  public init?(name: String = standardName, folder: String, temporaryRoot: String = "/tmp") {
    let allowed = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
      default: false
      }
    }
    guard allowed, (1...32).contains(name.utf8.count) else { return nil }
    self.name = name
    let socket = Path.join(folder, name + ".sock")
    self.folder =
      socket.utf8.count <= UnixSocket.maxPathBytes
      ? folder
      : Path.join(temporaryRoot, "kraf-\(CurrentProcess.userID)-\(Digest.sha256(of: folder.utf8).hex.prefix(16))")
  }

  /// The instance that the environment asks for: `KRAF_RUNTIME_DIR`, else `kraf` in `XDG_RUNTIME_DIR` if that is a
  /// private folder of this user, else `/tmp/kraf-<uid>`. An empty variable counts as unset.
  ///
  /// `variable` looks up the environment. Nil for a name that cannot be one.
  public static func standard(
    name: String = standardName, variable: (String) -> String? = CurrentProcess.variable
  ) -> Instance? {
    if let folder = variable("KRAF_RUNTIME_DIR"), !folder.isEmpty { return Instance(name: name, folder: folder) }
    if let parent = variable("XDG_RUNTIME_DIR"), !parent.isEmpty, (try? PrivateFolder.verify(parent)) != nil {
      return Instance(name: name, folder: Path.join(parent, "kraf"))
    }
    return Instance(name: name, folder: "/tmp/kraf-\(CurrentProcess.userID)")
  }
}

extension Instance {
  /// What clients dial.
  public var socket: String { Path.join(folder, name + ".sock") }
  /// Held by the daemon for life; the truth about whether one runs.
  public var lock: String { Path.join(folder, name + ".lock") }
  /// Held by the client that starts the daemon.
  public var startLock: String { Path.join(folder, name + ".start.lock") }
  /// What runs there, as JSON; only a hint.
  public var info: String { Path.join(folder, name + ".json") }
  /// The newest log.
  public var log: String { Path.join(folder, name + ".log") }
}
