internal import Catalog

extension ShotListView {
  /// What may be written at a byte offset, the likeliest first. All changes replace what is begun there.
  public func completions(at offset: Int) -> [Completion] {
    let line = self.line(at: offset)
    let before = line.lowerBound..<offset
    let written = tree.text(before)
    if written.hasPrefix("//") || isInComment(offset) { return [] }
    if written.hasPrefix("###") { return operations(from: after(signs: 3, in: line), to: offset) }
    if written.hasPrefix("##") { return roles(from: after(signs: 2, in: line), to: offset) }
    if let handle = handleBegin(in: before) { return handles(from: handle, to: offset) }
    if !line.isEmpty, let reference = bytes.reference(in: line), line.lowerBound < reference.path.lowerBound {
      return kinds(reference, at: offset)
    }
    let canBeProperty = !isInPrompt(line)
    if canBeProperty, !line.isEmpty, let property = bytes.property(in: line), property.colon < offset {
      return values(of: tree.text(property.key).lowercased(), in: property, at: offset)
    }
    let word = bytes[before].lastIndex { !$0.isWordByte }.map { $0 + 1 } ?? line.lowerBound
    let isFirstWord = tree.text(line.lowerBound..<word).allSatisfy(\.isWhitespace)
    let keys = canBeProperty && isFirstWord ? self.keys(from: word, to: offset) : []
    guard shot(at: offset) != nil else { return keys }
    return keys + words(from: word, to: offset, in: line)
  }

  /// The line at an offset, without its line end; its leading spaces do not count.
  private func line(at offset: Int) -> Range<Int> {
    var start = offset
    while start > 0, !bytes[start - 1].isLineEnd { start -= 1 }
    let end = bytes.end(of: offset..<bytes.count) { !$0.isLineEnd }
    while start < offset, bytes[start].isSpace { start += 1 }
    return start..<end
  }

  private func isInComment(_ offset: Int) -> Bool {
    guard let node = node(at: offset), case .comment = node.kind else { return false }
    return node.content.lowerBound < offset && offset < node.content.upperBound
  }

  private func after(signs: Int, in line: Range<Int>) -> Int {
    bytes.end(of: line.lowerBound + signs..<line.upperBound, while: \.isSpace)
  }

  /// Where the handle begins that ends at the end of a range.
  private func handleBegin(in range: Range<Int>) -> Int? {
    guard let sign = bytes[range].lastIndex(of: UInt8(ascii: "@")), sign > range.lowerBound || shotBegan(range) else {
      return nil
    }
    return bytes.handleEnd(in: sign + 1..<range.upperBound) == range.upperBound ? sign : nil
  }

  /// In the header a line that begins with `@` declares a name, which nobody knows yet.
  private func shotBegan(_ line: Range<Int>) -> Bool { shot(at: line.lowerBound) != nil }

  /// Whether the prompt of the section has begun above a line, after which nothing is a property.
  private func isInPrompt(_ line: Range<Int>) -> Bool {
    let section = step(at: line.lowerBound)?.body ?? shot(at: line.lowerBound)?.syntax.body
    return section?.prompt.contains { $0.content.upperBound < line.lowerBound } ?? false
  }

  private func keys(from start: Int, to end: Int) -> [Completion] {
    if let step = step(at: start) {
      let name = tree.text(step.operation).lowercased()
      let parameters = operations.first { $0.name.lowercased() == name }?.parameters ?? []
      return parameters.map { parameter in
        Completion(
          label: parameter.name, kind: .key, detail: "", card: Card(title: parameter.name, lines: [parameter.summary]),
          change: TextChange(start..<end, "\(parameter.name): "))
      }
    }
    let place: Key.Place = shot(at: start) == nil ? .header : .shot
    return Key.allCases.filter { $0.places.contains(place) }.map { key in
      Completion(
        label: key.rawValue, kind: .key, detail: "", card: Card(title: key.rawValue, lines: [key.summary]),
        change: TextChange(start..<end, "\(key.rawValue): "))
    }
  }

