import Platform
public import RPCProtocol

extension TestClient {
  /// What a test hoped for did not happen; the conversation says what did.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// A failure that tells the whole conversation.
  public func failure(_ what: String) -> Failure {
    Failure(description: what + "\n" + conversation.withLock { $0.transcript })
  }

  /// Waits for the answer to a request.
  public func answer(to id: RPCID) async throws -> Result<JSONValue, RPCError> {
    try await wait(for: "an answer to \(id)") { conversation in
      for line in conversation.lines where !line.isOurs {
        switch line.message {
        case .result(id, let result): return .success(result)
        case .failure(id, let error): return .failure(error)
        default: continue
        }
      }
      return nil
    }
  }

  /// Waits for the first error without an id.
  public func errorWithoutID() async throws -> RPCError {
    try await wait(for: "an error without an id") { conversation in
      for line in conversation.lines {
        if case .failure(nil, let error) = line.message { return error }
      }
      return nil
    }
  }

  /// Waits for the next notification of this name, not looked at before, whose parameters fit.
  @discardableResult
  public func notification(
    _ method: String, where fits: (JSONValue) -> Bool = { _ in true }
  ) async throws -> JSONValue {
    try await wait(for: "the notification \(method)") { conversation in
      for (index, line) in conversation.lines.enumerated() where !line.isOurs && !conversation.seen.contains(index) {
        guard case .notification(method, let params) = line.message, fits(params ?? [:]) else { continue }
        conversation.seen.insert(index)
        return params ?? [:]
      }
      return nil
    }
  }

  /// Waits for the next request of krafd of this name and answers it.
  @discardableResult
  public func answerRequest(_ method: String, with result: JSONValue) async throws -> JSONValue {
    let (id, params) = try await wait(for: "the request \(method)") { conversation -> (RPCID, JSONValue)? in
      for (index, line) in conversation.lines.enumerated() where !line.isOurs && !conversation.seen.contains(index) {
        guard case .request(let id, method, let params) = line.message else { continue }
        conversation.seen.insert(index)
        return (id, params ?? [:])
      }
      return nil
    }
    try send(.result(id: id, result))
    return params
  }

  /// Waits until krafd closes its side.
  public func end() async throws {
    try await wait(for: "the end", evenAfterEnd: true) { $0.isOver ? () : nil }
  }

  /// Every message that krafd sent so far, in order.
  public var received: [RPCMessage] {
    conversation.withLock { $0.lines.filter { !$0.isOurs }.compactMap(\.message) }
  }

  /// Waits until `find` answers something.
  private func wait<Found: Sendable>(
    for what: String, evenAfterEnd: Bool = false, _ find: (inout Conversation) -> Found?
  ) async throws -> Found {
    let deadline = MonotonicClock.system.now + patience
    while true {
      let (found, state) = conversation.withLock { (find(&$0), $0.state) }
      if let found { return found }
      if state.isOver, !evenAfterEnd { throw failure("krafd ended the connection before \(what) came") }
      let left = deadline - MonotonicClock.system.now
      guard left > .zero else { throw failure("\(what) did not come in time") }
      await change(from: state, patience: left)
    }
  }

  /// Waits until the conversation is no longer in `state`, or `patience` is over.
  private func change(from state: Conversation.State, patience: Duration) async {
    let alarm = Monitor<Task<Void, Never>?>(nil)
    await withCheckedContinuation { waiter in
      conversation.withLock { conversation in
        guard conversation.state == state else { return waiter.resume() }
        let number = conversation.addWaiter(waiter)
        let all = self.conversation
        alarm.withLock {
          $0 = Task {
            try? await Task.sleep(for: patience)
            all.withLock { $0.wake(number) }
          }
        }
      }
    }
    alarm.withLock { $0 }?.cancel()
  }
}
