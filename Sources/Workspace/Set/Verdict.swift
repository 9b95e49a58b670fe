public import Platform

/// What a person decided about a picture.
public struct Verdict: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable { case accepted, rejected }

  public var kind: Kind
  /// Why, in the person's words; empty for none.
  public var note: String
  public var time: WallTime

  /// The most bytes of a note.
  public static let maxNoteBytes = 2_000
}

extension Workspace {
  /// Remembers what a person decided about a picture, or, with nil, that nothing is decided.
  ///
  /// Throws: `noSuchAsset`, also for a preview; `tooLarge` for a note above 2 000 bytes.
  public func judge(_ id: AssetID, _ kind: Verdict.Kind?, note: String = "") throws(WorkspaceError) {
    guard note.utf8.count <= Verdict.maxNoteBytes else {
      throw .tooLarge(path: "the note", maxBytes: Verdict.maxNoteBytes)
    }
    let verdict = kind.map { Verdict(kind: $0, note: note, time: tools.clock.now) }
    try commit { transaction in
      guard try transaction.snapshot.asset(id) != nil else { throw WorkspaceError.noSuchAsset(id: id.hex) }
      try transaction.set(verdict, for: id)
    }
  }

  /// What a person decided about a picture; nil when nothing.
  public nonisolated func verdict(on id: AssetID) throws(WorkspaceError) -> Verdict? {
    try store.read { try $0.verdict(on: id) }
  }
}
