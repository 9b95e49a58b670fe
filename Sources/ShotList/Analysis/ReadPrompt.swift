/// A prompt put together from its lines.
struct ReadPrompt {
  /// Without comments: a space between lines, a line end between paragraphs.
  let text: String

  /// The handles without `@`, with the places of the whole.
  let handles: [Named]

  init(_ section: Section, in tree: SyntaxTree) {
    var paragraphs: [[String]] = [[]]
    var handles: [Named] = []
    for node in section.prompt {
      guard case .prompt(let spans) = node.kind else {
        paragraphs.append([])
        continue
      }
      paragraphs[paragraphs.count - 1].append(Self.words(of: node.content, without: spans, in: tree))
      for span in spans where span.kind == .handle {
        handles.append(Named(text: tree.text(span.range.lowerBound + 1..<span.range.upperBound), range: span.range))
      }
    }
    text = paragraphs.map { $0.filter { !$0.isEmpty }.joined(separator: " ") }.filter { !$0.isEmpty }
      .joined(separator: "\n")
    self.handles = handles
  }

  /// The text of a line without its comments.
  private static func words(of line: Range<Int>, without spans: [PromptSpan], in tree: SyntaxTree) -> String {
    var parts: [String] = []
    var start = line.lowerBound
    for span in spans where span.kind == .comment {
      parts.append(tree.text(tree.bytes.trimmed(start..<span.range.lowerBound)))
      start = span.range.upperBound
    }
    parts.append(tree.text(tree.bytes.trimmed(start..<line.upperBound)))
    return parts.filter { !$0.isEmpty }.joined(separator: " ")
  }
}
