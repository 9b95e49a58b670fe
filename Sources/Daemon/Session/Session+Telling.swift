import Platform
public import RPCProtocol

extension Session {
  /// Tells the client something. Held back until the session is open; nothing happens after its end.
  public func notify<Notification: RPCNotification>(_ notification: Notification, _ delivery: Delivery = .lasting) {
    tell(notification.message, method: Notification.method, delivery)
  }

  /// Tells the client something whose parameters are any JSON.
  public func notify(_ method: String, _ params: JSONValue, _ delivery: Delivery = .lasting) {
    tell(.notification(method: method, params: params), method: method, delivery)
  }

  /// Asks the client something and waits for its answer.
  ///
  /// Throws: the client's error; `badReply` when its answer does not fit; an error with the reason `sessionEnded` or
  /// `cancelled` when nobody can or will wait any longer.
  public func ask<Request: RPCRequest>(_ request: Request) async throws(RPCError) -> Request.Reply {
    let json = try await ask(Request.method, request.json)
    do throws(JSONMismatch) {
      return try Request.Reply(json: json)
    } catch {
      throw .failed("badReply", "The client's answer to \(Request.method) does not fit: \(error)")
    }
  }

  /// Asks the client something whose parameters and answer are any JSON.
  public func ask(_ method: String, _ params: JSONValue) async throws(RPCError) -> JSONValue {
    let id = state.withLock { state in
      state.nextQuestion += 1
      return state.nextQuestion
    }
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          if !state.isOver { state.questions[id] = continuation }
          return state.isOver
        }
        if isOver { return continuation.resume(returning: .failure(.endedWithSession)) }
        tell(.request(id: .integer(id), method: method, params: params), method: method, .lasting)
        if Task.isCancelled { withdraw(id) }
      }
    } onCancel: {
      withdraw(id)
    }
    return try outcome.get()
  }

  /// Hands an answer of the client to who asked. Answers that nobody waits for are ignored.
  func resolve(_ id: RPCID, _ outcome: Result<JSONValue, RPCError>) {
    guard case .integer(let number) = id else { return }
    state.withLock { $0.questions.removeValue(forKey: number) }?.resume(returning: outcome)
  }

  private func withdraw(_ id: Int) {
    guard let question = state.withLock({ $0.questions.removeValue(forKey: id) }) else { return }
    notify("$/cancelRequest", ["id": .integer(id)])
    question.resume(returning: .failure(.cancelled))
  }
}
