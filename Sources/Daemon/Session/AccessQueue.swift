/// Decides which calls may run, from their order of arrival and what they touch.
///
/// A pure state machine. A call starts when no earlier unfinished call conflicts with it, so that it sees exactly the
/// writes that arrived before it, and calls that have nothing to do with each other run side by side.
struct AccessQueue: Sendable {
  private struct Entry {
    let ticket: Int
    let access: Access
    var isRunning = false
  }

  /// Unfinished calls, first come first.
  private var entries: [Entry] = []

  /// Whether no call waits or runs.
  var isEmpty: Bool { entries.isEmpty }

  /// Adds a call behind all others. Tickets are the caller's and never used twice.
  mutating func append(_ ticket: Int, _ access: Access) {
    entries.append(Entry(ticket: ticket, access: access))
  }

  /// Takes out a call that ended, or that waits and is no longer wanted.
  mutating func remove(_ ticket: Int) {
    entries.removeAll { $0.ticket == ticket }
  }

  /// Whether a call was named by `startable` and not removed since.
  func isRunning(_ ticket: Int) -> Bool { entries.contains { $0.ticket == ticket && $0.isRunning } }

  /// The calls that may start now, in order; each is named once.
  ///
  /// Cost: proportional to the unfinished calls.
  mutating func startable() -> [Int] {
    var earlier = Earlier()
    var tickets: [Int] = []
    for index in entries.indices {
      let access = entries[index].access
      if !entries[index].isRunning, earlier.allows(access) {
        entries[index].isRunning = true
        tickets.append(entries[index].ticket)
      }
      earlier.add(access)
    }
    return tickets
  }
}

/// What the calls before a place in the queue touch.
private struct Earlier {
  private var isEmpty = true
  private var hasExclusive = false
  private var reads: Set<String> = []
  private var writes: Set<String> = []

  func allows(_ access: Access) -> Bool {
    switch access {
    case .free: true
    case .reads(let key): !hasExclusive && !writes.contains(key)
    case .writes(let key): !hasExclusive && !writes.contains(key) && !reads.contains(key)
    case .exclusive: isEmpty
    }
  }

  mutating func add(_ access: Access) {
    switch access {
    case .free: return
    case .reads(let key): reads.insert(key)
    case .writes(let key): writes.insert(key)
    case .exclusive: hasExclusive = true
    }
    isEmpty = false
  }
}
