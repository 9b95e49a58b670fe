extension ShotListView {
  /// Ever larger ranges around a byte offset: the word, the value or name, the line, the paragraph, the step, the shot,
  /// the file. Each holds the one before and is larger.
  public func selections(around offset: Int) -> [Range<Int>] {
    var ranges = [word(at: offset)]
    if let node = node(at: offset) {
      ranges += tokens(around: offset, in: node)
      ranges += [node.content, paragraph(around: node)]
    }
    if let step = step(at: offset) { ranges.append(withoutBlankEnd(step.body.range)) }
    if let shot = shot(at: offset) { ranges.append(withoutBlankEnd(shot.syntax.range)) }
    ranges.append(0..<bytes.count)
    var grown: [Range<Int>] = []
    for range in ranges where range.lowerBound <= offset && offset <= range.upperBound {
      guard let last = grown.last else {
        grown.append(range)
        continue
      }
      let isLarger = range.lowerBound <= last.lowerBound && range.upperBound >= last.upperBound && range != last
      if isLarger { grown.append(range) }
    }
    return grown
  }

  private func tokens(around offset: Int, in node: SyntaxNode) -> [Range<Int>] {
    switch node.kind {
    case .property(let property): [property.key, property.value]
    case .reference(let reference): [reference.handle, reference.path, reference.kind]
    case .prompt(let spans): spans.map(\.range)
    case .shot(let role, let name): [role, name, role.lowerBound..<name.upperBound]
    case .avoid(let text): [text]
    default: []
    }
  }

  /// The run of lines of prompt that a line belongs to.
  private func paragraph(around node: SyntaxNode) -> Range<Int> {
    guard case .prompt = node.kind else { return node.content }
    let section = step(at: node.range.lowerBound)?.body ?? shot(at: node.range.lowerBound)?.syntax.body
    var run: Range<Int>?
    for line in section?.prompt ?? [] {
      guard case .prompt = line.kind else {
        if run?.contains(node.content.lowerBound) == true { break }
        run = nil
        continue
      }
      run = (run?.lowerBound ?? line.content.lowerBound)..<line.content.upperBound
    }
    return run ?? node.content
  }

  /// The letters and digits around an offset; empty between two that are none.
  func word(at offset: Int) -> Range<Int> {
    let isPart = { (byte: UInt8) in
      byte.isLetter || byte.isDigit || byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
    }
    var (start, end) = (offset, offset)
    while start > 0, isPart(bytes[start - 1]) { start -= 1 }
    while end < bytes.count, isPart(bytes[end]) { end += 1 }
    return start..<end
  }
}
