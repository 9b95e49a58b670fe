import Platform
import RPCProtocol

@testable import Daemon

/// The methods of the daemon under test: the smallest that show order, waiting and cancellation.
enum TestMethods {
  /// Gives its parameter back at once.
  struct Echo: RPCRequest {
    static let method = "test/echo"
    static let summary = "Gives the number back"
    static let examples = [RPCExample(params: #"{"number":1}"#, reply: #"{"number":1}"#)]
    var number: Int
    typealias Reply = Echo

    init(number: Int) { self.number = number }
    init(json: JSONValue) throws(JSONMismatch) { number = try json.member("number") }
    var json: JSONValue { ["number": number.json] }
  }

  static func routes(_ stage: Stage) -> [Route] {
    [
      .now(Echo.self) { (request, _) throws(RPCError) in request },
      .raw("initialize", admission: .openingOnce, access: { _ in .exclusive }) {
        (params, context) async throws(RPCError) in
        context.session.notify("test/early", [:])
        if params["fail"] != nil { throw .failed("asked", "It was asked to fail") }
        return ["capabilities": [:]]
      },
      .raw("kraf/hello", admission: .opening, access: { _ in .free }) { _, _ in ["protocol": 1] },
      // Waits until the test lets it go, or until it is cancelled.
      .raw("test/hold", access: stage.access) { (_, context) async throws(RPCError) in
        await stage.hold()
        if context.isCancelled { throw .failed("gaveUp", "It was not wanted any more") }
        return "held"
      },
      // Waits until the test lets it go, and does what it is told although it was cancelled.
      .raw("test/stubborn", access: stage.access) { _, _ in
        await stage.hold()
        return "done all the same"
      },
      .raw("test/append", access: stage.access) { params, _ in
        stage.append(params["text"]?.stringValue ?? "")
        return .null
      },
      .raw("test/read", access: stage.access) { _, _ in .array(stage.texts.map { .string($0) }) },
      .raw("test/ask", access: { _ in .free }) { (params, context) async throws(RPCError) in
        try await context.session.ask("client/answer", params)
      },
      .raw("test/tell", access: { _ in .free }) { params, context in
        for number in 0..<(params["count"]?.intValue ?? 0) {
          let text = String(repeating: "x", count: params["bytes"]?.intValue ?? 0)
          context.session.notify("kraf/event", ["clock": .integer(number), "text": .string(text)], .event(topic: nil))
        }
        stage.arrive()
        return .null
      },
      .raw("test/remember", access: { _ in .free }) { params, context in
        let before = context.session[Stage.remembered]
        context.session[Stage.remembered] = params["text"]?.stringValue
        return before.map { .string($0) } ?? .null
      },
      .raw("test/onEnd", access: { _ in .free }) { params, context in
        let text = params["text"]?.stringValue ?? ""
        let hook = context.session.onEnd { stage.append(text) }
        if params["forgets"]?.boolValue == true { context.session.forget(hook) }
        return .null
      },
    ]
  }
}

/// What the test methods act on.
final class Stage: Sendable {
  static let remembered = SessionKey<String>("remembered")

  private struct State: Sendable {
    var texts: [String] = []
    var isOpen = false
    var holding: [CheckedContinuation<Void, Never>] = []
    var arrivals = 0
    var waiting: [(count: Int, CheckedContinuation<Void, Never>)] = []
  }

  private let state = Monitor(State())

  /// Everything that was appended, in order.
  var texts: [String] { state.withLock { $0.texts } }

  func append(_ text: String) { state.withLock { $0.texts.append(text) } }

  /// The access that the parameters of a test call name.
  let access: @Sendable (JSONValue) throws(RPCError) -> Access = { (params) throws(RPCError) in
    switch (params["reads"]?.stringValue, params["writes"]?.stringValue, params["alone"]) {
    case (let key?, _, _): .reads(key)
    case (_, let key?, _): .writes(key)
    case (_, _, _?): .exclusive
    default: .free
    }
  }

  /// Waits until `release`, or until the caller's task is cancelled.
  func hold() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOpen = state.withLock { state in
          if !state.isOpen { state.holding.append(continuation) }
          return state.isOpen
        }
        if isOpen { continuation.resume() }
        arrive()
      }
    } onCancel: {
      if releasesOnCancel { release() }
    }
  }

  /// Counts one arrival.
  func arrive() {
    let ready = state.withLock { state in
      state.arrivals += 1
      let arrivals = state.arrivals
      defer { state.waiting.removeAll { $0.count <= arrivals } }
      return state.waiting.filter { $0.count <= arrivals }
    }
    for waiter in ready { waiter.1.resume() }
  }

  /// Whether a cancelled call lets everything go.
  let releasesOnCancel: Bool

  init(releasesOnCancel: Bool = true) { self.releasesOnCancel = releasesOnCancel }

  /// Waits until `count` calls in all have arrived.
  func arrivals(_ count: Int) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLock { state in
        if state.arrivals < count { state.waiting.append((count, continuation)) }
        return state.arrivals >= count
      }
      if isThere { continuation.resume() }
    }
  }

  /// Lets go everything that holds or will hold.
  func release() {
    let holding = state.withLock { state in
      state.isOpen = true
      defer { state.holding = [] }
      return state.holding
    }
    for continuation in holding { continuation.resume() }
  }
}
