import TestSupport
import Testing

@testable import Providers

/// One exchange with a server that behaves well or badly.
@Suite struct HTTPEngineTests {
  typealias Step = StubServer.Reply.Step

  private func exchange(
    _ reply: StubServer.Reply, body: String = "", limits: HTTPLimits = HTTPLimits(total: .seconds(20))
  ) async throws -> (head: HTTPHead?, body: String, request: StubServer.Request?) {
    let server = try StubServer([reply])
    let address = try #require(HTTPAddress(server.url + "/v1/x?y=1"))
    let request = HTTPRequest(
      method: .post, address: address, headers: [("X-Mark", "m")], body: Array(body.utf8), limits: limits)
    let transfer = HTTPEngine.shared.start(request)
    var head: HTTPHead?
    var bytes: [UInt8] = []
    while let part = try await transfer.next() {
      switch part {
      case .head(let one): head = one
      case .bytes(let more): bytes += more
      }
    }
    return (head, String(decoding: bytes, as: UTF8.self), try await server.request(0))
  }

  private func failure(
    _ reply: StubServer.Reply, body: String = "", limits: HTTPLimits = HTTPLimits(total: .seconds(20))
  ) async -> HTTPFailure? {
    do {
      _ = try await exchange(reply, body: body, limits: limits)
      return nil
    } catch { return error as? HTTPFailure }
  }

  @Test func tellsStatusHeadersAndBody() async throws {
    let (head, body, request) = try await exchange(.whole(201, "made", headers: ["X-One: a", "x-one: b"]), body: "{}")

    #expect(head?.status == 201 && head?.value("x-one") == "a" && body == "made")
    #expect(request?.head.hasPrefix("POST /v1/x?y=1 HTTP/1.1\r\n") == true && request?.body == Array("{}".utf8))
    #expect(request?.head.contains("X-Mark: m\r\n") == true && request?.head.contains("Expect") == false)
  }

  @Test func everySplitOfAReplyIsTheSame() async throws {
    let bytes = Array("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello".utf8)
    let (head, body, _) = try await exchange(.init(bytes.map { .send([$0]) }))

    #expect(head?.status == 200 && body == "hello")
  }

  @Test func anAnnouncementIsNotTheAnswer() async throws {
    let text = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    let (head, body, _) = try await exchange(.init([.send(Array(text.utf8))]))

    #expect(head?.status == 200 && body == "ok")
  }

  @Test func redirectsAreNotFollowed() async throws {
    let (head, _, _) = try await exchange(.whole(302, "", headers: ["Location: http://127.0.0.1:9/"]))

    #expect(head?.status == 302)
  }

  @Test func nobodyThereMeansNothingWasSent() async throws {
    let url = try { try StubServer([]).url }()  // The port is free again once the server has gone.
    let address = try #require(HTTPAddress(url))
    let transfer = HTTPEngine.shared.start(HTTPRequest(method: .get, address: address))

    await #expect(throws: HTTPFailure.notSent(detail: "couldn't connect to server")) { try await transfer.next() }
  }

  @Test func aConnectionThatBreaksWhileSendingMeansNothingWasAccepted() async throws {
    let body = String(repeating: "x", count: 32 << 20)
    guard case .notSent? = await failure(.init(readsRequest: false, [.reset]), body: body) else {
      Issue.record("a request that was not read to its end cannot have been accepted")
      return
    }
  }