  private func values(of name: String, in property: PropertySyntax, at offset: Int) -> [Completion] {
    guard let key = Key(rawValue: name), step(at: offset) == nil else { return [] }
    // Of a list, the item that is begun.
    let comma = bytes[property.colon + 1..<offset].lastIndex(of: UInt8(ascii: ","))
    let start = bytes.end(of: (comma ?? property.colon) + 1..<offset, while: \.isSpace)
    func completions(_ names: [(String, String, Card?)], _ kind: Completion.Kind = .value) -> [Completion] {
      names.map {
        Completion(label: $0.0, kind: kind, detail: $0.1, card: $0.2, change: TextChange(start..<offset, $0.0))
      }
    }
    // A list shows a sentence; all that is known is for the hover.
    let styles = catalog.styles.all.map { ($0.id, $0.title, Optional(Card(title: $0.title, lines: [$0.summary]))) }
    let models = catalog.models.all.map {
      ($0.id, $0.price.sentence, Optional(Card(title: $0.title, lines: [$0.summary])))
    }
    switch key {
    case .style: return completions(likelyFirst(styles, shot(at: offset)?.role?.styles ?? []))
    case .model: return completions(models)
    case .compare: return completions(styles + models)
    case .channel, .channels: return completions(catalog.channels.all.map { ($0.id, $0.title, nil) })
    case .lock:
      return completions([("on", "the product's own pixels stay", nil), ("off", "the model redraws it", nil)])
    case .form: return completions(ProductForm.allCases.map { ($0.rawValue, "", nil) })
    case .from: return handles(from: start, to: offset)
    case .crop:
      return completions(Crop.Part.allCases.map { ($0.rawValue, "", nil) }) + handles(from: start, to: offset)
    case .background: return completions(["white", "black", "transparent"].map { ($0, "", nil) })
    case .ratio: return completions(["1:1", "4:5", "3:4", "2:3", "9:16", "16:9", "3:2"].map { ($0, "", nil) })
    case .color, .palette:
      let known = colors.map(\.color.text) + catalog.styles.all.flatMap { $0.palette.prefix(1).map(\.text) }
      var seen: Set<String> = []
      return completions(known.filter { seen.insert($0).inserted }.prefix(16).map { ($0, "", nil) }, .color)
    case .category, .material, .dimensions, .label, .keep, .parts, .finish, .budget, .size, .seed, .count: return []
    }
  }

  /// Those with these names first, in that order.
  private func likelyFirst(
    _ all: [(String, String, Card?)], _ names: [String]
  ) -> [(String, String, Card?)] {
    let likely = names.compactMap { name in all.first { $0.0 == name } }
    return likely + all.filter { item in !likely.contains { $0.0 == item.0 } }
  }

  private func handles(from start: Int, to end: Int) -> [Completion] {
    var seen: Set<String> = []
    return reading.references.filter { seen.insert($0.handle).inserted }.map { reference in
      Completion(
        label: "@\(reference.handle)", kind: .handle, detail: tree.text(reference.syntax.path), card: nil,
        change: TextChange(start..<end, "@\(reference.handle)"))
    }
  }

  private func kinds(_ reference: ReferenceSyntax, at offset: Int) -> [Completion] {
    guard !reference.path.isEmpty, offset > reference.path.upperBound else { return [] }
    let start = bytes.end(of: reference.path.upperBound..<offset) { $0.isSpace || $0 == UInt8(ascii: "\"") }
    return ReferenceKind.allCases.map { kind in
      Completion(
        label: kind.rawValue, kind: .value, detail: kind.summary, card: nil,
        change: TextChange(start..<offset, kind.rawValue))
    }
  }

  private func roles(from start: Int, to end: Int) -> [Completion] {
    guard start <= end, bytes[start..<end].allSatisfy(\.isWordByte) else { return [] }
    return catalog.roles.all.map { role in
      Completion(
        label: role.id, kind: .role, detail: role.question, card: role.card, change: TextChange(start..<end, role.id))
    }
  }

  private func operations(from start: Int, to end: Int) -> [Completion] {
    guard start <= end, bytes[start..<end].allSatisfy(\.isWordByte) else { return [] }
    return operations.map { operation in
      Completion(
        label: operation.name, kind: .operation, detail: "",
        card: Card(title: operation.name, lines: [operation.summary]), change: TextChange(start..<end, operation.name))
    }
  }

  /// Words that prompts use. A phrase of several words is begun by its first.
  private func words(from start: Int, to end: Int, in line: Range<Int>) -> [Completion] {
    guard start < end else { return [] }
    let begun = tree.text(start..<end).lowercased()
    return catalog.vocabulary.words.filter { $0.canonical.hasPrefix(begun) }.prefix(50).map { word in
      Completion(
        label: word.canonical, kind: .word, detail: word.category.rawValue, card: word.card,
        change: TextChange(start..<end, word.canonical))
    }
  }
}

extension UInt8 {
  fileprivate var isWordByte: Bool {
    isLetter || isDigit || self >= 0x80 || self == UInt8(ascii: "-") || self == UInt8(ascii: "_")
  }
}
