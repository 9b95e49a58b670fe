import Platform
import RPCProtocol

/// Where the answer to a request goes: to the client, or into the answer to the batch it came in.
struct ReplySink: Sendable {
  private let outgoing: Outgoing
  private let batch: BatchReplies?

  /// Answers go out one by one.
  init(to outgoing: Outgoing) {
    self.outgoing = outgoing
    batch = nil
  }

  /// Answers go out as one array when the last of a batch is there.
  init(collecting batch: BatchReplies, to outgoing: Outgoing) {
    self.outgoing = outgoing
    self.batch = batch
  }

  /// Announces one more answer, before the work for it begins.
  func expect() { _ = batch?.expect() }

  /// Sends an announced answer.
  func send(_ message: RPCMessage) {
    guard let batch else { return outgoing.send(message.json, .lasting) }
    if let all = batch.add(message.json) { outgoing.send(all, .lasting) }
  }

  /// Says that no more answers will be announced.
  func close() {
    if let all = batch?.close() { outgoing.send(all, .lasting) }
  }
}

/// The answers to a batch until all are there.
///
/// A class because handlers of the batch add to it from their tasks.
final class BatchReplies: Sendable {
  private struct State: Sendable {
    /// The batch itself counts as one, until it was read to its end.
    var missing = 1
    var replies: [JSONValue] = []
  }

  private let state = Monitor(State())

  func expect() { state.withLock { $0.missing += 1 } }

  /// Adds an announced answer; answers the array if it was the last.
  func add(_ reply: JSONValue) -> JSONValue? {
    state.withLock { state in
      state.replies.append(reply)
      return Self.oneLess(&state)
    }
  }

  /// Ends the reading of the batch; answers the array if nothing is missing and there are answers at all.
  func close() -> JSONValue? { state.withLock { Self.oneLess(&$0) } }

  private static func oneLess(_ state: inout State) -> JSONValue? {
    state.missing -= 1
    return state.missing == 0 && !state.replies.isEmpty ? .array(state.replies) : nil
  }
}
