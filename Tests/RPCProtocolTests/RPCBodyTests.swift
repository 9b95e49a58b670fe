import RPCProtocol
import Testing

@Suite struct RPCBodyTests {
  private func read(_ text: String) -> RPCBody { RPCBody(parsing: Array(text.utf8)) }

  private func failure(_ id: RPCID?, _ detail: String) -> RPCIncoming { .invalid(id: id, .invalidRequest(detail)) }

  @Test(
    arguments: [
      ("1", .integer(1)), ("-7", .integer(-7)), ("9007199254740993", .integer(9_007_199_254_740_993)),
      ("\"a\"", .string("a")), ("\"\"", .string("")), ("\"1\"", .string("1")), ("\"e\u{301}\"", .string("e\u{301}")),
    ] as [(String, RPCID)])
  func repeatsAnIDExactly(text: String, id: RPCID) {
    let request = read("{\"jsonrpc\":\"2.0\",\"id\":\(text),\"method\":\"m\"}")

    #expect(request == .single(.message(.request(id: id, method: "m", params: nil))))
    #expect(RPCMessage.result(id: id, .null).json.text == "{\"jsonrpc\":\"2.0\",\"id\":\(text),\"result\":null}")
  }

  @Test func readsEveryKindOfMessage() {
    #expect(
      read(#"{"jsonrpc":"2.0","id":1,"method":"m","params":{"a":1}}"#)
        == .single(.message(.request(id: .integer(1), method: "m", params: ["a": 1]))))
    #expect(
      read(#"{"jsonrpc":"2.0","method":"m","params":[1]}"#)
        == .single(.message(.notification(method: "m", params: [1]))))
    #expect(
      read(#"{"jsonrpc":"2.0","id":1,"method":"m","params":null}"#)
        == .single(.message(.request(id: .integer(1), method: "m", params: nil))))
    #expect(read(#"{"jsonrpc":"2.0","id":1,"result":null}"#) == .single(.message(.result(id: .integer(1), .null))))
    #expect(
      read(#"{"jsonrpc":"2.0","id":null,"error":{"code":-32700,"message":"no"}}"#)
        == .single(.message(.failure(id: nil, RPCError(code: -32700, reason: "", message: "no")))))
  }

  @Test func refusesWhatIsNoMessageWithTheIDIfItHasAUsableOne() {
    let version = "A message must have 'jsonrpc' with the value '2.0'"
    let method = "A message must have a 'method' that is text"
    let cases: [(String, RPCIncoming)] = [
      ("3", failure(nil, "A message must be an object, found an integer")),
      ("null", failure(nil, "A message must be an object, found null")),
      ("\"x\"", failure(nil, "A message must be an object, found text")),
      ("{}", failure(nil, version)),
      (#"{"id":5,"method":"m"}"#, failure(.integer(5), version)),
      (#"{"jsonrpc":2.0,"id":5,"method":"m"}"#, failure(.integer(5), version)),
      (#"{"jsonrpc":"1.0","id":"a","method":"m"}"#, failure(.string("a"), version)),
      (#"{"jsonrpc":"2.0"}"#, failure(nil, method)),
      (#"{"jsonrpc":"2.0","id":5}"#, failure(.integer(5), method)),
      (#"{"jsonrpc":"2.0","id":5,"method":1}"#, failure(.integer(5), method)),
      (#"{"jsonrpc":"2.0","id":null,"method":"m"}"#, failure(nil, "'id' must be an integer or text, found null")),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"m"}"#, failure(nil, "'id' must be an integer or text, found a number")),
      (#"{"jsonrpc":"2.0","id":[1],"method":"m"}"#, failure(nil, "'id' must be an integer or text, found an array")),
      (
        #"{"jsonrpc":"2.0","id":5,"method":"m","params":"x"}"#,
        failure(.integer(5), "'params' must be an object or an array, found text")
      ),
      (
        #"{"jsonrpc":"2.0","method":"m","params":3}"#,
        failure(nil, "'params' must be an object or an array, found an integer")
      ),
    ]

    for (text, expected) in cases { #expect(read(text) == .single(expected), "\(text)") }
  }

  /// The id of an answer is krafd's own: a failure with it would look like an answer to a request of the client.
  @Test func neverRepeatsTheIDOfABadAnswer() {
    let both = "An answer has either 'result' or 'error'"

    #expect(read(#"{"jsonrpc":"2.0","id":5,"result":1,"error":{}}"#) == .single(failure(nil, both)))
    #expect(
      read(#"{"jsonrpc":"2.0","id":5,"error":{"code":"x","message":"m"}}"#)
        == .single(failure(nil, "error.code: expected an integer, found text")))
    #expect(
      read(#"{"jsonrpc":"2.0","result":1}"#)
        == .single(failure(nil, "An answer must have the 'id' of its request")))
    #expect(
      read(#"{"jsonrpc":"2.0","id":null,"result":1}"#)
        == .single(failure(nil, "A result must have the 'id' of its request")))
    #expect(
      read(#"{"id":5,"result":1}"#)
        == .single(failure(nil, "A message must have 'jsonrpc' with the value '2.0'")))
  }

  /// Source: JSON-RPC 2.0 specification, section 7.
  @Test func readsBatches() {
    #expect(read("[]") == .single(failure(nil, "A batch must hold at least one message")))
    #expect(
      read("[1,[]]")
        == .batch([
          failure(nil, "A message must be an object, found an integer"),
          failure(nil, "A message must be an object, found an array"),
        ]))
    #expect(
      read(#"[{"jsonrpc":"2.0","method":"n"},{"jsonrpc":"2.0","id":1,"method":"m"},{"id":2}]"#)
        == .batch([
          .message(.notification(method: "n", params: nil)),
          .message(.request(id: .integer(1), method: "m", params: nil)),
          failure(.integer(2), "A message must have 'jsonrpc' with the value '2.0'"),
        ]))
  }

  @Test(arguments: [
    "", "{", "\u{0}", "[1", #"{"jsonrpc":"2.0","id":1,"id":2}"#, #"["\ud800"]"#, "1e99999",
    String(repeating: "[", count: 100_000),
  ])
  func bytesThatAreNoJSONAreOneParseError(text: String) {
    guard case .single(.invalid(nil, let error)) = read(text) else {
      Issue.record("\(text.prefix(40)) was read")
      return
    }
    #expect(error.code == -32700)
    #expect(error.reason == "parse")
  }

  @Test func writesTheAnswersToABatchAsOneArray() {
    let answers: [RPCMessage] = [.result(id: .integer(1), 7), .failure(id: nil, .invalidRequest("no"))]

    #expect(RPCBody(parsing: RPCMessage.encoded(batch: answers)) == .batch(answers.map(RPCIncoming.message)))
  }

  @Test func writesWhatItReads() {
    let messages: [RPCMessage] = [
      .request(id: .string("a"), method: "m", params: ["x": 1]), .request(id: .integer(1), method: "m", params: nil),
      .notification(method: "m", params: [1, 2]), .result(id: .integer(-1), ["a": [true]]),
      .failure(id: nil, .parse("no")), .failure(id: .integer(3), .failed("noCredit", "Add credit", data: ["left": 0])),
    ]

    for message in messages { #expect(RPCBody(parsing: message.encoded()) == .single(.message(message))) }
  }
}
