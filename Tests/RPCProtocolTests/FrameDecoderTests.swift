import RPCProtocol
import Testing

@Suite struct FrameDecoderTests {
  /// Messages framed in the ways that clients do it.
  private static let stream: [UInt8] = Array(
    ("Content-Length: 2\r\n\r\n{}" + "content-length:14\r\n\r\n{\"text\":\"ä\"}\n"
      + "CONTENT-LENGTH:   0007\t\r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n\r\n\r\n\r\n "
      + "Content-Length: 0\r\n\r\n"
      + "Content-Type: application/json;charset=UTF8\nX-Other: ä: b\nContent-Length: 1\n\n7"
      + "Content-Length: 19\r\n\r\nContent-Length: 5\r\n" + "Content-Length: 1\r\n\r\n1").utf8)

  private static let messages = ["{}", "{\"text\":\"ä\"}\n", "\r\n\r\n\r\n ", "", "7", "Content-Length: 5\r\n", "1"]
    .map { FrameEvent.message(Array($0.utf8)) }

  private func events(_ text: String, maxMessageBytes: Int = Frame.maxMessageBytes) -> [FrameEvent] {
    var decoder = FrameDecoder(maxMessageBytes: maxMessageBytes)
    return decoder.push(Array(text.utf8))
  }

  @Test func understandsTheWaysThatClientsFrame() {
    var decoder = FrameDecoder()

    #expect(decoder.push(Self.stream) == Self.messages)
    #expect(decoder.isBetweenMessages)
  }

  @Test func findsTheSameMessagesWhereverTheStreamIsSplit() {
    for split in 0...Self.stream.count {
      var decoder = FrameDecoder()
      let events = decoder.push(Array(Self.stream[..<split])) + decoder.push(Array(Self.stream[split...]))
      #expect(events == Self.messages, "split at \(split)")
    }
  }

  @Test(arguments: [1, 2, 3, 7, 16])
  func findsTheSameMessagesInSmallPieces(size: Int) {
    var decoder = FrameDecoder()
    var events: [FrameEvent] = []

    for start in stride(from: 0, to: Self.stream.count, by: size) {
      events += decoder.push(Array(Self.stream[start..<min(start + size, Self.stream.count)]))
    }

    #expect(events == Self.messages)
  }

  @Test func takesTenThousandMessagesInOneWrite() {
    let bodies = (0..<10_000).map { Array("{\"id\":\($0)}".utf8) }
    var decoder = FrameDecoder()

    let events = decoder.push(Array(bodies.map(Frame.encode).joined()))

    #expect(events == bodies.map(FrameEvent.message))
  }

  @Test func readsWhatItWrites() {
    #expect(Frame.encode(Array("{\"ä\":1}".utf8)) == Array("Content-Length: 8\r\n\r\n{\"ä\":1}".utf8))
    #expect(Frame.encode([]) == Array("Content-Length: 0\r\n\r\n".utf8))
  }

