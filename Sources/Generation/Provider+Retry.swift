extension Provider {
  /// As `generate`, trying again as `retry` says; `clock` does the sleeping.
  ///
  /// Reported fractions rise over all tries together. Throws: the last failure; `cancelled` when the task is
  /// cancelled or `isCancelled` is true before a try or in a pause.
  public func generate(
    _ request: GenerationRequest, retrying retry: Retry, on clock: any Clock<Duration>,
    report: @escaping @Sendable (GenerationProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool
  ) async throws(GenerationError) -> GeneratedPictures {
    try await retry.run(
      on: clock, isCancelled: isCancelled,
      waiting: { report(GenerationProgress(stage: $0.waitingStage($1), fraction: nil)) }
    ) { () async throws(GenerationError) in
      try await generate(request, report: report, isCancelled: isCancelled)
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
