import Synchronization

/// One exchange while it goes on: the engine's thread puts in what comes, one consumer takes it out.
///
/// A class with a lock because two threads share it. What waits is bounded: beyond `highWater` the engine stops reading
/// from this server, and goes on once the consumer has caught up.
final class HTTPTransfer: Sendable {
  static let highWater = 1 << 20

  let request: HTTPRequest
  private let state = Mutex(State())
  /// Tells the engine that this transfer may go on, or is not wanted any more.
  private let wake: @Sendable (HTTPCommand) -> Void

  fileprivate struct State {
    var parts: [HTTPPart] = []
    /// In `parts`.
    var waitingBytes = 0
    var receivedBytes = 0
    var isPaused = false
    var outcome: Result<Void, HTTPFailure>?
    var consumer: CheckedContinuation<Void, Never>?
  }

  init(_ request: HTTPRequest, wake: @escaping @Sendable (HTTPCommand) -> Void) {
    self.request = request
    self.wake = wake
  }

  /// The next piece of the answer; nil at its end. Throws: why it does not come to its end; `cancelled` when the task is.
  func next() async throws(HTTPFailure) -> HTTPPart? {
    while true {
      let (step, resumes) = state.withLock { state in (state.step(), state.resumes()) }
      if resumes { wake(.resume(self)) }
      switch step {
      case .part(let part): return part
      case .end(let outcome):
        try outcome.get()
        return nil
      case .wait:
        await withTaskCancellationHandler {
          await withCheckedContinuation { consumer in
            let comes = state.withLock { state in
              guard state.parts.isEmpty, state.outcome == nil else { return false }
              state.consumer = consumer
              return true
            }
            if !comes { consumer.resume() }
          }
        } onCancel: {
          cancel()
        }
      }
    }
  }

  /// Ends the exchange; the consumer learns it at once.
  func cancel() {
    end(.failure(.cancelled))
    wake(.cancel(self))
  }

  /// Ends the exchange, once; what had come before is still taken.
  func end(_ outcome: Result<Void, HTTPFailure>) {
    let consumer = state.withLock { state in
      if state.outcome == nil { state.outcome = outcome }
      return state.consumer.take()
    }
    consumer?.resume()
  }

  func take(_ head: HTTPHead) {
    let consumer = state.withLock { state in
      state.parts.append(.head(head))
      return state.consumer.take()
    }
    consumer?.resume()
  }

  /// What becomes of a piece of the body.
  enum Taken { case taken, paused, tooLarge }

  func take(_ bytes: UnsafeRawBufferPointer) -> Taken {
    let (taken, consumer) = state.withLock { state -> (Taken, CheckedContinuation<Void, Never>?) in
      guard state.receivedBytes + bytes.count <= request.limits.maxBytes else { return (.tooLarge, nil) }
      guard state.waitingBytes < Self.highWater else {
        state.isPaused = true
        return (.paused, nil)
      }
      state.receivedBytes += bytes.count
      state.waitingBytes += bytes.count
      state.parts.append(.bytes(Array(bytes)))
      return (.taken, state.consumer.take())
    }
    consumer?.resume()
    return taken
  }

  /// Whether the engine waits for the consumer, so that no byte can come.
  var isPaused: Bool { state.withLock(\.isPaused) }

  /// The engine goes on.
  func unpause() { state.withLock { $0.isPaused = false } }
}

extension HTTPTransfer.State {
  enum Step { case part(HTTPPart), end(Result<Void, HTTPFailure>), wait }

  /// What the consumer does next.
  mutating func step() -> Step {
    // What is not wanted any more is not handed out, though it came.
    if case .failure(.cancelled) = outcome { return .end(.failure(.cancelled)) }
    guard !parts.isEmpty else { return outcome.map(Step.end) ?? .wait }
    let part = parts.removeFirst()
    if case .bytes(let bytes) = part { waitingBytes -= bytes.count }
    return .part(part)
  }

  /// Whether the engine may go on now.
  func resumes() -> Bool { isPaused && waitingBytes < HTTPTransfer.highWater / 2 }
}

/// What the engine's thread is asked for.
enum HTTPCommand: Sendable {
  case start(HTTPTransfer)
  case resume(HTTPTransfer)
  case cancel(HTTPTransfer)
  case stop
}