  @Test(
    arguments: [
      ("Content-Length: abc\r\n\r\n{}", .badLength), ("Content-Length: -5\r\n\r\n{}", .badLength),
      ("Content-Length: +5\r\n\r\n{}", .badLength), ("Content-Length: 5.0\r\n\r\n{}", .badLength),
      ("Content-Length: 0x5\r\n\r\n{}", .badLength), ("Content-Length: 1 2\r\n\r\n{}", .badLength),
      ("Content-Length: ٥\r\n\r\n{}", .badLength), ("Content-Length:\r\n\r\n{}", .badLength),
      ("Content-Length: 2, 2\r\n\r\n{}", .badLength), ("\r\n\r\n{}", .missingLength), ("\n", .missingLength),
      ("Content-Type: a/b\r\n\r\n{}", .missingLength),
      ("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}", .repeatedLength),
      ("Content-Length: 2\r\ncontent-length: 3\r\n\r\n{}", .repeatedLength),
      ("Content-Length 2\r\n\r\n{}", .malformedLine), (": 2\r\n\r\n", .malformedLine),
      ("Content-Length : 2\r\n\r\n{}", .malformedLine), (" Content-Length: 2\r\n\r\n{}", .malformedLine),
      ("{\"jsonrpc\":\"2.0\"}\n", .malformedLine), ("GET / HTTP/1.1\r\n", .malformedLine),
      ("Content-Length: 2\r\r\n\r\n{}", .malformedLine), ("Content-Length: 2\u{0}\r\n\r\n{}", .malformedLine),
      ("Content-Length: 2\r\nContent-Type: a/b; charset=latin1\r\n\r\n{}", .unsupportedCharset),
      ("Content-Length: 9000000000\r\n\r\n", .messageTooLarge(maxBytes: 64 << 20)),
      ("Content-Length: 67108865\r\n\r\n", .messageTooLarge(maxBytes: 64 << 20)),
      ("Content-Length: 99999999999999999999999999999999\r\n\r\n", .messageTooLarge(maxBytes: 64 << 20)),
    ] as [(String, FrameError)])
  func failsOnAHeaderThatItCannotFollow(text: String, expected: FrameError) {
    #expect(events("Content-Length: 1\r\n\r\n1" + text) == [.message([0x31]), .failed(expected)])
  }

  @Test func takesNothingAfterAFailure() {
    var decoder = FrameDecoder()

    #expect(decoder.push(Array("Content-Length: abc\r\n\r\n".utf8)) == [.failed(.badLength)])
    #expect(decoder.push(Frame.encode([0x31])) == [])
    #expect(!decoder.isBetweenMessages)
  }

  @Test func boundsTheHeader() {
    let room = Frame.maxHeaderBytes - "Content-Length: 1\r\nX: \r\n\r\n".utf8.count

    func header(_ filling: Int) -> String {
      "Content-Length: 1\r\nX: \(String(repeating: "x", count: filling))\r\n\r\n1"
    }

    #expect(events(header(room)) == [.message([0x31])])
    #expect(events(header(room + 1)) == [.failed(.headerTooLong)])
    #expect(events(String(repeating: "x", count: 1 << 20)) == [.failed(.headerTooLong)])
    #expect(events(String(repeating: "x: y\r\n", count: 1 << 18)) == [.failed(.headerTooLong)])
  }

  @Test func boundsTheMessage() {
    #expect(events("Content-Length: 4\r\n\r\n1234", maxMessageBytes: 4) == [.message(Array("1234".utf8))])
    #expect(
      events("Content-Length: 5\r\n\r\n12345", maxMessageBytes: 4) == [.failed(.messageTooLarge(maxBytes: 4))])
    #expect(events("Content-Length: 67108864\r\n\r\n1") == [])
  }

  @Test func knowsWhetherTheInputMayEndHere() {
    var decoder = FrameDecoder()

    #expect(decoder.isBetweenMessages)
    _ = decoder.push([UInt8(ascii: "C")])
    #expect(!decoder.isBetweenMessages)
    _ = decoder.push(Array("ontent-Length: 2\r\n\r\n{".utf8))
    #expect(!decoder.isBetweenMessages)
    _ = decoder.push([UInt8(ascii: "}")])
    #expect(decoder.isBetweenMessages)
  }

  @Test func anEmptyMessageIsAParseErrorAndTheStreamGoesOn() {
    let shutdown = Frame.encode(RPCMessage.request(id: .integer(1), method: "shutdown", params: nil).encoded())
    var decoder = FrameDecoder()

    let bodies = decoder.push(Frame.encode([]) + shutdown).map(Self.body)

    #expect(
      bodies == [
        .single(.invalid(id: nil, .parse("The JSON is wrong at byte 0: it ends too early"))),
        .single(.message(.request(id: .integer(1), method: "shutdown", params: nil))),
      ])
  }

  private static func body(of event: FrameEvent) -> RPCBody? {
    guard case .message(let bytes) = event else { return nil }
    return RPCBody(parsing: bytes)
  }
}
