import Generation
import Platform
import ShotList

/// What a lock file says of a shot list, and how the shot list differs from it.
public struct LockReport: Sendable, Hashable {
  /// The lock file's path, absolute.
  public var path: String

  /// The digests of the locked pictures, by shot, in order.
  public var pictures: [String: [AssetID]]

  /// What would not come out as locked, a sentence each.
  public var differences: [String]
}

extension Workspace {
  /// Writes down what the shot list's pictures are made from and what came out, beside it as `NAME.kraf.lock`. Shots that
  /// are not made as the list says now keep what was locked of them before.
  ///
  /// Throws: as `plan`; `damagedLock`, `folderNotWritable`, `diskFull`; what was there still is.
  public nonisolated func writeLock(ofShotList path: String) throws(WorkspaceError) -> LockReport {
    let list = try readShotList(path, text: nil)
    let place = lockPath(of: list)
    let before = try lock(at: place)?.outputs ?? []
    var order = try draft(list, shots: nil, changes: OrderChanges())
    try reuse(in: &order)
    var outputs: [LockedOutput] = []
    for draft in order.drafts {
      if let made = try locked(draft) {
        outputs.append(made)
      } else if let kept = before.first(where: { $0.slot == draft.slot }) {
        outputs.append(kept)
      }
    }
    let text = try readableText(LockFile(outputs: outputs))
    if outputs != before || !CacheFile.exists(place) {
      try writing(place) { () throws(PlatformError) in try AtomicFile.write(Array(text.utf8), to: place) }
    }
    return report(outputs, at: place, differences: [])
  }

  /// Compares shots of a list with its lock file; nil means all shots.
  ///
  /// Throws: as `plan`; `noLock`, `damagedLock`.
  public nonisolated func checkLock(ofShotList path: String, shots: [String]?) throws(WorkspaceError) -> LockReport {
    let list = try readShotList(path, text: nil)
    let place = lockPath(of: list)
    guard let lock = try lock(at: place) else { throw .noLock(path: place) }
    var order = try draft(list, shots: shots, changes: OrderChanges())
    try reuse(in: &order)
    var found: [LockedOutput] = []
    var differences: [String] = []
    for draft in order.drafts {
      guard case .generate(let work) = draft.request else { continue }
      guard let output = lock.outputs.first(where: { $0.slot == draft.slot }) else {
        differences.append("\(work.shot): \(work.model) in \(work.style) is not in the lock file")
        continue
      }
      found.append(output)
      differences += self.differences(between: draft, work, and: output).map { "\(work.shot): \($0)" }
    }
    return report(found, at: place, differences: differences)
  }

  private nonisolated func differences(
    between draft: JobDraft, _ work: ShotWork, and output: LockedOutput
  ) -> [String] {
    var changes = work.changes(since: output.work)
    guard let inputs = draft.fingerprint?.inputs else { return changes + ["a file that it needs cannot be read"] }
    changes += inputs.changes(since: output.inputs)
    if changes.isEmpty, draft.pool == .network, draft.reused == nil {
      changes.append("it was made elsewhere by \(work.model), and its pictures are not in this workspace")
    }
    return changes
  }

  /// What is locked of a draft that was made; nil when it was not.
  private nonisolated func locked(_ draft: JobDraft) throws(WorkspaceError) -> LockedOutput? {
    guard let made = draft.reused, let inputs = draft.fingerprint?.inputs, case .generate(let work) = draft.request
    else { return nil }
    return LockedOutput(
      slot: draft.slot, work: work, inputs: inputs, pictures: made.outputs.map(\.hex), costMicros: made.costMicros,
      truth: truth(of: work).word)
  }

  private nonisolated func report(_ outputs: [LockedOutput], at path: String, differences: [String]) -> LockReport {
    let pictures = Dictionary(grouping: outputs, by: \.work.shot)
      .mapValues { $0.flatMap(\.pictures).compactMap { AssetID($0) } }
    return LockReport(path: path, pictures: pictures, differences: differences)
  }

  /// Nil where there is none.
  private nonisolated func lock(at path: String) throws(WorkspaceError) -> LockFile? {
    let bytes: [UInt8]
    do throws(PlatformError) {
      bytes = try FileReader.bytes(of: path, maxBytes: LockFile.maxBytes)
    } catch .noSuchFile {
      return nil
    } catch {
      throw WorkspaceError(error)
    }
    return try LockFile(text: bytes, path: path)
  }

  private nonisolated func lockPath(of list: ReadShotList) -> String { Path.join(root, list.path) + ".lock" }
}

extension ComparedPicture.Truth {
  /// As files say it.
  var word: String {
    switch self {
    case .exact: "exact"
    case .composite: "composite"
    case .redrawn: "redrawn"
    }
  }
}
