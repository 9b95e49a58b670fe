import Testing

@testable import Daemon

@Suite struct OutboxTests {
  private let reset: [UInt8] = [0xFF]
  private var instead: Outbox.Reset { Outbox.Reset(scope: "w", bytes: reset) }

  private func box(bytes: Int = 10, messages: Int = 1000, hard: Int = 100) -> Outbox {
    Outbox(limits: .init(maxBytes: bytes, maxMessages: messages, hardMaxBytes: hard))
  }

  /// Everything that is sent, message by message.
  private func drain(_ outbox: inout Outbox) -> [[UInt8]] {
    var all: [[UInt8]] = []
    while let next = outbox.take(upTo: 0) {
      all.append(next)
      outbox.wrote(next.count)
    }
    return all
  }

  @Test func keepsTheOrder() {
    var outbox = box()
    for number in 1...5 { #expect(outbox.push([UInt8(number)], .lasting) == .queued) }

    #expect(drain(&outbox) == [[1], [2], [3], [4], [5]])
  }

  @Test func keepsOnlyTheLatestOfATopicAtItsOwnPlace() {
    var outbox = box()

    #expect(outbox.push([1, 1], .progress(topic: "job 1")) == .queued)
    #expect(outbox.push([2], .lasting) == .queued)
    #expect(outbox.push([3, 3], .progress(topic: "job 1")) == .replaced)
    #expect(outbox.push([4], .latest(topic: "job 2")) == .queued)

    #expect(drain(&outbox) == [[2], [3, 3], [4]])
  }

  @Test func whatWasTakenIsNotReplaced() {
    var outbox = box()
    _ = outbox.push([1], .event(topic: "a"), reset: instead)
    #expect(outbox.take(upTo: 0) == [1])

    #expect(outbox.push([2], .event(topic: "a"), reset: instead) == .queued)
    #expect(drain(&outbox) == [[2]])
  }

  @Test func whenFullOneResetReplacesAllEvents() {
    var outbox = box()
    _ = outbox.push([1, 1, 1], .event(topic: nil), reset: instead)
    _ = outbox.push([2, 2, 2], .lasting)
    _ = outbox.push([3, 3, 3], .event(topic: "a"), reset: instead)

    #expect(outbox.push([4, 4, 4], .event(topic: nil), reset: instead) == .full)
    #expect(outbox.push([5], .event(topic: nil), reset: instead) == .leftOut)
    #expect(outbox.push([6], .lasting) == .full)

    #expect(drain(&outbox) == [[2, 2, 2], reset, [6]])
  }

  @Test func answersAreNeverLeftOut() {
    var outbox = box()
    for number in 0..<50 { _ = outbox.push([UInt8(number), 0], .lasting) }

    #expect(outbox.isFull)
    #expect(drain(&outbox).map { $0[0] } == Array(0..<50))
  }

  @Test func eachScopeIsToldWithItsNewestReset() {
    var outbox = box(bytes: 3)
    _ = outbox.push([1], .event(topic: nil), reset: .init(scope: "a", bytes: [10]))
    _ = outbox.push([2], .event(topic: nil), reset: .init(scope: "b", bytes: [11]))
    _ = outbox.push([3], .event(topic: nil), reset: .init(scope: "a", bytes: [12]))
    #expect(outbox.push([4], .event(topic: nil), reset: .init(scope: "a", bytes: [13])) == .full)
    #expect(outbox.push([5], .event(topic: nil), reset: .init(scope: "b", bytes: [14])) == .leftOut)

    #expect(drain(&outbox) == [[13], [14]])
  }

  @Test func anOutboxThatLeftEverythingOutIsNotFull() {
    var outbox = box(bytes: 3)
    _ = outbox.push([1, 1, 1, 1], .progress(topic: "a"))

    #expect(!outbox.isFull)
    #expect(drain(&outbox) == [])
  }

  @Test func lostProgressNeedsNoReset() {
    var outbox = box(bytes: 4)
    _ = outbox.push([1, 1], .progress(topic: "a"))
    _ = outbox.push([2, 2, 2], .lasting)
    #expect(outbox.push([3], .progress(topic: "b")) == .leftOut)

    #expect(drain(&outbox) == [[2, 2, 2]])
  }

  @Test func tooManySmallMessagesFillItToo() {
    var outbox = box(bytes: 1_000_000, messages: 3)
    for number in 1...3 { #expect(outbox.push([UInt8(number)], .lasting) == .queued) }

    #expect(outbox.push([4], .lasting) == .full)
  }

  @Test func staysFullUntilHalfIsGone() {
    var outbox = box(bytes: 10)
    for number in 1...11 { _ = outbox.push([UInt8(number)], .lasting) }
    #expect(outbox.isFull)

    for _ in 1...5 { if let piece = outbox.take(upTo: 0) { outbox.wrote(piece.count) } }
    #expect(outbox.isFull)

    if let piece = outbox.take(upTo: 0) { outbox.wrote(piece.count) }
    #expect(!outbox.isFull)
  }

  @Test func whatIsOnItsWayStillCounts() {
    var outbox = box(bytes: 4)
    _ = outbox.push([1, 1, 1], .lasting)
    _ = outbox.take(upTo: 100)

    #expect(outbox.push([2, 2], .lasting) == .full)
  }

  @Test func aResetIsToldAgainAfterItWasSent() {
    var outbox = box(bytes: 2)
    _ = outbox.push([1, 1, 1], .event(topic: nil), reset: instead)
    #expect(drain(&outbox) == [reset])

    _ = outbox.push([2, 2, 2], .event(topic: nil), reset: instead)
    #expect(drain(&outbox) == [reset])
  }

  @Test func beyondTheHardLimitItGivesUp() {
    var outbox = box(bytes: 10, hard: 20)
    #expect(outbox.push(Array(repeating: 1, count: 20), .lasting) == .full)
    #expect(outbox.push([1], .lasting) == .overflow)
  }

  @Test func smallMessagesGoOutTogether() {
    var outbox = box()
    for number in 1...5 { _ = outbox.push([UInt8(number)], .lasting) }

    #expect(outbox.take(upTo: 3) == [1, 2, 3])
    #expect(outbox.take(upTo: 3) == [4, 5])
    #expect(outbox.take(upTo: 3) == nil)
  }
}
