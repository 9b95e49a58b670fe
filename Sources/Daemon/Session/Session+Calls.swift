import Logging
import Platform
import RPCProtocol

extension Session {
  /// Takes in a call, and starts it if it need not wait.
  func enqueue(_ call: Call) {
    guard calls.withLock({ $0.append(call) }) != nil else {
      if let id = call.id { call.replies.send(.failure(id: id, .idInFlight(id))) }
      return
    }
    startCalls()
  }

  /// Starts every call whose turn it is.
  func startCalls() {
    for (ticket, call) in calls.withLock({ $0.startable() }) {
      let task = Task { await perform(call, ticket) }
      calls.withLock { $0.attach(task, to: ticket) }
      // Whoever cancelled the call before its task was attached could not cancel the task.
      if call.cancellation.isCancelled { task.cancel() }
    }
  }

  /// Sends the answer to a call, if it wants one.
  func answer(_ call: Call, _ outcome: Result<JSONValue, RPCError>) {
    guard let id = call.id else {
      if case .failure(let error) = outcome {
        log.notice("a notification failed", metadata: ["method": "\(call.method)", "reason": "\(error.reason)"])
      }
      return
    }
    switch outcome {
    case .success(let result): call.replies.send(.result(id: id, result))
    case .failure(let error): call.replies.send(.failure(id: id, error))
    }
  }

  private func perform(_ call: Call, _ ticket: Int) async {
    let outcome: Result<JSONValue, RPCError>
    let afterAnswer = AfterAnswer()
    do throws(RPCError) {
      outcome = .success(
        try await call.handler(
          CallContext(session: self, cancellation: call.cancellation, afterAnswer: afterAnswer)))
    } catch {
      outcome = .failure(call.cancellation.isCancelled ? .cancelled : error)
    }
    guard let finished = calls.withLock({ $0.finish(ticket) }) else { return }
    if !finished.isAnswered { answer(finished, outcome) }
    if case .success = outcome, !finished.isAnswered { afterAnswer.run() }
    if finished.opening, case .success = outcome { tellHeldBack() }
    calls.notify()
    startCalls()
  }
}
