import Testing

@testable import Providers

/// Server-sent events out of bytes.
@Suite struct EventStreamTests {
  private func events(_ text: String, inPiecesOf size: Int = 1) throws -> [String] {
    var stream = EventStream()
    let bytes = Array(text.utf8)
    return try stride(from: 0, to: bytes.count, by: size).flatMap { start in
      try stream.read(Array(bytes[start..<min(start + size, bytes.count)]))
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"], [1, 2, 3, 1_000])
  func readsEveryLineEndInAnyPieces(_ end: String, size: Int) throws {
    let lines = [
      ": keep alive", "", "event: x", "data: one", "data:two", "id: 7", "", "data", "", "data:  é", "", "data: half",
    ]

    #expect(try events(lines.joined(separator: end), inPiecesOf: size) == ["one\ntwo", "", " é"])
  }

  @Test(arguments: [1, 2, 1_000])
  func lineEndsMayBeMixed(size: Int) throws {
    #expect(try events("data: a\rdata: b\n\r\ndata: c\n\rdata: d\r\n\n", inPiecesOf: size) == ["a\nb", "c", "d"])
  }

  @Test func aLineHasALimit() throws {
    var stream = EventStream(maxBytes: 10)

    #expect(throws: EventStream.TooLong()) { try stream.read(Array("data: 0123456789".utf8)) }
  }

  @Test func anEventHasALimit() throws {
    var stream = EventStream(maxBytes: 10)

    #expect(throws: EventStream.TooLong()) {
      for _ in 0..<9 { _ = try stream.read(Array("data:0123\n".utf8)) }
    }
  }
}