  @Test(arguments: [
    [Step.reset], [.send(Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf".utf8))],
    [.send(Array("HTTP/1.1 200 OK\r\nContent-Le".utf8))], [.send(Array("nonsense".utf8))],
    [.send(Array("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel".utf8))],
  ])
  func anAnswerThatIsCutShortMayHaveBeenBilled(_ steps: [Step]) async {
    guard case .lost? = await failure(.init(steps), body: "{}") else {
      Issue.record("\(steps)")
      return
    }
  }

  @Test func silenceEndsAnAnswer() async {
    let limits = HTTPLimits(total: .seconds(20), stall: .milliseconds(50))
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nha".utf8)

    #expect(
      await failure(.init([.send(head), .hang]), limits: limits) == .lost(detail: "no byte came for 50 ms"))
  }

  @Test func anAnswerThatNeverComesEnds() async {
    let limits = HTTPLimits(total: .milliseconds(100))

    #expect(await failure(.init([.hang]), limits: limits) == .lost(detail: "no whole answer within 100 ms"))
  }

  @Test(arguments: [
    "HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n", "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n",
  ])
  func anAnswerHasALimit(_ head: String) async {
    let limits = HTTPLimits(total: .seconds(20), maxBytes: 1_000)
    let reply = StubServer.Reply([.send(Array((head + String(repeating: "x", count: 2_000)).utf8))])

    #expect(await failure(reply, limits: limits) == .tooLarge(maxBytes: 1_000))
  }

  @Test func aSlowReaderHoldsBackTheServerAndGetsEveryByte() async throws {
    let body = (0..<(8 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
    let head = Array("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n".utf8)
    let server = try StubServer([.init([.send(head), .send(body)])])
    let transfer = HTTPEngine.shared.start(
      HTTPRequest(method: .get, address: try #require(HTTPAddress(server.url)), limits: HTTPLimits(stall: .seconds(5))))
    var got: [UInt8] = []
    while let part = try await transfer.next() {
      guard case .bytes(let bytes) = part else { continue }
      got += bytes
      // As slow as it takes to fill what may wait.
      let end = ContinuousClock.now + .seconds(10)
      while !transfer.isPaused, got.count < 4 << 20, ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(1))
      }
    }

    #expect(got == body)
    withExtendedLifetime(server) {}
  }

  @Test func cancellingBreaksTheConnection() async throws {
    let server = try StubServer([.init([.send(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)), .hang])])
    let address = try #require(HTTPAddress(server.url))
    let reading = Task {
      let transfer = HTTPEngine.shared.start(HTTPRequest(method: .get, address: address))
      let head = try await transfer.next()
      withUnsafeCurrentTask { $0?.cancel() }
      return (head, try await transfer.next())
    }

    await #expect(throws: HTTPFailure.cancelled) { try await reading.value }
    #expect(try await server.request(0)?.wasLeft == true)
  }

  @Test func fiftyAtOnceGetTheirOwnAnswers() async throws {
    let server = try StubServer((0..<50).map { .whole(200, "\($0)") })
    let address = try #require(HTTPAddress(server.url))
    let answers = try await withThrowingTaskGroup(of: String.self) { group in
      for _ in 0..<50 {
        group.addTask {
          let transfer = HTTPEngine.shared.start(HTTPRequest(method: .post, address: address, body: [1]))
          var bytes: [UInt8] = []
          while let part = try await transfer.next() { if case .bytes(let more) = part { bytes += more } }
          return String(decoding: bytes, as: UTF8.self)
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }

    #expect(answers == Set((0..<50).map(String.init)))
    withExtendedLifetime(server) {}
  }

  @Test(arguments: [
    "ftp://a/", "file:///etc/passwd", "http://", "", "a", "http://ann:key@a/", "http://a/#b", "https://ex ample/",
    "http://a/\u{0}b", "http://" + String(repeating: "a", count: 3_000),
  ])
  func onlyPlainAddressesAreTaken(_ text: String) { #expect(HTTPAddress(text) == nil) }

  @Test(arguments: [
    ("http://127.0.0.1:8080/v1", true), ("http://localhost/", true), ("http://[::1]:1/", true),
    ("http://127.0.0.1.example.org/", false), ("http://128.0.0.1/", false), ("https://localhost.org", false),
  ])
  func knowsThisMachine(_ text: String, isLocal: Bool) { #expect(HTTPAddress(text)?.isLocal == isLocal) }

  @Test(arguments: [
    ([("retry-after-ms", "1500"), ("retry-after", "9")], Duration.milliseconds(1_500)),
    ([("retry-after", "7")], .seconds(7)), ([("retry-after", "-7")], .zero),
    ([("retry-after", "1e300")], .seconds(86_400)),
    ([("retry-after", "Sun, 06 Nov 1994 08:49:57 GMT")], .seconds(20)), ([("retry-after", "soon")], nil), ([], nil),
  ])
  func knowsWhenToComeAgain(_ headers: [(String, String)], wait: Duration?) {
    let head = HTTPHead(status: 429, headers: headers.map { (name: $0.0, value: $0.1) })

    #expect(RetryAfter.duration(in: head, now: 784_111_777) == wait)
  }
}
