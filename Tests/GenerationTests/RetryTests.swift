import Generation
import Testing

@Suite struct RetryTests {
  @Test func unavailableModelsAreTriedThreeTimesWithDoubledPauses() {
    var tally = Retry.Tally()

    let pauses = (0..<4).map { _ in
      Retry.standard.pause(after: .unavailable(detail: ""), tally: &tally, dice: 0)
    }

    #expect(pauses == [.milliseconds(500), .seconds(1), .seconds(2), nil])
  }

  @Test func pausesStopGrowingAtEightSeconds() {
    var retry = Retry.standard
    retry.unavailableAtMost = 100
    var tally = Retry.Tally()

    let pauses = (0..<100).map { _ in retry.pause(after: .unavailable(detail: ""), tally: &tally, dice: 0) }

    #expect(pauses.last == .seconds(8))
  }

  @Test(arguments: [(-1.0, 375), (1.0, 625)])
  func jitterIsAtMostAQuarter(dice: Double, milliseconds: Int) {
    var tally = Retry.Tally()

    #expect(
      Retry.standard.pause(after: .unavailable(detail: ""), tally: &tally, dice: dice) == .milliseconds(milliseconds))
  }

  @Test func rateLimitsAreWaitedOutAsTheModelSaysAndDoNotCountAsTries() {
    var tally = Retry.Tally()

    for _ in 0..<10 {
      #expect(
        Retry.standard.pause(after: .rateLimited(retryAfter: .seconds(7)), tally: &tally, dice: 1) == .seconds(7))
    }
    #expect(Retry.standard.pause(after: .rateLimited(retryAfter: .seconds(7)), tally: &tally, dice: 1) == nil)
    #expect(tally.unavailable == 0)
  }

  @Test func rateLimitsWithoutATimeDoubleFromTwoSecondsToSixty() {
    var tally = Retry.Tally()

    let pauses = (0..<7).map { _ in
      Retry.standard.pause(after: .rateLimited(retryAfter: nil), tally: &tally, dice: 0)
    }

    #expect(pauses == [2, 4, 8, 16, 32, 60, 60].map { .seconds($0) })
  }

  @Test func aRateLimitAboveTwoMinutesIsNotHeldFor() {
    var tally = Retry.Tally()

    #expect(Retry.standard.pause(after: .rateLimited(retryAfter: .seconds(121)), tally: &tally, dice: 0) == nil)
  }

  @Test func aNegativeWaitFromTheWireIsNoWait() {
    var tally = Retry.Tally()

    #expect(Retry.standard.pause(after: .rateLimited(retryAfter: .seconds(-5)), tally: &tally, dice: 0) == .zero)
  }

  @Test(arguments: [
    GenerationError.cancelled, .unsupported(what: ""), .refused(reason: ""), .denied(reason: ""), .badReply(detail: ""),
    .failed(detail: ""),
  ])
  func whatMayBeBilledOrWouldFailAgainIsNeverTriedAgain(error: GenerationError) {
    var tally = Retry.Tally()

    #expect(Retry.standard.pause(after: error, tally: &tally, dice: 0) == nil)
  }

  @Test func aProviderIsAskedUntilItAnswers() async throws {
    let provider = try ScriptedProvider([.unavailable(detail: ""), .rateLimited(retryAfter: .seconds(3))])
    let clock = RecordingClock()

    let made = try await provider.generate(
      try request(), retrying: .standard, on: clock, report: { _ in }, isCancelled: { false })

    #expect(made.pictures.count == 1)
    #expect(provider.callCount == 3)
    #expect(clock.sleeps.last == .seconds(3))
  }

  @Test func theLastFailureIsToldWhenTriesAreOver() async throws {
    let provider = try ScriptedProvider((1...9).map { .unavailable(detail: "\($0)") })

    await #expect(throws: GenerationError.unavailable(detail: "4")) {
      try await provider.generate(
        try request(), retrying: .standard, on: RecordingClock(), report: { _ in }, isCancelled: { false })
    }
  }

  @Test func aCancelledJobIsNotTriedAgain() async throws {
    let provider = try ScriptedProvider([.unavailable(detail: "")])

    await #expect(throws: GenerationError.cancelled) {
      try await provider.generate(
        try request(), retrying: .standard, on: RecordingClock(), report: { _ in }, isCancelled: { true })
    }
    #expect(provider.callCount == 0)
  }
}
