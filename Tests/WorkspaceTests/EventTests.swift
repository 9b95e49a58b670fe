import Testing

@testable import Workspace

@Suite struct EventLogTests {
  private func event(_ clock: Int64) -> Event { Event(clock: clock, changes: [Change(.asset, "\(clock)")]) }

  private func log(_ clocks: ClosedRange<Int64>) -> EventLog {
    var log = EventLog(clock: clocks.lowerBound - 1)
    for clock in clocks { log.append(event(clock)) }
    return log
  }

  @Test func aReaderGetsWhatItMissed() {
    #expect(log(1...5).events(since: 3) == [event(4), event(5)])
  }

  @Test func aReaderThatMissedNothingGetsNothing() {
    #expect(log(1...5).events(since: 5).isEmpty)
    #expect(EventLog(clock: 7).events(since: 7).isEmpty)
  }

  @Test func aReaderFromBeforeTheLogReadsEverythingAgain() {
    let events = log(5...9).events(since: 3)

    #expect(events.map(\.clock) == [9])
    #expect(events.map(\.isReset) == [true])
  }

  @Test func aClockFromTheFutureIsAReset() {
    #expect(log(1...5).events(since: 6).map(\.isReset) == [true])
  }

  @Test func onlyTheLastThousandAreKept() {
    let log = log(1...1500)

    #expect(log.events(since: 500).count == 1000)
    #expect(log.events(since: 499).map(\.isReset) == [true])
  }

  @Test func aGapForgetsWhatWasBefore() {
    var log = log(1...3)
    log.append(event(9))

    #expect(log.events(since: 2).map(\.isReset) == [true])
    #expect(log.events(since: 8) == [event(9)])
  }
}

@Suite struct EventTests {
  @Test func subscribersHearOfChangesInTheOrderOfTheClock() async throws {
    let place = try Place()
    try place.picture("a.png", gray: 1)
    try place.picture("b.png", gray: 2)
    let workspace = try await place.open()
    let events = await workspace.subscribe()

    let first = try await workspace.importAsset("a.png")
    let second = try await workspace.importAsset("b.png")
    var heard: [Event] = []
    for await event in events {
      heard.append(event)
      if heard.count == 2 { break }
    }

    #expect(heard.map(\.changes) == [[Change(.asset, first.id.hex)], [Change(.asset, second.id.hex)]])
    #expect(heard[1].clock == heard[0].clock + 1)
    await workspace.close()
  }

  @Test func aLateSubscriberGetsWhatItMissed() async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    let clock = await workspace.clock
    let asset = try await workspace.importAsset("a.png")

    var events = await workspace.subscribe(since: clock).makeAsyncIterator()

    #expect(await events.next()?.changes == [Change(.asset, asset.id.hex)])
    await workspace.close()
  }

  @Test func aSubscriberFromBeforeARestartReadsEverythingAgain() async throws {
    let place = try Place()
    try place.picture("a.png")
    let first = try await place.open()
    _ = try await first.importAsset("a.png")
    await first.close()
    let second = try await place.open()

    var events = await second.subscribe(since: 0).makeAsyncIterator()

    #expect(await events.next()?.isReset == true)
    await second.close()
  }

  @Test func importingAgainIsNoChange() async throws {
    let place = try Place()
    try place.picture("a.png")
    let workspace = try await place.open()
    _ = try await workspace.importAsset("a.png")
    let clock = await workspace.clock

    _ = try await workspace.importAsset("a.png")

    #expect(await workspace.clock == clock)
    await workspace.close()
  }

  @Test func subscribersEndWithTheWorkspace() async throws {
    let place = try Place()
    let workspace = try await place.open()
    let events = await workspace.subscribe()
    async let heard = events.reduce(into: 0) { count, _ in count += 1 }

    await workspace.close()

    #expect(await heard == 0)
  }

  @Test func progressReachesReadersAsTheLatestOfEachJob() async {
    let board = ProgressBoard()
    let (one, two) = (JobID(rawValue: "1"), JobID(rawValue: "2"))
    board.begin(one, stage: "a")
    board.begin(two, stage: "a")

    board.report(one, stage: "b", fraction: 0.5, preview: nil)
    board.report(one, stage: "c", fraction: 0.2, preview: nil)
    let (changes, cursor) = board.changes(after: 0)

    #expect(changes.map(\.job) == [two, one])
    #expect(changes.map(\.stage) == ["a", "c"])
    #expect(changes.map(\.fraction) == [0, 0.5])
    #expect(board.changes(after: cursor).elements.isEmpty)
  }

  @Test func aJobThatEndedIsNotReportedAnyMore() {
    let board = ProgressBoard()
    let job = JobID(rawValue: "1")
    board.begin(job, stage: "a")
    board.end(job)

    board.report(job, stage: "b", fraction: 1, preview: nil)

    #expect(board.progress(of: job) == nil)
    #expect(board.changes(after: 0).elements.isEmpty)
  }
}
