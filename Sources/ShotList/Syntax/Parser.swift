/// Cuts a text into nodes in one pass from start to end.
struct Parser {
  let bytes: [UInt8]
  private var nodes: [SyntaxNode] = []
  private var position = 0

  /// Whether the first shot has begun.
  private var isInShot = false

  /// Whether the prompt of the present shot or step has begun, after which `key: value` is prompt text.
  private var hasPrompt = false

  /// Whether a search for a comment's end from an earlier place found none, so that none need search again.
  private var noCommentEnds = false

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The nodes of the whole text.
  mutating func run() -> [SyntaxNode] {
    while position < bytes.count {
      let line = Line(at: position, in: bytes)
      if bytes.has("<!--", at: line.content.lowerBound, before: line.content.upperBound) {
        takeComment(line)
      } else {
        take(kind(of: line.content), line)
      }
    }
    return nodes
  }

  private mutating func take(_ kind: SyntaxNode.Kind, _ line: Line) {
    nodes.append(SyntaxNode(kind: kind, range: position..<line.end, content: line.content))
    position = line.end
  }

  /// A comment goes up to `-->`, and takes the line end when nothing else follows; without an end it is its line alone.
  private mutating func takeComment(_ line: Line) {
    let start = line.content.lowerBound
    guard !noCommentEnds, let close = bytes.first("-->", in: (start + 4)..<bytes.count) else {
      noCommentEnds = true
      return take(.comment(isClosed: false), line)
    }
    let rest = Line(at: close + 3, in: bytes)
    let end = rest.content.isEmpty ? rest.end : close + 3
    nodes.append(
      SyntaxNode(kind: .comment(isClosed: true), range: position..<end, content: start..<close + 3))
    position = end
  }

  private mutating func kind(of line: Range<Int>) -> SyntaxNode.Kind {
    let end = line.upperBound
    if line.isEmpty { return .blank }
    if bytes.has("//", at: line.lowerBound, before: end) { return .comment(isClosed: true) }
    if let heading = heading(line) { return heading }
    if let reference = bytes.reference(in: line) { return .reference(reference) }
    if !hasPrompt, let property = bytes.property(in: line) { return .property(property) }
    guard isInShot else { return .unknown }
    if bytes[line.lowerBound] == UInt8(ascii: "-"), line.count == 1 || bytes[line.lowerBound + 1].isSpace {
      return .avoid(text: bytes.trimmed(line.lowerBound + 1..<end))
    }
    hasPrompt = true
    return .prompt(bytes.promptSpans(in: line))
  }

  private mutating func heading(_ line: Range<Int>) -> SyntaxNode.Kind? {
    let signs = bytes.end(of: line) { $0 == UInt8(ascii: "#") }
    guard signs > line.lowerBound, signs == line.upperBound || bytes[signs].isSpace else { return nil }
    let text = bytes.trimmed(signs..<line.upperBound)
    switch signs - line.lowerBound {
    case 1:
      return .title(name: text)
    case 2:
      (isInShot, hasPrompt) = (true, false)
      let role = text.lowerBound..<bytes.end(of: text) { !$0.isSpace }
      return .shot(role: role, name: bytes.trimmed(role.upperBound..<text.upperBound))
    case 3 where isInShot:
      hasPrompt = false
      return .step(operation: text)
    default:
      return .unknown
    }
  }
}

/// One line of a text.
private struct Line {
  /// Without spaces around it, byte order mark and line end.
  let content: Range<Int>

  /// Where the next line begins.
  let end: Int

  init(at start: Int, in bytes: [UInt8]) {
    let isMarked = start == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let lineEnd = bytes.end(of: start..<bytes.count) { !$0.isLineEnd }
    content = bytes.trimmed((isMarked ? 3 : start)..<lineEnd)
    let isPair = lineEnd + 1 < bytes.count && bytes[lineEnd] == 0x0D && bytes[lineEnd + 1] == 0x0A
    end = lineEnd == bytes.count ? lineEnd : lineEnd + (isPair ? 2 : 1)
  }
}
