public import RPCProtocol

/// A row of the method table: a method's name, whom its calls wait for, and what they do.
public struct Route: Sendable {
  /// What a session must have gone through before the method may be called.
  public enum Admission: Sendable {
    /// The session is open.
    case whenOpen
    /// At any time; a session that only calls such methods is never opened.
    case always
    /// At any time, and success opens the session.
    case opening
    /// Only once, and success opens the session: `initialize`.
    case openingOnce
  }

  /// Answers a call that is decoded and admitted.
  public typealias Handler = @Sendable (CallContext) async throws(RPCError) -> JSONValue

  enum Work: Sendable {
    /// Runs in the session's loop; nothing else of this session happens meanwhile.
    case immediate(@Sendable (JSONValue?, CallContext) throws(RPCError) -> JSONValue)
    /// Decodes at once, so that bad parameters fail before they wait; the handler runs in a task of its own.
    case queued(@Sendable (JSONValue?) throws(RPCError) -> (Access, Handler))
  }

  /// The name on the wire.
  public let method: String
  /// Whether the method is a notification, which is never answered.
  public let isNotification: Bool
  /// When the method may be called.
  public let admission: Admission
  let work: Work
}

extension Route {
  /// A request that may take its time. The access is told from the decoded request.
  public static func on<Request: RPCRequest>(
    _: Request.Type, admission: Admission = .whenOpen,
    _ access: @escaping @Sendable (Request) throws(RPCError) -> Access,
    _ handle: @escaping @Sendable (Request, CallContext) async throws(RPCError) -> Request.Reply
  ) -> Route {
    Route(
      method: Request.method, isNotification: false, admission: admission,
      work: .queued { (params) throws(RPCError) in
        let request = try Request(decoding: params)
        let handler: Handler = { (context) async throws(RPCError) in try await handle(request, context).json }
        return (try access(request), handler)
      })
  }

  /// A request that is answered within microseconds, without waiting for anything: no task is made for it.
  public static func now<Request: RPCRequest>(
    _: Request.Type, admission: Admission = .whenOpen,
    _ handle: @escaping @Sendable (Request, CallContext) throws(RPCError) -> Request.Reply
  ) -> Route {
    Route(
      method: Request.method, isNotification: false, admission: admission,
      work: .immediate { (params, context) throws(RPCError) in
        try handle(try Request(decoding: params), context).json
      })
  }

  /// A notification whose effect waits for its turn.
  public static func on<Notification: RPCNotification>(
    _: Notification.Type, _ access: @escaping @Sendable (Notification) throws(RPCError) -> Access,
    _ handle: @escaping @Sendable (Notification, CallContext) async throws(RPCError) -> Void
  ) -> Route {
    Route(
      method: Notification.method, isNotification: true, admission: .whenOpen,
      work: .queued { (params) throws(RPCError) in
        let notification = try Notification(decoding: params)
        let handler: Handler = { (context) async throws(RPCError) in
          try await handle(notification, context)
          return .null
        }
        return (try access(notification), handler)
      })
  }

  /// A notification that takes effect at once, before the next message is read.
  public static func now<Notification: RPCNotification>(
    _: Notification.Type,
    _ handle: @escaping @Sendable (Notification, CallContext) throws(RPCError) -> Void
  ) -> Route {
    Route(
      method: Notification.method, isNotification: true, admission: .whenOpen,
      work: .immediate { (params, context) throws(RPCError) in
        try handle(try Notification(decoding: params), context)
        return .null
      })
  }

  /// A request whose parameters and result are any JSON; none count as `{}`.
  public static func raw(
    _ method: String, admission: Admission = .whenOpen,
    access: @escaping @Sendable (JSONValue) throws(RPCError) -> Access,
    handle: @escaping @Sendable (JSONValue, CallContext) async throws(RPCError) -> JSONValue
  ) -> Route {
    Route(
      method: method, isNotification: false, admission: admission,
      work: .queued { (params) throws(RPCError) in
        let params = params ?? [:]
        let handler: Handler = { (context) async throws(RPCError) in try await handle(params, context) }
        return (try access(params), handler)
      })
  }
}

extension RPCContract {
  fileprivate init(decoding params: JSONValue?) throws(RPCError) {
    do throws(JSONMismatch) { self = try Self(params: params) } catch { throw .badParameters(error) }
  }
}
