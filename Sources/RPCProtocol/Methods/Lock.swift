/// The locked pictures of one shot.
public struct LockedShot: JSONConvertible, Equatable {
  /// The name of the shot.
  public var shot: String

  /// The assets, in order.
  public var pictures: [String]

  public init(shot: String, pictures: [String]) {
    self.shot = shot
    self.pictures = pictures
  }
}

extension LockedShot {
  public init(json: JSONValue) throws(JSONMismatch) {
    shot = try json.member("shot")
    pictures = try json.member("pictures")
  }

  public var json: JSONValue {
    .record(["shot": shot.json, "pictures": pictures.json])
  }
}

/// Compares a shot list with its lock file, or writes that.
public struct KrafLock: RPCRequest {
  public static let method = "kraf/lock"
  public static let summary = """
    Tells what would not come out as the lock file `NAME.kraf.lock` says. With `write` it writes down what the \
    shot list's pictures are made from and what came out; shots that are not made as the list says now keep what \
    was locked of them.
    """

  /// The shot list; absolute.
  public var path: String

  /// The names of the shots to compare; if absent, all.
  public var shots: [String]?

  /// Whether the lock file is written.
  public var write: Bool

  /// The workspace; if absent, the one that this session opened last.
  public var workspace: String?

  public init(path: String, shots: [String]? = nil, write: Bool = false, workspace: String? = nil) {
    self.path = path
    self.shots = shots
    self.write = write
    self.workspace = workspace
  }

  /// What is locked.
  public struct Reply: JSONConvertible, Equatable {
    /// The path of the lock file.
    public var lock: String

    /// What is locked.
    public var shots: [LockedShot]

    /// What would not come out as locked, a sentence each; empty after writing.
    public var differences: [String]

    public init(lock: String, shots: [LockedShot], differences: [String]) {
      self.lock = lock
      self.shots = shots
      self.differences = differences
    }
  }
}

extension KrafLock {
  public init(json: JSONValue) throws(JSONMismatch) {
    path = try json.member("path", as: .path)
    shots = try json.optional("shots")
    write = try json.member("write", default: false)
    workspace = try json.optional("workspace")
  }

  public var json: JSONValue {
    .record(["path": path.json, "shots": shots?.json, "write": write ? true.json : nil, "workspace": workspace?.json])
  }
}

extension KrafLock.Reply {
  public init(json: JSONValue) throws(JSONMismatch) {
    lock = try json.member("lock")
    shots = try json.member("shots")
    differences = try json.member("differences")
  }

  public var json: JSONValue {
    .record(["lock": lock.json, "shots": shots.json, "differences": differences.json])
  }
}

extension KrafLock {
  public static let examples = [
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "shots": ["hero"]}"#,
      reply: """
        {
          "lock": "/home/ann/shop/bottle.kraf.lock",
          "shots": [
            {
              "shot": "hero",
              "pictures": ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]
            }
          ],
          "differences": ["hero: seed: 7 instead of 1"]
        }
        """),
    RPCExample(
      params: #"{"path": "/home/ann/shop/bottle.kraf", "write": true}"#,
      reply: #"{"lock": "/home/ann/shop/bottle.kraf.lock", "shots": [], "differences": []}"#),
  ]
}
