/// A shot list's text cut into nodes: every byte belongs to exactly one, in order.
public struct SyntaxTree: Sendable {
  /// The text in UTF-8.
  public let bytes: [UInt8]

  /// The nodes; their ranges join without gaps from the first byte to the last.
  public let nodes: [SyntaxNode]

  /// Parses any text; never fails. A text above `ShotList.maxBytes` becomes one unknown node.
  ///
  /// Cost: linear in the text.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
    guard bytes.count <= ShotList.maxBytes else {
      let all = 0..<bytes.count
      nodes = [SyntaxNode(kind: .unknown, range: all, content: all)]
      return
    }
    var parser = Parser(bytes: bytes)
    nodes = parser.run()
  }

  /// The text between two byte offsets; a range that leaves the text is cut to it.
  public func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The whole text, put together from the nodes.
  public var text: String { nodes.map { text($0.range) }.joined() }
}
