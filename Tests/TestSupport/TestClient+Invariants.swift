import Platform
import RPCProtocol

extension TestClient {
  /// Which promises of the protocol krafd broke in this conversation, in sentences; empty when it kept them all.
  ///
  /// To be called when the scenario is over: each request must be answered exactly once, and nothing else be answered;
  /// progress of a token begins and ends at most once, in this order, and reports lie between; the clock of events
  /// never falls; before the answer to `initialize` come only messages.
  public func brokenPromises() -> [String] {
    let lines = conversation.withLock { $0.lines }
    return answersGoneWrong(lines) + progressGoneWrong(lines) + clockGoneWrong(lines) + tooEarly(lines)
  }

  private func answersGoneWrong(_ lines: [Conversation.Line]) -> [String] {
    var asked: [RPCID: Int] = [:]
    var answered: [RPCID: Int] = [:]
    for line in lines {
      switch line.message {
      case .request(let id, _, _) where line.isOurs: asked[id, default: 0] += 1
      case .result(let id, _) where !line.isOurs: answered[id, default: 0] += 1
      case .failure(let id?, _) where !line.isOurs: answered[id, default: 0] += 1
      default: continue
      }
    }
    return asked.filter { answered[$0.key, default: 0] != $0.value }
      .map { "\($0.key) was asked \($0.value) times and answered \(answered[$0.key, default: 0]) times" }
      + answered.keys.filter { asked[$0] == nil }.map { "\($0) was answered and never asked" }
  }

  private func progressGoneWrong(_ lines: [Conversation.Line]) -> [String] {
    var kinds: [String: [String]] = [:]
    for case .notification("$/progress", let params?) in lines.filter({ !$0.isOurs }).compactMap(\.message) {
      guard let kind = params["value"]?["kind"]?.stringValue, let token = params["token"]?.text else { continue }
      kinds[token, default: []].append(kind)
    }
    return kinds.compactMap { token, kinds in
      let isRight = kinds.first == "begin" && kinds.dropFirst().dropLast().allSatisfy { $0 == "report" }
      let ends = kinds.count == 1 || kinds.last == "end" || kinds.last == "report"
      return isRight && ends ? nil : "progress of \(token) was told as \(kinds.joined(separator: ", "))"
    }
  }

  private func clockGoneWrong(_ lines: [Conversation.Line]) -> [String] {
    var last = Int.min
    var broken: [String] = []
    for case .notification("kraf/event", let params?) in lines.filter({ !$0.isOurs }).compactMap(\.message) {
      guard let clock = params["clock"]?.intValue else { continue }
      if clock < last { broken.append("the clock fell from \(last) to \(clock)") }
      last = clock
    }
    return broken
  }

  private func tooEarly(_ lines: [Conversation.Line]) -> [String] {
    let openings = lines.compactMap { line -> RPCID? in
      guard line.isOurs, case .request(let id, "initialize", _) = line.message else { return nil }
      return id
    }
    guard let opening = openings.first else { return [] }
    let allowed = ["window/showMessage", "window/logMessage", "telemetry/event"]
    var broken: [String] = []
    for line in lines where !line.isOurs {
      switch line.message {
      case .result(opening, _), .failure(opening, _): return broken
      case .notification(let method, _) where !allowed.contains(method), .request(_, let method, _):
        broken.append("\(method) came before the answer to initialize")
      default: continue
      }
    }
    return broken
  }
}
