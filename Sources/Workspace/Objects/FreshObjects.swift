import Synchronization

/// The objects that were put for work that is not written down yet. A class with a lock because jobs put them from any
/// thread while another throws old ones away.
final class FreshObjects: Sendable {
  /// How often each was put, and when last.
  private let known = Mutex<[AssetID: (count: Int, time: ContinuousClock.Instant)]>([:])
  /// Work that is never written down, because it failed, is not waited for longer.
  private static let age = Duration.seconds(24 * 3600)
  private static let capacity = 10_000

  func note(_ id: AssetID) {
    let now = ContinuousClock.now
    known.withLock { known in
      known[id] = ((known[id]?.count ?? 0) + 1, now)
      if known.count > Self.capacity { known = known.filter { now - $0.value.time < Self.age } }
    }
  }

  /// What one piece of work put is in the database now.
  func settle(_ ids: [AssetID]) {
    known.withLock { known in
      for id in ids {
        guard let entry = known[id] else { continue }
        known[id] = entry.count == 1 ? nil : (entry.count - 1, entry.time)
      }
    }
  }

  /// Runs `body` unless work is under way that needs the object; nobody puts it meanwhile.
  func ifSettled<Result>(_ id: AssetID, _ body: () -> Result) -> Result? {
    known.withLock { known in known[id] == nil ? body() : nil }
  }
}
