import Logging
import Platform
import RPCProtocol

extension Session {
  /// The most messages a batch may hold: each may need an answer, and the answers are kept until all are there.
  static let maxBatch = 1000

  /// Follows the messages of one frame.
  func receive(_ body: RPCBody) {
    switch body {
    case .single(let incoming): receive(incoming, ReplySink(to: outgoing))
    case .batch(let all) where all.count > Self.maxBatch:
      let error = RPCError.invalidRequest("A batch may hold at most \(Self.maxBatch) messages")
      ReplySink(to: outgoing).send(.failure(id: nil, error))
    case .batch(let all):
      let replies = ReplySink(collecting: BatchReplies(), to: outgoing)
      for incoming in all { receive(incoming, replies) }
      replies.close()
    }
  }

  private func receive(_ incoming: RPCIncoming, _ replies: ReplySink) {
    switch incoming {
    case .invalid(let id, let error):
      replies.expect()
      replies.send(.failure(id: id, error))
    case .message(.request(let id, let method, let params)):
      replies.expect()
      do throws(RPCError) {
        try request(id, method, params, replies)
      } catch {
        replies.send(.failure(id: id, error))
      }
    case .message(.notification(let method, let params)): notification(method, params, replies)
    case .message(.result(let id, let result)): resolve(id, .success(result))
    case .message(.failure(let id, let error)): if let id { resolve(id, .failure(error)) }
    }
  }

  /// Answers a request or sees to it that it will be answered; what it throws is the answer.
  private func request(_ id: RPCID, _ method: String, _ params: JSONValue?, _ replies: ReplySink) throws(RPCError) {
    guard !calls.withLock({ $0.isInFlight(id) }) else { throw .idInFlight(id) }
    if method == "shutdown" {
      try changeLife { (life) throws(RPCError) in try life.shutDown() }
      return replies.send(.result(id: id, .null))
    }
    let route = routes.request(method)
    let before = try changeLife { (life) throws(RPCError) in try life.admit(route?.admission ?? .whenOpen) }
    guard let route else { throw .unknownMethod(method) }
    do throws(RPCError) {
      try run(route, id, params, replies, before)
    } catch {
      revertLife(route, to: before)
      throw error
    }
  }

  private func run(
    _ route: Route, _ id: RPCID, _ params: JSONValue?, _ replies: ReplySink, _ before: SessionLife
  ) throws(RPCError) {
    switch route.work {
    case .immediate(let answer):
      let result = try answer(params, CallContext(session: self, cancellation: Cancellation()))
      replies.send(.result(id: id, result))
      opened(by: route)
    case .queued(let decode):
      let (access, handler) = try decode(params)
      enqueue(
        Call(
          id: id, method: route.method, access: access, handler: reverting(route, to: before, ifFails: handler),
          replies: replies, opening: route.opens))
    }
  }

  private func notification(_ method: String, _ params: JSONValue?, _ replies: ReplySink) {
    switch method {
    case "exit": state.withLock { $0.ending = $0.ending ?? .exit }
    case "$/cancelRequest": cancel(params)
    default:
      guard state.withLock({ $0.life.admitsNotifications }), let route = routes.notification(method) else { return }
      do throws(RPCError) {
        try run(route, params, replies)
      } catch {
        log.notice("refused a notification", metadata: ["method": "\(method)", "reason": "\(error.reason)"])
        // Nobody answers a notification; what krafd did not take in would else be missed in silence.
        notify(LSPLogMessage(type: .warning, message: "\(method) was left out: \(error.message)"))
      }
    }
  }

  private func run(_ route: Route, _ params: JSONValue?, _ replies: ReplySink) throws(RPCError) {
    switch route.work {
    case .immediate(let take): _ = try take(params, CallContext(session: self, cancellation: Cancellation()))
    case .queued(let decode):
      let (access, handler) = try decode(params)
      enqueue(Call(id: nil, method: route.method, access: access, handler: handler, replies: replies, opening: false))
    }
  }

  private func cancel(_ params: JSONValue?) {
    guard let value = params?["id"], let id = try? RPCID(json: value) else { return }
    guard let call = calls.withLock({ $0.cancel(id) }) else { return }
    answer(call, .failure(.cancelled))
    startCalls()
  }
}

extension RPCError {
  static func idInFlight(_ id: RPCID) -> RPCError {
    .invalidRequest("A request with the id \(String(id.description.prefix(100))) is still unanswered")
  }
}
