import RPCProtocol
import Testing

/// Changes good input at random places. Each case is repeated by its seed.
@Suite struct FuzzTests {
  private static let documents: [[UInt8]] = {
    var texts = [
      #"[0,-0,1e5,-1.5E-3,0.1,9223372036854775807,1.7976931348623157e308,5e-324]"#,
      #"["\u0000\ud83d\ude00\"\\\/\b\f\n\r\t","é😀","",[[[[{"a":{"b":[]}}]]]],null,true,false]"#,
      "[\(String(repeating: "[", count: 200))\(String(repeating: "]", count: 200))]",
    ]
    for group in allContracts {
      for contract in group.contracts {
        for example in contract.examples { texts += [example.params, example.reply ?? "null"] }
      }
    }
    return texts.map { Array($0.utf8) }
  }()

  /// Pieces that parsers have stumbled over.
  private static let tokens: [[UInt8]] = {
    let texts = [
      "\"", "\\", "{", "}", "[", "]", ",", ":", "e99999", "E-", ".", "-", "0", "9223372036854775808", "\\ud800", "\\u",
      "null", "\u{0}", "\u{FEFF}", "\r\n\r\n", "Content-Length: ", "content-length: 5\r\n", "\"a\":1,\"a\":1",
    ]
    return texts.map { Array($0.utf8) } + [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90], [0x80]]
  }()

  private func mutated(_ input: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = input
    for _ in 0...random.below(4) {
      let at = random.below(bytes.count + 1)
      let length = min(random.below(16), bytes.count - at)
      switch random.below(5) {
      case 0 where at < bytes.count: bytes[at] ^= 1 << UInt8(random.below(8))
      case 1: bytes.removeSubrange(at..<at + length)
      case 2: bytes.insert(contentsOf: bytes[at..<at + length], at: random.below(bytes.count + 1))
      case 3: bytes.insert(contentsOf: Self.tokens[random.below(Self.tokens.count)], at: at)
      default: bytes.insert(UInt8(random.below(256)), at: at)
      }
    }
    return bytes
  }

  @Test(arguments: 0..<20)
  func whateverIsReadIsWrittenSoThatItIsReadAgain(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<100 {
      let bytes = mutated(Self.documents[random.below(Self.documents.count)], &random)
      guard let value = try? JSONValue(parsing: bytes) else { continue }

      let written = value.encoded()
      let again = try JSONValue(parsing: written)

      #expect(again == value)
      #expect(again.encoded() == written)
    }
  }

  @Test(arguments: 0..<20)
  func aDamagedStreamGivesTheSameEventsHoweverItIsSplit(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    for _ in 0..<20 {
      let bodies = (0..<3).map { _ in Self.documents[random.below(Self.documents.count)].prefix(60) }
      let stream = mutated(bodies.flatMap { Frame.encode(Array($0)) }, &random)
      var whole = FrameDecoder(maxMessageBytes: 1 << 16)
      var pieces = FrameDecoder(maxMessageBytes: 1 << 16)

      let expected = whole.push(stream)
      var events: [FrameEvent] = []
      var rest = stream[...]
      while !rest.isEmpty {
        let size = 1 + random.below(9)
        events += pieces.push(Array(rest.prefix(size)))
        rest = rest.dropFirst(size)
      }

      #expect(events == expected)
      #expect(pieces.isBetweenMessages == whole.isBetweenMessages)
    }
  }

  @Test(arguments: 0..<10)
  func noBodyStopsTheSession(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let request = Array(#"[{"jsonrpc":"2.0","id":1,"method":"kraf/status","params":{}},{"jsonrpc":"2.0"}]"#.utf8)
    for _ in 0..<200 {
      switch RPCBody(parsing: mutated(request, &random)) {
      case .single: break
      case .batch(let incoming): #expect(!incoming.isEmpty)
      }
    }
  }

  @Test func noPrefixOfADocumentIsADocument() {
    for document in Self.documents where document.last == UInt8(ascii: "]") || document.last == UInt8(ascii: "}") {
      for length in 0..<min(document.count, 300) { #expect(syntaxError(Array(document[..<length])) != nil) }
    }
  }
}
