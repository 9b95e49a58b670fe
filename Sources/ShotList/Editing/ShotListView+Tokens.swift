/// A part of the text and what it is, for coloring.
public struct TextToken: Sendable, Equatable {
  public enum Kind: Int, Sendable, CaseIterable {
    case title, role, shotName, operation, key, value, number, handle, path, kind, color, quoted, comment, avoid
  }

  public var range: Range<Int>
  public var kind: Kind
  /// Whether a name is declared here.
  public var isDeclaration = false
}

extension ShotListView {
  /// Everything that has a meaning, in the order of the text. Tokens do not overlap; only comments have several lines.
  public var tokens: [TextToken] {
    tree.nodes.flatMap(tokens).filter { !$0.range.isEmpty }
  }

  private func tokens(of node: SyntaxNode) -> [TextToken] {
    switch node.kind {
    case .title(let name): [TextToken(range: name, kind: .title, isDeclaration: true)]
    case .property(let property):
      [TextToken(range: property.key, kind: .key)] + value(property.value)
    case .reference(let reference):
      [
        TextToken(
          range: reference.handle.lowerBound - 1..<reference.handle.upperBound, kind: .handle, isDeclaration: true),
        TextToken(range: reference.path, kind: .path), TextToken(range: reference.kind, kind: .kind),
      ]
    case .shot(let role, let name):
      [TextToken(range: role, kind: .role), TextToken(range: name, kind: .shotName, isDeclaration: true)]
    case .step(let operation): [TextToken(range: operation, kind: .operation)]
    case .prompt(let spans): spans.map { TextToken(range: $0.range, kind: $0.kind.token) }
    case .avoid(let text): [TextToken(range: text, kind: .avoid)]
    case .comment: [TextToken(range: node.content, kind: .comment)]
    case .blank, .unknown: []
    }
  }

  /// A value is one token, or what stands out in it.
  private func value(_ range: Range<Int>) -> [TextToken] {
    let spans = bytes.promptSpans(in: range)
    guard spans.isEmpty else { return spans.map { TextToken(range: $0.range, kind: $0.kind.token) } }
    let isNumber = !range.isEmpty && bytes[range].allSatisfy { $0.isDigit || $0 == UInt8(ascii: ".") }
    return [TextToken(range: range, kind: isNumber ? .number : .value)]
  }
}

extension PromptSpan.Kind {
  fileprivate var token: TextToken.Kind {
    switch self {
    case .handle: .handle
    case .color: .color
    case .quoted: .quoted
    case .comment: .comment
    }
  }
}
