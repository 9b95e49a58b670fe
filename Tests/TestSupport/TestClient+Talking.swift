import Platform
public import RPCProtocol

extension TestClient {
  /// Sends a request and waits for its result. Throws: `Failure`, also when the answer is an error.
  @discardableResult
  public func request(_ method: String, _ params: JSONValue? = nil) async throws -> JSONValue {
    let id = try begin(method, params)
    switch try await answer(to: id) {
    case .success(let result): return result
    case .failure(let error): throw failure("\(method) was refused: \(error)")
    }
  }

  /// Sends a request by its contract and waits for its reply.
  @discardableResult
  public func request<Request: RPCRequest>(_ request: Request) async throws -> Request.Reply {
    try Request.Reply(json: await self.request(Request.method, request.json))
  }

  /// Sends a request and waits for the error it must be answered with.
  public func refusal(of method: String, _ params: JSONValue? = nil) async throws -> RPCError {
    switch try await answer(to: try begin(method, params)) {
    case .success(let result): throw failure("\(method) was to be refused, but answered \(result.text)")
    case .failure(let error): return error
    }
  }

  /// Sends a request and does not wait; answers its id.
  @discardableResult
  public func begin(_ method: String, _ params: JSONValue? = nil, id: RPCID? = nil) throws -> RPCID {
    let id = id ?? conversation.withLock { $0.newID() }
    try send(.request(id: id, method: method, params: params))
    return id
  }

  /// Sends a notification.
  public func notify(_ method: String, _ params: JSONValue? = nil) throws {
    try send(.notification(method: method, params: params))
  }

  /// Sends a message.
  public func send(_ message: RPCMessage) throws {
    conversation.withLock { $0.sent(message, message.json.text) }
    try output.writeAll(Frame.encode(message.encoded()), path: "krafd")
  }

  /// Sends several messages as one batch.
  public func send(batch messages: [RPCMessage]) throws {
    let json = JSONValue.array(messages.map(\.json))
    conversation.withLock { conversation in for message in messages { conversation.sent(message, message.json.text) } }
    try output.writeAll(Frame.encode(json.encoded()), path: "krafd")
  }

  /// Sends `text` in a frame, whatever it is.
  public func send(frame text: String) throws {
    conversation.withLock { $0.sent(nil, text) }
    try output.writeAll(Frame.encode(Array(text.utf8)), path: "krafd")
  }

  /// Sends bytes without a frame.
  public func send(raw text: String) throws {
    conversation.withLock { $0.sent(nil, text) }
    try output.writeAll(text.utf8, path: "krafd")
  }
}
