import Testing

@testable import Daemon

@Suite struct AccessQueueTests {
  @Test func readersOfOneThingRunTogetherAndAWriterWaits() {
    #expect(started(.reads("a"), .reads("a"), .writes("a"), .reads("a")) == [[0, 1], [2], [3]])
  }

  @Test func differentThingsDoNotWaitForEachOther() {
    #expect(started(.writes("a"), .writes("b"), .reads("c"), .free) == [[0, 1, 2, 3]])
  }

  @Test func anExclusiveCallRunsAlone() {
    #expect(started(.reads("a"), .exclusive, .reads("a")) == [[0], [1], [2]])
  }

  @Test func aFreeCallNeverWaitsAndNobodyWaitsForIt() {
    #expect(started(.exclusive, .free, .exclusive) == [[0, 1], [2]])
    #expect(started(.free, .exclusive) == [[0, 1]])
  }

  @Test func aCallThatIsWithdrawnHoldsNobodyUp() {
    var queue = AccessQueue()
    queue.append(0, .reads("a"))
    queue.append(1, .writes("a"))
    queue.append(2, .reads("a"))
    #expect(queue.startable() == [0])

    queue.remove(1)

    #expect(queue.startable() == [2])
  }

  /// Each job, when it starts, must find finished exactly those earlier jobs that it conflicts with, and running none.
  @Test(arguments: 0..<20)
  func eachJobSeesExactlyTheWritesThatArrivedBeforeIt(seed: UInt64) {
    var random = Seeded(state: seed)
    var queue = AccessQueue()
    var jobs: [Access] = []
    var log: [Int: [Int]] = [:]
    var seen: [Int: [Int]] = [:]
    var running: [Int] = []
    var finished: Set<Int> = []

    while finished.count < 300 {
      if jobs.count < 300, jobs.count - finished.count < 40, Bool.random(using: &random) {
        jobs.append(access(using: &random))
        queue.append(jobs.count - 1, jobs[jobs.count - 1])
      } else if let job = running.randomElement(using: &random) {
        running.removeAll { $0 == job }
        finished.insert(job)
        // What a job sees must not change while it runs.
        if seen[job] != writes(seenBy: jobs[job], in: log) { seen[job] = nil }
        queue.remove(job)
        for key in keysWritten(by: jobs[job]) { log[key, default: []].append(job) }
      }
      for job in queue.startable() {
        seen[job] = writes(seenBy: jobs[job], in: log)
        running.append(job)
      }
      if running.isEmpty, jobs.count == 300, finished.count < 300, queue.isEmpty { break }
    }

    #expect(finished.count == 300, "seed \(seed)")
    let wrong = jobs.indices.filter { job in
      let keys = Set(keysSeen(by: jobs[job]))
      let before = (0..<job).filter { !keys.isDisjoint(with: keysWritten(by: jobs[$0])) }
      let expected = before.flatMap { job in keysWritten(by: jobs[job]).filter(keys.contains).map { _ in job } }
      return seen[job] != expected.sorted()
    }
    #expect(wrong.isEmpty, "seed \(seed)")
  }

  private func writes(seenBy access: Access, in log: [Int: [Int]]) -> [Int] {
    keysSeen(by: access).flatMap { log[$0] ?? [] }.sorted()
  }

  private func access(using random: inout Seeded) -> Access {
    let key = ["0", "1", "2"][Int.random(in: 0..<3, using: &random)]
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: return .reads(key)
    case 5..<8: return .writes(key)
    case 8: return .exclusive
    default: return .free
    }
  }

  private func keysWritten(by access: Access) -> [Int] {
    switch access {
    case .writes(let key): [Int(key) ?? 0]
    case .exclusive: [0, 1, 2]
    case .reads, .free: []
    }
  }

  private func keysSeen(by access: Access) -> [Int] {
    switch access {
    case .reads(let key), .writes(let key): [Int(key) ?? 0]
    case .exclusive: [0, 1, 2]
    case .free: []
    }
  }

  /// The waves in which calls start when each wave ends before the next is asked for.
  private func started(_ calls: Access...) -> [[Int]] {
    var queue = AccessQueue()
    for (ticket, access) in calls.enumerated() { queue.append(ticket, access) }
    var waves: [[Int]] = []
    while case let wave = queue.startable(), !wave.isEmpty {
      waves.append(wave)
      for ticket in wave { queue.remove(ticket) }
    }
    return waves
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
private struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
