public import Platform
public import RPCProtocol

/// A small client of the daemon for commands and scripts: one request at a time, on the calling thread.
///
/// Not to be shared between threads.
public struct Client: ~Copyable {
  private let socket: Descriptor
  private var decoder = FrameDecoder()
  private var waiting: [RPCIncoming] = []
  private var nextID = 0

  /// Why a call has no result.
  public enum Failure: Error, Equatable, Sendable {
    /// The daemon answered with an error.
    case refused(RPCError)
    /// The daemon ended the connection before it answered.
    case disconnected
    case timedOut
    /// What came was no message.
    case unreadable(String)
  }

  /// A client of the daemon at the other end of `socket`.
  public init(_ socket: Descriptor) { self.socket = socket }

  /// Calls a method and waits for its result, at most for `patience` (nil: for ever).
  ///
  /// Notifications that arrive meanwhile are handed over in order. Requests of the daemon are refused: this client
  /// declares no capability.
  public mutating func call(
    _ method: String, _ params: JSONValue = [:], patience: Duration? = nil,
    onNotification: (String, JSONValue) -> Void = { _, _ in }
  ) throws(Failure) -> JSONValue {
    nextID += 1
    let id = RPCID.integer(nextID)
    try send(.request(id: id, method: method, params: params))
    let deadline = patience.map { MonotonicClock.system.now + $0 }
    while true {
      switch try next(deadline) {
      case .message(.result(id, let result)): return result
      case .message(.failure(id, let error)), .message(.failure(nil, let error)): throw .refused(error)
      case .message(.notification(let method, let params)): onNotification(method, params ?? [:])
      case .message(.request(let theirs, let method, _)): try send(.failure(id: theirs, .unknownMethod(method)))
      case .message(.result), .message(.failure): continue
      case .invalid(_, let error): throw .unreadable(error.message)
      }
    }
  }

  /// Calls a method by its contract. Throws: as above, `unreadable` when the reply does not fit.
  public mutating func call<Request: RPCRequest>(
    _ request: Request, patience: Duration? = nil
  ) throws(Failure) -> Request.Reply {
    let json = try call(Request.method, request.json, patience: patience)
    do throws(JSONMismatch) { return try Request.Reply(json: json) } catch { throw .unreadable(error.description) }
  }

  /// Waits for the next notification; nil when `patience` is over.
  public mutating func notification(
    patience: Duration? = nil
  ) throws(Failure) -> (method: String, params: JSONValue)? {
    let deadline = patience.map { MonotonicClock.system.now + $0 }
    do throws(Failure) {
      while true {
        if case .message(.notification(let method, let params)) = try next(deadline) { return (method, params ?? [:]) }
      }
    } catch .timedOut {
      return nil
    }
  }

  /// Tells the daemon something.
  public mutating func notify(_ method: String, _ params: JSONValue = [:]) throws(Failure) {
    try send(.notification(method: method, params: params))
  }

  private func send(_ message: RPCMessage) throws(Failure) {
    do throws(PlatformError) {
      try socket.writeAll(Frame.encode(message.encoded()), path: "krafd")
    } catch {
      throw .disconnected
    }
  }

  private mutating func next(_ deadline: Duration?) throws(Failure) -> RPCIncoming {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 64 << 10, alignment: 16)
    defer { buffer.deallocate() }
    while waiting.isEmpty {
      if let deadline {
        let left = deadline - MonotonicClock.system.now
        guard left > .zero, !Poll.wait(reading: [socket], patience: left).isEmpty else { throw .timedOut }
      }
      let count = (try? socket.read(into: buffer, path: "krafd")) ?? 0
      guard count > 0 else { throw .disconnected }
      for event in decoder.push(Array(buffer[..<count])) { try take(event) }
    }
    return waiting.removeFirst()
  }

  private mutating func take(_ event: FrameEvent) throws(Failure) {
    switch event {
    case .failed(let error): throw .unreadable(error.description)
    case .message(let body):
      switch RPCBody(parsing: body) {
      case .single(let one): waiting.append(one)
      case .batch(let all): waiting += all
      }
    }
  }
}
