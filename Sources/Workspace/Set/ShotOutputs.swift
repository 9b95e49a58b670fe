import Imaging
import Platform
import ShotList

/// The pictures of one shot that stand for it.
struct ShotOutputs: Sendable {
  /// Where a shot stands.
  enum State: Sendable {
    /// It was never made, or all that was made is rejected.
    case missing
    /// It was made from other inputs than it would be now.
    case stale
    /// It was made; nobody decided about it.
    case made
    case accepted
  }

  var shot: ResolvedShot
  var state: State
  /// Stills, in the order of their seeds; of several accepted ones the newest job's first.
  var pictures: [Picture] = []

  struct Picture: Sendable {
    var asset: Asset
    var verdict: Verdict?
  }
}

extension Workspace {
  /// What stands for each shot of a list: what a person accepted, else what was made last and is not rejected.
  nonisolated func outputs(of list: ReadShotList) throws(WorkspaceError) -> [ShotOutputs] {
    let shots = try list.shots(nil)
    let drafts = try draft(list, shots: nil, changes: OrderChanges()).drafts
    let current = Dictionary(grouping: drafts, by: \.shot).mapValues { Set($0.compactMap(\.fingerprint?.digest)) }
    return try store.read { snapshot in
      try shots.map { shot in
        let rows = try snapshot.finished(document: list.path, shot: shot.name)
        return try snapshot.outputs(of: shot, made: rows.reversed(), current: current[shot.name] ?? [])
      }
    }
  }
}

extension Snapshot {
  fileprivate func outputs(
    of shot: ResolvedShot, made rows: [JobRow], current: Set<String>
  ) throws -> ShotOutputs {
    var seen: Set<AssetID> = []
    var found: [(row: JobRow, picture: ShotOutputs.Picture)] = []
    for row in rows {
      for id in row.job.outputs where seen.insert(id).inserted {
        // A clip beside a picture is not what a slot for stills takes.
        guard let asset = try asset(id), asset.format != .webp else { continue }
        found.append((row, ShotOutputs.Picture(asset: asset, verdict: try verdict(on: id))))
      }
    }
    let accepted = found.filter { $0.picture.verdict?.kind == .accepted }
    let open = found.filter { $0.picture.verdict == nil }
    let newest = open.filter { $0.row.job.id == open.first?.row.job.id }
    let chosen = accepted.isEmpty ? newest : accepted
    guard !chosen.isEmpty else { return ShotOutputs(shot: shot, state: .missing) }
    let isCurrent = chosen.allSatisfy { $0.row.fingerprint.map(current.contains) ?? false }
    let state: ShotOutputs.State = !isCurrent ? .stale : accepted.isEmpty ? .made : .accepted
    return ShotOutputs(shot: shot, state: state, pictures: chosen.map(\.picture))
  }
}
