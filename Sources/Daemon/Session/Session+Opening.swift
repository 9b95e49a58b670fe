import Platform
import RPCProtocol

extension Session {
  /// The notifications that may be sent before a session is open.
  private static let allowedBefore: Set<String> = ["window/showMessage", "window/logMessage", "telemetry/event"]

  /// The most messages kept for the moment when the session opens.
  private static let maxHeldBack = 1000

  /// Changes the life of the session; answers the life before.
  @discardableResult
  func changeLife(_ change: (inout SessionLife) throws(RPCError) -> Void) throws(RPCError) -> SessionLife {
    let result = state.withLock { state -> Result<SessionLife, RPCError> in
      let before = state.life
      do throws(RPCError) { try change(&state.life) } catch { return .failure(error) }
      return .success(before)
    }
    return try result.get()
  }

  /// Takes back what a request did to the life when it failed.
  func revertLife(_ route: Route, to before: SessionLife) {
    guard route.opens else { return }
    state.withLock { $0.life.revert(to: before) }
  }

  /// The handler of a request; if it was to open the session and fails, the session goes back to where it was.
  func reverting(_ route: Route, to before: SessionLife, ifFails handler: @escaping Route.Handler) -> Route.Handler {
    guard route.opens else { return handler }
    return { [self] (context) async throws(RPCError) in
      do throws(RPCError) {
        return try await handler(context)
      } catch {
        revertLife(route, to: before)
        throw error
      }
    }
  }

  /// Notes that the answer that opens the session is on its way: what was held back may follow.
  func opened(by route: Route) {
    if route.opens { tellHeldBack() }
  }

  func tellHeldBack() {
    // What is told meanwhile is held back too, or it would overtake what has waited longer.
    while true {
      let messages = state.withLock { state in
        state.mayTellAnything = state.heldBack.isEmpty
        state.isTellingHeldBack = !state.heldBack.isEmpty
        defer { state.heldBack = [] }
        return state.heldBack
      }
      if messages.isEmpty { return }
      for (message, delivery) in messages { send(message, delivery) }
    }
  }

  /// Sends a message of ours, once the session is open.
  func tell(_ message: RPCMessage, method: String, _ delivery: Delivery) {
    let isNow = state.withLock { state in
      if state.mayTellAnything || Self.allowedBefore.contains(method) { return true }
      if state.isTellingHeldBack || state.heldBack.count < Self.maxHeldBack {
        state.heldBack.append((message, delivery))
      }
      return false
    }
    if isNow { send(message, delivery) }
  }

  private func send(_ message: RPCMessage, _ delivery: Delivery) {
    outgoing.send(message.json, delivery, reset: delivery.isEvent ? Self.reset(insteadOf: message) : nil)
  }

  /// The event that tells, in place of `event`, that events of its workspace were left out.
  private static func reset(insteadOf event: RPCMessage) -> Outbox.Reset? {
    guard case .notification(let method, .object(var params)) = event else { return nil }
    params["reset"] = true
    params["changes"] = []
    let message = RPCMessage.notification(method: method, params: .object(params))
    let scope = method + " " + (params["workspace"]?.stringValue ?? "")
    return Outbox.Reset(scope: scope, bytes: Frame.encode(message.encoded()))
  }
}

extension Route {
  var opens: Bool {
    switch admission {
    case .opening, .openingOnce: true
    case .whenOpen, .always: false
    }
  }
}
