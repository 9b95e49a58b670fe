extension Provider {
  /// As `generate`, trying again as `retry` says; `clock` does the sleeping.
  ///
  /// Reported fractions rise over all tries together. Throws: the last failure; `cancelled` when the task is
  /// cancelled or `isCancelled` is true before a try or in a pause.
  public func generate(
    _ request: GenerationRequest, retrying retry: Retry, on clock: any Clock<Duration>,
    report: @escaping @Sendable (GenerationProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    var tally = Retry.Tally()
    while true {
      if isCancelled() { throw .cancelled }
      let pause: Duration
      do throws(GenerationError) {
        return try await generate(request, report: report, isCancelled: isCancelled)
      } catch {
        guard let next = retry.pause(after: error, tally: &tally, dice: .random(in: -1...1)) else { throw error }
        pause = next
        report(GenerationProgress(stage: error.waitingStage(pause), fraction: nil))
      }
      do { try await clock.sleep(for: pause) } catch { throw .cancelled }
    }
  }
}

extension GenerationError {
  /// What to show while waiting for the next try.
  fileprivate func waitingStage(_ pause: Duration) -> String {
    let seconds = pause.components.seconds + (pause.components.attoseconds > 0 ? 1 : 0)
    if case .rateLimited = self { return "waiting \(seconds) s for the rate limit" }
    return "trying again in \(seconds) s"
  }
}
