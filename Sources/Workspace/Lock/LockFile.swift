import FoundationEssentials

/// What a shot list's pictures were made from, and what came out: kept in git beside it as `NAME.kraf.lock`.
struct LockFile: Sendable, Codable, Hashable {
  /// The form of the file.
  var version = LockFile.currentVersion
  var outputs: [LockedOutput]

  static let currentVersion = 1

  /// The most bytes that are read.
  static let maxBytes = 8 << 20

  /// Throws: `damagedLock` for another text or a form of the file that is not known.
  init(text: [UInt8], path: String) throws(WorkspaceError) {
    guard let file = try? JSONDecoder().decode(Self.self, from: Data(text)), file.version == Self.currentVersion else {
      throw .damagedLock(path: path)
    }
    self = file
  }

  init(outputs: [LockedOutput]) { self.outputs = outputs }
}

/// What one variant of a shot was made from, and what came out.
struct LockedOutput: Sendable, Codable, Hashable {
  /// Shot, model and style.
  var slot: String
  var work: ShotWork
  var inputs: WorkInputs
  /// The digests of the pictures, in the order of their seeds.
  var pictures: [String]
  /// What was paid for them when they were made, in micro-dollars.
  var costMicros: Int64
  /// How far the product in them can be from the photo.
  var truth: String
}
