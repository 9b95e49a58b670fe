import Generation
import Synchronization

/// How far a running job is.
public struct JobProgress: Sendable, Hashable {
  public var job: JobID
  /// In words for people.
  public var stage: String
  /// 0 to 1; never falls.
  public var fraction: Double
  /// The latest preview; its file may be gone when a newer one comes.
  public var preview: AssetID?
}

/// The latest progress of every running job, written by workers and read by whoever follows. A class with a lock
/// because reports come from threads that cannot wait for an actor.
final class ProgressBoard: Sendable {
  private struct Entry {
    var progress: JobProgress
    var fraction = RisingFraction()
    /// The number of its latest change.
    var change: Int64
  }

  let bell = Bell()
  private let state = Mutex<(entries: [JobID: Entry], change: Int64)>(([:], 0))

  /// Shows `stage` and what else is known; the fraction only rises. Ignored for a job that was not begun.
  func report(_ job: JobID, stage: String, fraction: Double?, preview: AssetID?) {
    state.withLock { state in
      guard var entry = state.entries[job] else { return }
      state.change += 1
      entry.change = state.change
      entry.progress.stage = stage
      entry.progress.fraction = entry.fraction.rise(to: fraction)
      entry.progress.preview = preview ?? entry.progress.preview
      state.entries[job] = entry
    }
    bell.ring()
  }

  /// Begins a job's progress at 0.
  func begin(_ job: JobID, stage: String) {
    state.withLock { state in
      state.change += 1
      let progress = JobProgress(job: job, stage: stage, fraction: 0, preview: nil)
      state.entries[job] = Entry(progress: progress, change: state.change)
    }
    bell.ring()
  }

  /// Ends a job's progress: later reports are ignored, readers see nothing more of it.
  func end(_ job: JobID) { state.withLock { _ = $0.entries.removeValue(forKey: job) } }

  /// The latest progress of a running job.
  func progress(of job: JobID) -> JobProgress? { state.withLock { $0.entries[job]?.progress } }

  /// What changed after the change number `cursor`, a job once, and the number of the last change.
  func changes(after cursor: Int64) -> (elements: [JobProgress], cursor: Int64) {
    state.withLock { state in
      let changed = state.entries.values.filter { $0.change > cursor }.sorted { $0.change < $1.change }
      return (changed.map(\.progress), state.change)
    }
  }
}
