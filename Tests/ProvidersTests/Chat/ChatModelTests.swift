import FoundationEssentials
import Generation
import TestSupport
import Testing

@testable import Providers

/// A model behind the chat-completions API, against a server that behaves well or badly.
@Suite struct ChatModelTests {
  private static let question = TextQuestion(
    task: "Write.", subject: "A bottle.", schema: #"{"type":"object"}"#, tokensAtMost: 99)

  private static func piece(_ text: String, finish: String? = nil) -> String {
    let end = finish.map { "\"\($0)\"" } ?? "null"
    return #"{"id":"x","choices":[{"index":0,"delta":{"content":"\#(text)"},"finish_reason":\#(end)}]}"#
  }

  private func model(_ server: StubServer, key: String? = nil, limit: Duration = .seconds(60)) throws -> ChatModel {
    var settings = try ChatSettings(json: Array(#"{"url": "\#(server.url)/v1", "model": "m"}"#.utf8))
    settings.timeLimit = limit
    return ChatModel(settings: settings, key: key, engine: .shared)
  }

  private func failure(_ replies: [StubServer.Reply], limit: Duration = .seconds(60)) async throws -> GenerationError? {
    let server = try StubServer(replies)
    let model = try model(server, key: "sk-secret", limit: limit)
    defer { withExtendedLifetime(server) {} }
    do throws(GenerationError) {
      _ = try await model.answer(Self.question)
      return nil
    } catch { return error }
  }

  @Test func asksAsTheInterfaceWants() async throws {
    let server = try StubServer([.events([Self.piece("a", finish: "stop"), "[DONE]"])])
    _ = try await model(server, key: "sk-1").answer(Self.question)
    let request = try #require(try await server.request(0))
    let sent = try JSONDecoder().decode(AnyJSON.self, from: Data(request.body))

    #expect(request.head.hasPrefix("POST /v1/chat/completions HTTP/1.1\r\n"))
    #expect(request.head.contains("Authorization: Bearer sk-1\r\n"))
    #expect(
      sent
        == .object([
          "model": .string("m"), "stream": .bool(true), "max_tokens": .number(99), "temperature": .number(0.2),
          "messages": .array([
            .object(["role": .string("system"), "content": .string("Write.")]),
            .object(["role": .string("user"), "content": .string("A bottle.")]),
          ]),
          "response_format": .object([
            "type": .string("json_schema"),
            "json_schema": .object([
              "name": .string("answer"), "strict": .bool(true), "schema": .object(["type": .string("object")]),
            ]),
          ]),
        ]))
  }

  @Test func withoutAKeyNoneIsSent() async throws {
    let server = try StubServer([.events([Self.piece("a", finish: "stop")])])
    _ = try await model(server).answer(Self.question)

    #expect(try await server.request(0)?.head.lowercased().contains("authorization") == false)
  }

  @Test func readsAStream() async throws {
    let usage = #"{"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3}}"#
    let server = try StubServer([
      .events([Self.piece("warm "), Self.piece("stone"), Self.piece("", finish: "stop"), usage, "[DONE]"])
    ])

    #expect(
      try await model(server).answer(Self.question)
        == TextAnswer(text: "warm stone", tokens: TokenCount(read: 12, written: 3)))
  }

  @Test func readsAWholeAnswerOfAServerThatDoesNotStream() async throws {
    let server = try StubServer([
      .whole(200, #"{"choices":[{"message":{"content":"stone","refusal":null},"finish_reason":"stop"}],"extra":[1]}"#)
    ])

    #expect(try await model(server).answer(Self.question).text == "stone")
  }

  @Test func asksAgainWithoutASchemaWhereTheServerKnowsNone() async throws {
    let server = try StubServer([
      .whole(400, #"{"error":{"message":"response_format is not supported"}}"#),
      .events([Self.piece("a", finish: "stop")]),
    ])

    #expect(try await model(server).answer(Self.question).text == "a")
    #expect(
      server.requests.map { String(decoding: $0.body, as: UTF8.self).contains("response_format") } == [true, false])
  }

  @Test(arguments: [
    (
      401, #"{"error":{"message":"bad key sk-secret"}}"#, [],
      GenerationError.denied(reason: "the key is not accepted (status 401: bad key …); see 'keyFile'")
    ),
    (
      404, #"{"error":"model not found"}"#, [],
      .denied(reason: "there is no model 'm', or no chat-completions API (status 404: model not found)")
    ),
    (402, "", [], .denied(reason: "there is no credit left (status 402)")),
    (
      429, #"{"error":{"code":"insufficient_quota","message":"empty"}}"#, [],
      .denied(reason: "there is no credit left (status 429: empty)")
    ),
    (429, "", ["Retry-After: 3"], .rateLimited(retryAfter: .seconds(3))),
    (503, "<html>", [], .unavailable(detail: "status 503")),
    (503, "", ["Retry-After: 2"], .rateLimited(retryAfter: .seconds(2))),
    (502, "", ["X-Request-Id: r"], .badReply(detail: "status 502")),
    (504, "", [], .badReply(detail: "status 504")),
    (
      302, "", ["Location: http://elsewhere/"],
      .failed(detail: "the server sends you to http://elsewhere/; put that into 'url'")
    ),
    (418, #"{"detail":"a\u001b[31m pot"}"#, [], .failed(detail: "status 418: a [31m pot")),
  ])
  func classifiesRefusals(_ status: Int, body: String, headers: [String], error: GenerationError) async throws {
    #expect(try await failure([.whole(status, body, headers: headers)]) == error)
  }

  @Test(arguments: [
    (StubServer.Reply.events([Self.piece("a")]), GenerationError.badReply(detail: "the answer ends in the middle")),
    (.events(["{"]), .badReply(detail: "the server sends what is no JSON answer")),
    (.events([#"{"error":{"message":"out of memory"}}"#]), .failed(detail: "out of memory")),
    (.events([#"{"choices":[{"delta":{"refusal":"I will not"}}]}"#]), .refused(reason: "I will not")),
    (.events([Self.piece("a", finish: "content_filter")]), .refused(reason: "its filter stopped the answer")),
    (.events([Self.piece("a", finish: "length")]), .failed(detail: "the answer is longer than allowed")),
    (.whole(200, "hello", type: "text/html"), .badReply(detail: "the server sends text/html where JSON is due")),
    (.whole(200, "[3]"), .badReply(detail: "the server sends what is no JSON answer")),
    (.whole(200, "{}"), .badReply(detail: "the answer ends in the middle")),
  ])
  func classifiesNonsense(_ reply: StubServer.Reply, error: GenerationError) async throws {
    #expect(try await failure([reply]) == error)
  }

  @Test func anAnswerHasALimit() async throws {
    let long = StubServer.Reply.events([String(repeating: "x", count: 5 << 20)])

    #expect(try await failure([long]) == .badReply(detail: "the answer has more than 4 MiB"))
  }

  @Test func aServerThatStallsIsLeft() async throws {
    let failure = try await failure([.events([Self.piece("a")], then: [.hang])], limit: .milliseconds(100))

    // Silence and the whole limit are as long here; either may be seen first.
    let details = ["no byte came for 100 ms", "no whole answer within 100 ms"]
    #expect(details.map { GenerationError.badReply(detail: $0) }.contains(failure))
  }

  @Test func aDroppedConnectionMayHaveBeenBilled() async throws {
    guard case .badReply? = try await failure([.events([Self.piece("a")], then: [.reset])]) else {
      Issue.record("half an answer is none")
      return
    }
  }

  @Test func isAskedAgainAfterAnHonestNotNow() async throws {
    let server = try StubServer([.whole(503, ""), .whole(503, ""), .events([Self.piece("a", finish: "stop")])])
    let answer = try await model(server).answer(Self.question, retrying: .standard, on: SkippingClock())

    #expect(answer.text == "a" && server.requests.count == 3)
  }

  @Test func isNotAskedAgainWhereItMayHaveBeenBilled() async throws {
    let server = try StubServer([.events([Self.piece("a")])], repeatsLast: true)
    let model = try model(server)

    await #expect(throws: GenerationError.badReply(detail: "the answer ends in the middle")) {
      try await model.answer(Self.question, retrying: .standard, on: SkippingClock())
    }
    #expect(server.requests.count == 1)
  }

  @Test func aCancelledQuestionBreaksTheConnection() async throws {
    let server = try StubServer([.events([Self.piece("a")], then: [.hang])])
    let model = try model(server)
    let asking = Task { try await model.answer(Self.question) }
    asking.cancel()

    await #expect(throws: GenerationError.cancelled) { try await asking.value }
  }
}

/// A clock on which no time is spent.
private struct SkippingClock: Clock {
  var now: ContinuousClock.Instant { .now }
  var minimumResolution: Duration { .zero }
  func sleep(until: ContinuousClock.Instant, tolerance: Duration?) async throws { try Task.checkCancellation() }
}
