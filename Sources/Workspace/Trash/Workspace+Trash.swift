import Platform

extension Workspace {
  /// Throws away for good what was put into the trash at least so long ago, and every file that nothing needs.
  ///
  /// A node stays while something that came of it stays, and a picture while something was made from it, it is accepted,
  /// a reference, or read by an open job. The history of what goes is kept. With `isDry` it is only counted.
  public func emptyTrash(olderThan age: Duration = .zero, isDry: Bool = false) throws(WorkspaceError) -> EmptiedTrash {
    let cutoff = tools.clock.now.millisecondsSince1970 - max(age, .zero).components.seconds * 1000
    let now = tools.clock.now
    let left = try store.read { snapshot in
      try snapshot.openRequests().map { try JobRequest(json: $0, database: layout.database) }
    }
    let read = Set(left.flatMap(\.assets))
    var emptied: EmptiedTrash
    let kept: Set<AssetID>
    if isDry {
      (emptied, kept) = try store.read { try $0.trash(before: cutoff, readByJobs: read).counted }
    } else {
      (emptied, kept) = try commit { transaction in
        let trash = try transaction.snapshot.trash(before: cutoff, readByJobs: read)
        try transaction.throwAway(trash, now: now)
        return trash.counted
      }
    }
    emptied.byteCount = objects.sweep(keeping: kept, isDry: isDry)
    return emptied
  }
}

/// What was thrown away, or would be.
public struct EmptiedTrash: Sendable, Hashable {
  public var nodeCount: Int
  public var pictureCount: Int
  /// The files' sizes.
  public var byteCount: Int64
}

/// What in the trash may go, and which pictures stay.
struct TrashContent: Sendable {
  var nodes: Set<Int64>
  var pictures: Set<AssetID>
  var kept: Set<AssetID>

  fileprivate var counted: (EmptiedTrash, Set<AssetID>) {
    (EmptiedTrash(nodeCount: nodes.count, pictureCount: pictures.count, byteCount: 0), kept)
  }
}

extension JobRequest {
  /// The pictures that the job reads by name.
  fileprivate var assets: [AssetID] {
    switch self {
    case .generate: []
    case .edit(let work): [work.asset, work.mask].compactMap(\.self)
    }
  }
}
