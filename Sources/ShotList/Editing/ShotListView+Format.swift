extension ShotListView {
  /// The changes that give the text its usual form, and no other meaning: one blank line around headings, no other blank
  /// lines twice, no spaces at line ends, `key: value`, `## role name`, `- text`, equal signs of adjoining references below
  /// each other, one line end at the end of the file. Words of prompts and comments stay as they are.
  ///
  /// `range` limits it to lines that overlap these bytes; nil means all.
  public func formatting(_ range: Range<Int>? = nil) -> [TextChange] {
    // A longer text was not read.
    guard bytes.count <= ShotList.maxBytes else { return [] }
    var changes: [TextChange] = []
    let end = lineEnd
    let widths = handleWidths
    for (place, node) in tree.nodes.enumerated() {
      let isLast = place == tree.nodes.count - 1
      // What follows a comment in the same line stays beside it.
      if place > 0, !hasLineEnd(tree.nodes[place - 1]) { continue }
      let wanted = wantsBlankLine(before: place)
      if case .blank = node.kind {
        // The first of a run of blank lines stays where one is wanted; the others go.
        let isFirst = place == 0 || tree.nodes[place - 1].kind != .blank
        let keeps = isFirst && place > 0 && hasTextAfter(place)
        note(node.range, keeps ? end : "", &changes)
        continue
      }
      let line = text(of: node, widths[node.range.lowerBound]) + (isLast || hasLineEnd(node) ? end : "")
      let mark = place == 0 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? "\u{FEFF}" : ""
      note(node.range, mark + (wanted ? end : "") + line, &changes)
    }
    guard let range else { return changes }
    return changes.filter { $0.range.overlaps(range) || $0.range.lowerBound == range.lowerBound }
  }

  private func note(_ range: Range<Int>, _ text: String, _ changes: inout [TextChange]) {
    guard tree.text(range) != text else { return }
    changes.append(TextChange(range, text))
  }

  /// The line end that the text uses first.
  var lineEnd: String {
    guard let place = bytes.firstIndex(where: \.isLineEnd) else { return "\n" }
    guard bytes[place] == 0x0D else { return "\n" }
    return place + 1 < bytes.count && bytes[place + 1] == 0x0A ? "\r\n" : "\r"
  }

  private func hasLineEnd(_ node: SyntaxNode) -> Bool {
    !node.range.isEmpty && bytes[node.range.upperBound - 1].isLineEnd
  }

  private func hasTextAfter(_ place: Int) -> Bool {
    tree.nodes[place...].contains { $0.kind != .blank }
  }

  /// Whether a blank line belongs before a node where there is none.
  private func wantsBlankLine(before place: Int) -> Bool {
    guard place > 0 else { return false }
    let (before, here) = (tree.nodes[place - 1].kind, tree.nodes[place].kind)
    switch before {
    // A comment above a heading belongs to it.
    case .blank, .comment: return false
    default: return here.isHeading || before.isHeading && before.isSpaced
    }
  }

  /// How wide the handles of each run of adjoining references are, in characters.
  private var handleWidths: [Int: Int] {
    var widths: [Int: Int] = [:]
    var run: [(start: Int, width: Int)] = []
    for node in tree.nodes {
      if case .reference(let reference) = node.kind {
        run.append((node.range.lowerBound, tree.text(reference.handle).count))
      } else {
        close(&run, &widths)
      }
    }
    close(&run, &widths)
    return widths
  }

  private func close(_ run: inout [(start: Int, width: Int)], _ widths: inout [Int: Int]) {
    let most = run.map(\.width).max() ?? 0
    for item in run { widths[item.start] = most }
    run = []
  }

  /// A line in its usual form, without its line end.
  private func text(of node: SyntaxNode, _ width: Int?) -> String {
    switch node.kind {
    case .title(let name): ["#", tree.text(name)].filled
    case .shot(let role, let name): ["##", tree.text(role), tree.text(name)].filled
    case .step(let operation): ["###", tree.text(operation)].filled
    case .property(let property): [tree.text(property.key) + ":", tree.text(property.value)].filled
    case .reference(let reference):
      [
        "@" + tree.text(reference.handle).padded(to: width ?? 0), "=", path(of: reference), tree.text(reference.kind),
      ].filled
    case .avoid(let text): ["-", tree.text(text)].filled
    case .prompt, .comment, .blank, .unknown: tree.text(node.content)
    }
  }

  /// The path with its quotes, where it has some.
  private func path(of reference: ReferenceSyntax) -> String {
    let start = reference.path.lowerBound
    let isQuoted = start > 0 && bytes[start - 1] == UInt8(ascii: "\"")
    return isQuoted ? "\"\(tree.text(reference.path))\"" : tree.text(reference.path)
  }
}

extension SyntaxNode.Kind {
  fileprivate var isHeading: Bool {
    switch self {
    case .title, .shot, .step: true
    default: false
    }
  }

  /// Whether a blank line follows; what follows a step's heading belongs to it closely.
  fileprivate var isSpaced: Bool {
    if case .step = self { return false }
    return true
  }
}

extension [String] {
  /// The parts that are not empty, with a space between.
  fileprivate var filled: String { filter { !$0.isEmpty }.joined(separator: " ") }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: Swift.max(0, width - count)) }
}
