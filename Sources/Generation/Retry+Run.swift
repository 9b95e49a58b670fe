extension Retry {
  /// Does `work`, and does it again as far as this allows; `clock` does the sleeping. `waiting` is told before each pause.
  ///
  /// Throws: the last failure; `cancelled` when the task is cancelled or `isCancelled` is true before a try or in a pause.
  func run<Result: Sendable>(
    on clock: any Clock<Duration>, isCancelled: () -> Bool = { false },
    waiting: (GenerationError, Duration) -> Void = { _, _ in },
    _ work: () async throws(GenerationError) -> Result
  ) async throws(GenerationError) -> Result {
    var tally = Tally()
    while true {
      if isCancelled() { throw .cancelled }
      let pause: Duration
      do throws(GenerationError) {
        return try await work()
      } catch {
        guard let next = self.pause(after: error, tally: &tally, dice: .random(in: -1...1)) else { throw error }
        pause = next
        waiting(error, pause)
      }
      do { try await clock.sleep(for: pause) } catch { throw .cancelled }
    }
  }
}
