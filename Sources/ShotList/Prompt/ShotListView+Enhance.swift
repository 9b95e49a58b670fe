extension ShotListView {
  /// A shot's prompt with nothing left out, in a dialect; nil for a name that no shot has.
  ///
  /// What the author wrote stays word for word. Everything else says where it comes from. The same text gives the same
  /// answer. `limit` is the most characters that the model takes: what may be left out goes first, and the answer is nil
  /// where the rest does not fit.
  public func enhanced(
    _ name: String, as dialect: PromptDialect = .prose, limit: Int = 32_000
  ) -> EnhancedPrompt? {
    guard let shot = analysis.shots.first(where: { $0.name == name }) else { return nil }
    return prompt(of: PromptWriter(self, shot).phrases, in: shot, as: dialect, limit: limit)
  }

  /// Phrases as one prompt of at most `limit` characters; nil where what must be said does not fit.
  func prompt(
    of phrases: [PromptPhrase], in shot: ResolvedShot, as dialect: PromptDialect, limit: Int
  ) -> EnhancedPrompt? {
    var phrases = phrases
    if dialect != .motion { phrases.removeAll { $0.slot == .motion } }
    var cuts = PromptSlot.cutOrder[...]
    while true {
      let (text, negative) = phrases.map { told($0, shot) }.said(as: dialect)
      if text.count <= limit {
        return EnhancedPrompt(phrases: phrases, text: text, negative: negative, change: writing(phrases, in: shot))
      }
      guard let slot = cuts.popFirst() else { return nil }
      phrases.removeAll { $0.slot == slot && !$0.isAuthors }
    }
  }

  /// A phrase as a model is told it, which knows pictures by their numbers and no handles.
  private func told(_ phrase: PromptPhrase, _ shot: ResolvedShot) -> PromptPhrase {
    var told = phrase
    let words = Array(phrase.text.utf8)
    for span in words.promptSpans(in: 0..<words.count).reversed() where span.kind == .handle {
      let handle = String(decoding: words[span.range].dropFirst(), as: UTF8.self)
      guard let place = shot.references.firstIndex(where: { $0.handle == handle }) else { continue }
      let start = told.text.utf8.index(told.text.startIndex, offsetBy: span.range.lowerBound)
      let end = told.text.utf8.index(told.text.startIndex, offsetBy: span.range.upperBound)
      told.text.replaceSubrange(start..<end, with: "\(shot.references[place].kind.part) of image \(place + 1)")
    }
    return told
  }

  /// The change that writes the phrases of the free slots behind the author's words. What the header, the role, the style's
  /// colors and the channel say stands in the file already, and is not said twice.
  func writing(_ phrases: [PromptPhrase], in shot: ResolvedShot) -> TextChange? {
    let added = phrases.filter { PromptSlot.free.contains($0.slot) && !$0.isAuthors }.map(\.text)
    guard !added.isEmpty, let syntax = file.shots.first(where: { $0.heading == shot.heading }) else { return nil }
    let end = lineEnd
    let words = added.joined(separator: ", ").wrapped(at: 100).joined(separator: end)
    guard let last = syntax.body.prompt.last(where: { $0.kind != .blank }) else {
      let anchor =
        syntax.body.properties.last.map { max($0.value.upperBound, $0.colon + 1) } ?? syntax.heading.upperBound
      return TextChange(anchor..<anchor, end + end + words.uppercasedFirst + ".")
    }
    let written = tree.text(last.content)
    let joint = written.last.map { ".,;:!?".contains($0) } ?? true ? "" : "."
    return TextChange(last.content.upperBound..<last.content.upperBound, joint + end + words.uppercasedFirst + ".")
  }
}

extension [PromptPhrase] {
  /// The prompt as a model is told it, and what is not wanted beside it.
  fileprivate func said(as dialect: PromptDialect) -> (text: String, negative: String) {
    let slots = PromptSlot.allCases.map { slot in (slot, filter { $0.slot == slot }.map(\.text)) }
      .filter { !$0.1.isEmpty }
    switch dialect {
    case .prose:
      return (
        slots.map { slot, texts in (slot == .avoid ? texts.map(\.positive) : texts).sentence }.joined(separator: " "),
        ""
      )
    case .keywords:
      return (
        slots.filter { $0.0 != .avoid }.flatMap(\.1).map(\.withoutEnd).joined(separator: ", "),
        slots.filter { $0.0 == .avoid }.flatMap(\.1).joined(separator: ", ")
      )
    case .json:
      let members = slots.map { slot, texts in
        "\(slot.name.quotedJSON): [\((slot == .avoid ? texts.map(\.positive) : texts).map(\.quotedJSON).joined(separator: ", "))]"
      }
      return ("{" + members.joined(separator: ", ") + "}", "")
    case .motion:
      let moved = filter { $0.slot == .motion }.map(\.text).joined(separator: ", ")
      let still = "The product itself does not change."
      let words = moved.split(separator: " ").prefix(30 - still.split(separator: " ").count).joined(separator: " ")
      return (words.isEmpty ? still : words.uppercasedFirst + ". " + still, "")
    }
  }
}

extension [String] {
  /// One sentence of several phrases.
  fileprivate var sentence: String {
    var text = ""
    for phrase in self {
      if text.isEmpty || text.endsSentence {
        text += (text.isEmpty ? "" : " ") + phrase.uppercasedFirst
      } else {
        text += ", " + phrase
      }
    }
    return text.endsSentence ? text : text + "."
  }
}

extension ReferenceKind {
  /// What of a picture is meant.
  fileprivate var part: String {
    switch self {
    case .product: "the product"
    case .detail: "the detail"
    case .style: "the look"
    case .scene: "the place"
    case .model: "the person"
    case .mask: "the mask"
    case .material: "the material"
    }
  }
}

extension String {
  /// Whether it ends with a stop, if only inside closing quotes.
  fileprivate var endsSentence: Bool {
    last { $0 != "”" && $0 != "\"" }.map { ".!?".contains($0) } ?? false
  }

  /// Without a stop at its end.
  var withoutEnd: String { last.map { ".!?".contains($0) } ?? false ? String(dropLast()) : self }

  /// What to ask for instead of something that is not wanted.
  fileprivate var positive: String { Negatives.positive(of: self) }

  fileprivate var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// The text as a JSON string.
  fileprivate var quotedJSON: String {
    let escaped = unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": "\\\""
      case "\\": "\\\\"
      case "\n": "\\n"
      case _ where scalar.value < 0x20: " "
      default: String(scalar)
      }
    }
    return "\"" + escaped.joined() + "\""
  }

  /// The words on lines of at most so many characters, where they fit.
  fileprivate func wrapped(at width: Int) -> [String] {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
